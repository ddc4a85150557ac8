import type { Paragraph, Version } from '../../core/model'
import { cutPlace } from './cut-place'
import type { Sources } from './compose-gold'
import type { DamageKind, Harm } from './damage-kinds'
import { harmOrder, type Piece } from './harm-order'
import { recountAddresses } from './recount-addresses'

/** A damaged version, and for each of its paragraphs the original ones that it is made of. */
export interface Damaged {
  readonly version: Version
  readonly sources: Sources
}

/** A paragraph in the making: `printed` as in AddressDraft. */
interface Made {
  readonly paragraph: Paragraph
  readonly printed: boolean
}

/**
 * Damages one version as one side (`pivot` or `other`) of a kind suffers it. `random` gives numbers 0 ≤ n < 1; equal numbers, equal damage. Footnote marks
 * and italics are left out wherever something is done to a text.
 */
export function damageVersion(
  version: Version,
  kind: DamageKind,
  side: 'pivot' | 'other',
  random: () => number,
): Damaged {
  const { paragraphs } = version
  const harm: Harm = kind[side]
  const input = paragraphs.map(({ address, kind: own, text }) => ({
    cuttable: cutPlace(text) !== null,
    list: `${own} ${address.replace(/(?:\d+|\.\p{L}+)$/u, '')}`,
  }))
  const pieces = harmOrder(input, harm, random)
  const made = pieces.map((piece) => make(paragraphs, piece, kind, version.language.startsWith('zh')))
  const addresses =
    kind.labels === 'keep'
      ? recountAddresses(made.map(({ paragraph: { address }, printed }) => ({ address, printed })))
      : made.map((_, k) => `p${k + 1}`)
  const untouched = pieces.every(({ source, part }, k) => part === 'whole' && source.join() === String(k))
  const whole = untouched && kind.labels === 'keep' && !kind.digits
  return {
    version: whole
      ? version
      : {
          ...version,
          paragraphs: made.map(({ paragraph }, k) => ({ ...paragraph, address: addresses[k]! })),
        },
    sources: pieces.map(({ source }) => source),
  }
}

function make(originals: readonly Paragraph[], piece: Piece, kind: DamageKind, close: boolean): Made {
  const parts = piece.source.map((k) => originals[k]!)
  const first = parts[0]!
  const labelled = ({ label, text }: Paragraph) => (label === null ? text : `${label} ${text}`)
  // The label of a paragraph that was joined to the one before it stands in the middle of the text, unless labels are stripped.
  const whole = parts
    .map((part, n) =>
      kind.labels === 'inline' || (kind.labels === 'keep' && n > 0) ? labelled(part) : part.text,
    )
    .join(close ? '' : ' ')
  const cut = piece.part === 'whole' ? null : cutPlace(first.text)
  // Counted from the end, for a label that was put before the text.
  const at = cut === null ? null : whole.length - first.text.length + cut
  const own = at === null ? whole : piece.part === 'first' ? whole.slice(0, at) : whole.slice(at).trimStart()
  const text = kind.digits
    ? own
        .replace(/\p{N}+/gu, '')
        .replace(/\s+/gu, ' ')
        .trim()
    : own
  const second = piece.part === 'second'
  const unknown = kind.labels !== 'keep' || (second && (first.kind === 'title' || first.kind === 'closing'))
  return {
    paragraph: {
      // A second half is one more of the paragraphs that are counted.
      address: second ? countedLike(first) : first.address,
      kind: unknown ? 'body' : first.kind,
      label: kind.labels === 'keep' && !second ? first.label : null,
      text,
      marks: [],
      italics: [],
    },
    printed: !second && isPrinted(first),
  }
}

/** Whether the address is read from the page rather than counted: from a label, or from a heading such as `Article 11` or `Chapter II`. */
function isPrinted({ address, label }: Paragraph): boolean {
  return label !== null || /^(?:art|ch|annex)\d+$/u.test(address)
}

function countedLike({ kind, address }: Paragraph): string {
  if (kind === 'article') return `${/^art\d+/u.exec(address)?.[0] ?? 'art1'}.1`
  return kind === 'preambular' ? 'pp1' : 'p1'
}
