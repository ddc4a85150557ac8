import { foldLetter } from './fold-opening'

/** A stretch that a match may step over: it ends before `to`; `kept` is what it adds to the key, nothing for "also". */
export interface Skip {
  readonly to: number
  readonly kept: string
}

/** A wording found at the head of a text: where it ends, its key, and how many letters of it were matched and not stepped over. */
export interface WordingMatch {
  readonly to: number
  readonly key: string
  readonly matched: number
}

interface Group {
  readonly options: readonly string[]
  readonly rest: string
}

/** Splits `{a|b}rest` or `(a|b)rest` at its own bars and bracket; an unclosed bracket runs to the end. */
function readGroup(wording: string): Group {
  const options: string[] = []
  let depth = 0
  let from = 1
  for (let at = 0; at < wording.length; at += 1) {
    const letter = wording[at]
    if (letter === '{' || letter === '(') depth += 1
    else if (letter === '}' || letter === ')') {
      depth -= 1
      if (depth === 0) return { options: [...options, wording.slice(from, at)], rest: wording.slice(at + 1) }
    } else if (letter === '|' && depth === 1) {
      options.push(wording.slice(from, at))
      from = at + 1
    }
  }
  return { options: [...options, wording.slice(from)], rest: '' }
}

/** The wording with the first option of every group: the form that stands for all inflections. */
export function canonicalWording(wording: string): string {
  const open = wording.search(/[{(]/u)
  if (open < 0) return wording
  const { options, rest } = readGroup(wording.slice(open))
  return wording.slice(0, open) + canonicalWording(options[0] ?? '') + canonicalWording(rest)
}

/**
 * Whether a wording can begin with one of some letters; true as well where that cannot be seen from its first group. A cheap
 * test that spares most of a long table the matching.
 */
export function canBegin(wording: string, letters: string): boolean {
  if (wording[0] !== '{' && wording[0] !== '(') return letters.includes(wording.charAt(0))
  let depth = 0
  let optionBegins = false
  for (let at = 0; at < wording.length; at += 1) {
    const letter = wording[at]
    if (letter === '{' || letter === '(') depth += 1
    else if (letter === '|' || letter === '}' || letter === ')') {
      if (optionBegins) return true
      if (letter !== '|') depth -= 1
      if (depth === 0) return false
    } else if (optionBegins && letters.includes(wording.charAt(at))) return true
    optionBegins = letter === '{' || letter === '(' || letter === '|'
  }
  return true
}

/** A folded text to match in: `spaced` asks for a word's end after a match, `skips` tells what may be stepped over at an offset. */
export interface MatchText {
  readonly text: string
  readonly language: string
  readonly spaced: boolean
  readonly skips: (at: number) => readonly Skip[]
}

/** A step of a match: what is left of the wording, where it goes on, the key so far, and whether letters still add to the key. */
interface Step extends WordingMatch {
  readonly left: string
  readonly keyed: boolean
}

/** Ends the option of an inflection, whose letters do not add to the key: it has been given its first option instead. */
const KEY_AGAIN = '\0'

function longest(one: WordingMatch | null, other: WordingMatch | null): WordingMatch | null {
  if (!one || !other) return one ?? other
  return other.to > one.to || (other.to === one.to && other.matched > one.matched) ? other : one
}

function walk(step: Step, start: number, into: MatchText): WordingMatch | null {
  const { left, to, key, matched, keyed } = step
  const first = left[0]
  if (first === undefined) {
    const within = into.spaced && to < into.text.length && /[\p{L}\p{N}]/u.test(into.text.charAt(to))
    return within ? null : { to, key, matched }
  }
  if (first === KEY_AGAIN) return walk({ ...step, left: left.slice(1), keyed: true }, start, into)
  let best: WordingMatch | null = null
  if (first === '{' || first === '(') {
    const { options, rest } = readGroup(left)
    for (const option of options) {
      const next =
        keyed && first === '{'
          ? {
              ...step,
              left: option + KEY_AGAIN + rest,
              key: key + canonicalWording(options[0] ?? ''),
              keyed: false,
            }
          : { ...step, left: option + rest }
      best = longest(best, walk(next, start, into))
    }
    return best
  }
  const initial = to === start || into.text[to - 1] === ' '
  if (into.text[to] === first || into.text[to] === foldLetter(first, into.language, initial)) {
    const next = {
      left: left.slice(1),
      to: to + 1,
      key: keyed ? key + first : key,
      matched: matched + 1,
      keyed,
    }
    best = walk(next, start, into)
  }
  if (initial || (!into.spaced && matched === 0)) {
    for (const skip of into.skips(to))
      best = longest(best, walk({ ...step, to: skip.to, key: key + skip.kept }, start, into))
  }
  return best
}

/**
 * The longest way in which a wording stands at offset `start` of a folded text, or null. In the notation, `{a|b}` are inflections of
 * one wording and share the key, which shows the first; `(a|b)` are different wordings with different keys; either may be nested, and
 * an option may be empty.
 */
export function matchWording(wording: string, start: number, into: MatchText): WordingMatch | null {
  return walk({ left: wording, to: start, key: '', matched: 0, keyed: true }, start, into)
}
