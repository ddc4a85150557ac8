/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { NextIntlClientProvider } from 'next-intl'
import { ImportDesk } from '../../components/ImportDesk/ImportDesk'
import type { ImportAnswer } from '../../components/ImportDesk/import-answers'
import { changeItems, savedReadings, type Items } from '../../components/ImportDesk/import-items'
import { sendFile, type Sent } from '../../components/ImportDesk/send-file'
import { loadMessages } from '../../i18n/load-messages'

const push = jest.fn()
jest.mock('next/navigation', () => ({ useRouter: () => ({ push }) }))
jest.mock('../../components/ImportDesk/send-file', () => ({ sendFile: jest.fn() }))

const ANSWER: ImportAnswer = {
  rows: 0,
  texts: [
    {
      language: 'fr',
      symbol: 'A/RES/80/1',
      title: 'Un titre',
      status: 'unknown',
      shape: 'resolution',
      counts: { operative: 2 },
      paragraphs: [{ address: 'op1', first: '1. Décide de rester saisie' }],
      repairs: { count: 400, shown: [{ kind: 'space', before: 'pro moting', after: 'promoting', page: 3 }] },
      removed: { count: 0, shown: [] },
      notices: [{ code: 'pictures', detail: '', count: 2 }],
    },
  ],
}
const ok = (answer: unknown): Sent => ({ status: 200, answer })
const refused = (status: number, code: string, message: string): Sent => ({
  status,
  answer: { code, message },
})
const SAVED = { slug: 'A-RES-80-1', symbol: 'A/RES/80/1', texts: [{ language: 'fr', outcome: 'added' }] }

/** What the server answers by the file's name and the end of the path. */
let answers: Readonly<Record<string, Sent | Promise<Sent>>> = {}
const sent: string[] = []
beforeEach(() => {
  answers = {}
  sent.length = 0
  push.mockReset()
  jest.mocked(sendFile).mockImplementation(async (address) => {
    const { pathname, searchParams } = new URL(address, 'http://localhost')
    sent.push(`${pathname}?${searchParams}`)
    const key = `${pathname.split('/').at(-1)} ${searchParams.get('name') ?? ''}`.trim()
    return answers[key] ?? { status: 0, answer: null }
  })
  URL.createObjectURL = () => 'blob:made'
  URL.revokeObjectURL = () => undefined
})

function show() {
  render(
    <NextIntlClientProvider locale="fr" messages={loadMessages('fr')} timeZone="UTC">
      <ImportDesk locale="fr" limit={1000} />
    </NextIntlClientProvider>,
  )
  return userEvent.setup()
}
const file = (name: string, words = 'texte') => new File([words], name)
const choose = (user: ReturnType<typeof userEvent.setup>, ...files: File[]) =>
  user.upload(screen.getByLabelText('Choisir des fichiers…'), files)
const card = (name: string) => screen.getByRole('article', { name })
const inCard = (name: string) => within(card(name))

test('a file is shown as it was read, corrected and saved, with a way to where it can be read', async () => {
  answers = { 'read a.docx': ok(ANSWER), 'save a.docx': ok(SAVED) }
  const user = show()
  await choose(user, file('a.docx'))
  const own = inCard('a.docx')
  expect(await own.findByLabelText('Cote')).toHaveValue('A/RES/80/1')
  expect(own.getByLabelText('Titre')).toHaveValue('Un titre')
  expect(own.getByLabelText('Langue')).toHaveValue('fr')
  expect(own.getByText('400 réparations')).toBeInTheDocument()
  expect(own.getByText(/p\. 3/u)).toBeInTheDocument()
  expect(own.getByText('et 399 autres')).toBeInTheDocument()
  expect(own.getByText('Rien n’a été retiré')).toBeInTheDocument()
  expect(own.getByText(/les images ne sont pas lues/u)).toBeInTheDocument()
  expect(own.getByRole('link', { name: 'Ouvrir l’original' })).toHaveAttribute('download', 'a.docx')
  await user.clear(own.getByLabelText('Titre'))
  await user.type(own.getByLabelText('Titre'), 'Mieux')
  await user.selectOptions(own.getByLabelText('Statut'), 'official')
  await user.click(own.getByRole('button', { name: 'Enregistrer' }))
  expect(await screen.findByRole('link', { name: /Lire/u })).toHaveAttribute('href', '/fr/r/A-RES-80-1?v=fr')
  expect(sent.at(-1)).toBe(
    '/fr/import/save?name=a.docx&symbol=A%2FRES%2F80%2F1&title=Mieux&language=fr&status=official',
  )
})

