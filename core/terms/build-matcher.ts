import { baseLanguage } from '../text/languages'
import { makeUnitReader, type UnitReader } from './read-units'
import type { Language, Term, TermBase, TermStatus } from '../model'

/** A wording that ends at a node of the trie. */
export interface Ending {
  /** As the term base has it. */
  readonly wording: string
  /** Ids of the concepts that have it, in the order of the base. */
  readonly concepts: readonly string[]
  /** What the base says of it; where several concepts have it, the best that any says. */
  readonly status: TermStatus
  /** Folded words unit by unit; null where the form says nothing (commas, little words). */
  readonly words: readonly (string | null)[]
  /** The form to be found letter by letter, or null where any inflection will do. */
  readonly exact: string | null
}

/** A node of the trie over unit keys. */
export interface TrieNode {
  readonly next: ReadonlyMap<string, TrieNode>
  readonly endings: readonly Ending[]
}

/** The wordings of one language, ready to be looked for. */
export interface Matcher {
  readonly language: Language
  /** Turns a text into the units of the trie. */
  readonly readUnits: UnitReader
  readonly root: TrieNode
}

interface OpenEnding extends Ending {
  readonly concepts: string[]
  status: TermStatus
}

/** Best first. */
const STATUSES: readonly TermStatus[] = ['preferred', 'admitted', 'deprecated', 'forbidden']

interface OpenNode {
  readonly next: Map<string, OpenNode>
  readonly endings: OpenEnding[]
}

/**
 * Lays the wordings of a term base out for one language (a second version, `fr-2`, uses those of `fr`); deprecated and forbidden ones are found
 * like the others. A language that the base does not have gives a matcher that finds nothing; a wording without any letter or digit is
 * passed over.
 */
export function buildMatcher(base: TermBase, language: Language): Matcher {
  const readUnits = makeUnitReader(language)
  const root: OpenNode = { next: new Map(), endings: [] }
  for (const { id, terms } of base) {
    const key = Object.hasOwn(terms, language) ? language : baseLanguage(language)
    for (const term of Object.hasOwn(terms, key) ? (terms[key] ?? []) : []) addTerm(root, term, id, readUnits)
  }
  return { language, readUnits, root }
}

function addTerm(root: OpenNode, term: Term, concept: string, readUnits: UnitReader) {
  const units = readUnits(term.wording).filter((unit) => !unit.skip)
  if (units.length === 0) return
  let node = root
  for (const unit of units) {
    // A wording stands as in a dictionary, so of an Arabic word's readings the first.
    const key = unit.keys[0] ?? ''
    const next = node.next.get(key) ?? { next: new Map(), endings: [] }
    node.next.set(key, next)
    node = next
  }
  const exact = term.match === 'exact' ? exactForm(term.wording) : null
  const words = units.map((unit) => unit.word)
  const same = node.endings.find(
    (ending) => ending.exact === exact && ending.words.join(' ') === words.join(' '),
  )
  const { wording, status } = term
  if (same === undefined) {
    node.endings.push({ wording, status, concepts: [concept], words, exact })
    return
  }
  if (!same.concepts.includes(concept)) same.concepts.push(concept)
  if (STATUSES.indexOf(status) < STATUSES.indexOf(same.status)) same.status = status
}

/** The form in which an exact wording compares: letters, case and accents as they are; one kind of space and apostrophe. */
export function exactForm(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(/[’ʼ＇]/gu, "'")
}
