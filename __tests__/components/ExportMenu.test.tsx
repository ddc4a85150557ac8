/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ExportMenu } from '../../components/ExportMenu/ExportMenu'
import { readExportOptions } from '../../components/ExportMenu/export-options'
import type { UnLanguage } from '../../core/model'
import { makeTranslator } from '../../i18n/translator'

jest.mock('next/navigation', () => ({
  useSearchParams: () => new URLSearchParams('v=fr,en&codes=date&open=1'),
}))

const asked: string[] = []
let answer: unknown = { files: [] }
beforeEach(() => {
  asked.length = 0
  answer = { files: [] }
  globalThis.fetch = jest.fn(async (address: URL) => {
    asked.push(`${address.pathname}?${address.searchParams}`)
    return { ok: answer !== null, json: async () => answer } as Response
  }) as unknown as typeof fetch
  // A download is no business of these tests.
  HTMLFormElement.prototype.requestSubmit = jest.fn()
})

function show(chosen: readonly UnLanguage[] = ['en', 'fr'], review = true) {
  render(<ExportMenu t={makeTranslator('fr')} path="/fr/r/A-RES-76-299" chosen={chosen} review={review} />)
  document.querySelector('details')!.open = true
  document.querySelector('form')!.addEventListener('submit', (event) => event.preventDefault())
  document.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') !== null) event.preventDefault()
  })
  return {
    user: userEvent.setup(),
    menu: within(screen.getByRole('group', { name: 'Exporter', hidden: true })),
  }
}

const LOSSES = { files: [{ title: 'a.tmx ne contient pas tout le tableau :', lines: ['lignes omises : 3'] }] }

it('asks for what is chosen by a form that works without script, with the columns and filters on screen', async () => {
  const { user, menu } = show(['en', 'fr', 'ar'])
  const form = document.querySelector('form')!
  expect(form).toHaveAttribute('action', '/fr/r/A-RES-76-299/export')
  expect(form).toHaveAttribute('method', 'get')
  await user.selectOptions(menu.getByRole('combobox', { name: 'Type de fichier', hidden: true }), 'tmx')
  for (const name of ['Un seul fichier pour toutes les versions', 'Lignes validées seulement'])
    await user.click(menu.getByRole('checkbox', { name, hidden: true }))
  expect(Object.fromEntries(new FormData(form))).toEqual({
    v: 'en,fr,ar',
    codes: 'date',
    open: '1',
    format: 'tmx',
    multilingual: '1',
    confirmed: '1',
  })
})

it('every option of the form is one that the route reads', () => {
  const { menu } = show(['en', 'fr', 'ar'])
  const boxes = menu.getAllByRole<HTMLInputElement>('checkbox', { hidden: true })
  expect(boxes).toHaveLength(7)
  for (const { name, value, parentElement } of boxes) {
    const formats = (parentElement?.dataset.of ?? '').split(' ')
    expect(formats).not.toEqual([''])
    for (const format of formats)
      expect([...readExportOptions(new URLSearchParams({ [name]: value }), format)]).toEqual([name])
  }
})

it('an option that means nothing to a format is not taken', () => {
  const query = new URLSearchParams({ layout: 'stacked', unit: 'sentence', inline: 'yes' })
  expect([...readExportOptions(query, 'docx')].sort()).toEqual(['layout', 'unit'])
  expect([...readExportOptions(query, 'tmx')]).toEqual(['unit'])
  expect([...readExportOptions(query, 'akn')]).toEqual([])
})

it('offers what makes a difference only: two versions are one pair, what cannot be settled has no confirmed rows', () => {
  const { menu } = show(['en', 'fr'], false)
  const names = menu.getAllByRole('checkbox', { hidden: true }).map((box) => box.getAttribute('name'))
  expect(names).toEqual(['layout', 'bom', 'inline', 'unit', 'allTerms'])
  expect(menu.queryByRole('link', { name: /Reprendre les décisions/u, hidden: true })).toBeNull()
})

it('leads to the page on which a workbook comes back', () => {
  const { menu } = show()
  expect(
    menu.getByRole('link', { name: 'Reprendre les décisions d’une feuille Excel', hidden: true }),
  ).toHaveAttribute('href', '/fr/r/A-RES-76-299/decisions/import')
})

it('tells after a download what the file does not hold, and forgets it at the next', async () => {
  const { user, menu } = show()
  const status = menu.getByRole('status', { hidden: true })
  expect(status).toBeEmptyDOMElement()
  answer = LOSSES
  await user.click(menu.getByRole('link', { name: /Mémoire/u, hidden: true }))
  await waitFor(() =>
    expect(status).toHaveTextContent('a.tmx ne contient pas tout le tableau :lignes omises : 3'),
  )
  expect(asked).toEqual(['/fr/r/A-RES-76-299/export?v=en%2Cfr&codes=date&open=1&format=tmx&losses=1'])
  answer = { files: [] }
  await user.click(menu.getByRole('link', { name: /Word/u, hidden: true }))
  await waitFor(() => expect(status).toBeEmptyDOMElement())
})

it('tells it of what the form downloads too, and nothing where the server does not answer', async () => {
  const { user, menu } = show()
  const status = menu.getByRole('status', { hidden: true })
  answer = LOSSES
  await user.selectOptions(menu.getByRole('combobox', { hidden: true }), 'xliff')
  await user.click(menu.getByRole('button', { name: 'Télécharger', hidden: true }))
  await waitFor(() => expect(status).toHaveTextContent('lignes omises : 3'))
  expect(asked).toEqual(['/fr/r/A-RES-76-299/export?v=en%2Cfr&codes=date&open=1&format=xliff&losses=1'])
  answer = null
  await user.click(menu.getByRole('button', { name: 'Télécharger', hidden: true }))
  await waitFor(() => expect(status).toBeEmptyDOMElement())
  expect(asked).toHaveLength(2)
})
