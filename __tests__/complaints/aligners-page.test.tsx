/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { render, screen, within } from '@testing-library/react'
import { VersionTable } from '../../components/ReadingView/VersionTable'
import type { Language } from '../../core/model'
import { makeTranslator } from '../../i18n/translator'
import { SAMPLE_ENTRY } from '../components/sample-check'
import { sameAddressRows } from '../../core/align/same-address-rows'
import { version } from '../support/versions'

/** What users of aligners complain about, on the page. */

function show(texts: Readonly<Record<Language, readonly string[]>>, moved: readonly Language[] = []) {
  const alignment = sameAddressRows(Object.entries(texts).map(([language, own]) => version(language, own)))
  const check = {
    ...alignment,
    rows: alignment.rows.map((row, k) => (k === 0 ? { ...row, moved } : row)),
    findings: [],
    hits: {},
  }
  render(
    <VersionTable
      settled={null}
      t={makeTranslator('fr')}
      locale="fr"
      entry={SAMPLE_ENTRY}
      check={check}
      versions={check.versions}
      findings={[]}
    />,
  )
  const [head, ...rows] = screen.getAllByRole('row').filter((row) => within(row).queryAllByRole('cell').length > 0 || within(row).queryAllByRole('columnheader').length > 0) // prettier-ignore
  return {
    heads: within(head!).getAllByRole('columnheader').slice(1),
    rows: rows.map((row) => within(row).getAllByRole('cell')),
  }
}

const ARABIC = ['op1: تشجع الدول على العمل في عام 2021؛', 'op2: تقرر أن تجتمع في عام 2030.']
const OTHER = ['op1: تحث الدول على العمل في عام 2021؛', 'op2: تقرر الاجتماع في عام 2030.']

test('two right-to-left texts stand side by side', () => {
  const { heads, rows } = show({
    ar: ARABIC,
    'ar-2': OTHER,
    fr: ['op1: Encourage les États.', 'op2: Décide.'],
  })
  expect(heads.map((head) => head.textContent)).toEqual([
    expect.stringMatching(/^Arabe(?! \(2\))/u),
    expect.stringMatching(/^Arabe \(2\)/u),
    expect.stringMatching(/^Français/u),
  ])
  expect(heads.map((head) => head.getAttribute('data-align'))).toEqual(['rtl', 'rtl', 'ltr'])
  for (const [k, row] of rows.entries()) {
    expect(row.map((cell) => [cell.getAttribute('data-language'), cell.getAttribute('dir')])).toEqual([
      ['ar', 'rtl'],
      ['ar-2', 'rtl'],
      ['fr', 'ltr'],
    ])
    expect(row[0]).toHaveTextContent(ARABIC[k]!.slice(5))
    expect(row[1]).toHaveTextContent(OTHER[k]!.slice(5))
    // A second version is still Arabic to a browser, which has no language called ar-2.
    expect(row[1]!.querySelector('[lang]')).toHaveAttribute('lang', 'ar')
  }
})

test('all versions in one table', () => {
  const { heads, rows } = show({
    fr: ['op1: Encourage.'],
    en: ['op1: Encourages.'],
    es: ['op1: Alienta.'],
    ru: ['op1: призывает.'],
    ar: ['op1: تشجع.'],
    zh: ['op1: 鼓励。'],
  })
  expect(screen.getAllByRole('table')).toHaveLength(1)
  expect(heads).toHaveLength(6)
  expect(rows).toHaveLength(1)
  expect(rows[0]!.map((cell) => cell.getAttribute('data-language'))).toEqual([
    'fr',
    'en',
    'es',
    'ru',
    'ar',
    'zh',
  ])
  expect(rows[0]!.map((cell) => cell.textContent)).toEqual(
    ['Encourage.', 'Encourages.', 'Alienta.', 'призывает.', 'تشجع.', '鼓励。'].map((text) =>
      expect.stringContaining(text),
    ),
  )
})

test('crossing items are moves, and the page says so', () => {
  const { rows } = show(
    { fr: ['op1: Encourage.', 'op2: Invite.'], en: ['op1: Encourages.', 'op2: Invites.'] },
    ['en'],
  )
  const word = makeTranslator('fr')('view.moved')
  expect(rows.map((row) => row.map((cell) => cell.textContent!.includes(word)))).toEqual([
    [false, true],
    [false, false],
  ])
})
