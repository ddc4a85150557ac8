import { fold } from '../text/fold'
import { baseLanguage } from '../text/languages'
import { tokenize } from '../text/tokenize'
import type { JudgedWord } from './answers'
import type { CheckContext } from './check-context'
import type { Cell } from './row-pair'
import type { AnswerRate } from './term-rates'
import { conceptsOf, sameConcept, type Hit, type TermRow } from './term-pairs'

/** A term that its row does not answer, with all that says how surely it should have been. */
export interface OpenTerm {
  readonly row: TermRow
  readonly rows: readonly TermRow[]
  readonly hit: Hit
  /** The side that the hit stands on. */
  readonly side: 'pivot' | 'other'
  /** The hits of the other side that nothing answers. */
  readonly open: readonly Hit[]
  readonly rate: AnswerRate
  /** The words of the hit's side, judged by what answers them. */
  readonly judged: readonly JudgedWord[]
  readonly context: CheckContext
}

/** What a concept's chance to be answered is taken for before the text has shown it, and in how many rows' worth of belief. */
const LONG_TERM = 0.8
const SHORT_TERM = 0.6
const BELIEF = 2

/** A row's alignment at or above this is taken as it is. */
const SURE_ROW = 0.7

/** How much each piece of evidence counts, in nats: fitted by logistic regression on terms dropped and
 * replaced by the thousand and on those that untouched texts leave open; `base` is moved so that a warning is given wherever the evidence is not plainly against it. */
export const TERM_WEIGHTS = {
  base: 1.9,
  usual: 0.2,
  words: 0.5,
  instead: 1.5,
  never: -3,
  neighbour: -3,
  akinOpen: -1,
  initials: -2,
  readings: -1,
} as const

/** The evidence for a term's absence by name; each is 0 where there is none. */
export type TermEvidence = Readonly<Record<Exclude<keyof typeof TERM_WEIGHTS, 'base'>, number>>

/** How sure it is, 0–1, that a person would miss the term: from how often the text answers it, whether its words are answered otherwise, and what else may stand for it. */
export function weighTerm(term: OpenTerm): number {
  const evidence = termEvidence(term)
  let odds: number = TERM_WEIGHTS.base
  for (const [name, value] of Object.entries(evidence))
    odds += TERM_WEIGHTS[name as keyof TermEvidence] * value
  return Math.min(1, term.row.pair.row.confidence / SURE_ROW) / (1 + Math.exp(-odds))
}

/** Most nats that the words of a term may say for its absence, and against it: one word may answer two of them. */
const MOST_FOR = 6
const MOST_AGAINST = 4

/** Rows from which on a concept that no row answers is one whose rendering the base does not know. */
const SEVERAL = 2

/** What speaks for and against a term's absence. */
export function termEvidence(term: OpenTerm): TermEvidence {
  const { hit, judged, row, side, open, context } = term
  const { asked, answered } = term.rate(hit)
  const words = contentWords(term)
  const long = isLong(term, words)
  const prior = long ? LONG_TERM : SHORT_TERM
  const usual = (answered + prior * BELIEF) / (asked + BELIEF)
  const inside = judged.filter(
    ({ address, from, to }) => address === hit.place.address && from < hit.place.to && hit.place.from < to,
  )
  const said = inside.reduce(
    (sum, { lacking, ifAnswered, ifNot }) => sum + (lacking > 0 ? ifNot : ifAnswered),
    0,
  )
  const cell = side === 'pivot' ? row.pair.other : row.pair.pivot
  return {
    usual: Math.log(usual / (1 - usual)),
    words: Math.max(-MOST_AGAINST, Math.min(MOST_FOR, said)),
    never: asked >= SEVERAL && answered === 0 ? 1 : 0,
    instead: open.length > 0 ? 1 : 0,
    neighbour: hasSurplus(term) ? 1 : 0,
    akinOpen: longerTerms(term, words) ? 1 : 0,
    initials: hasInitials(cell, hit, side, context) ? 1 : 0,
    readings: hit.item.concepts.length > 1 ? 1 : 0,
  }
}

const LETTER = /\p{L}/u
const HAN = /\p{Script=Han}/u

/** Stems of the words that carry the term: short ones (articles, prepositions) are left out unless there are no others. */
function contentWords({ hit, side, context }: OpenTerm): readonly string[] {
  const tokens = tokenize(hit.text, side === 'pivot' ? context.pivot : context.other)
  const long = tokens.filter(({ from, to, stem }) => LETTER.test(stem) && (to - from > 3 || HAN.test(stem)))
  return (long.length > 0 ? long : tokens).map(({ stem }) => stem)
}

/** Three words, or four Chinese characters, or two words that both carry meaning: such a term is not paraphrased for its own sake. */
function isLong({ hit }: OpenTerm, words: readonly string[]): boolean {
  return HAN.test(hit.text) ? words.length >= 4 : words.length >= 2
}

function count(hits: readonly Hit[], hit: Hit): number {
  return hits.filter((own) => sameConcept(own, hit)).length
}

/** A neighbouring row where the concept stands more often than it is asked for has taken it over. */
function hasSurplus({ row, rows, hit, side }: OpenTerm): boolean {
  return [rows[row.index - 1], rows[row.index + 1]].some((one) => {
    if (one === undefined) return false
    const [own, answers] = side === 'pivot' ? [one.pivot, one.other] : [one.other, one.pivot]
    return count(answers, hit) > count(own, hit)
  })
}

/** A concept of the other side whose wording in this language holds the term's words, or is held by them, may be the same words cut otherwise. */
function longerTerms({ row, side, open, context }: OpenTerm, words: readonly string[]): boolean {
  const language = side === 'pivot' ? context.pivot : context.other
  const answers = side === 'pivot' ? row.other : row.pivot
  const own = side === 'pivot' ? row.pivot : row.other
  const akin = (candidate: Hit) =>
    conceptsOf(candidate, context).some((concept) =>
      (concept.terms[baseLanguage(language)] ?? []).some(({ wording }) => {
        const stems = new Set(tokenize(wording, language).map(({ stem }) => stem))
        const held = words.filter((word) => stems.has(word)).length
        return (
          held === words.length ||
          (held > 0 && [...stems].filter(isWord).every((stem) => words.includes(stem)))
        )
      }),
    )
  if (open.some(akin)) return true
  return answers.some((candidate) => akin(candidate) && count(answers, candidate) > count(own, candidate))
}

function isWord(stem: string): boolean {
  return stem.length > 2 || HAN.test(stem)
}

const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu

/** True where the other side has an acronym made of the first letters of one of the concept's wordings there. */
function hasInitials(cell: Cell, hit: Hit, side: 'pivot' | 'other', context: CheckContext): boolean {
  const acronyms = new Set(
    cell.paragraphs.flatMap(({ paragraph }) => paragraph.text.match(CAPITALS) ?? []).map(fold),
  )
  if (acronyms.size === 0) return false
  const language = side === 'pivot' ? context.other : context.pivot
  return conceptsOf(hit, context).some((concept) =>
    (concept.terms[baseLanguage(language)] ?? []).some(({ wording }) => {
      const words = wording.split(/[^\p{L}]+/u).filter((word) => word !== '')
      const initials = (list: readonly string[]) => fold(list.map((word) => word.charAt(0)).join(''))
      return acronyms.has(initials(words)) || acronyms.has(initials(words.filter((word) => word.length > 3)))
    }),
  )
}