test('of many files one that fails says why, and the others are saved at once', async () => {
  answers = {
    'read a.txt': ok(ANSWER),
    'read b.txt': refused(422, 'empty', 'le fichier est vide'),
    'read c.txt': ok(ANSWER),
    'save a.txt': { status: 0, answer: null },
    'save c.txt': ok(SAVED),
  }
  const user = show()
  await choose(user, file('a.txt'), file('b.txt'), file('c.txt'))
  expect(await inCard('b.txt').findByRole('alert')).toHaveTextContent('le fichier est vide')
  await user.click(await screen.findByRole('button', { name: 'Enregistrer 2 textes' }))
  expect(await inCard('c.txt').findByText('enregistré')).toBeInTheDocument()
  expect(inCard('a.txt').getByRole('alert')).toHaveTextContent('réessayer')
  expect(inCard('a.txt').getByRole('button', { name: 'Enregistrer' })).toBeEnabled()
})

test('the way to read what was saved is shown when all of it is', async () => {
  let arrive: (answer: Sent) => void = () => undefined
  answers = {
    'read a.txt': ok(ANSWER),
    'read c.txt': ok(ANSWER),
    'save a.txt': ok(SAVED),
    'save c.txt': new Promise<Sent>((resolve) => (arrive = resolve)),
  }
  const user = show()
  await choose(user, file('a.txt'), file('c.txt'))
  await user.click(await screen.findByRole('button', { name: 'Enregistrer 2 textes' }))
  await inCard('a.txt').findByText('enregistré')
  expect(screen.queryByRole('link', { name: /Lire/u })).toBeNull()
  const english = { ...SAVED, texts: [{ language: 'en', outcome: 'added' }] }
  await act(async () => arrive(ok(english)))
  expect(await screen.findByRole('link', { name: /Lire/u })).toHaveAttribute(
    'href',
    '/fr/r/A-RES-80-1?v=fr,en',
  )
})

test('a text that would take the place of a better one is saved only where it is asked for again', async () => {
  answers = { 'read a.txt': ok(ANSWER), 'save a.txt': refused(409, 'worse', 'Il existe déjà un texte.') }
  const user = show()
  await choose(user, file('a.txt'))
  await user.click(await inCard('a.txt').findByRole('button', { name: 'Enregistrer' }))
  const again = await inCard('a.txt').findByRole('button', { name: 'Enregistrer à sa place' })
  expect(sent.some((address) => address.includes('force'))).toBe(false)
  answers = { 'save a.txt': ok(SAVED) }
  await user.click(again)
  await inCard('a.txt').findByText('enregistré')
  expect(sent.at(-1)).toContain('force=1')
})

test('a refusal is over once something is corrected, and nothing is put in another’s place', async () => {
  answers = { 'read a.txt': ok(ANSWER), 'save a.txt': refused(409, 'worse', 'Il existe déjà un texte.') }
  const user = show()
  await choose(user, file('a.txt'))
  await user.click(await inCard('a.txt').findByRole('button', { name: 'Enregistrer' }))
  await inCard('a.txt').findByRole('alert')
  await user.type(inCard('a.txt').getByRole('textbox', { name: 'Cote' }), '2')
  expect(inCard('a.txt').queryByRole('alert')).toBeNull()
  answers = { 'save a.txt': ok(SAVED) }
  await user.click(inCard('a.txt').getByRole('button', { name: 'Enregistrer' }))
  await inCard('a.txt').findByText('enregistré')
  expect(sent.at(-1)).not.toContain('force')
})

test('of several versions in one file the unofficial ones are told', async () => {
  const [text] = ANSWER.texts
  const texts = [text!, { ...text!, language: 'ar' as const, status: 'unofficial' as const }]
  answers = { 'read a.docx': ok({ ...ANSWER, texts }) }
  const user = show()
  await choose(user, file('a.docx'))
  const heads = await inCard('a.docx').findAllByRole('heading', { level: 4 })
  expect(heads.map(({ textContent }) => textContent)).toEqual(['Français', 'ArabeTraduction non officielle'])
})

