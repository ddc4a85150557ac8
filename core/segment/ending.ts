import type { Language } from '../model'
import { findOpening } from '../text/find-opening'

/** How a paragraph ends: as a sentence or an item does, with a comma, or in the middle. */
export type Ending = 'full' | 'comma' | 'open'

/** How a paragraph begins. `mark` is a sign that cannot begin one; `caseless` a script without capitals. */
export type Beginning = 'upper' | 'lower' | 'caseless' | 'figure' | 'mark' | 'other'

const CLOSERS = /[\s"»”’'')\]）】」』›\u200E\u200F\u0640*]+$/u
/** Conjunctions that stand behind the last mark of a paragraph in a list: "…; and". */
const CONJUNCTION = /(?<=[,;،؛，；])\s*(?:et|ou|and|or|y|e|o|и|или|а также|و|أو|和|或|以及)$/iu

/** Whether a text ends with a conjunction that asks for more. */
export function endsWithConjunction(text: string): boolean {
  return CONJUNCTION.test(text.slice(-60))
}

/** How a text ends, closing quotation marks and brackets and a conjunction behind the last mark left aside. */
export function ending(text: string): Ending {
  const tail = text.slice(-60).replace(CONJUNCTION, '').replace(CLOSERS, '')
  if (/[.;:!?…。；：！？؛؟]$/u.test(tail)) return 'full'
  return /[,،，、]$/u.test(tail) ? 'comma' : 'open'
}

/** How a text begins, opening quotation marks and brackets left aside. */
export function beginning(text: string): Beginning {
  const head = text.slice(0, 12)
  if (/^[,;:.)\]»”!?،؛؟，。；：）、」』]/u.test(head)) return 'mark'
  const first = /^["«“‘'([（【「『\s\u200E\u200F]*(.)/u.exec(head)?.[1] ?? ''
  if (/\p{Ll}/u.test(first)) return 'lower'
  if (/\p{Lu}/u.test(first)) return 'upper'
  if (/\p{Lo}/u.test(first)) return 'caseless'
  return /\p{N}/u.test(first) ? 'figure' : 'other'
}

/** Whether a paragraph begins with words that are known to open preambular or operative paragraphs. */
export function opensParagraph(text: string, language: Language): boolean {
  const opening = findOpening(text.slice(0, 200), language, [])
  return opening !== null && opening.concepts.length > 0
}
