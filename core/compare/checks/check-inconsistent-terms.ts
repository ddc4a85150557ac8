import type { Check as TextCheck, Finding, Language, Place, Span } from '../../model'
import { tokenize } from '../../text/tokenize'
import type { Check, CheckContext } from '../check-context'
import { makeFinding, type Side } from '../make-finding'
import { bothPresent, type Cell, type RowPair } from '../row-pair'

/** Rows that a pair of words must stand in to be a phrase that the text uses, and uses of a rendering to be the usual one. */
const LEAST_ROWS = 4
const USUAL = 3
const CLEARLY = 3

/** Words in a larger share of the rows answer nothing in particular. */
const MOST_ROWS = 0.25

/** Pairs of words less sure than this are not taken for an answer. */
const LEAST_TRUST = 0.3

/** From here on a departure is worth a look; before, it is only told. */
const STRONG_USES = 8
const STRONG_TRUST = 0.6
const STRONG = 0.52
const WEAK = 0.3

/** Shorter words of an alphabet are little words. */
const LEAST_LETTERS = 4

const HAN = /\p{Script=Han}/u
const LETTER = /\p{L}/u

interface Word extends Span {
  readonly address: string
  readonly stem: string
  readonly text: string
}

interface PhraseUse {
  readonly row: number
  readonly pivot: Side
}

/**
 * A phrase of two words of the pivot that has no concept in the term base, rendered in this row by another word than elsewhere in the text
 * (`rendered-otherwise`): both words are known to answer it, one stands three times or more and the other clearly less often, and never both in a row.
 */
export const checkInconsistentTerms: Check = (pairs, context) => {
  if (context.learned.length === 0) return []
  const rows = pairs.filter(bothPresent)
  const answers = learnedAnswers(context)
  const other = rows.map(({ other: cell }) => wordMap(wordsOf(cell)))
  const tooMany = Math.max(LEAST_ROWS, rows.length * MOST_ROWS)
  const frequent = rowCounts(other)
  return [...phrases(rows)].flatMap(([key, uses]) => {
    if (uses.length < LEAST_ROWS || uses.length > tooMany) return []
    const [head] = key.split(' ')
    const known = (answers.get(head!) ?? []).filter(({ word }) => (frequent.get(word) ?? 0) <= tooMany)
    return oddRenderings(uses, known, rows, other)
  })
}

interface Answer {
  readonly word: string
  readonly trust: number
}

function learnedAnswers(context: CheckContext): ReadonlyMap<string, readonly Answer[]> {
  const answers = new Map<string, Answer[]>()
  for (const { left, right, trust } of context.learned) {
    if (trust < LEAST_TRUST) continue
    const known = answers.get(left)
    if (known === undefined) answers.set(left, [{ word: right, trust }])
    else known.push({ word: right, trust })
  }
  return answers
}

function oddRenderings(
  uses: readonly PhraseUse[],
  known: readonly Answer[],
  rows: readonly RowPair[],
  other: readonly ReadonlyMap<string, Word>[],
): readonly Finding[] {
  const renderings = known
    .map(({ word, trust }) => ({ word, trust, uses: uses.filter(({ row }) => other[row]!.has(word)) }))
    .filter((one) => one.uses.length > 0)
    .sort((a, b) => b.uses.length - a.uses.length)
  const usual = renderings[0]
  if (usual === undefined || usual.uses.length < USUAL) return []
  return renderings.slice(1).flatMap((odd) => {
    const together = odd.uses.some(({ row }) => other[row]!.has(usual.word))
    if (together || odd.uses.length * CLEARLY > usual.uses.length) return []
    const strong = usual.uses.length >= STRONG_USES && Math.min(odd.trust, usual.trust) >= STRONG_TRUST
    const sought = other[usual.uses[0]!.row]!.get(usual.word)!.text
    return odd.uses.map(({ row, pivot }) =>
      makeFinding('term-inconsistent', rows[row]!, pivot, sideOf(other[row]!.get(odd.word)!), {
        rule: 'rendered-otherwise',
        sought: [sought],
        confidence: strong ? STRONG : WEAK,
      }),
    )
  })
}

function sideOf({ address, from, to, text }: Word): Side {
  return { place: { address, from, to }, text }
}

/** Two neighbouring words outside all terms, by their stems, with the first place in each row. */
function phrases(rows: readonly RowPair[]): ReadonlyMap<string, readonly PhraseUse[]> {
  const found = new Map<string, PhraseUse[]>()
  rows.forEach(({ pivot }, row) => {
    for (const { key, side } of phrasesOf(pivot)) {
      const known = found.get(key)
      if (known === undefined) found.set(key, [{ row, pivot: side }])
      else if (known.at(-1)!.row !== row) known.push({ row, pivot: side })
    }
  })
  return found
}

