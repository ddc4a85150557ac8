/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ReadingView } from '../../components/ReadingView/ReadingView'
import type { Check, FindingCode, UnLanguage } from '../../core/model'
import { makeTranslator } from '../../i18n/translator'
import { sampleCheck, SAMPLE_ENTRY } from './sample-check'

let query = ''
jest.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams(query),
  usePathname: () => '/fr/r/A-RES-76-299',
}))

function renderCheck(check: Check) {
  const languages = ['fr', 'ar'] as const
  return render(
    <ReadingView
      t={makeTranslator('fr')}
      locale="fr"
      entry={SAMPLE_ENTRY}
      check={check}
      failures={[]}
      languages={languages}
      codes={[]}
    />,
  )
}

function viewOf(languages: readonly ('fr' | 'en' | 'ar' | 'zh')[]) {
  return (
    <ReadingView
      t={makeTranslator('fr')}
      locale="fr"
      entry={SAMPLE_ENTRY}
      check={sampleCheck(['fr', 'en', 'ar', 'zh'])}
      failures={[]}
      languages={languages}
      codes={[]}
    />
  )
}

function show(
  languages: readonly ('fr' | 'en' | 'ar' | 'zh')[] = ['fr', 'en'],
  more: { locale?: UnLanguage; codes?: readonly FindingCode[]; failed?: boolean } = {},
) {
  const locale = more.locale ?? 'fr'
  return render(
    <ReadingView
      t={makeTranslator(locale)}
      locale={locale}
      entry={SAMPLE_ENTRY}
      check={sampleCheck(languages)}
      failures={more.failed ? [{ language: 'ru', code: 'encoding', detail: 'ru.txt' }] : []}
      languages={more.failed ? [...languages, 'ru'] : languages}
      codes={more.codes ?? []}
    />,
  )
}

const note = (number: number) => document.getElementById(`f${number}`)

beforeEach(() => {
  query = 'v=fr,en'
  Element.prototype.scrollIntoView = jest.fn()
  window.scrollBy = jest.fn()
  window.history.replaceState(null, '', '/')
})

