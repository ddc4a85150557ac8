import { applyDecisions, isOpen } from '../../../../core/compare/decisions/apply-decisions'
import { findingKeys } from '../../../../core/compare/decisions/finding-keys'
import { fingerprint } from '../../../../core/compare/decisions/fingerprint'
import type { Alignment, Decision, Finding, Row } from '../../../../core/model'
import { pick, seeded } from '../../../support/random'
import { version } from '../../../support/versions'

const WORDS = {
  fr: ['paix', 'l’État', 'droits', 'd’un', 'mer', 'terre', 'école', 'santé'],
  en: ['peace', 'the State’s', 'rights', 'of a', 'sea', 'land', 'school', 'health'],
}

type Texts = readonly (readonly [string, string])[]
type Checked = Alignment & { readonly findings: readonly Finding[] }

function randomTexts(random: () => number): Texts {
  const text = (words: readonly string[]) =>
    Array.from({ length: 4 + pick(random, 6) }, () => words[pick(random, words.length)]!).join(' ')
  return Array.from({ length: 6 }, (_, k) => [`${k} ${text(WORDS.fr)}`, `${k} ${text(WORDS.en)}`] as const)
}

/** A check of rows of texts with one missing concept in each row, named after its text's figure; `prefix` changes every address and row id. */
function checkOf(texts: Texts, prefix = 'p', symbol: string | null = 'A/RES/1/1'): Checked {
  const address = (k: number) => `${prefix}${k + 1}`
  const versions = (['fr', 'en'] as const).map((language, side) => ({
    ...version(language, texts.map((pair, k) => `${address(k)}: ${pair[side]!}`)),
    symbol,
  }))
  const rows = texts.map((_, k): Row => ({ id: `${prefix}row${k}`, kind: 'body', cells: { fr: [address(k)], en: [address(k)] }, confidence: 1, evidence: [], moved: [] }))
  const findings = texts.map(([fr, en], k): Finding => {
    const from = fr.search(/\S\s/u) + 2
    return { code: 'term-missing', severity: 'warning', row: `${prefix}row${k}`, places: { fr: [{ address: address(k), from, to: fr.length }], en: [{ address: address(k), from: 0, to: en.length }] }, found: null, expected: fr.slice(from), rule: 'absent', sought: [], matched: null, concept: `concept-${fr.trim().charAt(0)}`, confidence: 0.9 }
  })
  return { pivot: 'fr', versions, rows, findings }
} // prettier-ignore

function decide(check: Checked, k: number, scope: Decision['scope'], verdict: Decision['verdict'] = 'ignored'): Decision {
  return { scope, key: findingKeys(check.findings[k]!, check)[scope], verdict, reason: 'because', by: null, at: null }
} // prettier-ignore

const SCOPES = ['finding', 'text', 'everywhere'] as const
const decided = (check: Checked, decisions: readonly Decision[]) =>
  applyDecisions(check, decisions).findings.flatMap(({ concept, decision }) =>
    decision === null ? [] : [concept],
  )

describe('fingerprint', () => {
  test('starts from the published offset basis', () => {
    expect(fingerprint('')).toBe('cbf29ce484222325')
  })

  test('agrees with big integers on long text of all scripts', () => {
    const text = 'Décide que l’Assemblée 大会 الجمعية Ассамблея 𝒳'.repeat(40)
    let expected = 0xcbf29ce484222325n
    for (let k = 0; k < text.length; k += 1)
      for (const byte of [text.charCodeAt(k) & 0xff, text.charCodeAt(k) >>> 8])
        expected = BigInt.asUintN(64, (expected ^ BigInt(byte)) * 0x100000001b3n)
    expect(fingerprint(text)).toBe(expected.toString(16).padStart(16, '0'))
  })
})

