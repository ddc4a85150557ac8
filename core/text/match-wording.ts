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

function opensWith(wording: string, at: number, letters: string, language: string): boolean {
  const letter = wording.charAt(at)
  return letters.includes(letter) || letters.includes(foldLetter(letter, language, true))
}

/**
 * Whether a wording can begin with one of some folded letters; true as well where that cannot be seen from its first group. A cheap
 * test that spares most of a long table the matching.
 */
export function canBegin(wording: string, letters: string, language: string): boolean {
  if (wording[0] !== '{' && wording[0] !== '(') return opensWith(wording, 0, letters, language)
  let depth = 0
  let optionBegins = false
  for (let at = 0; at < wording.length; at += 1) {
    const letter = wording[at]
    if (letter === '{' || letter === '(') depth += 1
    else if (letter === '|' || letter === '}' || letter === ')') {
      if (optionBegins) return true
      if (letter !== '|') depth -= 1
      if (depth === 0) return false
    } else if (optionBegins && opensWith(wording, at, letters, language)) return true
    optionBegins = letter === '{' || letter === '(' || letter === '|'
  }
  return true
}

/**
 * The longest way in which a wording stands at offset `start` of a folded text, or null. In the notation, `{a|b}` are inflections of
 * one wording and share the key, which shows the first; `(a|b)` are different wordings with different keys; either may be nested, and
 * an option may be empty. `skips` tells what may be stepped over at an offset; `spaced` asks for a word's end after the match.
 */
export function matchWording(
  wording: string,
  text: string,
  start: number,
  language: string,
  spaced: boolean,
  skips: (at: number) => readonly Skip[],
): WordingMatch | null {
  let best: WordingMatch | null = null

  const walk = (left: string, at: number, key: string, matched: number, keyed: boolean): void => {
    const first = left[0]
    if (first === undefined) {
      if (spaced && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at))) return
      if (!best || at > best.to || (at === best.to && matched > best.matched)) best = { to: at, key, matched }
      return
    }
    if (first === '{' || first === '(') {
      const { options, rest } = readGroup(left)
      const inflected = keyed && first === '{'
      // The options of an inflection walk without adding to the key; the mark U+0000 turns it on again behind them.
      for (const option of options) {
        if (inflected)
          walk(`${option}\0${rest}`, at, key + canonicalWording(options[0] ?? ''), matched, false)
        else walk(option + rest, at, key, matched, keyed)
      }
      return
    }
    if (first === '\0') return walk(left.slice(1), at, key, matched, true)
    const initial = at === start || text[at - 1] === ' '
    if (text[at] === first || text[at] === foldLetter(first, language, initial)) {
      walk(left.slice(1), at + 1, keyed ? key + first : key, matched + 1, keyed)
    }
    if (initial || (!spaced && matched === 0)) {
      for (const skip of skips(at)) walk(left, skip.to, key + skip.kept, matched, keyed)
    }
  }

  walk(wording, start, '', 0, true)
  return best
}
