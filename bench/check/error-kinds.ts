import type { Concept, FindingCode, Language, Paragraph, TermHit } from '../../core/model'
import { findMentions } from '../../core/text/find-mentions'
import { splitSentences } from '../../core/text/split-sentences'
import { pick } from '../../__tests__/support/random'
import { DENIED, MODALS, MONTHS, NEGATIONS, PIVOT_MODAL, PIVOT_NEGATION, type Swap } from './error-words'

/** A row of one paragraph a side, and what is known of it: where an error may be put. */
export interface Site {
  readonly language: Language
  readonly pivot: Paragraph
  readonly other: Paragraph
  readonly terms: { readonly pivot: readonly TermHit[]; readonly other: readonly TermHit[] }
  readonly names: { readonly pivot: readonly TermHit[]; readonly other: readonly TermHit[] }
  /** Concepts that a wrong term or country is taken from. */
  readonly concepts: ReadonlyMap<string, Concept>
  readonly countries: readonly Concept[]
}

/** A kind of error: what it does to the other version's paragraph, null where it cannot, and the codes that name it rightly. */
export interface ErrorKind {
  readonly codes: readonly FindingCode[]
  readonly make: (site: Site, random: () => number) => Paragraph | null
}

/** The kinds of error by name. */
export const ERROR_KINDS: Readonly<Record<string, ErrorKind>> = {
  digit: { codes: ['number', 'date', 'symbol'], make: changeDigit },
  month: { codes: ['date'], make: changeMonth },
  symbol: { codes: ['symbol', 'number'], make: changeSymbol },
  footnote: { codes: ['footnote'], make: dropMark },
  untranslated: { codes: ['untranslated'], make: leaveUntranslated },
  'term dropped': { codes: ['term-missing', 'name', 'country-name', 'omission'], make: dropTerm },
  'term replaced': { codes: ['term-missing', 'term-added', 'name', 'country-name'], make: replaceTerm },
  country: { codes: ['country-name', 'name', 'term-missing'], make: swapCountry },
  negation: { codes: ['negation', 'obligation'], make: dropNegation },
  modality: { codes: ['obligation'], make: changeModal },
  // Whatever names something of the clause that is gone leads the reader to it.
  clause: {
    codes: [
      'omission',
      'length',
      'term-missing',
      'name',
      'country-name',
      'number',
      'date',
      'symbol',
      'negation',
      'obligation',
    ],
    make: dropClause,
  },
}

function choose<T>(list: readonly T[], random: () => number): T | null {
  return list[pick(random, list.length)] ?? null
}

/** The paragraph with a stretch of its text replaced; marks behind it move, marks inside it stay at its beginning. Spaces left double are one again. */
function replace(paragraph: Paragraph, from: number, to: number, by: string): Paragraph {
  const before = paragraph.text.slice(0, from)
  const after = paragraph.text.slice(to)
  const closed =
    by === '' && (before === '' || before.endsWith(' ')) ? after.replace(/^[\s،,，]+/u, '') : after
  const gone = to - from - by.length + after.length - closed.length
  return {
    ...paragraph,
    text: before + by + closed,
    marks: paragraph.marks.map((mark) =>
      mark.at <= from ? mark : { ...mark, at: Math.max(from, mark.at - gone) },
    ),
    italics: [],
  }
}

const DIGIT = /\p{Nd}/gu

function otherDigit(text: string, at: number, random: () => number): string {
  const zero =
    text.charCodeAt(at) -
    Number(text[at]!.normalize('NFKC').replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - 0x660)))
  const old = text.charCodeAt(at) - zero
  // Never to a figure that begins with nothing.
  const next = 1 + ((old + pick(random, 8)) % 9)
  return String.fromCharCode(zero + (next === old ? (old % 9) + 1 : next))
}

function changeFigure(
  kind: 'number' | 'symbol',
  { language, other, pivot }: Site,
  random: () => number,
): Paragraph | null {
  const shared = new Set(findMentions(pivot.text, 'fr').map(({ value }) => value))
  const mention = choose(
    findMentions(other.text, language).filter(
      (own) =>
        own.kind === kind &&
        own.written === 'figures' &&
        shared.has(own.value) &&
        /\p{Nd}/u.test(other.text.slice(own.from, own.to)),
    ),
    random,
  )
  if (mention === null) return null
  const places = [...other.text.slice(mention.from, mention.to).matchAll(DIGIT)].map(
    ({ index }) => mention.from + index,
  )
  const at = choose(places, random)!
  return replace(other, at, at + 1, otherDigit(other.text, at, random))
}

function changeDigit(site: Site, random: () => number): Paragraph | null {
  return changeFigure('number', site, random)
}

function changeSymbol(site: Site, random: () => number): Paragraph | null {
  return changeFigure('symbol', site, random)
}

function changeMonth({ language, other }: Site, random: () => number): Paragraph | null {
  const months = MONTHS[language] ?? []
  const mention = choose(
    findMentions(other.text, language).filter(({ kind }) => kind === 'date'),
    random,
  )
  if (mention === null) return null
  const written = other.text.slice(mention.from, mention.to)
  const k = months.findLastIndex((month) => written.includes(month))
  if (k < 0) return null
  const at = mention.from + written.indexOf(months[k]!)
  const next = months[(k + 1 + pick(random, 11)) % 12]!
  return replace(other, at, at + months[k]!.length, next)
}

