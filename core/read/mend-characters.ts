import type {
  AddressedDocument,
  AlignedDocument,
  AlignedParagraph,
  AlignedUnit,
  Block,
  Notice,
  PlainDocument,
} from '../model'

/** Signs of direction that no one sees: marks, embeddings, overrides and isolates (UAX 9). They are part of the text and stay. */
const DIRECTION = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** Halves of surrogate pairs, and NUL, which no file that is written can hold. */
const UNFIT = /\p{Surrogate}|\0/gu

interface Counts {
  direction: number
  halves: number
  nulls: number
}

/** The text with what no file can hold replaced, character for character, so that offsets stay. */
function mend(text: string, counts: Counts): string {
  counts.direction += text.match(DIRECTION)?.length ?? 0
  return text.replace(UNFIT, (found) => {
    if (found === '\0') counts.nulls += 1
    else counts.halves += 1
    return '\uFFFD'
  })
}

function noticesOf({ direction, halves, nulls }: Counts, had: readonly Notice[] = []): readonly Notice[] {
  const found: readonly Notice[] = [
    { code: 'bidi-controls', detail: '', count: direction },
    { code: 'lone-surrogates', detail: '', count: halves },
    { code: 'null-characters', detail: '', count: nulls },
  ]
  const fresh = found.filter(({ code, count }) => count > 0 && !had.some((notice) => notice.code === code))
  return [...had, ...fresh]
}

/** A document whose texts hold neither halves of characters nor NUL: each becomes U+FFFD. Those, and the invisible signs of direction that stay, get a notice where there is none yet. */
export function mendCharacters(document: PlainDocument): PlainDocument {
  const counts = { direction: 0, halves: 0, nulls: 0 }
  const mended = (block: Block): Block => ({ ...block, text: mend(block.text, counts) })
  const blocks = document.blocks.map(mended)
  const notes = document.notes?.map(mended)
  const notices = noticesOf(counts, document.notices)
  return {
    ...document,
    blocks,
    ...(notes !== undefined && { notes }),
    ...(notices.length > 0 && { notices }),
  }
}

/** Paragraphs mended alike; what is found in them is counted in the lines of their unit. */
function mendParts(
  paragraphs: NonNullable<AlignedUnit['paragraphs']>,
): NonNullable<AlignedUnit['paragraphs']> {
  const counts = { direction: 0, halves: 0, nulls: 0 }
  const mended = (one: AlignedParagraph): AlignedParagraph => {
    const text = mend(one.text, counts)
    const label = typeof one.label === 'string' ? mend(one.label, counts) : one.label
    const marks = one.marks.map(({ mark }) => mend(mark, counts))
    // Of very many paragraphs hardly one has anything to mend.
    if (text === one.text && label === one.label && marks.every((mark, k) => mark === one.marks[k]?.mark))
      return one
    return {
      ...one,
      text,
      marks: one.marks.map((each, k) => ({ ...each, mark: marks[k] ?? each.mark })),
      ...(label !== undefined && { label }),
    }
  }
  return Object.fromEntries(Object.entries(paragraphs).map(([key, own]) => [key, own.map(mended)]))
}

/** The same for versions that are aligned already. */
export function mendUnits(aligned: AlignedDocument): AlignedDocument {
  const counts = { direction: 0, halves: 0, nulls: 0 }
  const each = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, mend(text, counts)]))
  const units = aligned.units.map((unit) => ({
    ...unit,
    texts: each(unit.texts),
    properties: each(unit.properties),
    ...(unit.paragraphs !== undefined && { paragraphs: mendParts(unit.paragraphs) }),
  }))
  const heads = Object.entries(aligned.heads ?? {}).map(([key, head]) => {
    const { symbol, title } = head
    const mended = {
      ...head,
      ...(typeof symbol === 'string' && { symbol: mend(symbol, counts) }),
      ...(typeof title === 'string' && { title: mend(title, counts) }),
    }
    return [key, mended] as const
  })
  const notices = noticesOf(counts, aligned.notices)
  return {
    ...aligned,
    units,
    ...(heads.length > 0 && { heads: Object.fromEntries(heads) }),
    ...(notices.length > 0 && { notices }),
  }
}

/** The same for a version whose paragraphs are addressed already. */
export function mendParagraphs(addressed: AddressedDocument): AddressedDocument {
  const counts = { direction: 0, halves: 0, nulls: 0 }
  const paragraphs = addressed.paragraphs.map((each) => ({ ...each, text: mend(each.text, counts) }))
  const notices = noticesOf(counts, addressed.notices)
  return { ...addressed, paragraphs, ...(notices.length > 0 && { notices }) }
}
