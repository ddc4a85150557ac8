import type { ParagraphKind } from '../model'
import type { Label } from '../text/read-label'
import { nestLabel, pathAddress, type ListPath } from './nest-labels'
import type { ParagraphWriter } from './paragraph-writer'
import { isHanLabel, type Piece } from './piece'

/** A numbered paragraph, article or the like under which sub-paragraphs stand. */
export interface Base {
  readonly address: string
  readonly kind: ParagraphKind
  readonly numbered: boolean
  /** The format sets it as an item of a list, so that what stands outside the list is no part of it. */
  readonly listed: boolean
  path: ListPath
  /** The highest plain number below it: an article's first paragraph is its first. */
  used: number
}

/** How the numbers of paragraphs look: sub-paragraphs are numbered otherwise. */
interface NumberLook {
  readonly shape: Label['shape']
  readonly script: 'han' | 'western' | 'other'
}

function lookOf(label: Label): NumberLook {
  const script = isHanLabel(label) ? 'han' : /[0-9]/u.test(label.label) ? 'western' : 'other'
  return { shape: label.shape, script }
}

/** The paragraph that is open, the lists below it, and how far its own numbers have come. */
export class SubParagraphs {
  base: Base | null = null
  /** The last printed number of an operative paragraph, or of a report's; 0 before the first. */
  lastNumber = 0
  private look: NumberLook | null = null

  constructor(private readonly out: ParagraphWriter) {}

  /** Adds a paragraph under which others may stand; `used` is 0 where its first further paragraph is its first. */
  open(
    piece: Piece,
    label: Label | null,
    {
      address,
      kind,
      used = 1,
    }: { readonly address: string; readonly kind: ParagraphKind; readonly used?: number },
  ): void {
    this.out.pushLabelled(piece, kind, address, label)
    this.base = { address, kind, numbered: false, listed: piece.shape === 'item', path: [], used }
  }

  /** Adds a paragraph by its printed number: `op7`, `p12`. */
  openNumbered(piece: Piece, label: Label, name: string, kind: ParagraphKind): void {
    this.open(piece, label, { address: this.out.claim(`${this.out.prefix}${name}${label.ordinal}`), kind })
    this.lastNumber = label.ordinal
    this.look ??= lookOf(label)
  }

  /** Numbers count from one again. */
  restart(): void {
    this.base = null
    this.lastNumber = 0
    this.look = null
  }

  /** Adds an item of a list below the open paragraph. */
  nest(piece: Piece, label: Label): void {
    const { base } = this
    if (base === null) return
    base.path = nestLabel(base.path, label)
    const [first] = base.path
    if (base.numbered && first?.style === 'number') base.used = Math.max(base.used, first.ordinal)
    const address = this.out.claim(base.address + pathAddress(base.path, base.numbered))
    this.out.pushLabelled(piece, base.kind, address, label)
  }

  /** Adds a further paragraph without a number under one that has it, or in an article. */
  follow(piece: Piece, label: Label | null): void {
    const { base } = this
    if (base === null) return
    base.used += 1
    this.out.pushLabelled(piece, base.kind, this.out.claim(`${base.address}.${base.used}`), label)
  }

  /** Whether a number counts paragraphs: one in brackets, or of another look than theirs, counts the sub-paragraphs of the open one. */
  isOwnNumber(label: Label): boolean {
    if (this.base === null || this.lastNumber === 0 || this.look === null) return true
    const { shape, script } = lookOf(label)
    if (script !== this.look.script) return false
    const goesOn = (level: ListPath[number]) =>
      level.style === 'number' && level.shape === shape && level.ordinal === label.ordinal - 1
    if (shape !== this.look.shape && this.base.path.some(goesOn)) return false
    return shape === 'point' || shape === 'dash' || label.ordinal === this.lastNumber + 1
  }

  /** A letter with a dash, as Arabic lists have it, is a label only where it begins a list or goes on with one: a lone one is a misprint that the other languages do not have. */
  believed(label: Label | null): Label | null {
    if (label === null || label.shape !== 'dash' || label.style !== 'letter' || label.ordinal === 1)
      return label
    const before = this.base?.path.some(
      ({ shape, ordinal }) => shape === 'dash' && ordinal === label.ordinal - 1,
    )
    return before === true ? label : null
  }
}
