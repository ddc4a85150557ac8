import type { NumberLanguage, NumberWord } from './number-word'

/** A word of a text with what it says as a number; `joined` is true where only a space or hyphen parts it from the word before. */
export interface ReadWord {
  readonly word: string
  readonly number: NumberWord | null
  readonly joined: boolean
  readonly from: number
  readonly to: number
}

/** A number made of words: its value, whether it is an ordinal, and the index behind its last word. */
export interface Composed {
  readonly value: number
  readonly ordinal: boolean
  readonly next: number
}

function next(words: readonly ReadWord[], i: number): NumberWord | null {
  const word = words[i]
  return word?.joined === true ? word.number : null
}

function skip(words: readonly ReadWord[], i: number, joiners: readonly string[]): number {
  const word = words[i]
  return word?.joined === true && joiners.includes(word.word) ? i + 1 : i
}

/** In French, sixty and eighty take the numbers up to nineteen: soixante-dix, quatre-vingt-onze. */
function room(tens: number, language: NumberLanguage): number {
  return Object.hasOwn(language.cardinals, 'soixante') && (tens === 60 || tens === 80) ? 20 : 10
}

function teens(words: readonly ReadWord[], i: number, first: NumberWord): Composed {
  const unit = next(words, i + 1)
  const French =
    first.value === 10 && words[i]?.word === 'dix' && unit !== null && unit.value >= 7 && unit.value <= 9
  if (French) return { value: 10 + unit.value, ordinal: unit.ordinal, next: i + 2 }
  // Spanish writes décimo séptimo in two words as well.
  const Spanish =
    first.value === 10 &&
    first.ordinal &&
    /^decim[oa]$/u.test(words[i]?.word ?? '') &&
    unit?.ordinal === true &&
    unit.value < 10
  return Spanish
    ? { value: 10 + unit.value, ordinal: true, next: i + 2 }
    : { value: first.value, ordinal: first.ordinal, next: i + 1 }
}

function belowHundred(
  words: readonly ReadWord[],
  i: number,
  first: NumberWord | null,
  language: NumberLanguage,
): Composed | null {
  if (first === null || first.value >= 100) return null
  const score = next(words, i + 1)
  const isScore =
    first.value === 4 && /^(?:vingts?|vingtieme)$/u.test(words[i + 1]?.word ?? '') && score !== null
  const tens = isScore ? 80 : first.value
  const ordinal = isScore ? score.ordinal : first.ordinal
  const after = isScore ? i + 2 : i + 1
  if (tens < 20 || tens % 10 !== 0) return teens(words, i, first)
  const runsOn = !ordinal || /esim[oa]$/u.test(words[after - 1]?.word ?? '')
  const joinedAt = skip(words, after, language.tensJoiner)
  const unit = next(words, joinedAt)
  if (!runsOn || unit === null || unit.value >= room(tens, language) || (ordinal && !unit.ordinal))
    return { value: tens, ordinal, next: after }
  // "vingt et un" but "vingt et trois" are two numbers.
  if (joinedAt > after && language.tensJoiner.includes('et') && unit.value % 10 !== 1)
    return { value: tens, ordinal, next: after }
  const rest = teens(words, joinedAt, unit)
  return rest.value < room(tens, language)
    ? { ...rest, value: tens + rest.value }
    : { value: tens, ordinal, next: after }
}

function belowThousand(
  words: readonly ReadWord[],
  i: number,
  first: NumberWord | null,
  language: NumberLanguage,
): Composed | null {
  if (first === null || first.value >= 1000) return null
  const hundred = next(words, i + 1)
  const counted = first.value < 10 && !first.ordinal && hundred?.value === 100
  const whole = first.value >= 100 && (first.value > 100 || language.article.length === 0)
  if (!counted && !whole) return belowHundred(words, i, first, language)
  const hundreds = counted ? first.value * 100 : first.value
  const ordinal = counted ? hundred.ordinal : first.ordinal
  const after = counted ? i + 2 : i + 1
  if (ordinal && !/esim[oa]$/u.test(words[after - 1]?.word ?? ''))
    return { value: hundreds, ordinal, next: after }
  const joinedAt = skip(words, after, language.hundredsJoiner)
  const rest = belowHundred(words, joinedAt, next(words, joinedAt), language)
  if (rest === null || (ordinal && !rest.ordinal)) return { value: hundreds, ordinal, next: after }
  return { ...rest, value: hundreds + rest.value }
}

/**
 * Reads the number whose first word stands at `i`, as far as it goes: `soixante-dix-septième`, `one hundred and five`, `семьдесят седьмой`,
 * `mil novecientos cuarenta y cinco`. Null where none begins there.
 */
export function composeNumber(
  words: readonly ReadWord[],
  i: number,
  language: NumberLanguage,
): Composed | null {
  const word = words[i]
  if (word === undefined) return null
  const article = language.article.includes(word.word) && (next(words, i + 1)?.value ?? 0) >= 100
  let group = belowThousand(
    words,
    i,
    article ? { value: 1, ordinal: false, bare: false } : word.number,
    language,
  )
  let at = group?.next ?? i
  let total = 0
  let limit = Infinity
  let ordinal = group?.ordinal ?? false
  while (!ordinal) {
    const scale = at === i ? word.number : next(words, at)
    const counts = group !== null || scale?.bare === true
    if (scale === null || scale.value < 1000 || scale.ordinal || !counts || scale.value >= limit) break
    // "mil millones", "mille millions": a scale of a scale.
    const above = next(words, at + 1)
    const product = (group?.value ?? 1) * scale.value
    const twice = scale.value === 1000 && above !== null && above.value > 1000 && above.value < limit
    total += twice ? product * above.value : product
    limit = scale.value
    at += twice ? 2 : 1
    const joinedAt = skip(words, at, language.hundredsJoiner)
    group = belowThousand(words, joinedAt, next(words, joinedAt), language)
    ordinal = group?.ordinal ?? false
    if (group === null) return { value: total, ordinal, next: at }
    at = group.next
  }
  return group === null ? null : { value: total + group.value, ordinal, next: at }
}