test('a file whose language is not sure is read once it is named, and one without a symbol waits for it', async () => {
  answers = { 'read a.txt': refused(422, 'language-unsure', 'langue incertaine') }
  const user = show()
  await choose(user, file('a.txt'))
  const select = await inCard('a.txt').findByLabelText('Langue')
  answers = { 'read a.txt': ok({ ...ANSWER, texts: [{ ...ANSWER.texts[0]!, symbol: null }] }) }
  await user.selectOptions(select, 'fr')
  expect(await inCard('a.txt').findByText(/n’indique pas sa cote/u)).toBeInTheDocument()
  expect(sent.at(-1)).toBe('/fr/import/read?name=a.txt&language=fr')
  expect(inCard('a.txt').getByRole('button', { name: 'Enregistrer' })).toBeDisabled()
  await user.type(inCard('a.txt').getByLabelText('Cote'), 'A/RES/80/2')
  expect(inCard('a.txt').getByRole('button', { name: 'Enregistrer' })).toBeEnabled()
})

test('a file over the limit is not sent', async () => {
  const user = show()
  await choose(user, file('a.txt', 'x'.repeat(1001)))
  expect(await inCard('a.txt').findByRole('alert')).toHaveTextContent(/dépasse/u)
  expect(sent).toEqual([])
})

test('a file that is being read can be cancelled, and its answer changes nothing any more', async () => {
  let come: (answer: Sent) => void = () => undefined
  answers = { 'read a.txt': new Promise((resolve) => (come = resolve)) }
  const user = show()
  await choose(user, file('a.txt'))
  await user.click(await inCard('a.txt').findByRole('button', { name: 'Annuler : a.txt' }))
  expect(jest.mocked(sendFile).mock.calls.at(-1)![2].signal.aborted).toBe(true)
  await act(async () => come(ok(ANSWER)))
  expect(screen.queryByRole('article')).toBeNull()
})

test('two texts that were pasted are compared, and the page goes to where they are shown', async () => {
  answers = {
    'read Texte collé 1.txt': ok(ANSWER),
    'read Texte collé 2.txt': ok(ANSWER),
    new: ok({ address: '/fr/compare/x' }),
  }
  const user = show()
  for (const words of ['un', 'deux']) {
    await user.type(screen.getByLabelText('Le texte'), words)
    await user.click(screen.getByRole('button', { name: 'Ajouter ce texte' }))
  }
  const compare = screen.getByRole('button', { name: 'Comparer sans enregistrer' })
  await waitFor(() => expect(compare).toBeEnabled())
  await user.click(compare)
  await waitFor(() => expect(push).toHaveBeenCalledWith('/fr/compare/x'))
  const form = jest.mocked(sendFile).mock.calls.at(-1)![1] as FormData
  expect(form.getAll('file')).toHaveLength(2)
})

test('where there is no way to the site, no other language is asked for', async () => {
  const ask = jest.fn(async () => ({
    ok: false,
    json: async () => ({ code: 'offline', message: 'injoignable' }),
  }))
  global.fetch = ask as unknown as typeof fetch
  const user = show()
  await user.type(screen.getByLabelText('Cote'), 'A/RES/80/1')
  await user.click(screen.getByRole('button', { name: 'Obtenir' }))
  expect(await screen.findByText('Arabe : injoignable')).toBeInTheDocument()
  expect(screen.getByText('Espagnol : arrêté')).toBeInTheDocument()
  expect(ask).toHaveBeenCalledTimes(1)
})

test('what a person has corrected outlives another reading', () => {
  const add = { kind: 'add', files: [{ name: 'a.txt', file: file('a.txt') }] } as const
  const steps = [
    add,
    { kind: 'state', id: 1, state: { kind: 'ready', answer: ANSWER } },
    { kind: 'correct', id: 1, fields: { symbol: 'A/RES/80/9' } },
    { kind: 'correct', id: 1, fields: { language: 'es' } },
    { kind: 'state', id: 1, state: { kind: 'ready', answer: ANSWER } },
  ] as const
  const none: Items = { next: 1, items: [] }
  expect(steps.slice(0, 4).reduce(changeItems, none).items[0]!.state.kind).toBe('waiting')
  expect(steps.reduce(changeItems, none).items[0]!.fields).toEqual({
    symbol: 'A/RES/80/9',
    title: 'Un titre',
    language: 'es',
    status: 'unknown',
  })
})

test('readings are told a resolution each, French first', () => {
  const saved = (language: string) => ({
    slug: 'a',
    symbol: 'A',
    texts: [{ language, outcome: 'added' as const }],
  })
  expect(savedReadings([saved('en'), saved('fr'), saved('en')])).toEqual([
    { slug: 'a', symbol: 'A', languages: ['fr', 'en'] },
  ])
})
