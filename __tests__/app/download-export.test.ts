import JSZip from 'jszip'
import { downloadExport, makeFiles } from '../../app/download-export'
import type { ExportChunks, ExportFile, ExportLoss } from '../../core/model'

const LOSSES: readonly ExportLoss[] = [{ code: 'gaps', count: 2 }]

/** A file of as many pieces, and how many of them were asked for. */
function pieces(name: string, count: number, losses: readonly ExportLoss[] = []) {
  const taken = { count: 0 }
  function* chunks(): ExportChunks {
    for (let k = 0; k < count; k += 1) {
      taken.count += 1
      yield k % 2 === 0 ? `${name} ${k} 大会 الجمعية\n` : new TextEncoder().encode(`${k}\n`)
    }
    return losses
  }
  return { taken, file: { name, mime: 'text/csv; charset=utf-8', chunks: chunks() } satisfies ExportFile }
}

const textOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, k) => (k % 2 === 0 ? `${name} ${k} 大会 الجمعية\n` : `${k}\n`)).join('')

/** An export of such files, written anew each time it is asked for. */
function exportOf(counts: Readonly<Record<string, number>>, losses: readonly ExportLoss[] = []) {
  const asked: ReturnType<typeof pieces>[][] = []
  const write = async () => {
    const files = Object.entries(counts).map(([name, count]) => pieces(name, count, losses))
    asked.push(files)
    return files.map(({ file }) => file)
  }
  return { write, asked }
}

test.each([
  ['held', 1_000_000, 1],
  ['written anew as it is taken', 100, 2],
])('one file, %s, is the same', async (_, held, times) => {
  const { write, asked } = exportOf({ 'a.csv': 40 }, LOSSES)
  const answer = (await downloadExport(write, 'a.zip', held))!
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(answer.headers.get('content-disposition')).toContain('filename="a.csv"')
  expect(answer.headers.get('concordance-losses')).toBe('gaps;count=2;file="a.csv"')
  expect(await answer.text()).toBe(textOf('a.csv', 40))
  expect(asked).toHaveLength(times)
})

test.each([
  ['held', 1_000_000],
  ['written anew as they are taken', 500],
])('several files, %s, are an archive', async (_, held) => {
  const { write } = exportOf({ 'a.csv': 30, 'b.csv': 3 }, LOSSES)
  const answer = (await downloadExport(write, 'both.zip', held))!
  expect(answer.headers.get('content-type')).toBe('application/zip')
  expect(answer.headers.get('content-disposition')).toContain('filename="both.zip"')
  expect(answer.headers.get('concordance-losses')).toBe(
    'gaps;count=2;file="a.csv", gaps;count=2;file="b.csv"',
  )
  const { files } = await JSZip.loadAsync(await answer.arrayBuffer())
  expect(Object.keys(files)).toEqual(['a.csv', 'b.csv'])
  expect(await files['a.csv']!.async('string')).toBe(textOf('a.csv', 30))
  expect(await files['b.csv']!.async('string')).toBe(textOf('b.csv', 3))
})

test('a large export is written as far as it is taken, and ends where its reader goes away', async () => {
  const { write, asked } = exportOf({ 'a.csv': 5_000 })
  const answer = (await downloadExport(write, 'a.zip', 100))!
  const { taken } = asked[1]![0]!
  expect(taken.count).toBe(0)
  const reader = answer.body!.getReader()
  await reader.read()
  await reader.read()
  expect(taken.count).toBeLessThan(5)
  await reader.cancel()
  const before = taken.count
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(taken.count).toBe(before)
})

test('others have their turn while an export is written', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 0)
  const made = await makeFiles([pieces('a.csv', 2_000).file], 0)
  clearInterval(timer)
  expect(made).toMatchObject([{ bytes: null, losses: [] }])
  expect(turns).toBeGreaterThan(1)
})

test('an export without files is none; what fails in the middle breaks the download off', async () => {
  expect(await downloadExport(async () => [], 'a.zip')).toBeNull()
  let round = 0
  const write = async (): Promise<readonly ExportFile[]> => {
    round += 1
    const fails = round === 2
    function* chunks(): ExportChunks {
      yield 'x'.repeat(200)
      if (fails) throw new Error('gone')
      return []
    }
    return [{ name: 'a.csv', mime: 'text/csv', chunks: chunks() }]
  }
  const answer = (await downloadExport(write, 'a.zip', 100))!
  await expect(answer.text()).rejects.toThrow('gone')
})
