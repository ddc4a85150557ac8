/** The Symbol font from 0x20 on, as Unicode; after the mapping that Adobe published for its encoding. A space stands for what has no sign. */
const SYMBOL_20 = [
  ...' !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
]
/** The same from 0xA0 on. */
const SYMBOL_A0 = [
  ...'€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭ ',
]

/** Signs of Wingdings that documents use: bullets, boxes, ticks and arrows. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x9f: '•',
  0xa7: '▪',
  0xa8: '◻',
  0xd8: '➢',
  0xdf: '←',
  0xe0: '→',
  0xe1: '↑',
  0xe2: '↓',
  0xe8: '➔',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

/**
 * A sign that a file gives by font and hexadecimal code (`w:sym`), as Unicode. Codes from F000 on are those of the font itself. A sign that is not known is the character of that code, a code that is
 * none is nothing.
 */
export function readSymbolFont(font: string, code: string): string {
  if (!/^[0-9a-f]{2,5}$/iu.test(code)) return ''
  const value = Number.parseInt(code, 16)
  const own = value >= 0xf000 && value <= 0xf0ff ? value - 0xf000 : value
  if (own < 0x20 || (value >= 0xd800 && value <= 0xdfff)) return ''
  if (/^symbol$/iu.test(font) && own <= 0xff) {
    const sign = own >= 0xa0 ? SYMBOL_A0[own - 0xa0] : SYMBOL_20[own - 0x20]
    if (sign !== undefined) return sign
  }
  if (/^wingdings$/iu.test(font)) {
    const sign = WINGDINGS[own]
    if (sign !== undefined) return sign
  }
  return String.fromCodePoint(value)
}
