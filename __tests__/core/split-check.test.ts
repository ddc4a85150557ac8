import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Alignment, Check, Finding, Language, Place } from '../../core/model'
import { checkVersions, readVersion, splitCheck } from '../../core/pipeline'
import { version } from '../support/versions'

const NOTHING = { terms: [], lexicon: [], names: [] }

/** A check of two versions whose paragraphs answer each other one by one. */
function checkOf(
  left: readonly string[],
  right: readonly string[],
  findings: readonly Finding[] = [],
): Check {
  const versions = [version('fr', left), version('en', right)]
  const addresses = (own: readonly string[]) =>
    own.map((notation) => notation.slice(0, notation.indexOf(':')))
  const [fr, en] = [addresses(left), addresses(right)]
  const rows = [...new Set([...fr, ...en])].map((address, k) => ({
    id: `r${k + 1}`,
    kind: 'operative' as const,
    cells: { fr: fr.filter((own) => own === address), en: en.filter((own) => own === address) },
    confidence: 0.5,
    evidence: [],
    moved: [],
  }))
  return { pivot: 'fr', versions, rows, findings, hits: {} }
}

/** Rows in a short notation: `r1.1 op1.s1|op1.s1+op1.s2`. */
const show = ({ rows }: Alignment) =>
  rows.map(
    ({ id, cells }) =>
      `${id} ${Object.values(cells)
        .map((own) => own.join('+'))
        .join('|')}`,
  )

const FR = [
  'op1: Prie le Secrétaire général de faire rapport en 2025. Décide de rester saisie de la question à sa session de 2026.',
  'op2: Encourage les 24 États de la région.',
  'op3: Demande un rapport.',
]
const EN = [
  'op1: Requests the Secretary-General to report in 2025. Decides to remain seized of the matter at its session of 2026.',
  'op2: Encourages the 24 States. Of the region.',
]

test('sentences are aligned inside their row, m to n, and a gap stays one row', () => {
  expect(show(splitCheck(checkOf(FR, EN), NOTHING))).toEqual([
    'r1.1 op1.s1|op1.s1',
    'r1.2 op1.s2|op1.s2',
    'r2.1 op2.s1|op2.s1+op2.s2',
    'r3.1 op3.s1|',
  ])
})

test('a row’s confidence is that of its paragraphs times that of its sentences', () => {
  const { rows } = splitCheck(checkOf(FR, EN), NOTHING)
  expect(rows.at(-1)!.confidence).toBe(0.5)
  for (const { confidence } of rows) {
    expect(confidence).toBeGreaterThan(0)
    expect(confidence).toBeLessThanOrEqual(0.5)
  }
})

describe('findings', () => {
  const finding = (row: string, fr: readonly Place[], en: readonly Place[]): Finding => ({
    code: 'number',
    severity: 'error',
    row,
    places: { fr, en },
    found: null,
    expected: '2026',
    rule: 'absent',
    sought: [],
    matched: null,
    concept: null,
    confidence: 1,
  })
  const text = (language: Language, address: string) =>
    checkOf(FR, EN)
      .versions.find((own) => own.language === language)!
      .paragraphs.find((own) => own.address === address)!.text
  const marked = (check: Check, { places }: Finding, language: Language) =>
    places[language]!.map(({ address, from, to }) => {
      const own = check.versions.find((one) => one.language === language)!
      return `${address} ${own.paragraphs.find((one) => one.address === address)!.text.slice(from, to)}`
    })

  test('go to the sentence that they mark, and with them the whole other side', () => {
    const from = text('fr', 'op1').indexOf('2026')
    const whole = { address: 'op1', from: 0, to: text('en', 'op1').length }
    const given = finding('r1', [{ address: 'op1', from, to: from + 4 }], [whole])
    const check = splitCheck(checkOf(FR, EN, [given]), NOTHING)
    const [moved] = check.findings
    expect(moved!.row).toBe('r1.2')
    expect(marked(check, moved!, 'fr')).toEqual(['op1.s2 2026'])
    expect(marked(check, moved!, 'en')).toEqual([
      'op1.s2 Decides to remain seized of the matter at its session of 2026.',
    ])
  })

  test('are cut where a sentence ends', () => {
    const all = text('fr', 'op1')
    const given = finding(
      'r1',
      [{ address: 'op1', from: all.indexOf('2025'), to: all.indexOf('Décide') + 6 }],
      [],
    )
    const check = splitCheck(checkOf(FR, EN, [given]), NOTHING)
    expect(marked(check, check.findings[0]!, 'fr')).toEqual(['op1.s1 2025.', 'op1.s2 Décide'])
  })

  test('about a gap go with its row', () => {
    const gap = finding('r3', [{ address: 'op3', from: 0, to: text('fr', 'op3').length }], [])
    expect(splitCheck(checkOf(FR, EN, [gap]), NOTHING).findings.map(({ row }) => row)).toEqual(['r3.1'])
  })
})

test('every sentence of 76/299 stands in one row, inside the row of its paragraph', () => {
  const languages = ['fr', 'en', 'zh'] as const
  const versions = languages.map((language) => {
    const name = path.resolve(__dirname, `../../corpus/A-RES-76-299/${language}.txt`)
    return readVersion(readFileSync(name), { name, language })
  })
  const check = checkVersions(versions, NOTHING)
  const split = splitCheck(check, NOTHING)
  for (const language of languages) {
    const own = split.versions.find((one) => one.language === language)!
    const placed = split.rows.flatMap(({ id, cells }) =>
      cells[language]!.map((address) => [id, address] as const),
    )
    expect(placed.map(([, address]) => address).sort()).toEqual(
      own.paragraphs.map(({ address }) => address).sort(),
    )
    for (const [id, address] of placed) {
      const row = check.rows.find((one) => one.id === id.replace(/\.\d+$/u, ''))!
      expect(row.cells[language]).toContain(address.replace(/\.s\d+$/u, ''))
    }
  }
})
