import { LABEL_ALPHABETS, toRoman } from '../text/ordinals'
import type { Label, LabelReading, LabelShape, LabelStyle } from '../text/read-label'

/** An open list below a numbered paragraph: how its labels look and how far it has come. */
export interface ListLevel {
  readonly style: LabelStyle
  readonly shape: LabelShape
  readonly ordinal: number
}

/** Where a label stands: the levels that are open with it, the last its own. */
export type ListPath = readonly ListLevel[]

function continues(level: ListLevel, reading: LabelReading, shape: LabelShape): boolean {
  return (
    level.style === reading.style && sameShape(level.shape, shape) && reading.ordinal === level.ordinal + 1
  )
}

/** `a)` and `(a)` come in one list where a typist forgets a bracket. */
function sameShape(a: LabelShape, b: LabelShape): boolean {
  return a === b || (a === 'half' && b === 'brackets') || (a === 'brackets' && b === 'half')
}

/**
 * The place of a label in the lists that are open before it: the next in one of them, innermost first; else the first of a new list one
 * level down; else, where a number is missing or repeated, in the innermost list of its kind. An `i` is a letter after `h` and a Roman one
 * where no list waits for it.
 */
export function nestLabel(open: ListPath, label: Label): ListPath {
  const readings = [{ style: label.style, ordinal: label.ordinal }, ...label.otherReadings]
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const level = open[depth]
    const reading = level && readings.find((each) => continues(level, each, label.shape))
    if (level && reading) return [...open.slice(0, depth), { ...level, ordinal: reading.ordinal }]
  }
  const first = readings.find((each) => each.ordinal === 1)
  if (first !== undefined) return [...open, { ...first, shape: label.shape }]
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const level = open[depth]
    const reading =
      level && readings.find((each) => each.style === level.style && sameShape(level.shape, label.shape))
    if (level && reading) return [...open.slice(0, depth), { ...level, ordinal: reading.ordinal }]
  }
  return [...open, { style: label.style, ordinal: label.ordinal, shape: label.shape }]
}

/**
 * The address of a list path below a paragraph's own address: letters on the first level, Roman figures on the second, and so on in turn,
 * whatever the script and style that is printed. With `numbered`, a first level of numbers keeps them, as articles do.
 */
export function pathAddress(path: ListPath, numbered: boolean): string {
  const decimal = numbered && path[0]?.style === 'number'
  return path
    .map((level, depth) => {
      if (decimal && depth === 0) return `.${level.ordinal}`
      const lettered = (decimal ? depth - 1 : depth) % 2 === 0
      return `.${lettered ? letters(level.ordinal) : toRoman(level.ordinal)}`
    })
    .join('')
}

/** `a` to `z`, then `aa` to `zz`. */
function letters(ordinal: number): string {
  const letter = LABEL_ALPHABETS.latin[(ordinal - 1) % 26] ?? ''
  return letter.repeat(Math.max(1, Math.ceil(ordinal / 26)))
}
