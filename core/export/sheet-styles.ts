import type { Severity } from '../model'
import type { PlainRun } from './plain-cell'

/** A direction of reading. */
export type Direction = 'ltr' | 'rtl'

/** What a cell looks like: how its text is read, on which side it begins, and more. */
export interface SheetLook {
  readonly reading: Direction
  /** The direction of its column, which is the side that it begins on. */
  readonly side: Direction
  readonly kind: 'text' | 'gap' | 'number' | 'head' | 'title'
  readonly tint?: Exclude<Severity, 'info'>
}

/** A cell before its style has a number. */
export interface LookedCell {
  readonly value: string | number
  readonly look: SheetLook
  /** Where some of a text is stressed: its runs, which join to it, and what stressed ones look like. */
  readonly stress?: { readonly runs: readonly PlainRun[]; readonly as: 'italic' | 'bold' }
}

/** Excel's own font, named because a font without a name is drawn in a serif elsewhere; it has no Arabic, which is named for the same reason. */
export const SHEET_FONTS = {
  ltr: { name: 'Calibri', family: 2, size: 11 },
  rtl: { name: 'Noto Naskh Arabic', family: 1, size: 12 },
} as const

/** The looks that rows have, each known by its key; the shell gives each its number. */
export const ROW_LOOKS: readonly SheetLook[] = (['ltr', 'rtl'] as const).flatMap((reading) =>
  (['ltr', 'rtl'] as const).flatMap((side): readonly SheetLook[] => [
    { reading, side, kind: 'text' },
    { reading, side, kind: 'text', tint: 'warning' },
    { reading, side, kind: 'text', tint: 'error' },
    { reading, side, kind: 'gap' },
    { reading, side, kind: 'number' },
  ]),
)

/** What tells one look from another. */
export function lookKey({ reading, side, kind, tint }: SheetLook): string {
  return `${reading} ${side} ${kind} ${tint ?? ''}`
}
