import type { Language, Span } from '../../core/model'
import { writeQuery } from '../ReadingView/view-query'
import { rangeOf, spanOf, textOf } from './text-offsets'

/** What answers the words selected in one other version, as the server tells: where it stands, how likely, and in how many of the words' places. */
export interface Counterpart extends Span {
  readonly language: Language
  readonly address: string
  readonly wording: string
  readonly probability: number
  readonly count: number
  readonly of: number
}

/** The words selected and what answers them; null as long as the server is asked. */
export interface Equivalents {
  readonly wording: string
  readonly counterparts: readonly Counterpart[] | null
}

/** The reading view on screen: its address, its versions in order and the one that is asked about. */
export interface EquivalentsSource {
  readonly path: string
  readonly languages: readonly Language[]
  readonly pivot: Language
}

/** Milliseconds that a selection must rest, and after which one says that the answer takes its time. */
const REST = 150
const LONG = 700

/** Longest selection that is asked about, in UTF-16 code units. */
const LONGEST = 200

/** The highlight's name in the style sheet. */
const HIGHLIGHT = 'equivalent'

/**
 * Follows the reader's selection: words of one paragraph of the pivot light up what answers them in the other columns, where the browser can light text, and are told to `tell`;
 * null when they are no longer selected. Gives back what ends it.
 */
export function showEquivalents(
  { path, languages, pivot }: EquivalentsSource,
  tell: (equivalents: Equivalents | null) => void,
): () => void {
  let shown = ''
  let request = new AbortController()
  const clear = () => {
    request.abort()
    light([])
    tell(null)
  }
  const onSelection = () => {
    const selected = selectedWords(pivot)
    const key = selected === null ? '' : `${selected.address} ${selected.from} ${selected.to}`
    if (key === shown) return
    shown = key
    clear()
    if (selected === null) return
    const { wording, address, from, to } = selected
    request = new AbortController()
    const values = { v: languages, address, from: String(from), to: String(to) }
    const { signal } = request
    askLater(`${path}/equivalents${writeQuery(values)}`, signal, () => tell({ wording, counterparts: null }))
      .then((counterparts) => {
        if (signal.aborted) return
        light(counterparts)
        tell({ wording, counterparts })
      })
      // Without an answer there is nothing to light; the text can be read all the same.
      .catch(() => signal.aborted || tell(null))
  }
  document.addEventListener('selectionchange', onSelection)
  return () => {
    document.removeEventListener('selectionchange', onSelection)
    clear()
  }
}

/** Asks the server once the selection rests; `wait` is called where the answer takes its time. */
async function askLater(
  address: string,
  signal: AbortSignal,
  wait: () => void,
): Promise<readonly Counterpart[]> {
  await rest(REST, signal)
  const timer = setTimeout(wait, LONG)
  signal.addEventListener('abort', () => clearTimeout(timer))
  try {
    const response = await fetch(address, { signal })
    if (!response.ok) throw new Error(`the server answers ${response.status}`)
    const { counterparts }: { readonly counterparts: readonly Counterpart[] } = await response.json()
    return counterparts
  } finally {
    clearTimeout(timer)
  }
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new Error('the selection has changed'))
    })
  })
}

interface SelectedWords extends Span {
  readonly address: string
  readonly wording: string
}

/** The selection, where it is words of one paragraph of the pivot and not too long. */
function selectedWords(pivot: Language): SelectedWords | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount !== 1) return null
  const range = selection.getRangeAt(0)
  const paragraph = onlyParagraph(range)
  if (paragraph?.closest<HTMLElement>('[data-language]')?.dataset.language !== pivot) return null
  const span = spanOf(range, paragraph)
  if (span === null || span.to - span.from > LONGEST) return null
  const wording = textOf(paragraph).slice(span.from, span.to)
  if (!/[\p{L}\p{N}]/u.test(wording)) return null
  return { ...span, address: paragraph.dataset.address ?? '', wording }
}

/** The one paragraph that a range has text of: a selection of a whole paragraph ends only at the next one's beginning. */
function onlyParagraph(range: Range): HTMLElement | null {
  const common = range.commonAncestorContainer
  const root = common instanceof Element ? common : common.parentElement
  const around = root?.closest<HTMLElement>('[data-address]')
  if (around != null) return around
  let only: HTMLElement | null = null
  for (const paragraph of root?.querySelectorAll<HTMLElement>('#reading [data-address]') ?? []) {
    // What is put away, as the other tabs' columns on a phone, may lie between two paragraphs on screen.
    if (!range.intersectsNode(paragraph) || !(paragraph.checkVisibility?.() ?? true)) continue
    if (spanOf(range, paragraph) === null) continue
    if (only !== null) return null
    only = paragraph
  }
  return only
}

/** Lights the counterparts in their columns, and nothing else; without the browser's help nothing. */
function light(counterparts: readonly Counterpart[]): void {
  if (typeof CSS === 'undefined' || CSS.highlights === undefined || typeof Highlight === 'undefined') return
  const ranges = counterparts.flatMap((counterpart) => {
    const { language, address } = counterpart
    const paragraph = document.querySelector(
      `#reading [data-language="${CSS.escape(language)}"] [data-address="${CSS.escape(address)}"]`,
    )
    return (paragraph && rangeOf(counterpart, paragraph)) ?? []
  })
  if (ranges.length === 0) CSS.highlights.delete(HIGHLIGHT)
  else CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges))
}
