import type { Span } from '../../model'
import { joinPatterns } from './join-patterns'
import { isUsual, usualOnly } from './usual-letters'

/** A cue where it stands, with what its pattern says. */
export interface ScannedCue<Value extends string> extends Span {
  readonly value: Value
}

/** Finds the cues of a text, in order of offset. */
export type CueScanner<Value extends string> = (text: PlainText) => readonly ScannedCue<Value>[]

/** A text in small letters, with plain apostrophes and spaces and without Arabic vowel marks and tatweel, and where each of its code units stood. */
export interface PlainText {
  readonly plain: string
  readonly offsets: Int32Array
}

const MARK = /[\u064b-\u065f\u0670\u0640]/u
const ODD = /[\u064b-\u065f\u0670\u0640’ʼ]|[^\S ]/u

/** Makes a text plain. */
export function plainText(text: string): PlainText {
  const offsets = new Int32Array(text.length)
  const small = toSmall(text)
  if (!ODD.test(small)) return { plain: small, offsets: offsets.map((_, at) => at) }
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = small[at]!
    if (MARK.test(unit)) continue
    offsets[plain.length] = at
    plain += unit === '’' || unit === 'ʼ' ? "'" : /\s/u.test(unit) ? ' ' : unit
  }
  return { plain, offsets }
}

/** Small letters, code unit by code unit where a letter (İ) would become two. */
function toSmall(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return Array.from({ length: text.length }, (_, at) => {
    const unit = text[at]!.toLowerCase()
    return unit.length === 1 ? unit : text[at]!
  }).join('')
}

/** Makes a scanner of patterns (see CueTable), each with what it says; guards have the first word at each place. */
export function cueScanner<Value extends string>(
  guards: readonly string[],
  patterns: readonly (readonly [Value, string])[],
): CueScanner<Value> {
  if (patterns.length === 0) return () => []
  const { source, values } = joinPatterns<Value>([
    ...guards.map((guard) => [null, guard] as const),
    ...patterns,
  ])
  // Patterns and texts are in small letters: an expression that leaves case out takes twice as long to lay out, since each of its classes is closed over case.
  const usual = new RegExp(usualOnly(source), 'gu')
  let whole: RegExp | null = null
  return ({ plain, offsets }) => {
    const found: ScannedCue<Value>[] = []
    const expression = isUsual(plain) ? usual : (whole ??= new RegExp(source, 'gu'))
    // Not matchAll, which makes a copy of the expression for every text, and has it compiled again and again.
    expression.lastIndex = 0
    for (let match = expression.exec(plain); match !== null; match = expression.exec(plain)) {
      if (match[0] === '') expression.lastIndex += 1
      const k = match.findIndex((group, at) => at > 0 && group !== undefined) - 1
      if (k < 0 || match[0] === '') continue
      const length = match[0].trimEnd().length
      found.push({
        value: values[k]!,
        from: offsets[match.index]!,
        to: offsets[match.index + length - 1]! + 1,
      })
    }
    return found
  }
}
