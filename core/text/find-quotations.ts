import type { Span } from '../model'

/** A quoted stretch, its marks included. `title` where the marks are those of a Chinese title, 《》 or 〈〉. */
export interface Quotation extends Span {
  readonly title: boolean
}

/** Quotation marks of a text: the stretches that they enclose, in the order in which those end, and the marks that have no counterpart. */
export interface Quotations {
  readonly quotations: readonly Quotation[]
  readonly unpaired: readonly Span[]
}

/** Marks that look the same on both sides or are used either way round, by family: which one is next depends on what is open. */
const FAMILIES: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '‟': '"',
  '"': '"',
  '＂': '"',
}

const PAIRS: Readonly<Record<string, string>> = { '«': '»', '《': '》', '〈': '〉', '「': '」', '『': '』' }
const CLOSERS = new Set(Object.values(PAIRS))

const MARK = /[“”„‟"＂«»《》〈〉「」『』]/gu
const SINGLE = /(?<![\p{L}\p{N}])‘[^‘]{2,}?’(?![\p{L}\p{N}])/gu

/**
 * Quoted stretches of a text in any of the six languages. Curly marks open and close in either direction, as Arabic and Russian texts have them; a guillemet repeated at each
 * line of a long quotation opens nothing anew. Single marks count in pairs only, since an apostrophe looks like one.
 */
export function findQuotations(text: string): Quotations {
  const open: { readonly mark: string; readonly at: number }[] = []
  const quotations: Quotation[] = [...text.matchAll(SINGLE)].map(({ 0: whole, index }) => ({
    from: index,
    to: index + whole.length,
    title: false,
  }))
  const unpaired: Span[] = []
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const family = FAMILIES[mark] ?? mark
    const partner = open.findLastIndex((one) =>
      CLOSERS.has(mark) ? PAIRS[one.mark] === mark : one.mark === family,
    )
    if (CLOSERS.has(mark) || (family === '"' && partner >= 0)) {
      if (partner < 0) unpaired.push({ from: index, to: index + 1 })
      else {
        const [{ at }, ...lost] = open.splice(partner) as [(typeof open)[0], ...typeof open]
        unpaired.push(...lost.map((one) => ({ from: one.at, to: one.at + 1 })))
        quotations.push({ from: at, to: index + 1, title: mark === '》' || mark === '〉' })
      }
    } else if (partner < 0) open.push({ mark: family, at: index })
  }
  unpaired.push(...open.map(({ at }) => ({ from: at, to: at + 1 })))
  return { quotations, unpaired }
}
