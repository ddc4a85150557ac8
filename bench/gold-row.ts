import type { Language, Version } from '../core/model'

/**
 * Paragraphs that say the same: for each language their indices in its version, ascending, none where the version lacks it. A row is the smallest set of which
 * that is true.
 */
export type GoldRow = Readonly<Record<Language, readonly number[]>>

/**
 * What a paragraph says, where that is not what its address stands for: by language and address, the meanings in reading order. A meaning has the address of the
 * paragraph that has it alone in most versions; a paragraph with none says what no other does.
 */
export type Meanings = Readonly<Record<Language, Readonly<Record<string, readonly string[]>>>>

/** What each paragraph of a version says, as meanings. */
type Says = readonly (readonly string[])[]

/**
 * A row for each meaning, in reading order: a paragraph of several meanings stands in several rows, so that whoever takes two versions alone can tell what a third
 * one joins.
 */
export function meaningRows(
  versions: Readonly<Record<Language, Version>>,
  meanings: Meanings,
): readonly GoldRow[] {
  const languages = Object.keys(versions)
  const says = languages.map((language) => whatIsSaid(language, versions[language]!, meanings))
  return readingOrder(says).map((meaning) =>
    Object.fromEntries(
      languages.map((language, l) => [
        language,
        says[l]!.flatMap((own, index) => (own.includes(meaning) ? [index] : [])),
      ]),
    ),
  )
}

/**
 * The rows of versions of one text: paragraphs that share a meaning stand in one, each paragraph in exactly one, rows in reading order. Two versions give finer
 * rows than six, since nothing that a third one joins is joined.
 */
export function goldRows(
  versions: Readonly<Record<Language, Version>>,
  meanings: Meanings,
): readonly GoldRow[] {
  const languages = Object.keys(versions)
  const joined: Record<Language, Set<number>>[] = []
  for (const row of meaningRows(versions, meanings)) {
    const touched = joined.filter((other) =>
      languages.some((language) => row[language]!.some((index) => other[language]!.has(index))),
    )
    const into = touched[0] ?? Object.fromEntries(languages.map((language) => [language, new Set<number>()]))
    for (const language of languages) {
      for (const other of [row, ...touched]) for (const index of other[language]!) into[language]!.add(index)
    }
    for (const other of touched.slice(1)) joined.splice(joined.indexOf(other), 1)
    if (touched.length === 0) joined.push(into)
  }
  return joined.map((row) =>
    Object.fromEntries(languages.map((language) => [language, [...row[language]!].sort((a, b) => a - b)])),
  )
}

function whatIsSaid(language: Language, { paragraphs }: Version, meanings: Meanings): Says {
  return paragraphs.map(({ address }) => {
    const own = meanings[language]?.[address] ?? [address]
    return own.length > 0 ? own : [`${language} ${address}`]
  })
}

/** All meanings, those that a version lacks behind what the others have before them. */
function readingOrder(says: readonly Says[]): readonly string[] {
  const order: string[] = []
  for (const paragraphs of says) {
    let at = 0
    for (const meaning of paragraphs.flat()) {
      const known = order.indexOf(meaning)
      if (known < 0) order.splice(at, 0, meaning)
      at = (known < 0 ? at : known) + 1
    }
  }
  return order
}
