import { startProgress } from '../../../cli/batch/start-progress'

/** What a terminal, or a pipe, gets. */
function shown(isTTY: boolean, act: (progress: ReturnType<typeof startProgress>) => void): string {
  let text = ''
  act(startProgress({ isTTY, write: (more) => (text += more) }))
  return text
}

test('writes one line over and over on a terminal, and leaves it at the end', () => {
  expect(
    shown(true, (progress) => {
      progress.begin('Aligning', 8000, 'paragraphs')
      progress.add(1234)
      progress.end()
    }),
  ).toBe('\rAligning: 0 of 8,000 paragraphs\rAligning: 1,234 of 8,000 paragraphs\n')
})

test('wipes its line for what is told, and wipes what a shorter line would leave', () => {
  expect(
    shown(true, (progress) => {
      progress.begin('Reading', 9, 'pairs')
      progress.tell(['bad'])
      progress.begin('It', 9, 'pairs')
      progress.tell([])
    }),
  ).toBe(
    '\rReading: 0 of 9 pairs\r                     \rbad\n\rReading: 0 of 9 pairs\rIt: 0 of 9 pairs     ',
  )
})

test('writes nothing but what is told on anything else', () => {
  expect(
    shown(false, (progress) => {
      progress.begin('Reading', 9, 'pairs')
      progress.add(3)
      progress.tell(['bad', 'worse'])
      progress.end()
    }),
  ).toBe('bad\nworse\n')
})
