import type { Language, UnLanguage } from '../../model'
import { fold } from '../../text/fold'
import { baseLanguage } from '../../text/languages'
import type { Check, CheckContext } from '../check-context'
import { makeFinding } from '../make-finding'
import type { Cell } from '../row-pair'
import { conceptsOf, sameConcept, soughtWordings, termRows, type Hit } from '../term-pairs'

/** Words that turn two terms into a directed pair: what stands before the first (anything where there is no such word) and what stands between them. */
interface Connective {
  readonly relation: 'from-to' | 'rather-than'
  readonly before: readonly string[]
  readonly between: readonly string[]
  /** True where the second term is the one that is preferred or left: `вместо Y X`. */
  readonly turned?: boolean
}

const CONNECTIVES: Readonly<Record<UnLanguage, readonly Connective[]>> = {
  ar: [
    { relation: 'from-to', before: ['من'], between: ['إلى', 'نحو'] },
    { relation: 'rather-than', before: [], between: ['بدلا من', 'عوضا عن', 'وليس', 'لا'] },
  ],
  zh: [
    { relation: 'from-to', before: ['从', '由', '自'], between: ['到', '向', '至', '转向', '过渡到', '转为'] },
    { relation: 'rather-than', before: [], between: ['而不是', '而非', ',而不是', ',而非'] },
    { relation: 'rather-than', before: ['不是'], between: ['而是', ',而是'], turned: true },
  ],
  en: [
    { relation: 'from-to', before: ['from', 'from the'], between: ['to', 'to the', 'into', 'towards'] },
    { relation: 'rather-than', before: [], between: ['rather than', 'instead of', 'rather than the', 'and not', ', not'] },
  ],
  fr: [
    { relation: 'from-to', before: ['de', 'du', 'de la', "de l'", 'des', "d'"], between: ['à', 'au', 'à la', "à l'", 'aux', 'vers', 'vers la', 'vers le', "vers l'"] },
    { relation: 'rather-than', before: [], between: ['plutôt que', 'plutôt que de', 'plutôt que la', 'plutôt que le', "plutôt que l'", 'au lieu de', 'au lieu du', 'au lieu de la', "au lieu de l'", 'et non', ', et non'] },
  ],
  ru: [
    { relation: 'from-to', before: ['от', 'из', 'с', 'со'], between: ['к', 'ко', 'до', 'в', 'на'] },
    { relation: 'rather-than', before: [], between: [', а не', 'а не', 'вместо', 'а не на', ', а не на'] },
    { relation: 'rather-than', before: ['не'], between: [', а', 'а'], turned: true },
  ],
  es: [
    { relation: 'from-to', before: ['de', 'del', 'de la', 'desde', 'desde la', 'desde el'], between: ['a', 'al', 'a la', 'hacia', 'hacia la', 'hacia el', 'hasta'] },
    { relation: 'rather-than', before: [], between: ['en lugar de', 'en lugar del', 'en lugar de la', 'en vez de', 'en vez del', 'en vez de la', 'y no', 'antes que'] },
  ],
} // prettier-ignore

interface Directed {
  readonly relation: Connective['relation']
  readonly first: Hit
  readonly second: Hit
}

/** How sure a turned pair of this kind is. */
const TURNED = 0.85

/**
 * Two concepts that stand in a directed relation (from one to the other; one rather than the other) on both sides, but the other way round (`turned`). Nothing
 * else: languages order terms freely where order carries no meaning.
 */
export const checkTermOrder: Check = (pairs, context) =>
  termRows(pairs).flatMap(({ pair, pivot, other }) => {
    const asked = directedPairs(pair.pivot, pivot)
    if (asked.length === 0) return []
    const answers = directedPairs(pair.other, other)
    return asked.flatMap((one) => {
      const turned = answers.find(
        ({ relation, first, second }) =>
          relation === one.relation && sameConcept(first, one.second) && sameConcept(second, one.first),
      )
      // Where the row has the pair the right way round as well, both texts say both.
      const kept = answers.some(
        ({ relation, first, second }) =>
          relation === one.relation && sameConcept(first, one.first) && sameConcept(second, one.second),
      )
      if (turned === undefined || kept) return []
      return [
        makeFinding('term-order', pair, joinHits(pair.pivot, one), joinHits(pair.other, turned), {
          rule: 'turned',
          ...grounds(one, context),
        }),
      ]
    })
  })

function grounds({ first, second }: Directed, context: CheckContext) {
  const concept = conceptsOf(first, context)[0]
  return {
    sought: [first, second].flatMap((hit) =>
      soughtWordings(conceptsOf(hit, context)[0], context.other).slice(0, 1),
    ),
    matched: first.item.wording,
    concept: concept?.id ?? null,
    confidence: TURNED,
  }
}

/** From the first of the two terms in the text to the last. */
function joinHits(cell: Cell, { first, second }: Directed): Pick<Hit, 'place' | 'text'> {
  const from = Math.min(first.place.from, second.place.from)
  const to = Math.max(first.place.to, second.place.to)
  const text = textAt(cell, first.place.address)
  return { place: { address: first.place.address, from, to }, text: text.slice(from, to) }
}

function textAt(cell: Cell, address: string): string {
  return cell.paragraphs.find(({ paragraph }) => paragraph.address === address)?.paragraph.text ?? ''
}

/** Neighbouring terms with a connective between them, in the order that it gives them. */
function directedPairs(cell: Cell, hits: readonly Hit[]): readonly Directed[] {
  const table = connectivesOf(cell.language)
  return hits.slice(1).flatMap((second, k) => {
    const first = hits[k]!
    if (first.place.address !== second.place.address) return []
    const text = textAt(cell, first.place.address)
    const between = plain(text.slice(first.place.to, second.place.from))
    const before = plain(text.slice(0, first.place.from))
    const found = table.find(
      (one) =>
        one.between.some((word) => plain(word) === between) &&
        (one.before.length === 0 || one.before.some((word) => endsWith(before, plain(word), cell.language))),
    )
    if (found === undefined) return []
    return found.turned === true
      ? [{ relation: found.relation, first: second, second: first }]
      : [{ relation: found.relation, first, second }]
  })
}

function connectivesOf(language: Language): readonly Connective[] {
  const base = baseLanguage(language)
  return Object.hasOwn(CONNECTIVES, base) ? CONNECTIVES[base as UnLanguage] : []
}

/** Folded, one space for many, and no space at the ends. */
function plain(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim()
}

function endsWith(text: string, word: string, language: Language): boolean {
  if (!text.endsWith(word)) return false
  return baseLanguage(language) === 'zh' || !/[\p{L}\p{N}]$/u.test(text.slice(0, -word.length))
}
