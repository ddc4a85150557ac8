import type { Span } from '../../model'

/** A cue where it stands, with what its pattern says. */
export interface ScannedCue<Value extends string> extends Span {
  readonly value: Value
}

/** Finds the cues of a text, in order of offset. */
export type CueScanner<Value extends string> = (text: PlainText) => readonly ScannedCue<Value>[]

/** A text with plain apostrophes and spaces and without Arabic vowel marks and tatweel, and where each of its code units stood. */
export interface PlainText {
  readonly plain: string
  readonly offsets: Int32Array
}

const MARK = /[\u064b-\u065f\u0670\u0640]/u
const ODD = /[\u064b-\u065f\u0670\u0640’ʼ]|[^\S ]/u

/** Makes a text plain. */
export function plainText(text: string): PlainText {
  const offsets = new Int32Array(text.length)
  if (!ODD.test(text)) return { plain: text, offsets: offsets.map((_, at) => at) }
  let plain = ''
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at]!
    if (MARK.test(unit)) continue
    offsets[plain.length] = at
    plain += unit === '’' || unit === 'ʼ' ? "'" : /\s/u.test(unit) ? ' ' : unit
  }
  return { plain, offsets }
}

/** Makes a scanner of patterns (see CueTable), each with what it says; guards have the first word at each place. */
export function cueScanner<Value extends string>(
  guards: readonly string[],
  patterns: readonly (readonly [Value, string])[],
): CueScanner<Value> {
  if (patterns.length === 0) return () => []
  const groups = [
    ...guards.map((guard) => `(?:${guard})`),
    ...patterns.map(([, source]) => `(${source.replace(/\((?!\?)/gu, '(?:')})`),
  ]
  const expression = new RegExp(groups.join('|'), 'giu')
  return ({ plain, offsets }) => {
    const found: ScannedCue<Value>[] = []
    // Not matchAll, which makes a copy of the expression for every text, and has it compiled again and again.
    expression.lastIndex = 0
    for (let match = expression.exec(plain); match !== null; match = expression.exec(plain)) {
      if (match[0] === '') expression.lastIndex += 1
      const k = match.findIndex((group, at) => at > 0 && group !== undefined) - 1
      if (k < 0 || match[0] === '') continue
      const length = match[0].trimEnd().length
      found.push({
        value: patterns[k]![0],
        from: offsets[match.index]!,
        to: offsets[match.index + length - 1]! + 1,
      })
    }
    return found
  }
}
