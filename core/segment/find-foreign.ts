import { UN_LANGUAGES, type UnLanguage, type Version } from '../model'
import { detectLanguage, mayBeOther } from '../text/detect-language'
import { baseLanguage } from '../text/languages'

/** The paragraphs of a version that are in another official language. */
export interface ForeignPassages {
  readonly language: UnLanguage
  /** In reading order. */
  readonly addresses: readonly string[]
}

/** Shorter paragraphs are names, symbols and titles, which stand in every text; a Chinese character counts for three letters. */
const LONG = 60

const HAN = /\p{Script=Han}/gu

/**
 * The long paragraphs of a version that are surely in another of the six languages than the version, by language, the most frequent first: quotations, passages
 * left untranslated, the other column of a bilingual file.
 */
export function findForeign({ language, paragraphs }: Version): readonly ForeignPassages[] {
  const own = UN_LANGUAGES.find((each) => each === baseLanguage(language))
  const found = new Map<UnLanguage, string[]>()
  for (const { address, text } of paragraphs) {
    if (text.length + 2 * (text.match(HAN)?.length ?? 0) < LONG) continue
    if (own !== undefined && !mayBeOther(text, own)) continue
    const { language: told, sure } = detectLanguage(text)
    if (told === null || !sure || told === own) continue
    found.set(told, [...(found.get(told) ?? []), address])
  }
  return [...found]
    .map(([each, addresses]) => ({ language: each, addresses }))
    .sort((a, b) => b.addresses.length - a.addresses.length)
}
