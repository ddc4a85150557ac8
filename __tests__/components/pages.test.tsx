/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { CheckList } from '../../components/CheckList/CheckList'
import { NotFound } from '../../components/NotFound/NotFound'
import { ResolutionList } from '../../components/ResolutionList/ResolutionList'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader'
import { TermBasePage } from '../../components/TermBasePage/TermBasePage'
import type { Concept, UnLanguage } from '../../core/model'
import { loadMessages } from '../../i18n/load-messages'
import { SAMPLE_ENTRY } from './sample-check'

jest.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams('v=fr,ar&codes=gap'),
  usePathname: () => '/fr/r/A-RES-76-299',
}))

function show(locale: UnLanguage, element: ReactElement) {
  return render(
    <NextIntlClientProvider locale={locale} messages={loadMessages(locale)} timeZone="UTC">
      <MantineProvider>{element}</MantineProvider>
    </NextIntlClientProvider>,
  )
}

beforeEach(() => {
  window.matchMedia = jest.fn().mockReturnValue({
    matches: false,
    addEventListener: jest.fn(),
    removeEventListener: jest.fn(),
  })
})

describe('ResolutionList', () => {
  it('shows symbol, title in the reader’s language, date, and the versions with their status', () => {
    show('zh', <ResolutionList locale="zh" resolutions={[SAMPLE_ENTRY]} />)
    const entry = within(screen.getByRole('article'))
    expect(entry.getByRole('link', { name: '和平与合作区' })).toHaveAttribute('href', '/zh/r/A-RES-76-299')
    expect(entry.getByText('A/RES/76/299')).toBeInTheDocument()
    expect(entry.getByText(/2022年7月28日通过/)).toHaveTextContent('第97次全体会议')
    expect(entry.getByRole('link', { name: '打开 A/RES/76/299：英文' })).toHaveAttribute(
      'href',
      '/zh/r/A-RES-76-299?v=fr,en',
    )
    expect(entry.getAllByText('非正式译文')).toHaveLength(3)
  })

  it('prints the typewriter’s apostrophe of a title as a printed one, in the list only', () => {
    const entry = { ...SAMPLE_ENTRY, titles: { fr: "Zone de paix de l'Asie centrale, dite 'zone'" } }
    show('fr', <ResolutionList locale="fr" resolutions={[entry]} />)
    expect(
      screen.getByRole('link', { name: "Zone de paix de l’Asie centrale, dite 'zone'" }),
    ).toBeInTheDocument()
  })

  it('says when the status of a version is official', () => {
    show('en', <ResolutionList locale="en" resolutions={[SAMPLE_ENTRY]} />)
    expect(screen.getAllByText('Official text')).toHaveLength(1)
  })
})

describe('SiteHeader', () => {
  it('lets the reader change the language and stay on the page, with its query', () => {
    show('fr', <SiteHeader locale="fr" />)
    const russian = screen.getByRole('link', { name: 'Русский', hidden: true })
    expect(russian).toHaveAttribute('href', '/ru/r/A-RES-76-299?v=fr,ar&codes=gap')
    expect(screen.getByRole('link', { name: 'Français', hidden: true })).toHaveAttribute(
      'aria-current',
      'true',
    )
  })

  it('begins with a way to the text', () => {
    show('es', <SiteHeader locale="es" />)
    expect(screen.getAllByRole('link')[0]).toHaveTextContent('Ir al texto')
  })

  it('changes between light and dark', async () => {
    show('en', <SiteHeader locale="en" />)
    await userEvent.click(screen.getByRole('button', { name: 'Switch between light and dark' }))
    expect(document.documentElement).toHaveAttribute('data-mantine-color-scheme', 'dark')
  })
})

describe('NotFound', () => {
  it('says so and leads back to the list', () => {
    show('ar', <NotFound title="الصفحة غير موجودة" body="لا شيء" back="جميع القرارات" home="/ar" />)
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('الصفحة غير موجودة')
    expect(screen.getByRole('link', { name: 'جميع القرارات' })).toHaveAttribute('href', '/ar')
  })
})

const CONCEPT: Concept = {
  id: 'persons-with-disabilities',
  field: 'rights',
  definition: 'People who live with an impairment.',
  terms: {
    fr: [{ wording: 'personne handicapée', status: 'preferred', match: 'inflected' }],
    en: [
      { wording: 'person with disabilities', status: 'preferred', match: 'inflected' },
      { wording: 'handicapped person', status: 'deprecated', match: 'inflected' },
      { wording: 'people', status: 'admitted', match: 'inflected', weak: true },
    ],
    ar: [{ wording: 'الأشخاص ذوو الإعاقة', status: 'preferred', match: 'inflected' }],
    zh: [{ wording: '残疾人', status: 'preferred', match: 'inflected' }],
  },
}

describe('TermBasePage', () => {
  const page = (locale: UnLanguage, total = 1, from = 1) =>
    show(
      locale,
      <TermBasePage
        locale={locale}
        query="personne"
        field=""
        page={from}
        pageSize={1}
        total={total}
        concepts={total === 0 ? [] : [CONCEPT]}
        fields={[['rights', 1]]}
      />,
    )

  it('has the reader’s language first, and every wording in its own language and direction', () => {
    page('ar')
    const table = within(screen.getByRole('table'))
    expect(table.getAllByRole('columnheader')[0]).toHaveTextContent('العربية')
    const cell = table.getByText('الأشخاص ذوو الإعاقة').closest('td')
    expect(cell).toHaveAttribute('lang', 'ar')
    expect(cell).toHaveAttribute('dir', 'rtl')
    expect(table.getByText('残疾人').closest('td')).toHaveAttribute('lang', 'zh')
  })

  it('says which wordings are to be avoided and which depend on the context', () => {
    page('en')
    expect(screen.getByText('handicapped person').closest('li')).toHaveTextContent('to be avoided')
    expect(screen.getByText(/^people/u).closest('li')).toHaveTextContent('in context')
    expect(screen.getByText('People who live with an impairment.')).toBeInTheDocument()
  })

  it('keeps what is looked for from page to page', () => {
    page('fr', 3, 2)
    expect(screen.getByRole('searchbox')).toHaveValue('personne')
    expect(screen.getByRole('link', { name: 'Page suivante' })).toHaveAttribute(
      'href',
      '/fr/terms?q=personne&page=3',
    )
    expect(screen.getByRole('link', { name: 'Page précédente' })).toHaveAttribute(
      'href',
      '/fr/terms?q=personne',
    )
  })

  it('says that nothing was found', () => {
    page('ru', 0)
    expect(screen.getByRole('status')).toHaveTextContent('Ничего не найдено')
    expect(screen.queryByRole('table')).toBeNull()
  })
})

describe('CheckList', () => {
  it('shows a check with its example and with what it finds there', () => {
    const finding = {
      code: 'number' as const,
      severity: 'error' as const,
      row: 'op1',
      places: {},
      found: '6',
      expected: '5',
      rule: 'changed',
      sought: [],
      matched: null,
      concept: null,
      confidence: 1,
    }
    const example = { language: 'ar', pivot: 'cinq États', other: 'ست دول', finding, sentence: '5 ≠ 6' }
    show('fr', <CheckList locale="fr" checks={[{ code: 'number', severity: 'error', example }]} />)
    const check = within(screen.getByRole('region', { name: 'Nombre' }))
    expect(check.getByText('Erreur')).toBeInTheDocument()
    expect(check.getByText('ست دول')).toHaveAttribute('dir', 'rtl')
    expect(check.getByText('5 ≠ 6')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Nombre' })).toHaveAttribute('href', '#number')
  })
})
