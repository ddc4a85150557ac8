import type { Language, Row, Version } from '../core/model'
import { contentHash } from './content-hash'

/**
 * A paragraph by what it says: the hash of its words, and which of the paragraphs of its version with the very same words it is (`nth` from 0, of `of`). `address` is where it stood
 * when it was referred to, for people to read.
 */
export interface ParagraphRef {
  readonly hash: string
  readonly nth: number
  readonly of: number
  readonly address: string
}

/** References by version (its language key), in reading order. */
export type CellRefs = Readonly<Record<Language, readonly ParagraphRef[]>>

/** The references of all paragraphs of versions, by language key, then by address. */
export type RefIndex = ReadonlyMap<Language, ReadonlyMap<string, ParagraphRef>>

/** Why a reference leads nowhere: no such words any more, or another number of paragraphs with these words, so that nobody knows which is meant. */
export type LostReason = 'missing' | 'ambiguous'

/** A reference that leads nowhere. */
export interface LostRef {
  readonly language: Language
  readonly ref: ParagraphRef
  readonly reason: LostReason
}

/** Makes the references of all paragraphs of versions. */
export function indexRefs(versions: readonly Version[]): RefIndex {
  return new Map(versions.map((version) => [version.language, refsOf(version)]))
}

/** Versions never change, so what was made of one holds as long as it is in memory. */
const REFS = new WeakMap<Version, ReadonlyMap<string, ParagraphRef>>()
const PLACES = new WeakMap<ReadonlyMap<string, ParagraphRef>, ReadonlyMap<string, ParagraphRef>>()

function refsOf(version: Version): ReadonlyMap<string, ParagraphRef> {
  const known = REFS.get(version) ?? makeRefs(version)
  REFS.set(version, known)
  return known
}

/** The references of a version by what they say. */
function placesOf(refs: ReadonlyMap<string, ParagraphRef>): ReadonlyMap<string, ParagraphRef> {
  const known = PLACES.get(refs) ?? new Map([...refs.values()].map((ref) => [refKey(ref), ref]))
  PLACES.set(refs, known)
  return known
}

function makeRefs({ paragraphs }: Version): ReadonlyMap<string, ParagraphRef> {
  const hashes = paragraphs.map(({ text }) => contentHash(text))
  const counts = new Map<string, number>()
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1)
  const seen = new Map<string, number>()
  return new Map(
    paragraphs.map(({ address }, k) => {
      const hash = hashes[k]!
      const nth = seen.get(hash) ?? 0
      seen.set(hash, nth + 1)
      return [address, { hash, nth, of: counts.get(hash)!, address }]
    }),
  )
}

/** A row's cells as references; addresses that no version has are left out. */
export function cellRefs(cells: Row['cells'], index: RefIndex): CellRefs {
  return Object.fromEntries(
    Object.entries(cells).map(([language, addresses]) => [
      language,
      addresses.flatMap((address) => index.get(language)?.get(address) ?? []),
    ]),
  )
}

/** The key of what a row holds: equal for equal words in equal languages, wherever they stand. Languages without a paragraph count too: their absence is what was confirmed. */
export function cellKey(cells: CellRefs): string {
  const parts = Object.entries(cells)
    .map(([language, refs]) => `${language} ${refs.map(refKey).sort().join()}`)
    .sort()
  return contentHash(parts.join('\n'))
}

/** What two references to one paragraph have in common. */
export function refKey({ hash, nth }: ParagraphRef): string {
  return `${hash}.${nth}`
}

/** Whether two sets of references have a paragraph in common. */
export function overlap(one: CellRefs, other: CellRefs): boolean {
  return Object.entries(one).some(([language, refs]) => {
    const there = new Set((other[language] ?? []).map(refKey))
    return refs.some((ref) => there.has(refKey(ref)))
  })
}

/** Where references lead in the present versions: addresses by language, and what leads nowhere. Languages that are not at hand are left out. */
export function resolveRefs(
  cells: CellRefs,
  index: RefIndex,
): { readonly cells: Readonly<Record<Language, readonly string[]>>; readonly lost: readonly LostRef[] } {
  const lost: LostRef[] = []
  const found: Record<Language, readonly string[]> = {}
  for (const [language, refs] of Object.entries(cells)) {
    const there = index.get(language)
    if (there === undefined) continue
    const places = placesOf(there)
    found[language] = refs.flatMap((ref) => {
      const now = places.get(refKey(ref)) ?? places.get(refKey({ ...ref, nth: 0 }))
      if (now?.of === ref.of) return [now.address]
      lost.push({ language, ref, reason: now === undefined ? 'missing' : 'ambiguous' })
      return []
    })
  }
  return { cells: found, lost }
}
