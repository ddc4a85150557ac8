import { tablePlace, type DocFile } from './read-pieces'

/** One property: its number and where its operand stands. */
export type OnProperty = (code: number, operand: number, view: DataView) => void

/** A stretch of text with the properties that it has of its own: bytes `from` to `to` of `view`. `style` is the paragraph's, or -1. */
export interface DocRun {
  readonly from: number
  readonly to: number
  readonly style: number
  readonly properties: { readonly view: DataView; readonly from: number; readonly to: number }
}

const PAGE = 512
const HUGE = 0x6646
const TABLE_DEFINITION = 0xd608
const TABS = 0xc615

/** Tells the properties (`Prl`, [MS-DOC] 2.6) in a stretch of bytes, in order. */
export function eachProperty(view: DataView, from: number, to: number, tell: OnProperty): void {
  let at = from
  while (at + 2 < to) {
    const code = view.getUint16(at, true)
    const operand = at + 2
    const kind = code >> 13
    let length = kind === 2 || kind === 4 || kind === 5 ? 2 : kind === 3 ? 4 : kind === 7 ? 3 : 1
    if (code === TABLE_DEFINITION) length = operand + 2 <= to ? view.getUint16(operand, true) + 1 : to
    else if (kind === 6) {
      const said = view.getUint8(operand)
      // Tabs beyond 255 bytes would have to be counted out; no such paragraph is worth it.
      length = code === TABS && said === 255 ? to : said + 1
    }
    if (operand + length > to) return
    tell(code, operand, view)
    at = operand + length
  }
}

/** The runs of characters or paragraphs with properties of their own, by character, in order and not overlapping. */
export function readRuns(file: DocFile, index: number, kind: 'character' | 'paragraph'): DocRun[] {
  const { main, table, pieces } = file
  const { from, to } = tablePlace(main, index)
  const count = Math.floor((to - from - 4) / 8)
  const inBytes: DocRun[] = []
  // Each page of runs is one of the file's, so that there are no more of them.
  for (let i = 0; i < Math.min(count, main.byteLength / PAGE); i += 1) {
    const page = (table.getUint32(from + (count + 1) * 4 + i * 4, true) & 0x3fffff) * PAGE
    if (page + PAGE > main.byteLength) continue
    const runs = main.getUint8(page + PAGE - 1)
    for (let k = 0; k < runs; k += 1) {
      const place = page + (runs + 1) * 4 + k * (kind === 'character' ? 1 : 13)
      if (place >= page + PAGE) break
      const own = kind === 'character' ? characterRun(main, page, place) : paragraphRun(file, page, place)
      inBytes.push({
        from: main.getUint32(page + k * 4, true),
        to: main.getUint32(page + k * 4 + 4, true),
        ...own,
      })
    }
  }
  const runs = setApart(inBytes)
  return pieces.flatMap(({ from: cp, to: end, at, width }) => {
    const last = at + (end - cp) * width
    const found: DocRun[] = []
    for (let i = firstBehind(runs, at); i < runs.length; i += 1) {
      const run = runs[i]
      if (run === undefined || run.from >= last) break
      const start = cp + Math.floor((Math.max(run.from, at) - at) / width)
      const stop = cp + Math.ceil((Math.min(run.to, last) - at) / width)
      if (stop > start) found.push({ ...run, from: start, to: stop })
    }
    return found
  })
}

/** Runs in order; what one of them says of bytes that another has already is dropped. */
function setApart(runs: readonly DocRun[]): DocRun[] {
  const apart: DocRun[] = []
  let last = 0
  for (const run of [...runs].sort((a, b) => a.from - b.from)) {
    const from = Math.max(run.from, last)
    if (run.to <= from) continue
    apart.push({ ...run, from })
    last = run.to
  }
  return apart
}

/** The first run that ends behind a place. */
function firstBehind(runs: readonly DocRun[], at: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.to ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

function characterRun(main: DataView, page: number, place: number): Omit<DocRun, 'from' | 'to'> {
  const offset = main.getUint8(place) * 2
  const length = offset === 0 ? 0 : main.getUint8(page + offset)
  const from = page + offset + 1
  return { style: -1, properties: { view: main, from, to: Math.min(from + length, main.byteLength) } }
}

function paragraphRun({ main, data }: DocFile, page: number, place: number): Omit<DocRun, 'from' | 'to'> {
  const offset = page + main.getUint8(place) * 2
  if (offset === page) return { style: 0, properties: { view: main, from: 0, to: 0 } }
  const short = main.getUint8(offset)
  const from = offset + (short === 0 ? 2 : 1)
  const length = short === 0 ? main.getUint8(offset + 1) * 2 : short * 2 - 1
  const to = Math.min(from + length, main.byteLength)
  const style = main.getUint16(from, true)
  let properties = { view: main, from: from + 2, to }
  // Properties that do not fit stand in the data stream.
  eachProperty(main, from + 2, to, (code, operand) => {
    if (code !== HUGE) return
    const at = main.getUint32(operand, true)
    if (at + 2 > data.byteLength) return
    const end = at + 2 + data.getUint16(at, true)
    properties = { view: data, from: at + 2, to: Math.min(end, data.byteLength) }
  })
  return { style, properties }
}
