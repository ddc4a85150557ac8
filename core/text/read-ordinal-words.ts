import { readArabicOrdinal, readHanNumber, westernDigits } from './ordinals'

/** Ordinal and cardinal word stems of four languages, a few letters each; the parts of "soixante-dix-septième" add up. */
const STEMS: readonly (readonly [RegExp, number])[] = [
  [/^(?:premi|first|primer|перв)/u, 1],
  [/^(?:un|une|one|uno|unième|один|одна)$/u, 1],
  [/^(?:deux|second|segund|two$|втор|два$)/u, 2],
  [/^(?:trois|third|three$|tercer|трет|три$)/u, 3],
  [/^(?:quatr|fourth|four$|cuart|четв[её]рт|четыре$)/u, 4],
  [/^(?:cinq(?!uant)|fifth$|five$|quint|пят(?:ая|ой|ую|ый)$|пять$)/u, 5],
  [/^(?:six(?!t[iy]|te)|sixth$|sext|шест(?:ая|ой|ую)$|шесть$)/u, 6],
  [/^(?:sept(?!i?ua|uag)|seventh$|seven$|s[eé]ptim|седьм|семь$)/u, 7],
  [/^(?:huit|eighth$|eight$|octav|восьм(?:ая|ой|ую)$|восемь$)/u, 8],
  [/^(?:neuv?|ninth$|nine$|noven|девят(?:ая|ой|ую)$|девять$)/u, 9],
  [/^(?:dix|tenth$|ten$|d[eé]cim|десят)/u, 10],
  [/^(?:onz|eleven|und[eé]cim|одиннадцат)/u, 11],
  [/^(?:douz|twel|duod[eé]cim|двенадцат)/u, 12],
  [/^(?:treiz|thirteen|тринадцат)/u, 13],
  [/^(?:quatorz|fourteen|четырнадцат)/u, 14],
  [/^(?:quinz|fifteen|пятнадцат)/u, 15],
  [/^(?:seiz|sixteen|шестнадцат)/u, 16],
  [/^(?:seventeen|семнадцат)/u, 17],
  [/^(?:eighteen|восемнадцат)/u, 18],
  [/^(?:nineteen|девятнадцат)/u, 19],
  [/^(?:vingt|twent|vig[eé]sim|двадцат)/u, 20],
  [/^(?:trent|thirt|trig[eé]sim|тридцат)/u, 30],
  [/^(?:quarant|fort[iy]|cuadrag[eé]sim|сорок)/u, 40],
  [/^(?:cinquant|fift[iy]|quincuag[eé]sim|пятьдесят|пятидесят)/u, 50],
  [/^(?:soixant|sixt[iy]|sexag[eé]sim|шестьдесят|шестидесят)/u, 60],
  [/^(?:septuag[eé]sim|sevent[iy]|septant|семьдесят|семидесят)/u, 70],
  [/^(?:octog[eé]sim|eight[iy]|octant|восемьдесят|восьмидесят)/u, 80],
  [/^(?:nonag[eé]sim|ninet[iy]|nonant|девяност)/u, 90],
  [/^(?:cent(?:ième)?$|hundred|cent[eé]sim|сто$|сот)/u, 100],
]

/** Stems that are written in one word with a unit behind: `vigesimoprimer`. */
const ONE_WORD = /^(vig[eé]simo|trig[eé]simo|d[eé]cimo)(?=\p{L}{3})/u

function value(word: string): number {
  // Longer stems come later in the table, so that "seventeen" and "seventieth" are not "seven".
  return STEMS.findLast(([stem]) => stem.test(word))?.[1] ?? 0
}

/**
 * The number of a session, part or the like that a line names, in figures or in words of any of the six languages
 * (`Soixante-dix-septième`, `Septuagésimo sexto`, `第七十六届`, `الدورة السادسة والسبعون`), up to 199; null where it names none.
 */
export function readOrdinalWords(text: string): number | null {
  const plain = westernDigits(text).toLowerCase()
  const figure = /(?<![\d/.])(\d{1,3})(?![\d/])/u.exec(plain)?.[1]
  if (figure !== undefined) return Number(figure)
  const han = /第([〇零一二三四五六七八九十百]{1,6})/u.exec(plain)?.[1]
  if (han !== undefined) return readHanNumber(han)
  if (/\p{Script=Arabic}/u.test(plain)) {
    const words = plain.split(/\s+/u)
    const pairs = words.flatMap((word, i) => [
      readArabicOrdinal(`${word} ${words[i + 1] ?? ''}`),
      readArabicOrdinal(word),
    ])
    return pairs.find((number) => number !== null) ?? null
  }
  const words = plain.split(/[^\p{L}]+/u).flatMap((word) => {
    const joined = ONE_WORD.exec(word)?.[1]
    return joined === undefined ? [word] : [joined, word.slice(joined.length)]
  })
  let total = 0
  words.forEach((word, i) => {
    // "quatre-vingt" multiplies where every other pair adds.
    const eighty = /^quatre$/u.test(word) && /^vingt/u.test(words[i + 1] ?? '')
    total += eighty ? 60 : value(word)
  })
  return total > 0 && total < 200 ? total : null
}
