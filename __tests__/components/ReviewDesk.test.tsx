/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NextIntlClientProvider } from 'next-intl'
import { sendFile, type Sent } from '../../components/ImportDesk/send-file'
import type { PlanAnswer } from '../../components/ReviewDesk/plan-answer'
import { ReviewDesk } from '../../components/ReviewDesk/ReviewDesk'
import { loadMessages } from '../../i18n/load-messages'

jest.mock('../../components/ImportDesk/send-file', () => ({ sendFile: jest.fn() }))

const PLAN: PlanAnswer = {
  applied: false,
  set: [
    { place: 'A, ligne 2', address: 'op1', finding: 'Le nombre est 24.', before: null, after: 'Accepté' },
  ],
  changed: [
    {
      place: 'A, ligne 3',
      address: 'op2',
      finding: 'La date est autre.',
      before: 'Accepté',
      after: 'Ignoré · non',
    },
  ],
  withdrawn: [],
  refused: [{ place: 'A, ligne 4', address: 'op3', what: 'une remarque sans décision' }],
  edited: [{ place: 'A, ligne 5', address: 'op4', what: 'texte modifié (Français)' }],
}

/** What the server answers by the end of the path. */
let answers: Readonly<Record<string, Sent>> = {}
const sent: string[] = []
beforeEach(() => {
  answers = {}
  sent.length = 0
  jest.mocked(sendFile).mockImplementation(async (address) => {
    sent.push(address)
    return answers[address.split('/').at(-1) ?? ''] ?? { status: 0, answer: null }
  })
  render(
    <NextIntlClientProvider locale="fr" messages={loadMessages('fr')} timeZone="UTC">
      <ReviewDesk path="/fr/r/A-RES-76-299" limit={1_000_000} />
    </NextIntlClientProvider>,
  )
})

const choose = (file = new File(['x'], 'b.xlsx')) =>
  userEvent.setup().upload(screen.getByLabelText('Choisir un classeur…'), file)
const listUnder = (name: string) => screen.getByRole('heading', { name }).nextElementSibling
const apply = () => userEvent.setup().click(screen.getByRole('button', { name: /^Appliquer/u }))

it('shows line by line what a workbook would do, and writes only when asked', async () => {
  answers = { read: { status: 200, answer: PLAN } }
  await choose()
  expect(await screen.findByRole('heading', { name: 'Ce que ferait \u2068b.xlsx\u2069' })).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('À régler ainsi : 1 · À modifier : 1 · Refusées : 1')
  expect(listUnder('À régler ainsi')).toHaveTextContent('A, ligne 2 · op1Le nombre est 24. Accepté')
  expect(listUnder('À modifier')).toHaveTextContent('Accepté Ignoré · non')
  expect(listUnder('Refusées')).toHaveTextContent('A, ligne 4 · op3une remarque sans décision')
  expect(listUnder('Textes modifiés, non repris')).toHaveTextContent('texte modifié (Français)')
  expect(sent).toEqual(['/fr/r/A-RES-76-299/decisions/import/read'])

  const refused = [
    ...PLAN.refused,
    { place: 'A, ligne 3', address: 'op2', what: 'quelqu’un d’autre l’a réglé' },
  ]
  answers = { apply: { status: 200, answer: { ...PLAN, applied: true, changed: [], refused } } }
  await apply()
  expect(await screen.findByRole('heading', { name: /^Ce qu’a fait/u })).toBeVisible()
  expect(screen.getByRole('status')).toHaveTextContent('Enregistrées : 1. Refusées : 2.')
  expect(listUnder('Refusées')).toHaveTextContent('quelqu’un d’autre l’a réglé')
  expect(screen.queryByRole('button', { name: /^Appliquer/u })).toBeNull()
  expect(sent.at(-1)).toBe('/fr/r/A-RES-76-299/decisions/import/apply')
})

it('takes a file that is dropped', async () => {
  answers = { read: { status: 200, answer: { ...PLAN, set: [], changed: [], refused: [], edited: [] } } }
  const field = screen.getByText(/Déposer le classeur ici/u).closest('section')!
  fireEvent.drop(field, { dataTransfer: { files: [new File(['x'], 'c.xlsx')] } })
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(
      'Le classeur ne dit rien qui ne soit déjà réglé ainsi.',
    ),
  )
  expect(screen.queryByRole('button', { name: /^Appliquer/u })).toBeNull()
})

it('cannot apply what only refuses', async () => {
  answers = { read: { status: 200, answer: { ...PLAN, set: [], changed: [] } } }
  await choose()
  expect(await screen.findByRole('button', { name: 'Appliquer' })).toBeDisabled()
})

it.each([
  [
    { status: 422, answer: { code: 'no-sheet', message: 'pas de colonne de constats' } },
    'pas de colonne de constats',
  ],
  [{ status: 413, answer: null }, /plus de 1 Mo|dépasse 1 Mo/u],
  [{ status: 0, answer: null }, /le serveur n’a pas répondu/u],
] as const)('says why a workbook was not read', async (answer, words) => {
  answers = { read: answer }
  await choose()
  expect(await screen.findByRole('alert')).toHaveTextContent(words)
})

it('sends no file that is larger than may be', async () => {
  await choose(new File([new Uint8Array(1_000_001)], 'large.xlsx'))
  expect(await screen.findByRole('alert')).toHaveTextContent(/1 Mo/u)
  expect(sent).toEqual([])
})

it('keeps what it showed where applying fails, so that it can be tried again', async () => {
  answers = {
    read: { status: 200, answer: PLAN },
    apply: { status: 503, answer: { message: 'le disque est plein' } },
  }
  await choose()
  await screen.findByRole('button', { name: 'Appliquer 2 décisions' })
  await apply()
  expect(await screen.findByRole('alert')).toHaveTextContent('le disque est plein')
  expect(screen.getByRole('button', { name: 'Appliquer 2 décisions' })).toBeEnabled()
})
