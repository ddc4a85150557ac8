import type { AlignedParagraph, Language, Span } from '../../model'
import type { RawUnit } from './make-aligned'

/** A note at the foot of a page that a version's text calls by a mark. */
export interface CalledNote {
  readonly tag: Language
  readonly mark: string
  readonly text: string
  readonly italics: readonly Span[]
}

const ADDRESS = /^fn(\d+)/u

/** A text without what tells a note's row from the note itself: its mark, marks inside it, white space. */
const bare = (text: string) => text.replace(/[⁰¹²³⁴-⁹\s]+/gu, '')

const isNoteRow = ({ properties }: RawUnit) => ADDRESS.test(properties['address'] ?? '')

function linesOf({ texts }: RawUnit, tag: Language): readonly string[] {
  return texts.filter((each) => each.tag === tag).flatMap(({ text }) => text.split('\n'))
}

/**
 * Units with the notes that stand in no row of theirs: each gets one, `fn3`, notes of one mark in several versions the same. A note whose row is there and says something else gives way to it, and is counted in
 * `differing`.
 */
export function placeNotes(
  units: readonly RawUnit[],
  notes: readonly CalledNote[],
): { readonly units: readonly RawUnit[]; readonly differing: number } {
  const rows = units.filter(isNoteRow)
  const known = new Map<Language, readonly string[]>()
  const added = new Map<string, { tag: Language; text: string; paragraphs: AlignedParagraph[] }[]>()
  let differing = 0
  for (const { tag, mark, text, italics } of notes) {
    const lines = known.get(tag) ?? rows.flatMap((row) => linesOf(row, tag))
    known.set(tag, lines)
    const own = bare(text)
    if (lines.some((line) => bare(line).endsWith(own))) continue
    if (
      lines.some((line) => line.normalize('NFKC').startsWith(mark) && !/^\d/u.test(line.slice(mark.length)))
    ) {
      differing += 1
      continue
    }
    const line = `${mark} ${text}`
    const cut = line.length - text.length
    const paragraph: AlignedParagraph = {
      text: line,
      marks: [],
      italics: italics.map(({ from, to }) => ({ from: from + cut, to: to + cut })),
    }
    const same = added.get(mark) ?? []
    const before = same.find((each) => each.tag === tag)
    if (before === undefined) same.push({ tag, text: line, paragraphs: [paragraph] })
    else if (!before.text.split('\n').includes(line)) {
      before.text += `\n${line}`
      before.paragraphs.push(paragraph)
    }
    added.set(mark, same)
  }
  const taken = new Set(units.map(({ properties }) => properties['address'] ?? ''))
  const free = (mark: string): string => {
    let number = /^\d{1,3}$/u.test(mark) ? Number(mark) : 1
    while (taken.has(`fn${number}`)) number += 1
    taken.add(`fn${number}`)
    return `fn${number}`
  }
  const symbol = units.find(({ properties }) => properties['symbol'] !== undefined)?.properties['symbol']
  const own = [...added].map(([mark, texts]): RawUnit => ({
    id: null,
    texts,
    properties: { address: free(mark), ...(symbol !== undefined && { symbol }) },
  }))
  return { units: [...units, ...own], differing }
}
