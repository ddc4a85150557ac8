import { FORMAL_NAME } from '../../text/formal-name'
import { baseLanguage } from '../../text/languages'
import type { Concept, Finding, Span, Term, TermBase } from '../../model'
import type { Check } from '../check-context'
import { makeFinding, type Side } from '../make-finding'
import { bothPresent, locate, type Cell, type Located, type RowPair } from '../row-pair'

/**
 * Countries, places and bodies that the other version does not name, or names another instead (`other-country`, `other-name`, `absent`, `extra`); a formal name against a
 * short one (`short-for-formal`), and a name out of use (`superseded`) against the present one. A wording of several names tells none of them, an adjective alone is little to go by,
 * and a name inside a term of the term base is the terms' business.
 */
export const checkNames: Check = (pairs, { knowledge }) => {
  const concepts = conceptsOf(knowledge.names)
  return pairs.filter(bothPresent).flatMap((pair) => {
    const [left, right] = [namesOf(pair.pivot, concepts), namesOf(pair.other, concepts)]
    return [...unansweredNames(pair, left, right), ...otherForms(pair, left, right)]
  })
}

/** A name in a cell with what the table says of it. */
interface Name extends Span {
  readonly concept: Concept
  readonly term: Term
  /** It stands in a term of the term base, or means other things too: it answers a name and asks for none. */
  readonly mute: boolean
}

type Names = readonly Located<Name>[]

/** A swapped name; one beside an adjective, `Kenya` against `French`; two adjectives. */
const SWAPPED = 0.85
const SWAPPED_ADJECTIVE = 0.6

/** A lone name: in a list of which the other version has the rest; anywhere else, where `our country` may stand for it; an adjective or a language. */
const LONE_IN_LIST = 0.6
const LONE = 0.4
const LONE_ADJECTIVE = 0.3

/** A name out of use where the other language has a choice too and took the present one; where it has none, or both are out of use, as in an old text. */
const SUPERSEDED = 0.7
const SUPERSEDED_UNSURE = 0.4

const SHORT_FOR_FORMAL = 0.4

function unansweredNames(pair: RowPair, left: Names, right: Names): readonly Finding[] {
  const [absent, extra] = [unanswered(left, right), unanswered(right, left)]
  const listed = left.some(
    (name) => isCountry(name) && right.some(({ item }) => item.concept === name.item.concept),
  )
  return [true, false].flatMap((country) => {
    const [gone, come] = [absent, extra].map((names) => names.filter((name) => isCountry(name) === country))
    return Array.from({ length: Math.max(gone!.length, come!.length) }, (_, k) => {
      const [expected, found] = [gone![k] ?? null, come![k] ?? null]
      const named = [expected, found].flatMap((name) => name ?? [])
      const swapped = named.length === 2
      const adjectives = named.filter(({ item }) => item.term.partOfSpeech === 'adjective').length
      const lone = adjectives > 0 ? LONE_ADJECTIVE : country && listed ? LONE_IN_LIST : LONE
      const rule = swapped ? (country ? 'other-country' : 'other-name') : found === null ? 'absent' : 'extra'
      return makeFinding(country ? 'country-name' : 'name', pair, expected, found, {
        rule,
        concept: named[0]!.item.concept.id,
        matched: named[0]!.item.term.wording,
        sought: soughtFor(expected, pair.other),
        confidence: swapped ? (adjectives === 1 ? SWAPPED_ADJECTIVE : SWAPPED) : lone,
      })
    })
  })
}

/** What the other version would have named a name with. */
const soughtFor = (name: Located<Name> | null, cell: Cell): readonly string[] =>
  name === null ? [] : presentNames(name.item.concept, cell).slice(0, 1)

/** The first mention of each name that asks and that the other side has under no form. */
function unanswered(names: Names, others: Names): Names {
  const known = new Set(others.map(({ item }) => item.concept))
  const asking = names.filter(({ item }) => !item.mute && !known.has(item.concept))
  return asking.filter((name, k) => asking.findIndex(({ item }) => item.concept === name.item.concept) === k)
}