describe('ReadingView', () => {
  it('names the resolution and lays the versions out as a table with column and row heads', () => {
    show(['fr', 'en', 'ar'])
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
      'A/RES/76/299 Zone de paix et de coopération',
    )
    const table = screen.getByRole('table', { name: /A\/RES\/76\/299/ })
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual([
      'Paragraphe',
      'Françaispivot',
      'AnglaisTraduction non officielle',
      'ArabeTraduction non officielle',
    ])
    expect(within(table).getByRole('link', { name: 'op2' })).toHaveAttribute('href', '#op2')
    expect(document.getElementById('op2')?.tagName).toBe('TR')
  })

  it('gives each text its language and direction, whatever the place of its column', () => {
    const { container } = show(['ar', 'fr'])
    const [arabic, french] = container.querySelectorAll('#pp1 [lang]')
    expect([arabic?.getAttribute('lang'), arabic?.getAttribute('dir')]).toEqual(['ar', 'rtl'])
    expect([french?.getAttribute('lang'), french?.getAttribute('dir')]).toEqual(['fr', 'ltr'])
  })

  it.each([
    ['1 August 2022', 'ltr'],
    ['Distr.: General', 'ltr'],
    ['الدورة 76', null],
    ['2022', null],
  ])('reads “%s” in an Arabic column %s', (text, dir) => {
    const check = sampleCheck(['fr', 'ar'])
    const { container } = renderCheck({
      ...check,
      versions: check.versions.map((version) => ({
        ...version,
        paragraphs: version.paragraphs.map((own) => (own.address === 'h1' ? { ...own, text } : own)),
      })),
    })
    expect(container.querySelector('#h1 [lang=ar] p')?.getAttribute('dir')).toBe(dir)
    expect(container.querySelector('#h1 [lang=fr] p')).not.toHaveAttribute('dir')
  })

  it.each([
    ['fr', '97e séance plénière, |28 juillet 2022'],
    ['ar', 'الجلسة العامة 97، |28 تموز/يوليه 2022'],
    ['zh', '2022年7月28日|，第97次全体会议'],
  ] as const)('breaks the closing line of %s between meeting and date, in copies not', (language, lines) => {
    const { container } = show(['fr', 'ar', 'zh'])
    const line = container.querySelector(`#closing [lang=${language}] p`)!
    expect(line.innerHTML.replace(/<br>/u, '|').replace(/<(?!br)[^>]+>/gu, '')).toBe(lines)
    expect(line.textContent).toBe(lines.replace('|', ''))
  })

  it('holds French signs and their spaces together without changing the text', () => {
    const { container } = show(['fr', 'en'])
    const paragraph = container.querySelector('#op1 [lang=fr] p')!
    expect([...paragraph.querySelectorAll('.tight')].map(({ textContent }) => textContent)).toEqual([' ;'])
    expect(paragraph).toHaveTextContent('la coopération régionale ;')
    expect(container.querySelector('#op1 [lang=en] .tight')).toBeNull()
  })

  it('says in words that a paragraph is not in a version', () => {
    show()
    const row = screen.getByRole('row', { name: /op2/ })
    expect(within(row).getByText('Absent de cette version')).toBeVisible()
  })

  it('tells a doubtful row apart and leaves the others quiet', () => {
    const { container } = show()
    expect(within(container.querySelector('#pp2')!).getByText(/Fiabilité.*62/)).toBeInTheDocument()
    expect(container.querySelector('#pp1')).not.toHaveTextContent('Fiabilité')
  })

  it('explains the bar of a doubtful row where it stands and under the text', () => {
    const { container, unmount } = show()
    expect(
      within(container.querySelector('#pp2')!).getByTitle(/^Fiabilité de l’alignement.*62.%$/u),
    ).toBeVisible()
    const legend = /^Un trait près de l’adresse d’un paragraphe signale un alignement moins sûr/u
    expect(within(screen.getByRole('contentinfo')).getByText(legend)).toBeVisible()
    unmount()
    const check = sampleCheck(['fr', 'ar'])
    renderCheck({ ...check, rows: check.rows.map((row) => ({ ...row, confidence: 0.99 })) })
    expect(screen.queryByTitle(/Fiabilité/u)).toBeNull()
    expect(screen.queryByText(legend)).toBeNull()
  })

  it('says where a version comes from in the reader’s language', () => {
    const entry = {
      ...SAMPLE_ENTRY,
      versions: SAMPLE_ENTRY.versions.map((version) => ({
        ...version,
        source: version.language === 'fr' ? 'united-nations' : 'In words.',
      })),
    }
    render(
      <ReadingView
        t={makeTranslator('es')}
        locale="es"
        entry={entry}
        check={sampleCheck(['fr', 'en'])}
        failures={[]}
        languages={['fr', 'en']}
        codes={[]}
      />,
    )
    const [french, english] = within(screen.getByRole('contentinfo')).getAllByRole('listitem')
    expect(french).toHaveTextContent('Francés Texto oficial · Fuente: Texto de las Naciones Unidas, ')
    expect(within(english!).getByText('In words.')).toHaveAttribute('lang', 'en')
  })

  it('offers the next and the previous finding in the menu, for those without a keyboard', async () => {
    show()
    const menu = within(screen.getByRole('group', { name: 'Autres actions', hidden: true }))
    await userEvent.click(menu.getByRole('button', { name: 'Constat suivant', hidden: true }))
    expect(note(1)).toHaveAttribute('data-open')
    await userEvent.click(menu.getByRole('button', { name: 'Constat précédent', hidden: true }))
    expect(note(6)).toHaveAttribute('data-open')
  })

  it('says on the button of the filters which kinds are shown', () => {
    query = 'v=fr,en&codes=date,gap'
    show(['fr', 'en'], { codes: ['date', 'gap'] })
    expect(screen.getByRole('button', { name: 'dates · paragraphes absents' })).toHaveAttribute(
      'popovertarget',
      'kinds',
    )
  })

  it('marks the tabs of unofficial versions and says what the mark means', () => {
    show(['fr', 'en', 'ar'])
    const tabs = within(screen.getByRole('group', { name: 'Version affichée' }))
    expect(tabs.getAllByRole('radio').map((tab) => tab.closest('label')!.textContent)).toEqual([
      'Toutes* Traduction non officielle',
      'FrançaisTexte officiel',
      'Anglais*Traduction non officielle',
      'Arabe*Traduction non officielle',
    ])
    expect(tabs.getByRole('radio', { name: /^Arabe\s?Traduction non officielle$/u })).toBeInTheDocument()
  })

  it('links a footnote mark to its note and the note back', () => {
    const { container } = show()
    const marks = screen.getAllByRole('link', { name: 'Note 1' })
    expect(marks[0]).toHaveAttribute('href', '#fn1')
    const back = within(container.querySelector('#fn1')!).getAllByRole('link', { name: /Revenir/ })
    expect(document.querySelector(back[0]!.getAttribute('href')!)).toBe(marks[0])
  })

  it('says which version cannot be shown and why, and shows the others', () => {
    show(['fr', 'en'], { failed: true })
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Russe : cette version ne peut pas être affichée ; l’encodage du fichier est illisible (ru.txt).',
    )
    expect(screen.getByRole('table')).toBeInTheDocument()
  })

  it('has a note with a sentence for every finding', () => {
    show()
    const notes = within(screen.getByRole('complementary', { hidden: true }))
    expect(notes.getByText(/Le nombre est 24 dans la version française/)).toBeInTheDocument()
    expect(document.querySelectorAll('[data-note]')).toHaveLength(6)
  })

  it('opens a note from the words in the text, and Escape gives the focus back', async () => {
    show()
    const words = screen.getByRole('link', { name: '24' })
    await userEvent.click(words)
    expect(document.getElementById('apparatus')).toHaveAttribute('data-open')
    expect(note(4)).toHaveAttribute('data-open')
    expect(note(4)).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    expect(document.getElementById('apparatus')).not.toHaveAttribute('data-open')
    expect(words).toHaveFocus()
  })

  it('keeps what is before the reader’s eyes in place when the apparatus closes', async () => {
    const { container } = show()
    await userEvent.click(screen.getByRole('link', { name: '24' }))
    const row = container.querySelector<HTMLElement>('#pp2')!
    const hidden = { top: -900, bottom: -800 }
    for (const other of container.querySelectorAll<HTMLElement>('[data-row], [data-current]'))
      other.getBoundingClientRect = () => ({ ...hidden }) as DOMRect
    row.getBoundingClientRect = () => {
      const top = container.querySelector('[data-noted]') === null ? 150 : 200
      return { top, bottom: top + 50 } as DOMRect
    }
    jest.mocked(window.scrollBy).mockClear()
    await userEvent.keyboard('{Escape}')
    expect(window.scrollBy).toHaveBeenCalledWith(0, -50)
  })

  it('opens a note from its number in the margin with Enter', async () => {
    show()
    const [mark] = screen.getAllByRole('link', { name: 'Constat 6\u00a0: Paragraphe absent' })
    mark!.focus()
    await userEvent.keyboard('{Enter}')
    expect(note(6)).toHaveAttribute('data-open')
  })

  it('steps through the findings with n and p, round the ends', async () => {
    show()
    await userEvent.keyboard('nn')
    expect(note(2)).toHaveAttribute('data-open')
    expect(document.activeElement).toHaveTextContent('73/338')
    await userEvent.keyboard('pp')
    expect(note(6)).toHaveAttribute('data-open')
    expect(document.querySelectorAll('[data-note][data-open]')).toHaveLength(1)
  })

  it('leaves n alone where one is typing', async () => {
    show()
    const input = document.body.appendChild(document.createElement('input'))
    input.focus()
    await userEvent.keyboard('n')
    expect(input).toHaveValue('n')
    expect(document.getElementById('apparatus')).not.toHaveAttribute('data-open')
    input.remove()
  })

  it('steps with the key’s place on a keyboard without Latin letters', () => {
    show()
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'т', code: 'KeyN', bubbles: true }))
    expect(note(1)).toHaveAttribute('data-open')
  })

  it('steps only through the kinds that are shown', async () => {
    query = 'v=fr,en&codes=number,gap'
    show(['fr', 'en'], { codes: ['number', 'gap'] })
    await userEvent.keyboard('n')
    expect(note(4)).toHaveAttribute('data-open')
    await userEvent.keyboard('n')
    expect(note(6)).toHaveAttribute('data-open')
    await userEvent.keyboard('n')
    expect(note(4)).toHaveAttribute('data-open')
  })

  it('lights a concept up in every column of its row, and out again', async () => {
    const { container } = show(['fr', 'en', 'ar'])
    await userEvent.hover(screen.getByText('multilateralism'))
    expect([...container.querySelectorAll('[data-lit]')].map((element) => element.textContent)).toEqual([
      'multilatéralisme',
      'multilateralism',
      'تعددية الأطراف',
    ])
    await userEvent.hover(screen.getByRole('heading', { level: 1 }))
    expect(container.querySelectorAll('[data-lit]')).toHaveLength(0)
  })

  it('reaches terms by keyboard too', async () => {
    const { container } = show()
    await userEvent.keyboard('t')
    expect(document.activeElement).toHaveAttribute('data-concept')
    expect(container.querySelectorAll('[data-lit]').length).toBeGreaterThan(1)
  })

  it('copies a row as text with symbol, paragraph and language', async () => {
    const user = userEvent.setup()
    show()
    await user.click(screen.getByRole('button', { name: 'Copier op1 avec sa référence' }))
    expect(await navigator.clipboard.readText()).toBe(
      [
        '1. Encourage les 24 États de la région à poursuivre la coopération régionale ;',
        '(A/RES/76/299, op1, Français)',
        '',
        '1. Encourages the 25 States of the region to pursue cooperation;',
        '(A/RES/76/299, op1, Anglais; Traduction non officielle)',
      ].join('\n'),
    )
    expect(await screen.findByText('Copié avec sa référence')).toBeInTheDocument()
  })

  it('copies the row that has the focus with c', async () => {
    const user = userEvent.setup()
    show()
    screen.getAllByRole('link', { name: 'pp1' })[0]!.focus()
    await user.keyboard('c')
    // The footnote mark and the numbers of findings are not part of the text.
    expect(await navigator.clipboard.readText()).toContain('la sécurité internationales,\n(A/RES/76/299, pp1')
  })

  it('filters by kind from the counts, keeps the choice in the address and goes to the first', async () => {
    const { container } = show()
    await userEvent.click(screen.getByRole('link', { name: 'dates\u00a0: 1' }))
    expect(window.location.search).toBe('?v=fr,en&codes=date')
    expect(container.querySelector('[data-current]')).toHaveTextContent('12 septembre 2019')
  })

  it('shows only the kinds in the address', () => {
    query = 'v=fr,en&codes=date'
    const { container } = show(['fr', 'en'], { codes: ['date'] })
    expect(container.querySelector('#reading')).toHaveAttribute('data-only', 'date')
    expect(screen.getByRole('link', { name: 'dates\u00a0: 1' })).toHaveAttribute('aria-current', 'true')
    expect(screen.getByRole('link', { name: '24' })).toHaveAttribute('tabindex', '-1')
  })

  it('adds, removes and reorders versions with links that keep the rest of the address', () => {
    query = 'v=fr,en&codes=date'
    show()
    const chooser = within(screen.getByRole('group', { name: 'Versions', hidden: true }))
    const href = (name: string) =>
      chooser.getByRole('link', { name, hidden: true }).getAttribute('href') ?? ''
    expect(href('Ajouter\u00a0: Arabe')).toBe('/fr/r/A-RES-76-299?v=fr,en,ar&codes=date')
    expect(href('Retirer\u00a0: Français')).toBe('/fr/r/A-RES-76-299?v=en&codes=date')
    expect(href('Avancer d’un rang\u00a0: Anglais')).toBe('/fr/r/A-RES-76-299?v=en,fr&codes=date')
    expect(
      chooser.queryByRole('link', { name: 'Avancer d’un rang\u00a0: Français', hidden: true }),
    ).toBeNull()
  })

  it.each([
    ['Retirer\u00a0: Français', ['en', 'ar'], 'Retirer\u00a0: Anglais'],
    ['Retirer\u00a0: Arabe', ['fr', 'en'], 'Versions'],
    ['Avancer d’un rang\u00a0: Anglais', ['en', 'fr', 'ar'], 'Reculer d’un rang\u00a0: Anglais'],
    ['Ajouter\u00a0: Chinois', ['fr', 'en', 'ar', 'zh'], 'Versions'],
  ] as const)('after “%s” the focus is not lost', async (name, languages, focused) => {
    const { rerender } = render(viewOf(['fr', 'en', 'ar']))
    const link = screen.getByRole('link', { name, hidden: true })
    link.focus()
    rerender(viewOf(languages))
    await Promise.resolve()
    expect(document.activeElement).toHaveAccessibleName(focused)
  })

  it('offers the table on screen as files', () => {
    query = 'v=fr,en&codes=date'
    show()
    const menu = within(screen.getByRole('group', { name: 'Exporter', hidden: true }))
    expect(menu.getByRole('link', { name: /Word/, hidden: true })).toHaveAttribute(
      'href',
      '/fr/r/A-RES-76-299/export?v=fr,en&codes=date&format=docx',
    )
  })

  it('speaks the reader’s language, Arabic with its own plurals', () => {
    query = 'v=fr,en'
    show(['fr', 'en'], { locale: 'ar' })
    expect(screen.getByRole('link', { name: '6 ملاحظات' })).toBeInTheDocument()
  })
})