function phrasesOf(cell: Cell): readonly { readonly key: string; readonly side: Side }[] {
  const texts = new Map(cell.paragraphs.map(({ paragraph }) => [paragraph.address, paragraph.text]))
  const words = wordsOf(cell)
  return words.slice(1).flatMap((second, k) => {
    const first = words[k]!
    if (first.address !== second.address) return []
    const text = texts.get(first.address)!
    // Only spaces and apostrophes may stand between the two, so that they are one phrase; small words were left out before.
    if (/[^\p{L}\s'’]/u.test(text.slice(first.to, second.from)) || second.from - first.to > 6) return []
    const place: Place = { address: first.address, from: first.from, to: second.to }
    return [{ key: `${first.stem} ${second.stem}`, side: { place, text: text.slice(first.from, second.to) } }]
  })
}

/** Words of a cell that carry meaning and are part of no term; each two neighbouring Chinese characters count as one. */
function wordsOf({ language, paragraphs }: Cell): readonly Word[] {
  return paragraphs.flatMap(({ paragraph: { address, text }, hits, opening, names = [] }) => {
    const taken: readonly Span[] = [...hits, ...names, ...(opening === null ? [] : [opening])]
    const tokens = tokenize(text, language)
    return tokens.flatMap(({ from, to, stem }, k): readonly Word[] => {
      const next = tokens[k + 1]
      const pair = HAN.test(stem) && next !== undefined && next.from === to && HAN.test(next.stem)
      if (HAN.test(stem) && !pair) return []
      const end = pair ? next.to : to
      if (taken.some((span) => span.from < end && from < span.to)) return []
      if (!pair && (!LETTER.test(stem) || to - from < LEAST_LETTERS)) return []
      return [{ address, from, to: end, stem: pair ? stem + next.stem : stem, text: text.slice(from, end) }]
    })
  })
}

function wordMap(words: readonly Word[]): ReadonlyMap<string, Word> {
  return new Map([...words].reverse().map((word) => [word.stem, word]))
}

function rowCounts(rows: readonly ReadonlyMap<string, Word>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) for (const stem of row.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

/** Where one rendering of a phrase stands: the check by its number in the list, and the row. */
export interface RenderingUse {
  readonly check: number
  readonly row: string
}

/** A phrase of the pivot that is rendered in more than one way over a corpus, the commonest rendering first. */
export interface InconsistentTerm {
  readonly pivot: Language
  readonly language: Language
  /** As it stands where it is first used. */
  readonly phrase: string
  readonly renderings: readonly { readonly wording: string; readonly uses: readonly RenderingUse[] }[]
}

/** How much of a word's rows must be rows of the phrase for it to be a rendering, and how many of the phrase's rows the renderings must explain. */
const SPECIFIC = 0.7
const EXPLAINED = 0.7

/** Uses of the rarer rendering: over a corpus nothing was learned of before, one use is chance. */
const LEAST_ODD = 2

/**
 * Phrases of two words without a concept that a corpus renders in two ways or more: words of the other version that stand hardly anywhere but with the phrase,
 * never together, and between them in most of its rows. Told by counts over all checks; the commonest phrases first.
 */
export function inconsistentTerms(checks: readonly TextCheck[]): readonly InconsistentTerm[] {
  const byPair = new Map<
    string,
    { pivot: Language; language: Language; pairs: RowPair[]; uses: RenderingUse[] }
  >()
  checks.forEach((check, k) => {
    for (const language of check.versions.map((version) => version.language)) {
      if (language === check.pivot) continue
      const key = `${check.pivot} ${language}`
      const own = byPair.get(key) ?? { pivot: check.pivot, language, pairs: [], uses: [] }
      byPair.set(key, own)
      for (const pair of rowPairs(check, language).filter(bothPresent)) {
        own.pairs.push(pair)
        own.uses.push({ check: k, row: pair.row.id })
      }
    }
  })
  return [...byPair.values()].flatMap(({ pivot, language, pairs, uses }) =>
    inconsistentOf(pairs, uses).map((one) => ({ pivot, language, ...one })),
  )
}

function rowPairs(check: TextCheck, language: Language): readonly RowPair[] {
  const cell = (key: Language, addresses: readonly string[]): Cell => {
    const byAddress = new Map(
      check.versions
        .find((version) => version.language === key)
        ?.paragraphs.map((paragraph) => [paragraph.address, paragraph]),
    )
    return {
      language: key,
      paragraphs: addresses.flatMap((address) => {
        const paragraph = byAddress.get(address)
        const hits = check.hits[key]?.[address] ?? []
        return paragraph === undefined ? [] : [{ paragraph, mentions: [], opening: null, hits }]
      }),
    }
  }
  return check.rows.map((row) => ({
    row,
    pivot: cell(check.pivot, row.cells[check.pivot] ?? []),
    other: cell(language, row.cells[language] ?? []),
  }))
}

function inconsistentOf(
  pairs: readonly RowPair[],
  places: readonly RenderingUse[],
): readonly Pick<InconsistentTerm, 'phrase' | 'renderings'>[] {
  const other = pairs.map(({ other: cell }) => wordMap(wordsOf(cell)))
  const frequent = rowCounts(other)
  return [...phrases(pairs)]
    .filter(([, uses]) => uses.length >= LEAST_ROWS)
    .sort((a, b) => b[1].length - a[1].length)
    .flatMap(([, uses]) => {
      const rows = new Map<string, number[]>()
      for (const { row } of uses)
        for (const stem of other[row]!.keys()) rows.set(stem, [...(rows.get(stem) ?? []), row])
      const own = [...rows]
        .filter(([stem, list]) => list.length >= LEAST_ODD && list.length >= SPECIFIC * frequent.get(stem)!)
        .sort((a, b) => b[1].length - a[1].length)
      const [usual] = own
      if (usual === undefined || usual[1].length < USUAL) return []
      const odd = own.slice(1).find(([, list]) => !list.some((row) => usual[1].includes(row)))
      if (odd === undefined || usual[1].length + odd[1].length < EXPLAINED * uses.length) return []
      const renderings = [usual, odd].map(([stem, list]) => ({
        wording: other[list[0]!]!.get(stem)!.text,
        uses: list.map((row) => places[row]!),
      }))
      return [{ phrase: uses[0]!.pivot.text, renderings }]
    })
}
