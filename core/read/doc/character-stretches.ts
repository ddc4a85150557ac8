import { readDocLook, type DocLook, type DocStyle } from './read-doc-styles'
import { eachProperty, type DocRun } from './read-runs'

/** What a stretch of characters looks like, whether a tracked change put it in or takes it out, and the code of the sign that it stands for. */
export interface CharacterLook extends DocLook {
  readonly change: 'inserted' | 'deleted' | null
  readonly symbol: number | null
  readonly complex: boolean
}

const PLAIN: CharacterLook = {
  italic: null,
  italicComplex: null,
  hidden: null,
  raised: null,
  change: null,
  symbol: null,
  complex: false,
}

/** The stretches of one look between two characters of the text, in order, without gaps; `base` is what their paragraph's style says. */
export function characterStretches(
  characters: readonly DocRun[],
  styles: (index: number) => DocStyle,
  from: number,
  to: number,
  base: DocLook,
): [number, number, CharacterLook][] {
  const found: [number, number, CharacterLook][] = []
  let at = from
  for (let i = indexAt(characters, from); i < characters.length && at < to; i += 1) {
    const run = characters[i]
    if (run === undefined || run.from >= to) break
    if (run.from > at) found.push([at, run.from, { ...PLAIN, ...base }])
    const start = Math.max(run.from, at)
    const stop = Math.min(run.to, to)
    if (stop > start) found.push([start, stop, lookOf(run, styles, base)])
    at = Math.max(at, stop)
  }
  if (at < to) found.push([at, to, { ...PLAIN, ...base }])
  return found
}

function lookOf(run: DocRun, styles: (index: number) => DocStyle, base: DocLook): CharacterLook {
  const { view, from, to } = run.properties
  let below = base
  let change: CharacterLook['change'] = null
  let symbol: number | null = null
  let complex = false
  eachProperty(view, from, to, (code, operand) => {
    if (code === 0x4a30) {
      const { look } = styles(view.getUint16(operand, true))
      below = {
        italic: look.italic ?? base.italic,
        italicComplex: look.italicComplex ?? base.italicComplex,
        hidden: look.hidden ?? base.hidden,
        raised: look.raised ?? base.raised,
      }
    } else if (code === 0x0800 && (view.getUint8(operand) & 1) === 1) change = 'deleted'
    else if (code === 0x0801 && (view.getUint8(operand) & 1) === 1) change = 'inserted'
    else if (code === 0x6a09) symbol = view.getUint16(operand + 2, true)
    else if (code === 0x085a || code === 0x0882) complex = view.getUint8(operand) === 1
  })
  return { ...readDocLook(view, from, to, below), change, symbol, complex }
}

/** The index of the first run that ends behind a place. */
function indexAt(runs: readonly DocRun[], place: number): number {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.to ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low
}

/** The run in which a place lies, or null. */
export function runAt(runs: readonly DocRun[], place: number): DocRun | null {
  const run = runs[indexAt(runs, place)]
  return run !== undefined && run.from <= place ? run : null
}
