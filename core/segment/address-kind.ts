import type { ParagraphKind } from '../model'

/** What the first letters of an address say of its paragraph; the longest that fits counts. */
const KINDS: Readonly<Record<string, ParagraphKind>> = {
  title: 'title',
  enacting: 'enacting',
  closing: 'closing',
  annex: 'annex',
  h: 'heading',
  pp: 'preambular',
  op: 'operative',
  art: 'article',
  ch: 'section',
  s: 'section',
  fn: 'footnote',
  t: 'table',
  p: 'body',
  l: 'body',
}

const ADDRESS =
  /^(?:annex\d+\.)?(?:(title|enacting|closing)(?:-\d+)?|(annex)\d+|(h|pp|op|art|ch|s|fn|t|p|l)\d[\p{L}\p{N}]*(?:[.-][\p{L}\p{N}]+)*)$/u

/** The kind of paragraph that an address of ours stands for (`op7.b` is operative), or null for what is no such address. */
export function addressKind(address: string): ParagraphKind | null {
  const match = ADDRESS.exec(address)
  return KINDS[match?.[1] ?? match?.[2] ?? match?.[3] ?? ''] ?? null
}
