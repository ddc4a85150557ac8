/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ReadingView } from '../../components/ReadingView/ReadingView'
import type { FindingSettlement, SettledReading } from '../../components/Settle/settled-reading'
import type { Check, Decision, UnLanguage } from '../../core/model'
import { makeTranslator } from '../../i18n/translator'
import { sampleCheck, SAMPLE_ENTRY } from './sample-check'

let query = ''
const refresh = jest.fn()
jest.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams(query),
  usePathname: () => '/fr/r/A-RES-76-299',
  useRouter: () => ({ refresh }),
}))

const post = jest.fn()
const answer = (status: number, body: unknown) => ({ ok: status < 300, status, json: async () => body })

const check = sampleCheck(['fr', 'en'])
const ACCEPTED: Decision = {
  scope: 'text',
  key: 'text0',
  verdict: 'accepted',
  reason: 'usage établi',
  by: null,
  at: '2026-03-01T10:00:00.000Z',
}

/** A reading in which the findings of these numbers, from 0, have a decision. */
function settledOf(
  own: Check,
  decisions: Readonly<Record<number, Decision>> = {},
  more: Partial<SettledReading> = {},
): SettledReading {
  const findings = own.findings.map((finding, k): [typeof finding, FindingSettlement] => [
    finding,
    {
      keys: { finding: `finding${k}`, text: `text${k}`, everywhere: `everywhere${k}` },
      revisions: { finding: 0, text: decisions[k] === undefined ? 0 : 3, everywhere: 0 },
      decision: decisions[k] ?? null,
    },
  ])
  return {
    alignment: 'a1',
    findings: new Map(findings),
    rows: new Map(),
    unkeptRows: [],
    lostDecisions: [],
    ...more,
  }
}

function viewOf(settled: SettledReading, locale: UnLanguage = 'fr', openOnly = false) {
  return (
    <ReadingView
      t={makeTranslator(locale)}
      locale={locale}
      entry={SAMPLE_ENTRY}
      check={check}
      failures={[]}
      languages={['fr', 'en']}
      codes={[]}
      openOnly={openOnly}
      settled={settled}
    />
  )
}

const note = (number: number) => within(document.getElementById(`f${number}`)!)
const sent = () =>
  post.mock.calls.map(([url, { body }]: [string, { body: string }]) => [url, JSON.parse(body)] as const)

beforeEach(() => {
  query = 'v=fr,en'
  refresh.mockClear()
  post.mockReset().mockResolvedValue(answer(200, {}))
  globalThis.fetch = post as unknown as typeof fetch
  Element.prototype.scrollIntoView = jest.fn()
  window.history.replaceState(null, '', '/')
})

describe('settling a finding', () => {
  it.each([
    ['Erreur', 'error'],
    ['Accepter', 'accepted'],
  ])('“%s” is sent at once for this finding, with the revision that was seen', async (name, verdict) => {
    render(viewOf(settledOf(check)))
    const group = note(1).getByRole('group', { name: 'Régler ce constat' })
    await userEvent.click(within(group).getByRole('button', { name }))
    expect(sent()).toEqual([
      [
        '/fr/r/A-RES-76-299/decisions',
        {
          action: 'settle',
          scope: 'finding',
          key: 'finding0',
          revision: 0,
          others: [
            { scope: 'text', key: 'text0', revision: 0 },
            { scope: 'everywhere', key: 'everywhere0', revision: 0 },
          ],
          verdict,
          reason: null,
        },
      ],
    ])
    await waitFor(() => expect(refresh).toHaveBeenCalled())
  })

  it('asks for a reason before it ignores, and for all like it where that is chosen', async () => {
    render(viewOf(settledOf(check)))
    await userEvent.selectOptions(note(1).getByRole('combobox', { name: 'Portée' }), 'le même partout')
    await userEvent.click(note(1).getByRole('button', { name: 'Ignorer…' }))
    const field = note(1).getByRole('textbox', { name: 'Motif' })
    expect(field).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    expect(note(1).getByRole('alert')).toHaveTextContent('Indiquez pourquoi l’ignorer.')
    expect(post).not.toHaveBeenCalled()
    await userEvent.type(field, 'sans objet{Enter}')
    expect(sent()[0]?.[1]).toMatchObject({
      action: 'settle',
      scope: 'everywhere',
      key: 'everywhere0',
      revision: 0,
      verdict: 'ignored',
      reason: 'sans objet',
    })
  })

  it('tells what another has done meanwhile, and keeps what was typed', async () => {
    post.mockResolvedValue(answer(409, { message: 'Quelqu’un d’autre l’a réglé entre-temps (Accepté).' }))
    render(viewOf(settledOf(check)))
    await userEvent.click(note(1).getByRole('button', { name: 'Ignorer…' }))
    await userEvent.type(note(1).getByRole('textbox'), 'mon motif{Enter}')
    expect(await note(1).findByRole('alert')).toHaveTextContent('Quelqu’un d’autre')
    expect(note(1).getByRole('textbox')).toHaveValue('mon motif')
    expect(refresh).toHaveBeenCalled()
  })

  it('says so where the server does not answer', async () => {
    post.mockRejectedValue(new TypeError('network'))
    render(viewOf(settledOf(check)))
    await userEvent.click(note(1).getByRole('button', { name: 'Accepter' }))
    expect(await note(1).findByRole('alert')).toHaveTextContent('Rien n’a été enregistré')
    expect(refresh).not.toHaveBeenCalled()
  })
})

