import { fold } from '../../text/fold'
import type { Concept, Language, Term, TermBase } from '../../model'

/** Concepts that became one: it keeps the id of the first, and `from` are the ids of the others. */
export interface Merge {
  readonly id: string
  readonly from: readonly string[]
}

/** How many languages must agree before two concepts are one: a single shared wording is often a homonym. */
const AGREEING = 2

/**
 * Joins concepts that share a preferred wording in at least two languages (case and spelling variants aside), also by way of a third. The result stands at the
 * first one's place, with the wordings of all; a wording that several have keeps the first one's status, and a language keeps one preferred wording. What the
 * first has no field, definition, source or note for is taken from the others; where they differ, the other's goes into the note.
 */
export function mergeDuplicates(base: TermBase): {
  readonly base: TermBase
  readonly merged: readonly Merge[]
} {
  const groups = groupDuplicates(base)
  return {
    base: groups.map(([first, ...others]) => others.reduce(unite, first!)),
    merged: groups
      .filter((group) => group.length > 1)
      .map(([first, ...others]) => ({ id: first!.id, from: others.map(({ id }) => id) })),
  }
}

/** The concepts of a base, those together that are one by `mergeDuplicates`; groups and their members in the order of the base. */
export function groupDuplicates(base: TermBase): readonly (readonly Concept[])[] {
  const first = base.map((_, k) => k)
  const rootOf = (k: number): number => (first[k] === k ? k : rootOf(first[k]!))
  for (const [a, b] of agreeingPairs(base)) {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y)
    first[high!] = low!
  }
  const groups = new Map<number, Concept[]>()
  for (const [k, concept] of base.entries()) {
    const group = groups.get(rootOf(k))
    if (group === undefined) groups.set(rootOf(k), [concept])
    else group.push(concept)
  }
  return [...groups.values()]
}

function agreeingPairs(base: TermBase): readonly (readonly [number, number])[] {
  const owners = new Map<string, Set<number>>()
  for (const [k, { terms }] of base.entries()) {
    for (const [language, list] of Object.entries(terms)) {
      for (const { wording, status } of list) {
        if (status !== 'preferred' || wording.trim() === '') continue
        const key = `${language}\n${fold(wording)}`
        owners.set(key, (owners.get(key) ?? new Set()).add(k))
      }
    }
  }
  const agreed = new Map<string, Set<Language>>()
  for (const [key, set] of owners) {
    const list = [...set]
    const language = key.slice(0, key.indexOf('\n'))
    list.forEach((a, k) => {
      for (const b of list.slice(k + 1)) {
        const pair = `${a} ${b}`
        agreed.set(pair, (agreed.get(pair) ?? new Set()).add(language))
      }
    })
  }
  return [...agreed]
    .filter(([, languages]) => languages.size >= AGREEING)
    .map(([pair]) => {
      const [a, b] = pair.split(' ').map(Number)
      return [a!, b!]
    })
}

function unite(one: Concept, other: Concept): Concept {
  const languages = [...new Set([...Object.keys(one.terms), ...Object.keys(other.terms)])]
  const terms = languages.map((language) => [
    language,
    uniteTerms(one.terms[language] ?? [], other.terms[language] ?? []),
  ])
  const differing = [other.definition, other.source, other.note].filter(
    (text, k) =>
      text !== undefined &&
      text !== '' &&
      [one.definition, one.source, one.note][k] !== undefined &&
      [one.definition, one.source, one.note][k] !== text,
  )
  const note = [one.note ?? other.note, ...differing].filter((text) => text !== undefined).join('\n')
  return {
    ...other,
    ...one,
    field: one.field === '' ? other.field : one.field,
    ...(note !== '' && { note }),
    terms: Object.fromEntries(terms) as Concept['terms'],
  }
}

function uniteTerms(own: readonly Term[], others: readonly Term[]): readonly Term[] {
  const known = new Set(own.map(({ wording }) => fold(wording)))
  const decided = own.some(({ status }) => status === 'preferred')
  const added = others.filter(({ wording }) => !known.has(fold(wording)))
  return [
    ...own,
    ...added.map((term): Term =>
      decided && term.status === 'preferred' ? { ...term, status: 'admitted' } : term,
    ),
  ]
}
