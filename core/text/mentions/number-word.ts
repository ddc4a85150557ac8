/** What one word of a language says as a number. `bare` words of a thousand and more need no number before them: `mille`, `миллион`. */
export interface NumberWord {
  readonly value: number
  readonly ordinal: boolean
  readonly bare: boolean
}

/** Values by folded lower-case word. */
export type WordValues = Readonly<Record<string, number>>

/**
 * The number words of a language: cardinals and ordinals by folded lower-case word, words for a thousand and more that may stand alone, and how it
 * joins tens and units (`y`), or hundreds and the rest (`and`).
 */
export interface NumberLanguage {
  readonly cardinals: WordValues
  readonly ordinals: WordValues
  /** Endings of declined ordinals: a word is an ordinal where it is a stem of `ordinals` with one of them. Empty: whole words only. */
  readonly ordinalEnding: RegExp | null
  /** What makes a number of a compound whose first part is a number (`пятилетний`): group 1 is that part. */
  readonly compound: RegExp | null
  readonly bare: readonly string[]
  readonly tensJoiner: readonly string[]
  readonly hundredsJoiner: readonly string[]
  /** Words that say one before a hundred or more and otherwise nothing: `a hundred`. */
  readonly article: readonly string[]
}

function own(values: WordValues, word: string): number | undefined {
  return Object.hasOwn(values, word) ? values[word] : undefined
}

/** Reads one folded lower-case word, or null where it is no number word of the language. */
export function readNumberWord(word: string, language: NumberLanguage): NumberWord | null {
  const cardinal = own(language.cardinals, word)
  if (cardinal !== undefined) return { value: cardinal, ordinal: false, bare: language.bare.includes(word) }
  const counted = language.compound?.exec(word)?.[1]
  const compound = counted === undefined ? undefined : own(language.cardinals, counted)
  if (compound !== undefined) return { value: compound, ordinal: true, bare: false }
  const ending = language.ordinalEnding?.exec(word)
  const stem = ending === undefined || ending === null ? word : word.slice(0, ending.index)
  if (language.ordinalEnding !== null && stem === word) return null
  const ordinal = own(language.ordinals, stem)
  return ordinal === undefined ? null : { value: ordinal, ordinal: true, bare: false }
}