describe('a settled finding', () => {
  it('loses its mark on the text, keeps a struck number and its note, and can be taken back', async () => {
    const { container, rerender } = render(viewOf(settledOf(check)))
    const marks = () => container.querySelectorAll('p a[data-f~="1"]').length
    expect(marks()).toBeGreaterThan(0)
    rerender(viewOf(settledOf(check, { 0: ACCEPTED })))
    expect(marks()).toBe(0)
    expect(screen.getAllByRole('link', { name: /^Constat 1, réglé/u }).length).toBeGreaterThan(0)
    expect(
      note(1).getByText(/Accepté · le même dans ce texte · .usage établi. · 1(?:er)? mars 2026/u),
    ).toBeVisible()
    await userEvent.click(note(1).getByRole('button', { name: 'Annuler la décision' }))
    expect(sent()[0]?.[1]).toEqual({ action: 'undo', scope: 'text', key: 'text0', revision: 3 })
  })

  it('that was confirmed as an error still marks the text', () => {
    const { container } = render(
      viewOf(settledOf(check, { 0: { ...ACCEPTED, verdict: 'error', reason: null } })),
    )
    expect(container.querySelectorAll('p a[data-f~="1"]').length).toBeGreaterThan(0)
  })

  it('is left out by the filter of what is still open, whose link says how many there are', async () => {
    render(viewOf(settledOf(check, { 0: ACCEPTED })))
    const link = screen.getByRole('link', { name: `À régler\u00a0: ${check.findings.length - 1}` })
    expect(link).toHaveAttribute('href', '/fr/r/A-RES-76-299?v=fr,en&open=1')
    await userEvent.click(link)
    expect(window.location.search).toBe('?v=fr,en&open=1')
  })

  it('is left out from the start where the address says so', () => {
    query = 'v=fr,en&open=1'
    render(viewOf(settledOf(check, { 0: ACCEPTED }), 'fr', true))
    expect(document.getElementById('reading')).toHaveAttribute('data-only-open')
    expect(screen.getByRole('link', { name: /^À régler/u })).toHaveAttribute('aria-current', 'true')
    expect(screen.getAllByRole('link', { name: /^Constat 1, réglé/u })[0]).toHaveAttribute('tabindex', '-1')
  })
})

describe('a row', () => {
  const row = check.rows.find(({ cells }) => cells.fr?.includes('pp1'))!

  it('is confirmed as it is on the page', async () => {
    render(viewOf(settledOf(check)))
    await userEvent.click(screen.getByRole('button', { name: 'Valider la ligne pp1' }))
    expect(sent()).toEqual([
      [
        '/fr/r/A-RES-76-299/rows',
        { action: 'confirm', languages: ['fr', 'en'], alignment: 'a1', row: row.id, revision: 0 },
      ],
    ])
  })

  it('that is confirmed carries a sign, by which the confirmation is taken back', async () => {
    const rows = new Map([[row.id, { key: 'k', revision: 5 }]])
    render(viewOf(settledOf(check, {}, { rows })))
    await userEvent.click(screen.getByRole('button', { name: /La ligne pp1 est validée/u }))
    expect(sent()[0]?.[1]).toEqual({ action: 'withdraw', key: 'k', revision: 5 })
  })

  it('that another has changed meanwhile says so until the message is closed', async () => {
    post.mockResolvedValue(answer(409, { message: 'Quelqu’un d’autre a modifié la validation.' }))
    render(viewOf(settledOf(check)))
    await userEvent.click(screen.getByRole('button', { name: 'Valider la ligne pp1' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Quelqu’un d’autre')
    await act(() => userEvent.click(screen.getByRole('button', { name: 'Fermer le message' })))
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

it('what has no place on the page any more is told at its foot, with the way to take it back', async () => {
  const unkeptRows = [{ key: 'k', revision: 2, places: 'fr pp9 · en pp8', reason: 'lost' as const }]
  const lostDecisions = [{ ...ACCEPTED, key: 'gone', revision: 1 }]
  render(viewOf(settledOf(check, {}, { unkeptRows, lostDecisions })))
  const foot = within(screen.getByRole('region', { name: /sans place sur cette page/u }))
  const [confirmed, decision] = foot.getAllByRole('listitem')
  expect(confirmed).toHaveTextContent(/fr pp9 · en pp8.*ses mots ne sont plus dans le texte/u)
  expect(decision).toHaveTextContent(/Accepté.*usage établi.*plus aucun constat n’y répond/u)
  for (const button of foot.getAllByRole('button')) await userEvent.click(button)
  expect(sent().map(([, body]) => body)).toEqual([
    { action: 'withdraw', key: 'k', revision: 2 },
    { action: 'undo', scope: 'text', key: 'gone', revision: 1 },
  ])
})

it.each(['ar', 'zh', 'en', 'ru', 'es'] as const)('everything has words in %s', (locale) => {
  render(viewOf(settledOf(check, { 0: ACCEPTED }), locale))
  const t = makeTranslator(locale)
  expect(note(2).getByRole('button', { name: t('settle.accept') })).toBeVisible()
  expect(note(1).getByRole('button', { name: t('settle.undo') })).toBeVisible()
})