describe('applyDecisions', () => {
  const seeds = Array.from({ length: 25 }, (_, seed) => seed)

  test.each(seeds)('gives a decision back after rows are reordered and named anew (seed %i)', (seed) => {
    const random = seeded(seed)
    const texts = randomTexts(random)
    const k = pick(random, texts.length)
    const again = checkOf([...texts].reverse(), 'x')
    for (const scope of SCOPES)
      expect(decided(again, [decide(checkOf(texts), k, scope)])).toEqual([`concept-${k}`])
  })

  test.each(seeds)('gives a decision back after other rows are cut otherwise (seed %i)', (seed) => {
    const random = seeded(seed)
    const texts = randomTexts(random)
    const k = pick(random, texts.length)
    const cut = texts.flatMap((pair, row) => (row === k ? [pair] : [pair, [`9 ${pair[0]}`, `9 ${pair[1]}`] as const]))
    for (const scope of SCOPES)
      expect(decided(checkOf(cut), [decide(checkOf(texts), k, scope)])).toEqual([`concept-${k}`])
  }) // prettier-ignore

  test.each(seeds)('does not mind spaces and apostrophes (seed %i)', (seed) => {
    const random = seeded(seed)
    const texts = randomTexts(random)
    const k = pick(random, texts.length)
    const typed = texts.map(([fr, en]) => [fr, en].map((text) => text.replace(/’/gu, "'").replace(/ /gu, () => [' ', '\u00a0', '  ', '\u202f'][pick(random, 4)]!))) as unknown as Texts
    for (const scope of SCOPES)
      expect(decided(checkOf(typed), [decide(checkOf(texts), k, scope)])).toEqual([`concept-${k}`])
  }) // prettier-ignore

  test.each(seeds)('lets only the finding’s own decision go when the text of its row changes (seed %i)', (seed) => {
    const random = seeded(seed)
    const texts = randomTexts(random)
    const k = pick(random, texts.length)
    const changed = texts.map(([fr, en], row) => [fr, row === k ? `${en} anew` : en] as const)
    const [own, text, everywhere] = SCOPES.map((scope) => decide(checkOf(texts), k, scope)) as [Decision, Decision, Decision]
    expect(applyDecisions(checkOf(changed), [own]).unused).toEqual([own])
    expect(decided(checkOf(changed), [text])).toEqual([`concept-${k}`])
    expect(decided(checkOf(changed), [everywhere])).toEqual([`concept-${k}`])
  }) // prettier-ignore

  const texts = randomTexts(seeded(7))
  const check = checkOf(texts)

  test('keeps a decision on a text out of other texts, and carries one on everything there', () => {
    const elsewhere = checkOf(texts, 'p', 'A/RES/2/2')
    expect(decided(elsewhere, [decide(check, 2, 'text')])).toEqual([])
    expect(decided(elsewhere, [decide(check, 2, 'everywhere')])).toEqual(['concept-2'])
  })

  test('lets the nearest scope win, whatever the order', () => {
    const decisions = [decide(check, 1, 'finding', 'error'), decide(check, 1, 'text', 'accepted'), decide(check, 1, 'everywhere')]
    for (const list of [decisions, [...decisions].reverse()])
      expect(applyDecisions(check, list).findings[1]!.decision).toBe(decisions[0])
  }) // prettier-ignore

  test('lets the later decision win within a scope, and tells the earlier as unused', () => {
    const [first, second] = [decide(check, 1, 'text', 'error'), decide(check, 1, 'text', 'accepted')]
    const { findings, unused } = applyDecisions(check, [first, second])
    expect(findings[1]!.decision).toBe(second)
    expect(unused).toEqual([first])
  })

  test.each<[Decision['verdict'] | null, boolean]>([
    ['error', true], ['accepted', false], ['ignored', false], [null, true],
  ])('counts a finding with the verdict %s: %s', (verdict, open) => {
    const list = verdict === null ? [] : [decide(check, 0, 'finding', verdict)]
    expect(isOpen(applyDecisions(check, list).findings[0]!)).toBe(open)
  }) // prettier-ignore

  test('changes neither the order nor the content of findings', () => {
    const undecided = check.findings.map((finding) => ({ ...finding, decision: null }))
    expect(applyDecisions(check, []).findings).toEqual(undecided)
  })
})
