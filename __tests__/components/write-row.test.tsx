/** @jest-environment jsdom */
import { render } from '@testing-library/react'
import { ReadingView } from '../../components/ReadingView/ReadingView'
import type { SettledReading } from '../../components/Settle/settled-reading'
import type { Check, Finding, Paragraph } from '../../core/model'
import { makeTranslator } from '../../i18n/translator'
import { pick, seeded } from '../support/random'
import { sampleCheck, SAMPLE_ENTRY } from './sample-check'

jest.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams('v=fr,en'),
  usePathname: () => '/fr/r/A-RES-76-299',
  useRouter: () => ({ refresh: () => undefined }),
}))

/** What a document might bring to become markup, in a text, a value, or half in either. */
const BAIT = [
  '<script>window.caught = 1</script>',
  '<img src=x onerror="window.caught = 1">',
  '"><b id="caught">',
  "' onmouseover='window.caught = 1' x='",
  '</p></td></tr></table><b id="caught">',
  '<!--',
  '&lt;b id=caught&gt;',
  '&amp;',
  'javascript:window.caught=1',
]

const place = (address: string, to: number) => [{ address, from: 0, to }]

/** The sample with bait in every place that a document, a term base or a store may fill. */
function baited(random: () => number): { readonly check: Check; readonly texts: readonly string[] } {
  const bait = () => BAIT[pick(random, BAIT.length)]!
  const words = () => `mot ${bait()} mot ${bait()}`
  const sample = sampleCheck(['fr', 'en'])
  const texts: string[] = []
  const versions = sample.versions.map((version) => ({
    ...version,
    paragraphs: version.paragraphs.map((paragraph): Paragraph => {
      const text = words()
      texts.push(text)
      return {
        ...paragraph,
        label: paragraph.label === null ? null : bait(),
        text,
        marks: [{ at: 4, mark: bait(), note: bait() }],
        italics: [{ from: 2, to: text.length - 2 }],
      }
    }),
  }))
  const hits = Object.fromEntries(
    versions.map(({ language, paragraphs }) => [
      language,
      Object.fromEntries(
        paragraphs.map(({ address, text }) => [
          address,
          [
            {
              from: 6,
              to: text.length,
              concepts: [bait(), 'c1'],
              wording: bait(),
              status: 'preferred' as const,
            },
          ],
        ]),
      ),
    ]),
  )
  const findings = sample.rows.slice(0, 3).map((row): Finding => ({
    ...sample.findings[0]!,
    row: row.id,
    places: Object.fromEntries(Object.entries(row.cells).map(([own, [at]]) => [own, place(at ?? '', 9)])),
    expected: bait(),
    found: bait(),
    matched: bait(),
    sought: [bait()],
  }))
  return { check: { ...sample, versions, hits, findings }, texts }
}

describe('what documents bring', () => {
  it.each([1, 2, 3, 4, 5])('stays text in rows and notes (seed %i)', (seed) => {
    const { check, texts } = baited(seeded(seed))
    const { container } = render(
      <ReadingView
        t={makeTranslator('fr')}
        locale="fr"
        entry={SAMPLE_ENTRY}
        check={check}
        failures={[]}
        languages={['fr', 'en']}
        codes={[]}
      />,
    )
    expect(container.querySelector('script, img, b[id], #caught')).toBeNull()
    expect('caught' in window).toBe(false)
    const scripted = [...container.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    )
    expect(scripted).toEqual([])
    for (const link of container.querySelectorAll('table a, #apparatus a'))
      expect(link.getAttribute('href')).toMatch(/^#/u)
    const shown = [...container.querySelectorAll('td p')].map((own) => {
      const copy = own.cloneNode(true) as Element
      for (const skipped of copy.querySelectorAll('[data-skip], [data-label]')) skipped.remove()
      return copy.textContent.trim()
    })
    expect(shown.length).toBeGreaterThan(0)
    for (const text of shown) expect(texts).toContain(text)
    const notes = [...container.querySelectorAll('#apparatus li')]
    expect(notes).toHaveLength(check.findings.length)
    notes.forEach((note, k) => {
      expect(note.textContent).toContain(check.findings[k]!.expected)
      expect(note.textContent).toContain(check.findings[k]!.found)
    })
  })
})

describe('what is remembered of a check', () => {
  const LOCALES = ['fr', 'en', 'ar', 'zh', 'ru', 'es'] as const
  const COLUMNS = [['fr', 'en'], ['en', 'fr'], ['fr', 'en', 'ar'], ['ar', 'fr']] as const // prettier-ignore
  const VERDICTS = ['error', 'accepted', 'ignored', null] as const

  const htmlOf = (
    check: Check,
    locale: (typeof LOCALES)[number],
    languages: (typeof COLUMNS)[number],
    state: readonly number[],
  ) => {
    const settled: SettledReading = {
      alignment: 'a1',
      findings: new Map(
        check.findings.map((finding, k) => {
          const verdict = VERDICTS[state[k % state.length]!]!
          const key = { scope: 'finding', key: `k${k}`, reason: 'motif', by: null, at: '2026-03-01T10:00:00.000Z' } as const // prettier-ignore
          const keys = { finding: `k${k}`, text: `t${k}`, everywhere: `e${k}` }
          const revisions = { finding: state[0]!, text: 0, everywhere: 0 }
          return [finding, { keys, revisions, decision: verdict && { ...key, verdict } }]
        }),
      ),
      rows: new Map(
        check.rows.flatMap(({ id }, k) => {
          const own = state[(k + 1) % state.length]!
          return own === 3 ? [] : [[id, { key: own === 0 ? null : `c${own}`, revision: own }] as const]
        }),
      ),
      unkeptRows: [],
      lostDecisions: [],
    }
    const { container, unmount } = render(
      <ReadingView
        t={makeTranslator(locale)}
        locale={locale}
        entry={SAMPLE_ENTRY}
        check={check}
        failures={[]}
        languages={languages}
        codes={[]}
        settled={settled}
      />,
    )
    const html = container.querySelector('table')!.outerHTML + document.getElementById('apparatus')?.outerHTML
    unmount()
    return html.replaceAll(/(?:id|for)="_r_[^"]*"/gu, '')
  }

  it('never shows: a page is the same as that of a check that nobody has read before', () => {
    const random = seeded(7)
    const check = sampleCheck(['fr', 'en', 'ar'])
    for (let k = 0; k < 12; k += 1) {
      const locale = LOCALES[pick(random, LOCALES.length)]!
      const languages = COLUMNS[pick(random, COLUMNS.length)]!
      const state = Array.from({ length: 3 }, () => pick(random, 4))
      const fresh = JSON.parse(JSON.stringify(check)) as Check
      expect(htmlOf(check, locale, languages, state)).toBe(htmlOf(fresh, locale, languages, state))
    }
  })
})
