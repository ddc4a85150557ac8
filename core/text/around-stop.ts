/** What stands before a stop. */
export interface Behind {
  /** The sentence as far as it is read back, without white space around it. */
  readonly head: string
  /** The word at the stop with points and hyphens inside it (`т.е`, `J.-P`); empty where no letter or figure stands there. */
  readonly token: string
  /** The same with the short abbreviations in front of it, without spaces: `т.е` for `т. е`. */
  readonly joined: string
  /** The word before `token`, empty where there is none. */
  readonly previous: string
  /** Number of words from the start of the sentence, as far as it is read back. */
  readonly words: number
  /** The character before the stop and its white space. */
  readonly last: string
  readonly isSpaced: boolean
  readonly isOpener: boolean
}

/** What stands behind a run of stops. */
export interface Ahead {
  /** The first character that is not white space, empty at the end of the text. */
  readonly first: string
  /** The first word with what follows it up to white space, behind opening quotes, brackets and dashes. */
  readonly word: string
  readonly isSpaced: boolean
  /** Whether one no-break space alone follows. */
  readonly isTied: boolean
}

/** Characters that are read on each side: longer than any label, abbreviation or opening; bounded, so that time stays linear. */
const REACH = 120

const TOKEN = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.\-‐‑/ªº]*$/u
const JOINED = /(?<![\p{L}\p{M}\p{N}.\-‐‑])(?:\p{L}\p{M}*\p{L}?\.\s?)+$/u
const STOP = /[\p{Sentence_Terminal}…‥]+/gu

/** The last stops of a run that also has quotes and brackets, and where in it they stand. */
export function lastStop(run: string): { readonly at: number; readonly stop: string } {
  const match = [...run.matchAll(STOP)].at(-1)
  return { at: match?.index ?? 0, stop: match?.[0] ?? '' }
}

/** Reads back from the stop at `at`, not beyond the start of its sentence. */
export function behind(text: string, start: number, at: number): Behind {
  const slice = text.slice(Math.max(start, at - REACH), at)
  const head = slice.replace(/^[\s\p{Cf}]+/u, '').replace(/[\s\p{Cf}]+$/u, '')
  const token = TOKEN.exec(head)?.[0] ?? ''
  const rest = head.slice(0, head.length - token.length)
  const short = JOINED.exec(rest)?.[0] ?? ''
  const words = head.split(/\s+/u)
  return {
    head,
    token,
    joined: (short + token).replace(/\s/gu, ''),
    previous: token === '' ? '' : (words.at(-2) ?? ''),
    words: words.length,
    last: [...head.slice(-2)].at(-1) ?? '',
    isSpaced: /\s$/u.test(slice),
    isOpener: /[\p{Ps}]\s?$/u.test(slice),
  }
}

/** Reads on from the end of a run of stops. White space longer than the reach is taken for the end of the text. */
export function ahead(text: string, to: number): Ahead {
  const slice = text.slice(to, to + REACH)
  const rest = slice.replace(/^[\s\p{Cf}]+/u, '')
  const gap = slice.slice(0, slice.length - rest.length)
  return {
    first: String.fromCodePoint(rest.codePointAt(0) ?? 32).trim(),
    word: /\S*/u.exec(rest.replace(/^[\s\p{Cf}\p{Ps}\p{Pi}\p{Pd}"'«»„¿¡*]+/u, ''))?.[0] ?? '',
    isSpaced: /\s/u.test(gap),
    isTied: /^[\u00A0\u202F]$/u.test(gap),
  }
}
