import { buildExportTable, type TableSource } from '../../i18n/build-export-table'
import { makeTranslator } from '../../i18n/translator'
import { sampleCheck } from '../components/sample-check'

const source: TableSource = {
  check: sampleCheck(['fr', 'en', 'ar']),
  symbol: 'A/RES/76/299',
  title: 'Zone de paix',
  adopted: '2022-07-28',
  meeting: 97,
  sources: { fr: 'Nations Unies' },
}

const table = buildExportTable(source, makeTranslator('fr'), { locale: 'fr', languages: ['ar', 'fr', 'en'] })

describe('buildExportTable', () => {
  it('has the columns asked for, in their order, with direction and status in the reader’s language', () => {
    expect(table.columns.map(({ language, heading, direction }) => [language, heading, direction])).toEqual([
      ['ar', 'Arabe', 'rtl'],
      ['fr', 'Français', 'ltr'],
      ['en', 'Anglais', 'ltr'],
    ])
    expect(table.columns[0]?.statusNote).toContain('Traduction non officielle')
    expect(table.columns[1]?.statusNote).toBeNull()
    expect(table.columns.map(({ statusName }) => statusName)).toEqual([
      'Traduction non officielle',
      null,
      'Traduction non officielle',
    ])
  })

  it('has every row, with an empty cell where a version has no paragraph', () => {
    expect(table.rows.map(({ address }) => address)).toEqual(
      'h1 title enacting pp1 pp2 op1 op2 closing fn1'.split(' '),
    )
    expect(table.rows[6]?.cells.map((cell) => cell.length)).toEqual([1, 1, 0])
    expect(table.labels.gap).toBe('Absent de cette version')
  })

  it('marks findings with their sentence’s place in the notes', () => {
    const row = table.rows[5]!
    expect(row.notes).toHaveLength(2)
    const [french] = row.cells[1]!
    expect(
      french?.highlights.map(({ from, to, note, severity }) => [french.text.slice(from, to), note, severity]),
    ).toEqual([
      ['24', 0, 'error'],
      ['coopération régionale', 1, 'warning'],
    ])
  })

  it('keeps only the kinds of finding on screen, and says which', () => {
    const filtered = buildExportTable(source, makeTranslator('fr'), {
      locale: 'fr',
      languages: ['fr', 'en'],
      codes: ['date'],
    })
    expect(filtered.rows.flatMap(({ notes }) => notes)).toHaveLength(1)
    expect(filtered.subtitle).toContain('Constats affichés\u00a0: dates')
  })

  it('leaves out findings against a version that is not a column', () => {
    const pair = buildExportTable(source, makeTranslator('en'), { locale: 'en', languages: ['fr', 'ar'] })
    expect(pair.rows.flatMap(({ notes }) => notes)).toHaveLength(1)
  })

  it('says date, meeting and source under the title', () => {
    expect(table.subtitle).toEqual([
      'Adoptée le 28 juillet 2022',
      '97ᵉ séance plénière',
      'Français · Source\u00a0: Nations Unies',
    ])
  })

  it.each([
    ['fr', 'Français · Source\u00a0: Texte de l’Organisation des Nations Unies, '],
    ['zh', '法文 · 来源：联合国文本'],
    ['ar', 'الفرنسية · المصدر: نص الأمم المتحدة'],
  ] as const)('says a source that it knows in the reader’s language, %s', (locale, beginning) => {
    const own = { ...source, sources: { fr: 'united-nations' } }
    const { subtitle } = buildExportTable(own, makeTranslator(locale), { locale, languages: ['fr'] })
    expect(subtitle.at(-1)).toMatch(new RegExp(`^${beginning}`, 'u'))
  })

  it('keeps other words for a source, set apart from right-to-left text', () => {
    const { subtitle } = buildExportTable(source, makeTranslator('ar'), { locale: 'ar', languages: ['fr'] })
    expect(subtitle.at(-1)).toContain('\u2066Nations Unies\u2069')
  })

  it('works from files of which nothing is known', () => {
    const bare = buildExportTable(
      { check: sampleCheck(), symbol: null, title: null, adopted: null, meeting: null },
      makeTranslator('en'),
      { locale: 'en', languages: ['fr', 'en'] },
    )
    expect(bare.title).toBe('Concordance')
    expect(bare.subtitle).toEqual([])
  })

  it('reads from right to left for an Arabic reader', () => {
    const arabic = buildExportTable(source, makeTranslator('ar'), { locale: 'ar', languages: ['fr', 'ar'] })
    // The source's Latin words are held together, or their full stop would stand before them.
    expect(arabic.subtitle.at(-1)).toMatch(/\u2066Nations Unies\u2069$/u)
    expect([arabic.locale, arabic.direction, arabic.columns[0]?.heading]).toEqual(['ar', 'rtl', 'الفرنسية'])
  })

  it('says of each row its part, and of each note whom it is about', () => {
    expect(table.rows.map(({ part }) => part)).toEqual([
      ...['En-tête', 'En-tête', 'Préambule', 'Préambule', 'Préambule'],
      ...['Dispositif', 'Dispositif', 'Dispositif', 'Notes'],
    ])
    for (const { notes, noteSides } of table.rows) expect(noteSides).toHaveLength(notes.length)
    expect(table.rows[5]!.noteSides).toEqual([
      { languages: ['fr', 'en'], severity: 'error' },
      { languages: ['fr', 'en'], severity: 'warning' },
    ])
    expect(table.columns.map(({ status }) => status)).toEqual(['unofficial', 'official', 'unofficial'])
    expect(table.adopted).toBe('2022-07-28')
  })

  it('marks confirmed rows, and has only them where only they are wanted', () => {
    const confirmed = new Set([source.check.rows[5]!.id])
    const build = (confirmedOnly: boolean) =>
      buildExportTable({ ...source, confirmed }, makeTranslator('fr'), {
        locale: 'fr',
        languages: ['fr', 'en'],
        confirmedOnly,
      }).rows
    expect(
      build(false)
        .filter((row) => row.confirmed === true)
        .map(({ address }) => address),
    ).toEqual(['op1'])
    expect(build(true).map(({ address }) => address)).toEqual(['op1'])
  })
})
