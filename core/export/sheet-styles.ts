import type { Severity } from '../model'

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
}

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