/** Names that both versions have, in forms that do not go together. */
function otherForms(pair: RowPair, left: Names, right: Names): readonly Finding[] {
  const shared = [...new Set(left.map(({ item }) => item.concept))].filter((concept) =>
    right.some(({ item }) => item.concept === concept),
  )
  return shared.flatMap((concept) => {
    if (concept.field !== 'country') return []
    const [ours, theirs] = [left, right].map((names) =>
      names.filter(({ item }) => item.concept === concept && item.term.partOfSpeech !== 'adjective'),
    )
    return [
      ...superseded(pair, concept, ours!, theirs!),
      ...(formalAgainstShort(pair, concept, ours!, theirs!) ?? []),
    ]
  })
}

function superseded(pair: RowPair, concept: Concept, left: Names, right: Names): readonly Finding[] {
  const [old, answer] = [left, right].map((names) => names.find(({ item }) => isOld(item) && !item.mute))
  if ((old === undefined && answer === undefined) || left.length === 0 || right.length === 0) return []
  const [side, cell, other, others] =
    answer === undefined ? [old!, pair.pivot, pair.other, right] : [answer, pair.other, pair.pivot, left]
  const chosen = termsOf(concept, other).some(({ status }) => status === 'deprecated')
  const present = others.some(({ item }) => !isOld(item))
  const [expected, found]: readonly Side[] = [old ?? left[0]!, answer ?? right[0]!]
  return [
    makeFinding('country-name', pair, expected!, found!, {
      rule: 'superseded',
      concept: concept.id,
      matched: side.item.term.wording,
      sought: presentNames(concept, cell).slice(0, 1),
      confidence: chosen && present ? SUPERSEDED : SUPERSEDED_UNSURE,
    }),
  ]
}

function formalAgainstShort(
  pair: RowPair,
  concept: Concept,
  left: Names,
  right: Names,
): readonly Finding[] | null {
  // Where a language's short name is its formal one, there is no choice to compare.
  if (![pair.pivot, pair.other].every((cell) => termsOf(concept, cell).some(isFormal))) return null
  if (left.length === 0 || right.length === 0) return null
  const [formal, short] = [
    [left, right].map((names) => names.every(({ item }) => isFormal(item.term))),
    [left, right].map((names) =>
      names.every(({ item }) => !isFormal(item.term) && !isOld(item) && !item.mute),
    ),
  ]
  if (!((formal[0] && short[1]) || (short[0] && formal[1]))) return null
  const sought = termsOf(concept, pair.other).filter((term) => isFormal(term) === formal[0])
  return [
    makeFinding('country-name', pair, left[0]!, right[0]!, {
      rule: 'short-for-formal',
      concept: concept.id,
      matched: left[0]!.item.term.wording,
      sought: sought.slice(0, 1).map(({ wording }) => wording),
      confidence: SHORT_FOR_FORMAL,
    }),
  ]
}

const isCountry = ({ item }: Located<Name>) => item.concept.field === 'country'
const isOld = ({ term }: Name) => term.status === 'deprecated'
const isFormal = ({ note }: Term) => note === FORMAL_NAME

const termsOf = (concept: Concept, { language }: Cell): readonly Term[] =>
  concept.terms[baseLanguage(language)] ?? []

/** Names in use, the preferred first. */
const presentNames = (concept: Concept, cell: Cell) =>
  termsOf(concept, cell)
    .filter(({ status, partOfSpeech }) => status !== 'deprecated' && partOfSpeech !== 'adjective')
    .map(({ wording }) => wording)

function namesOf(cell: Cell, concepts: ReadonlyMap<string, Concept>): Names {
  return locate(cell, ({ names = [], hits }) =>
    names.flatMap((hit): readonly Name[] => {
      const concept = hit.concepts.length === 1 ? concepts.get(hit.concepts[0]!) : undefined
      const term = concept && termsOf(concept, cell).find(({ wording }) => wording === hit.wording)
      if (concept === undefined || term === undefined) return []
      const inTerm = hits.some(({ from, to }) => from < hit.to && hit.from < to)
      return [{ from: hit.from, to: hit.to, concept, term, mute: inTerm || term.weak === true }]
    }),
  )
}

/** Entries that are no names and only keep a shorter name inside them from being found. */
const GUARD = 'n-guard'

const byId = new WeakMap<TermBase, ReadonlyMap<string, Concept>>()

function conceptsOf(names: TermBase): ReadonlyMap<string, Concept> {
  const known = byId.get(names)
  if (known !== undefined) return known
  const made = new Map(names.filter(({ id }) => !id.startsWith(GUARD)).map((one) => [one.id, one]))
  byId.set(names, made)
  return made
}
