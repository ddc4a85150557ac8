/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { MantineProvider } from '@mantine/core'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactElement } from 'react'
import { NotFound } from '../../components/NotFound/NotFound'
import { ResolutionList } from '../../components/ResolutionList/ResolutionList'
import { SiteHeader } from '../../components/SiteHeader/SiteHeader'
import type { UnLanguage } from '../../core/model'
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
