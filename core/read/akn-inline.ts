import type { FootnoteMark, Span } from '../model'
import type { XmlElement } from '../text/parse-xml'

/** A footnote where it is called. */
export interface AknNote {
  readonly address: string
  readonly mark: string
  readonly element: XmlElement
}

/** Text of an element with what stands on it; `notes` are those called in it for the first time. */
export interface AknInline {
  readonly text: string
  readonly italics: readonly Span[]
  readonly marks: readonly FootnoteMark[]
  readonly notes: readonly AknNote[]
}

/** The name of an element without its prefix, which files choose. */
export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}

/** The identifier of an element, also as the second version of the format names it. */
export function idOf({ attributes }: XmlElement): string | null {
  return attributes['eId'] ?? attributes['id'] ?? null
}

/** Reads what stands inside elements as one text: `exact` keeps every character, else white space is one space. Raised text is a mark that calls no note. */
export function readAknInline(elements: readonly XmlElement[], exact: boolean): AknInline {
  let text = ''
  const italics: Span[] = []
  const marks: FootnoteMark[] = []
  const notes: AknNote[] = []
  const write = (part: string) => {
    if (exact) text += part
    else {
      const plain = part.replace(/[ \t\r\n]+/gu, ' ')
      text += text === '' || text.endsWith(' ') ? plain.trimStart() : plain
    }
  }
  const read = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === 'string') write(child)
      else if (!readNote(child)) readMarkup(child)
    }
  }
  const readNote = (element: XmlElement): boolean => {
    const name = localName(element)
    const mark = element.attributes['marker'] ?? ''
    if (name === 'authorialNote') {
      const address = idOf(element)
      marks.push({ at: text.length, mark, note: address })
      notes.push({ address: address ?? '', mark, element })
    } else if (name === 'noteRef') {
      const note = (element.attributes['href'] ?? '').replace(/^#/u, '')
      marks.push({ at: text.length, mark, note: note === '' ? null : note })
    } else if (name === 'sup') marks.push({ at: text.length, mark: wholeText(element), note: null })
    return name === 'authorialNote' || name === 'noteRef' || name === 'sup'
  }
  const readMarkup = (element: XmlElement): void => {
    const name = localName(element)
    const from = text.length
    if (name === 'br' || name === 'eol') return write(' ')
    read(element)
    if (name !== 'i' || text.length === from) return
    // A mark parts what is italic on either side of it into two elements.
    const last = italics.at(-1)
    if (last?.to === from) italics[italics.length - 1] = { from: last.from, to: text.length }
    else italics.push({ from, to: text.length })
  }
  elements.forEach((element, k) => {
    if (k > 0) write(' ')
    read(element)
  })
  const whole = exact ? text : text.trimEnd()
  const fit = (at: number) => Math.min(at, whole.length)
  return {
    text: whole,
    italics: italics.map(({ from, to }) => ({ from, to: fit(to) })).filter(({ from, to }) => to > from),
    marks: marks.map((mark) => ({ ...mark, at: fit(mark.at) })),
    notes,
  }
}

/** All text inside an element. */
export function wholeText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : wholeText(child))).join('')
}
