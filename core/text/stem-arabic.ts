/** Letters that a stem keeps at least: Arabic roots have three. */
const ROOT = 3

/** What is written in front of a noun without a space; the longer first. `لل` is ل with the article. */
const PREFIXES = [
  'وبال', 'فبال', 'وكال', 'فكال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'وب', 'فب', 'وك', 'ول', 'فل', 'و', 'ف', 'ب', 'ك', 'ل',
] // prettier-ignore

/** Prefixes that hold the article: words hardly ever begin like these by themselves, so a stem may drop them unseen. */
const ARTICLED = PREFIXES.filter((prefix) => prefix.endsWith('ال') || prefix.endsWith('لل'))

const PRONOUN = /(?:هما|كما|هم|هن|كم|ها|نا|ه)$/u
const ENDING = /(?:تين|تان|ات|ان|ين|ون|ه)$/u

/** Drops a match at the end of a word unless fewer letters than a root would stay. */
function drop(word: string, ending: RegExp): string {
  const short = word.replace(ending, '')
  return short.length >= ROOT ? short : word
}

/**
 * The word without the ending of its number and gender: feminine ة, plural ات ون ين, dual ان ين; and without a last hamza, whose carrier
 * changes with the case and with a pronoun behind it.
 */
function dropEnding(word: string): string {
  return drop(drop(word, ENDING), /ء$/u)
}

/** The word without a possessive pronoun, with the feminine ت and the hamza that stand before it in their free form; null where there is none. */
function dropPronoun(word: string): string | null {
  const bare = drop(word, PRONOUN)
  if (bare === word) return null
  if (/ا[يو]$/u.test(bare)) return bare.slice(0, -1)
  return dropEnding(/[^ا]ت$/u.test(bare) ? drop(bare, /ت$/u) : bare)
}

/** Every way to read the word without what may be written in front of it, itself first. */
function withoutPrefixes(word: string): readonly string[] {
  const rests = PREFIXES.flatMap((prefix) => {
    const rest = word.startsWith(prefix) ? word.slice(prefix.length) : ''
    return rest.length >= ROOT ? [rest] : []
  })
  return [word, ...rests.reverse()]
}

/**
 * All the stems that a written word may stand for, since only a dictionary tells whether its first letter is a clitic (و ف ب ك ل and the
 * article) or its own, and its last ones a pronoun. `word` is folded (see `fold`). The first is the reading of a word without clitics: article
 * and ending off. Never empty; a stem has at least three letters unless the word has fewer.
 */
export function arabicReadings(word: string): readonly string[] {
  const cited = word.startsWith('ال') && word.length - 2 >= ROOT ? word.slice(2) : word
  const readings = new Set([dropEnding(cited)])
  for (const rest of withoutPrefixes(word)) {
    readings.add(dropEnding(rest))
    const owned = dropPronoun(rest)
    if (owned !== null) readings.add(owned)
    // The indefinite accusative: its alef stays when the vowel marks go.
    if (rest.endsWith('ا')) readings.add(dropEnding(drop(rest, /ا$/u)))
  }
  return [...readings]
}

/**
 * One stem of a folded Arabic word, after the light stemmer of Larkey, Ballesteros and Connell (2007): the article with what precedes it,
 * else و alone before a longer word, or the future's س before a verb; then one ending. Never fewer than three letters unless the word has
 * fewer.
 */
export function stemArabic(word: string): string {
  const prefix = ARTICLED.find((start) => word.startsWith(start) && word.length - start.length >= ROOT)
  if (prefix !== undefined) return withoutEnd(word.slice(prefix.length))
  return withoutEnd(word.replace(/^(?:و(?=.{4})|س(?=[يتن].{3}))/u, ''))
}

function withoutEnd(word: string): string {
  return dropPronoun(word) ?? dropEnding(word)
}
