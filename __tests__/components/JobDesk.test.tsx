/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { JobDesk } from '../../components/JobDesk/JobDesk'
import type { ShownJob } from '../../components/JobDesk/shown-job'

const WORDS = {
  alignCorpus: 'Réaligner tout le corpus',
  list: 'Travaux',
  none: 'Aucun travail',
  cancel: 'Annuler',
  unanswered: 'Recommencez.',
  stale: 'Peut-être plus à jour.',
}

const RUNNING: ShownJob = {
  id: '1',
  what: 'Tout le corpus',
  languages: 'Français · Arabe',
  state: 'running',
  stateWord: 'en cours',
  progress: { done: 3, total: 12, word: '3 sur 12' },
  times: [{ at: '2026-03-01T10:00:00.000Z', word: 'Ajouté le 1 mars 2026 à 10:00 UTC' }],
  error: null,
  failures: [],
  cancel: 'Annuler : Tout le corpus',
}
const DONE: ShownJob = { ...RUNNING, state: 'done', stateWord: 'terminé', progress: null, cancel: null }
const FAILED: ShownJob = {
  ...DONE,
  id: '2',
  what: 'Autre',
  state: 'failed',
  stateWord: 'échec',
  error: '1 texte n’a pas pu être traité',
  failures: [{ id: '3', what: 'A/RES/1/1', error: 'moins de deux versions' }],
}

const answer = jest.fn()
const give = (jobs: readonly ShownJob[], status = 200, message?: string) =>
  answer.mockResolvedValue({ ok: status < 300, status, json: async () => (message ? { message } : { jobs }) })
const sent = () =>
  answer.mock.calls
    .filter(([, init]) => init?.method === 'POST')
    .map(([address, { body }]: [string, { body: string }]) => [address, JSON.parse(body)] as const)

const show = (jobs: readonly ShownJob[]) =>
  render(<JobDesk address="/fr/jobs/list" first={jobs} words={WORDS} />)

beforeEach(() => {
  answer.mockReset()
  give([RUNNING])
  globalThis.fetch = answer as unknown as typeof fetch
})

test('every job says what it does, its state, how far it is, and what went wrong', () => {
  show([RUNNING, FAILED])
  const [running, failed] = within(screen.getByRole('list', { name: 'Travaux' })).getAllByRole('article')
  expect(running).toHaveAccessibleName('Tout le corpus')
  expect(running).toHaveTextContent('Français · Arabe')
  expect(running).toHaveTextContent('en cours')
  expect(running).toHaveTextContent('3 sur 12')
  const bar = within(running!).getByRole('progressbar', { name: 'Tout le corpus' })
  expect(bar).toHaveAttribute('value', '3')
  expect(bar).toHaveAttribute('max', '12')
  expect(failed).toHaveTextContent('1 texte n’a pas pu être traité')
  expect(failed).toHaveTextContent('A/RES/1/1 – moins de deux versions')
  expect(within(failed!).queryByRole('progressbar')).toBeNull()
  expect(within(failed!).queryByRole('button')).toBeNull()
})

test('without jobs it says so; the button adds the corpus, and the job appears', async () => {
  show([])
  expect(screen.getByText('Aucun travail')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Réaligner tout le corpus' }))
  expect(sent()).toEqual([['/fr/jobs/list', { action: 'align-corpus' }]])
  expect(await screen.findByRole('article', { name: 'Tout le corpus' })).toBeVisible()
  expect(screen.queryByText('Aucun travail')).toBeNull()
})

test('a job is cancelled by a button of its own name', async () => {
  show([RUNNING])
  give([{ ...RUNNING, state: 'stopping', stateWord: 'arrêt en cours', cancel: null }])
  await userEvent.click(screen.getByRole('button', { name: 'Annuler : Tout le corpus' }))
  expect(sent()).toEqual([['/fr/jobs/list', { action: 'cancel', id: '1' }]])
  expect(await screen.findByText('arrêt en cours')).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Annuler/u })).toBeNull()
})

test.each([
  ['what the server says', () => give([], 503, 'La base est occupée'), 'La base est occupée'],
  ['that it did not answer', () => answer.mockRejectedValue(new Error('away')), 'Recommencez.'],
])('where something is not done, %s is told, and the list stays', async (_, fail, words) => {
  show([RUNNING])
  fail()
  await userEvent.click(screen.getByRole('button', { name: 'Annuler : Tout le corpus' }))
  expect(await screen.findByRole('status')).toHaveTextContent(words)
  expect(screen.getByRole('article', { name: 'Tout le corpus' })).toBeVisible()
})

describe('looking again', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('while something runs it follows it to its end; a server that is away is told of until it is back', async () => {
    show([RUNNING])
    give([{ ...RUNNING, progress: { done: 9, total: 12, word: '9 sur 12' } }])
    await act(() => jest.advanceTimersByTimeAsync(1600))
    expect(screen.getByRole('article')).toHaveTextContent('9 sur 12')
    answer.mockRejectedValue(new Error('away'))
    await act(() => jest.advanceTimersByTimeAsync(1600))
    expect(screen.getByRole('status')).toHaveTextContent('Peut-être plus à jour.')
    give([DONE])
    await act(() => jest.advanceTimersByTimeAsync(1600))
    await waitFor(() => expect(screen.getByRole('article')).toHaveTextContent('terminé'))
    expect(screen.getByRole('status')).toHaveTextContent('')
    answer.mockClear()
    await act(() => jest.advanceTimersByTimeAsync(5000))
    expect(answer).not.toHaveBeenCalled()
  })

  test('a page that nobody sees does not ask', async () => {
    const seen = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    show([RUNNING])
    await act(() => jest.advanceTimersByTimeAsync(30_000))
    expect(answer).not.toHaveBeenCalled()
    seen.mockRestore()
  })
})
