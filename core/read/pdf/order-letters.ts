import type { Repair } from '../../model'
import type { Setting, Unit } from './write-row'

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const LETTER = /\p{L}/u
const FIGURE = /\p{Nd}/u

type Side = 'rtl' | 'ltr' | 'figure' | 'neutral'

/** Arabic commas and question marks are no letters; Arabic-Indic figures run from left to right as all figures do. */
function sideOf({ text, space }: Unit): Side {
  if (space) return 'neutral'
  if (FIGURE.test(text)) return 'figure'
  if (!LETTER.test(text)) return 'neutral'
  return RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr'
}

const MIRROR: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '<': '>',
  '>': '<',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
}

/** Separators that keep two figures in one number (UAX #9, classes CS and, for Arabic figures, the comma and point of fractions). */
const INSIDE_NUMBER = /^[.,:/\u00A0\u202F\u066B\u066C\u060C]$/u

function isNumberGlue(units: readonly Unit[], at: number, sides: readonly Side[]): boolean {
  if (sides[at - 1] !== 'figure' || sides[at + 1] !== 'figure') return false
  return INSIDE_NUMBER.test(units[at]?.text ?? '')
}

/** Thousands that a plain space sets apart, seen from left to right: `12 500`. */
function isThousands(units: readonly Unit[], from: number, to: number): boolean {
  const text = units
    .slice(from, to)
    .map(({ text: letters }) => letters)
    .join('')
  return /^\p{Nd}{1,3}(?: \p{Nd}{3})+$/u.test(text)
}

/** The stretches of a right-to-left row, seen from left to right, that run from left to right: foreign words with the figures behind them, and numbers. */
function findIslands(
  units: readonly Unit[],
): { readonly from: number; readonly to: number; readonly foreign: boolean }[] {
  const sides = units.map(sideOf)
  const islands: { from: number; to: number; foreign: boolean }[] = []
  for (let i = 0; i < units.length;) {
    const side = sides[i]
    if (side !== 'ltr' && side !== 'figure') {
      i += 1
      continue
    }
    let end = i + 1
    let foreign = side === 'ltr'
    for (let k = end; k < units.length; k += 1) {
      const each = sides[k]
      // A raised mark is none of a number's figures: it stands behind them in either direction, on the side where no space is.
      if (each === 'rtl' || (units[i]?.raised === true && units[k]?.raised !== true)) break
      if (each === 'ltr') {
        // A foreign word behind a number is part of its stretch only where nothing stands between: `2A`, `76/L.4`.
        const touches = units.slice(end, k).every(({ space }) => !space)
        if (!foreign && !touches) break
        foreign = true
        end = k + 1
      } else if (each === 'figure') {
        if (
          !foreign &&
          k > end &&
          !(
            k === end + 1 &&
            (isNumberGlue(units, end, sides) || isThousands(units, i, thousandsEnd(sides, k)))
          )
        )
          break
        end = k + 1
      }
    }
    if (foreign) end = closeBracket(units, i, end)
    islands.push({ from: i, to: end, foreign })
    i = end
  }
  return islands
}

function thousandsEnd(sides: readonly Side[], from: number): number {
  let end = from
  while (sides[end] === 'figure') end += 1
  return end
}

/** A bracket that was opened inside a foreign stretch is closed inside it (UAX #9, N0). */
function closeBracket(units: readonly Unit[], from: number, to: number): number {
  let open = 0
  for (const { text } of units.slice(from, to))
    open += text === '(' || text === '[' ? 1 : text === ')' || text === ']' ? -1 : 0
  const next = units[to]?.text
  return open > 0 && (next === ')' || next === ']') ? to + 1 : to
}

/** How many brackets of a text close what was opened before, less those that do not. */
export function bracketBalance(text: string): number {
  let open = 0
  let balance = 0
  for (const char of text) {
    if (char === '(' || char === '[' || char === '«') open += 1
    else if (char === ')' || char === ']' || char === '»') {
      balance += open > 0 ? 1 : -1
      open = Math.max(0, open - 1)
    }
  }
  return balance
}

function orderRightToLeft(units: readonly Unit[], mirrored: boolean): Unit[] {
  const seen = [...units].reverse()
  const ordered: Unit[] = []
  let end = seen.length
  const turn = (from: number, to: number) => {
    for (let i = to - 1; i >= from; i -= 1) {
      const unit = seen[i]
      if (unit !== undefined)
        ordered.push(
          mirrored && unit.text in MIRROR ? { ...unit, text: MIRROR[unit.text] ?? unit.text } : unit,
        )
    }
  }
  for (const { from, to } of findIslands(seen).reverse()) {
    turn(to, end)
    ordered.push(...seen.slice(from, to))
    end = from
  }
  turn(0, end)
  return ordered
}

/** Words of right-to-left letters within a left-to-right row. */
function turnForeign(units: readonly Unit[], mirrored: boolean): Unit[] {
  const sides = units.map(sideOf)
  const ordered = [...units]
  for (let i = 0; i < units.length;) {
    if (sides[i] !== 'rtl') {
      i += 1
      continue
    }
    let end = i + 1
    for (let k = end; k < units.length && sides[k] !== 'ltr'; k += 1) if (sides[k] === 'rtl') end = k + 1
    // Seen from its own beginning, the stretch is a right-to-left row.
    const turned = orderRightToLeft(units.slice(i, end).reverse(), mirrored)
    ordered.splice(i, end - i, ...turned)
    i = end
  }
  return ordered
}

/**
 * Letters in the order in which they are read. They come as they stand, from the page's beginning to its end: on a right-to-left page from right to left, where numbers and foreign words are turned back
 * and brackets face the other way. Whatever the program that made the file wrote first, the eye's order is what its places say.
 */
export function orderLetters(
  units: readonly Unit[],
  { rtl, mirrored }: Setting,
): { readonly units: readonly Unit[]; readonly repairs: readonly Omit<Repair, 'page'>[] } {
  const right = units.some((unit) => sideOf(unit) === 'rtl')
  if (!rtl) return { units: right ? turnForeign(units, mirrored) : units, repairs: [] }
  if (!right) {
    // A row of figures and foreign words alone is read from left to right, unless two numbers meet so: `August 2022 1` is a date seen from its end.
    const seen = [...units].reverse()
    return { units: NUMBERS_MEET.test(textOf(seen)) ? fromLastNumber(seen) : seen, repairs: [] }
  }
  const ordered = orderRightToLeft(units, mirrored)
  return {
    units: ordered,
    repairs: [{ kind: 'order', before: textOf([...units].reverse()), after: textOf(ordered) }],
  }
}

const NUMBERS_MEET = /^\p{L}+ \p{Nd}{4} \p{Nd}{1,2}$/u

/** The number at the end comes first, with its space. */
function fromLastNumber(units: readonly Unit[]): Unit[] {
  const at = units.map(({ space }) => space).lastIndexOf(true)
  return [...units.slice(at + 1), ...units.slice(at, at + 1), ...units.slice(0, at)]
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join('')
}
