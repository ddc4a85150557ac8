/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { act, render, screen } from '@testing-library/react'
import { EquivalentsNote } from '../../components/ReadingDesk/EquivalentsNote'
import { writeParagraph } from '../../components/ReadingView/write-paragraph'
import type { Language, Paragraph } from '../../core/model'
import { makeTranslator } from '../../i18n/translator'

const t = makeTranslator('fr')

const FRENCH: Paragraph = {
  address: 'op7',
  kind: 'operative',
  label: '7.',
  text: 'Encourage le développement durable ;',
  marks: [{ at: 13, mark: '1', note: null }],
  italics: [{ from: 0, to: 9 }],
}
const ENGLISH: Paragraph = { ...FRENCH, text: 'Encourages sustainable development;', marks: [] }

function Cell({ language, paragraph }: { readonly language: Language; readonly paragraph: Paragraph }) {
  const shown = { language, paragraph, hits: [], calls: new Map(), marked: [], findings: [] }
  return <div data-language={language} dangerouslySetInnerHTML={{ __html: writeParagraph(t, shown).html }} />
}

const asked = jest.fn()

beforeEach(() => {
  jest.useFakeTimers()
  asked.mockReset().mockImplementation(async () => ({
    ok: true,
    json: async () => ({
      counterparts: [
        {
          language: 'en',
          address: 'op7',
          from: 11,
          to: 34,
          wording: 'sustainable development',
          probability: 0.934,
          count: 14,
          of: 15,
        },
      ],
    }),
  }))
  globalThis.fetch = asked
  render(
    <>
      <div id="reading">
        <Cell language="fr" paragraph={FRENCH} />
        <Cell language="en" paragraph={ENGLISH} />
      </div>
      <EquivalentsNote
        locale="fr"
        path="/fr/r/A-RES-76-299"
        languages={['fr', 'en', 'ru']}
        pivot="fr"
        others={[
          { language: 'en', name: 'anglais' },
          { language: 'ru', name: 'russe' },
        ]}
        words={{ title: 'Correspondants :', asking: 'recherche…', none: 'aucun', figures: 'probabilité' }}
      />
    </>,
  )
})
afterEach(() => jest.useRealTimers())

function nodeWith(text: string): Text {
  const walker = document.createTreeWalker(document.getElementById('reading')!, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (node instanceof Text && node.data.includes(text)) return node
  throw new Error(`no ${text} on the page`)
}

/** Selects from the beginning of one text on the page to the end of another, and waits. */
async function select(first: string, last = first, milliseconds = 200) {
  const [from, to] = [nodeWith(first), nodeWith(last)]
  const start = from.data.indexOf(first)
  document.getSelection()!.setBaseAndExtent(from, start, to, to.data.indexOf(last) + last.length)
  await act(async () => {
    document.dispatchEvent(new Event('selectionchange'))
    await jest.advanceTimersByTimeAsync(milliseconds)
  })
}

const queryOf = (call = 0) => new URL(asked.mock.calls[call][0], 'http://localhost').searchParams

test('asks with offsets into the text, without the label and the footnote mark', async () => {
  await select('développement durable')
  const [from, to] = [Number(queryOf().get('from')), Number(queryOf().get('to'))]
  expect(FRENCH.text.slice(from, to)).toBe('développement durable')
  expect(queryOf().get('address')).toBe('op7')
  expect(queryOf().get('v')).toBe('fr,en,ru')
})

test('asks for words with their label and marks selected as for the words alone', async () => {
  await select('7.', 'développement')
  const [from, to] = [Number(queryOf().get('from')), Number(queryOf().get('to'))]
  expect(FRENCH.text.slice(from, to)).toBe('Encourage le développement')
})

test('tells each counterpart with its probability and counts, and what has none', async () => {
  await select('développement durable')
  const note = screen.getByRole('status')
  expect(note).toHaveTextContent('développement durable')
  expect(note).toHaveTextContent('anglais sustainable development 0,93 · 14/15')
  expect(note).toHaveTextContent('russe aucun')
})

test('is gone when the selection is', async () => {
  await select('développement durable')
  document.getSelection()!.removeAllRanges()
  act(() => void document.dispatchEvent(new Event('selectionchange')))
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

test('asks only for the selection that rests, and gives up an earlier question', async () => {
  await select('développement', 'développement', 100)
  await select('durable')
  expect(asked).toHaveBeenCalledTimes(1)
  const { signal } = asked.mock.calls[0][1]
  expect(signal.aborted).toBe(false)
  await select('Encourage')
  expect(signal.aborted).toBe(true)
})

test.each([
  ['another column', 'sustainable', 'sustainable'],
  ['two columns', 'durable', 'sustainable'],
  ['a sign alone', ' ;', ' ;'],
])('asks nothing for %s', async (_, first, last) => {
  await select(first, last)
  expect(asked).not.toHaveBeenCalled()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})
