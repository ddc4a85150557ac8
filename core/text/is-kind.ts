import type { ParagraphKind } from '../model'

const KINDS: ReadonlySet<unknown> = new Set<ParagraphKind>([
  'heading', 'title', 'enacting', 'preambular', 'operative', 'section', 'article', 'annex', 'table', 'footnote', 'closing', 'body',
]) // prettier-ignore

/** Whether a value is a kind of paragraph. */
export function isKind(value: unknown): value is ParagraphKind {
  return KINDS.has(value)
}
