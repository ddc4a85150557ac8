import type { Glyph } from './page'

/** A glyph on its row; `raised` above its baseline, as footnote marks are. */
export interface RowGlyph extends Glyph {
  readonly raised: boolean
}

/** What stands on one baseline of a page, in reading order, spaces included; `size` is that of most of its letters. */
export interface Row {
  readonly y: number
  readonly size: number
  readonly x0: number
  readonly x1: number
  readonly glyphs: readonly RowGlyph[]
}

interface Run {
  readonly y: number
  readonly size: number
  readonly glyphs: Glyph[]
}

/** Glyphs that follow each other on one baseline and in one size. */
function makeRuns(glyphs: readonly Glyph[]): Run[] {
  const runs: Run[] = []
  for (const glyph of glyphs) {
    const last = runs.at(-1)
    const same =
      last !== undefined &&
      Math.abs(last.y - glyph.y) < 0.05 * glyph.size &&
      Math.abs(last.size - glyph.size) < 0.05 * glyph.size
    if (same) last.glyphs.push(glyph)
    else runs.push({ y: glyph.y, size: glyph.size, glyphs: [glyph] })
  }
  return runs
}

/** Whether a glyph draws nothing. */
export function isBlank({ text }: { readonly text: string }): boolean {
  return text.trim() === ''
}

/** The size that most letters have. Zero for none. */
export function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>()
  for (const glyph of glyphs) {
    if (isBlank(glyph)) continue
    const size = Math.round(glyph.size * 4) / 4
    counts.set(size, (counts.get(size) ?? 0) + 1)
  }
  let best = 0
  for (const [size, count] of counts) if (count > (counts.get(best) ?? 0)) best = size
  return best
}

/** How far baselines of one row may differ, in parts of the smaller size: accents and changes of font move them a little. */
const SAME_BASELINE = 0.22

/** A raised mark is smaller than this part of its row's size, and stands between these parts of it above the baseline. */
const SMALL = 0.82
const LOWEST_RAISE = 0.1
const HIGHEST_RAISE = 0.8

interface Band {
  y: number
  size: number
  readonly runs: Run[]
}

function makeBands(runs: readonly Run[]): Band[] {
  const bands: Band[] = []
  const shown = runs.filter((run) => !run.glyphs.every(isBlank))
  const byY = shown.filter((run) => !isCombining(run)).sort((a, b) => a.y - b.y)
  for (const run of byY) {
    const band = bands
      .slice(-4)
      .reverse()
      .find(
        ({ y, size }) =>
          Math.abs(y - run.y) <= SAME_BASELINE * Math.min(size, run.size) &&
          // A small run that stands a little higher is a mark on a row of its own for now.
          (Math.abs(y - run.y) < 0.06 * size || Math.min(size, run.size) > SMALL * Math.max(size, run.size)),
      )
    if (band === undefined) bands.push({ y: run.y, size: run.size, runs: [run] })
    else {
      band.runs.push(run)
      if (Math.abs(run.size - band.size) > 0.05 * band.size)
        band.size = usualSize(band.runs.flatMap(({ glyphs }) => glyphs))
    }
  }
  for (const run of shown) {
    if (!isCombining(run)) continue
    const band = findUnder(run, bands)
    if (band === undefined) bands.push({ y: run.y, size: run.size, runs: [run] })
    else band.runs.push(run)
  }
  return bands.sort((a, b) => a.y - b.y)
}

/** Marks above and below letters are raised and lowered by themselves, and so are second letters of ligatures, which have no width. */
function isCombining({ glyphs }: Run): boolean {
  return glyphs.every(
    (glyph) => isBlank(glyph) || /^\p{M}+$/u.test(glyph.text) || glyph.x1 - glyph.x0 < 0.02 * glyph.size,
  )
}

/** The row with letters where a mark stands that is nearest to it. */
function findUnder(run: Run, bands: readonly Band[]): Band | undefined {
  const [mark] = run.glyphs
  if (mark === undefined) return undefined
  const middle = (mark.x0 + mark.x1) / 2
  return bands
    .filter(
      ({ y, size, runs }) =>
        Math.abs(y - run.y) < 1.1 * size &&
        runs.some(({ glyphs }) =>
          glyphs.some(({ x0, x1 }) => x0 <= middle + 0.2 * size && x1 >= middle - 0.2 * size),
        ),
    )
    .sort((a, b) => Math.abs(a.y - run.y) - Math.abs(b.y - run.y))[0]
}

const NO_MARK = /[^\p{N}\p{L}*†‡§,()[\]\s\u00A0]/u

