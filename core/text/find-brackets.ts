import type { Span } from '../model'

/** A stretch in brackets, these included; `shape` tells round ones from square ones, half-width or full-width. */
export interface Bracketed extends Span {
  readonly shape: 'round' | 'square'
}

/** Brackets of a text: the stretches that they enclose, in the order in which those end, and the brackets that have no counterpart. */
export interface Brackets {
  readonly enclosed: readonly Bracketed[]
  readonly unpaired: readonly Bracketed[]
}

const ROUND = '(（)）'
const OPENERS = '(（[［'
const BRACKET = /[()（）[\]［］]/gu

/** A label that has a closing bracket only: `a)`, `12)`, `iv)`, `أ)`. */
const HALF_LABEL = /(?:^|[^\p{L}\p{N}])[\p{L}\p{N}]{1,4}\u0640?\s?$/u

/** Brackets of a text, nested ones too; the closing bracket of a label such as `a)` encloses nothing and is no stray one. */
export function findBrackets(text: string): Brackets {
  const open: { readonly shape: Bracketed['shape']; readonly at: number }[] = []
  const enclosed: Bracketed[] = []
  const unpaired: Bracketed[] = []
  for (const { 0: bracket, index } of text.matchAll(BRACKET)) {
    const shape = ROUND.includes(bracket) ? 'round' : 'square'
    if (OPENERS.includes(bracket)) {
      open.push({ shape, at: index })
      continue
    }
    const partner = open.findLastIndex((one) => one.shape === shape)
    if (partner >= 0) {
      const [{ at }] = open.splice(partner, 1) as [(typeof open)[0]]
      enclosed.push({ shape, from: at, to: index + 1 })
    } else if (shape === 'square' || !HALF_LABEL.test(text.slice(Math.max(0, index - 8), index))) {
      unpaired.push({ shape, from: index, to: index + 1 })
    }
  }
  unpaired.push(...open.map(({ shape, at }): Bracketed => ({ shape, from: at, to: at + 1 })))
  return { enclosed, unpaired }
}