function dropMark({ other, pivot }: Site, random: () => number): Paragraph | null {
  const shared = other.marks.filter(
    ({ note }) => note !== null && pivot.marks.some((mark) => mark.note === note),
  )
  const gone = choose(shared, random)
  return gone === null ? null : { ...other, marks: other.marks.filter((mark) => mark !== gone) }
}

const HAN = /\p{Script=Han}/gu
const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu

/** Words of a text; of Chinese a word to every character and a half. */
function countWords(text: string, language: Language): number {
  return language === 'zh'
    ? Math.floor((text.match(HAN)?.length ?? 0) / 1.5)
    : (text.match(WORD)?.length ?? 0)
}

function leaveUntranslated({ language, pivot, other }: Site, random: () => number): Paragraph | null {
  const [own, french] = [splitSentences(other.text, language), splitSentences(pivot.text, 'fr')]
  const textOf = ({ text }: Paragraph, { from, to }: { from: number; to: number }) => text.slice(from, to)
  if (own.length !== french.length || own.length === 1)
    return countWords(pivot.text, 'fr') < 6 ? null : replace(other, 0, other.text.length, pivot.text)
  const k = choose(
    french.flatMap((sentence, index) => (countWords(textOf(pivot, sentence), 'fr') >= 6 ? [index] : [])),
    random,
  )
  return k === null ? null : replace(other, own[k]!.from, own[k]!.to, textOf(pivot, french[k]!))
}

/** Hits of the other version that stand once on either side for one concept. */
function answered(hits: Site['terms'], accept: (id: string) => boolean): readonly TermHit[] {
  const count = (list: readonly TermHit[], id: string) =>
    list.filter(({ concepts, weak }) => weak !== true && concepts.includes(id)).length
  return hits.other.filter(
    ({ concepts, weak }) =>
      weak !== true &&
      concepts.length === 1 &&
      accept(concepts[0]!) &&
      count(hits.other, concepts[0]!) === 1 &&
      count(hits.pivot, concepts[0]!) === 1,
  )
}

function dropTerm({ terms, other, language }: Site, random: () => number): Paragraph | null {
  const hit = choose(
    answered(terms, () => true),
    random,
  )
  if (hit === null || countWords(other.text, language) < 6) return null
  return replace(other, hit.from, hit.to, '')
}

function replaceTerm({ terms, other, language, concepts }: Site, random: () => number): Paragraph | null {
  const hit = choose(
    answered(terms, () => true),
    random,
  )
  const field = hit === null ? null : concepts.get(hit.concepts[0]!)?.field
  if (hit === null || field === undefined) return null
  const present = new Set(terms.other.flatMap((own) => own.concepts))
  const wording = choose(
    [...concepts.values()].filter((concept) => concept.field === field && !present.has(concept.id)),
    random,
  )?.terms[language]?.[0]?.wording
  return wording === undefined ? null : replace(other, hit.from, hit.to, wording)
}

function swapCountry({ names, other, language, countries }: Site, random: () => number): Paragraph | null {
  const ids = new Set(countries.map(({ id }) => id))
  const hit = choose(
    answered(names, (id) => ids.has(id)),
    random,
  )
  if (hit === null) return null
  const present = new Set(names.other.flatMap((own) => own.concepts))
  const wording = choose(
    countries.filter(({ id }) => !present.has(id)),
    random,
  )?.terms[language]?.[0]?.wording
  return wording === undefined ? null : replace(other, hit.from, hit.to, wording)
}

function swapWord(
  swaps: readonly Swap[],
  other: Paragraph,
  random: () => number,
  accept: (before: string) => boolean = () => true,
): Paragraph | null {
  const found = swaps.flatMap(({ from, to }) =>
    [...other.text.matchAll(from)].map(({ index, 0: written }) => ({
      from: index,
      to: index + written.length,
      by: to,
    })),
  )
  const one = choose(
    found.filter(({ from }) => accept(other.text.slice(0, from))),
    random,
  )
  return one === null ? null : replace(other, one.from, one.to, one.by)
}

function dropNegation({ language, pivot, other }: Site, random: () => number): Paragraph | null {
  return PIVOT_NEGATION.test(pivot.text) ? swapWord(NEGATIONS[language] ?? [], other, random) : null
}

function changeModal({ language, pivot, other }: Site, random: () => number): Paragraph | null {
  if (!PIVOT_MODAL.test(pivot.text)) return null
  return swapWord(MODALS[language] ?? [], other, random, (before) => !DENIED[language]!.test(before))
}

const CLAUSE_END = /[,;،؛，；]/gu
const LEAST_CLAUSE = 8
const MOST_CLAUSE = 25

function dropClause({ language, other }: Site, random: () => number): Paragraph | null {
  const { text } = other
  const cuts = [0, ...[...text.matchAll(CLAUSE_END)].map(({ index }) => index), text.length]
  const clauses = cuts.slice(1).flatMap((to, k) => {
    const from = cuts[k]!
    const words = countWords(text.slice(from, to), language)
    const rest = countWords(text, language) - words
    return words >= LEAST_CLAUSE && words <= MOST_CLAUSE && rest >= LEAST_CLAUSE ? [{ from, to }] : []
  })
  const one = choose(clauses, random)
  return one === null ? null : replace(other, one.from, one.to, '')
}