/** Whether a small run stands raised beside letters of a band: behind one, or at its beginning. */
function isRaisedOn(run: Run, band: Band): boolean {
  if (run.size > SMALL * band.size) return false
  const raise = (band.y - run.y) / band.size
  if (raise < LOWEST_RAISE || raise > HIGHEST_RAISE) return false
  const shown = run.glyphs.filter((glyph) => !isBlank(glyph))
  if (shown.length === 0 || shown.length > 12 || shown.some(({ text }) => NO_MARK.test(text))) return false
  const x0 = Math.min(...shown.map((glyph) => glyph.x0))
  const x1 = Math.max(...shown.map((glyph) => glyph.x1))
  return band.runs.some(({ glyphs }) =>
    glyphs.some(
      (glyph) =>
        !isBlank(glyph) &&
        ((glyph.x1 >= x0 - 0.6 * band.size && glyph.x0 <= x0 + 0.2 * band.size) ||
          (glyph.x0 >= x1 - 0.2 * band.size && glyph.x0 <= x1 + 3 * band.size)),
    ),
  )
}

/** Puts raised marks on the rows that they belong to. */
function placeRaised(bands: readonly Band[]): { band: Band; raised: Run[] }[] {
  const placed = bands.map((band) => ({ band, raised: [] as Run[] }))
  placed.forEach((each, i) => {
    const near = placed.slice(Math.max(0, i - 3), i + 4).filter((other) => other !== each)
    const left: Run[] = []
    for (const run of each.band.runs) {
      const home = near
        .filter(({ band }) => isRaisedOn(run, band))
        .sort((a, b) => Math.abs(a.band.y - run.y) - Math.abs(b.band.y - run.y))[0]
      if (home === undefined) left.push(run)
      else home.raised.push(run)
    }
    each.band.runs.splice(0, each.band.runs.length, ...left)
  })
  return placed.filter(({ band, raised }) => band.runs.length + raised.length > 0)
}

/** The rows of a page from top to bottom. Total: each glyph that shows something stands on exactly one row, except one that is printed over its like to make it bold. */
export function makeRows(glyphs: readonly Glyph[]): Row[] {
  const runs = makeRuns(glyphs)
  const placed = placeRaised(makeBands(runs))
  const spaces = runs.flatMap((run) => run.glyphs.filter(isBlank)).sort((a, b) => a.y - b.y)
  let first = 0
  const rows: Row[] = []
  for (const { band, raised } of placed.sort((a, b) => a.band.y - b.band.y)) {
    const shown = [
      ...band.runs.flatMap((run) => run.glyphs.map((glyph) => ({ ...glyph, raised: false }))),
      ...raised.flatMap((run) => run.glyphs.map((glyph) => ({ ...glyph, raised: true }))),
    ].filter((glyph) => !isBlank(glyph))
    const ordered = withoutOverprints(shown.sort(byMiddle))
    const x0 = Math.min(...ordered.map((glyph) => glyph.x0))
    const x1 = Math.max(...ordered.map((glyph) => glyph.x1))
    const size = usualSize(band.runs.flatMap((run) => run.glyphs)) || band.size
    while (first < spaces.length && (spaces[first]?.y ?? 0) < band.y - size) first += 1
    const own: RowGlyph[] = []
    for (let i = first; i < spaces.length; i += 1) {
      const space = spaces[i]
      if (space === undefined || space.y > band.y + size * 0.3) break
      const near = Math.abs(space.y - band.y) <= HIGHEST_RAISE * size
      if (near && space.x0 > x0 && space.x1 < x1 + size * 0.1) own.push({ ...space, raised: false })
    }
    rows.push({ y: band.y, size, x0, x1, glyphs: [...ordered, ...own].sort(byMiddle) })
  }
  return rows
}

/** By the middle of glyphs: the second part of a ligature may have no width and stand at the edge of the next letter. */
function byMiddle(a: Glyph, b: Glyph): number {
  return a.x0 + a.x1 - b.x0 - b.x1
}

/** Bold that is made by printing a letter twice comes once. */
function withoutOverprints(glyphs: readonly RowGlyph[]): RowGlyph[] {
  const kept: RowGlyph[] = []
  for (const glyph of glyphs) {
    const twin = kept
      .slice(-3)
      .some(
        (other) =>
          other.text === glyph.text &&
          Math.abs(other.x0 - glyph.x0) < 0.12 * glyph.size &&
          Math.abs(other.y - glyph.y) < 0.12 * glyph.size &&
          glyph.x1 - glyph.x0 > 0.2 * glyph.size,
      )
    if (!twin) kept.push(glyph)
  }
  return kept
}
