/** True for what the reader can see: not in a column or of a kind that is put away. */
function isShown(element: HTMLElement): boolean {
  const { only, onlyOpen } = document.getElementById('reading')?.dataset ?? {}
  const kept =
    (only === undefined || only.split(' ').includes(element.dataset.code ?? '')) &&
    (onlyOpen === undefined || element.dataset.settled === undefined)
  return kept && (element.checkVisibility?.() ?? true)
}

/** The findings on screen by number, each with its first mark: the words in the text, or the number beside them where no words are marked. */
function shownFindings(): readonly (readonly [string, HTMLElement])[] {
  const first = new Map<string, HTMLElement>()
  for (const mark of document.querySelectorAll<HTMLElement>('#reading a[data-f]')) {
    if (isShown(mark)) for (const number of numbersOf(mark)) if (!first.has(number)) first.set(number, mark)
  }
  return [...first.entries()].sort(([a], [b]) => Number(a) - Number(b))
}

function numbersOf(mark: HTMLElement): readonly string[] {
  return (mark.dataset.f ?? '').split(' ').filter((number) => number !== '')
}

/**
 * Opens the note of a mark's finding in the apparatus; `number` picks one where several findings share the mark. With `enter` the focus goes into
 * the note, otherwise to the mark. The text keeps its place on the screen although its columns may grow narrower.
 */
export function openNote(mark: HTMLElement, enter: boolean, number = numbersOf(mark)[0]): void {
  const apparatus = document.getElementById('apparatus')
  const note = document.getElementById(`f${number}`)
  if (apparatus === null || note === null) return
  const before = mark.getBoundingClientRect().top
  for (const old of document.querySelectorAll('[data-open]')) old.removeAttribute('data-open')
  apparatus.setAttribute('data-open', '')
  note.setAttribute('data-open', '')
  document.getElementById('reading')?.setAttribute('data-noted', '')
  setCurrent(mark, number ?? '')
  window.scrollBy(0, mark.getBoundingClientRect().top - before)
  mark.scrollIntoView({ block: 'nearest' })
  if (enter) note.focus({ preventScroll: true })
}

/**
 * Closes the apparatus and gives the focus back to the mark that it was opened from. What the reader has before their eyes, that mark or else the
 * first row that begins in view, keeps its place on the screen although the columns may grow wider.
 */
export function closeNote(): void {
  const apparatus = document.getElementById('apparatus')
  if (apparatus?.dataset.open === undefined) return
  const inside = apparatus.contains(document.activeElement)
  const current = document.querySelector<HTMLElement>('[data-current]')
  const rows = [...document.querySelectorAll<HTMLElement>('#reading [data-row]')]
  const held =
    current !== null && isInView(current) ? current : (rows.find(beginsInView) ?? rows.find(isInView) ?? null)
  const before = held?.getBoundingClientRect().top ?? 0
  for (const old of document.querySelectorAll('[data-open]')) old.removeAttribute('data-open')
  document.getElementById('reading')?.removeAttribute('data-noted')
  if (held !== null) window.scrollBy(0, held.getBoundingClientRect().top - before)
  if (inside) current?.focus({ preventScroll: true })
}

/**
 * Goes to the next finding on screen (1) or the one before (-1), round the ends, and opens its note. With `focus` the focus goes to the mark in
 * the text, otherwise it stays where it is.
 */
export function stepFinding(step: number, focus: boolean): void {
  const findings = shownFindings()
  const current = document.querySelector<HTMLElement>('[data-current]')?.dataset.current
  const at = findings.findIndex(([number]) => number === current)
  const marks = findings.map(([, mark]) => mark)
  const next = findings[at < 0 ? firstBelow(marks, step) : (at + step + findings.length) % findings.length]
  if (next === undefined) return
  const [number, mark] = next
  openNote(mark, false, number)
  mark.scrollIntoView({ block: 'center' })
  if (focus) mark.focus({ preventScroll: true })
}

/** Goes to the next term on screen (1) or the one before (-1), so that a keyboard too can light a concept up. */
export function stepTerm(step: number): void {
  const terms = [...document.querySelectorAll<HTMLElement>('#reading [data-concept]')].filter(
    (term) => term.checkVisibility?.() ?? true,
  )
  const active = document.activeElement
  const at = terms.findIndex((term) => term === active)
  const next = terms[at < 0 ? firstBelow(terms, step) : (at + step + terms.length) % terms.length]
  next?.focus()
}

function setCurrent(mark: HTMLElement, number: string): void {
  for (const old of document.querySelectorAll('[data-current]')) old.removeAttribute('data-current')
  mark.setAttribute('data-current', number)
}

function beginsInView(element: HTMLElement): boolean {
  return isInView(element) && element.getBoundingClientRect().top >= 0
}

function isInView(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect()
  return bottom > 0 && top < window.innerHeight
}

/** Where stepping begins: with the first one on or below the top of the screen, or before it when going back. */
function firstBelow(elements: readonly HTMLElement[], step: number): number {
  const below = elements.findIndex((element) => element.getBoundingClientRect().top >= 0)
  if (below < 0) return step > 0 ? 0 : elements.length - 1
  return step > 0 ? below : (below - 1 + elements.length) % elements.length
}
