import {
  InputError,
  type AlignedDocument,
  type AlignedFormat,
  type AlignedHead,
  type AlignedParagraph,
  type AlignedUnit,
  type Language,
  type Notice,
} from '../../model'
import { detectLanguage } from '../../text/detect-language'
import { taggedLanguage } from '../../text/named-language'

/** A text under the language tag that its file gives it; its paragraphs in their parts where the file keeps more of it than lines. */
export interface RawText {
  readonly tag: string
  readonly text: string
  readonly paragraphs?: readonly AlignedParagraph[]
}

/** A unit as its file has it, texts in its order. */
export interface RawUnit {
  readonly id: string | null
  readonly texts: readonly RawText[]
  readonly properties: Readonly<Record<string, string>>
}

/** Whether anything is in a text: words, or a label or mark that stands without any. */
function hasText({ text, paragraphs = [] }: RawText): boolean {
  return (
    text.trim() !== '' ||
    paragraphs.some(({ label, marks }) => marks.length > 0 || (label !== null && label !== undefined))
  )
}

/** Characters from which the language of texts without a tag is told. */
const SAMPLE = 20_000

/** What a file says beside its units: the tag of the language that it translates from, or null; of versions by tag what it knows of them. */
export interface RawFile {
  readonly source: string | null
  readonly heads?: ReadonlyMap<string, AlignedHead> | undefined
  readonly notices?: readonly Notice[]
}

/** The keys of a file's tags: one a language, but tags of one language that stand in one unit (`fr-FR`, `fr-CA`) are two versions, and so are those that our own files number (`fr-x-2`). */
function keysOf(
  tags: readonly string[],
  languages: ReadonlyMap<string, Language>,
  units: readonly RawUnit[],
): ReadonlyMap<string, Language> {
  const beside = new Set<Language>()
  for (const { texts } of units) {
    const seen = new Map<Language, string>()
    for (const { tag } of texts) {
      const language = languages.get(tag) ?? tag
      if ((seen.get(language) ?? tag) !== tag) beside.add(language)
      seen.set(language, tag)
    }
  }
  const counts = new Map<Language, number>()
  return new Map(
    tags.map((tag) => {
      const language = languages.get(tag) ?? tag
      const number = /-x-(\d{1,2})$/u.exec(tag)?.[1]
      if (number !== undefined) return [tag, `${language}-${number}`]
      if (!beside.has(language)) return [tag, language]
      const count = (counts.get(language) ?? 0) + 1
      counts.set(language, count)
      return [tag, count === 1 ? language : `${language}-${count}`]
    }),
  )
}

/** The language of the texts under a tag that names none. Throws InputError `language-unsure`. */
function tellLanguage(tag: string, units: readonly RawUnit[]): Language {
  const parts: string[] = []
  let size = 0
  for (const { texts } of units) {
    for (const each of texts) if (each.tag === tag) size += parts.push(each.text) && each.text.length
    if (size > SAMPLE) break
  }
  const { language, sure } = detectLanguage(parts.join('\n'))
  if (!sure || language === null) throw new InputError('language-unsure', language ?? tag)
  return language
}

/**
 * Versions that are aligned already, from units as their file has them. Units without a text are left out. Where one unit has two texts in one language the second is a version of its own (`fr-2`).
 * Texts whose tag names no language get the one that they are in, with a notice. Throws InputError `language-unsure`.
 */
export function makeAligned(
  format: AlignedFormat,
  raw: readonly RawUnit[],
  { source, heads = new Map(), notices = [] }: RawFile,
): AlignedDocument {
  const filled = raw
    .map((unit) => ({ ...unit, texts: unit.texts.filter(hasText) }))
    .filter(({ texts }) => texts.length > 0)
  const found = new Set(filled.flatMap(({ texts }) => texts.map(({ tag }) => tag)))
  const tags = [...new Set([...(source !== null && found.has(source) ? [source] : []), ...found])]
  const guessed: Language[] = []
  const languages = new Map(
    tags.map((tag) => {
      const language = taggedLanguage(tag) ?? tellLanguage(tag, filled)
      if (taggedLanguage(tag) === null) guessed.push(language)
      return [tag, language]
    }),
  )
  const keys = keysOf(tags, languages, filled)
  const order = new Set(tags.map((tag) => keys.get(tag) ?? tag))
  const units = filled.map(({ id, texts, properties }): AlignedUnit => {
    const own: Record<Language, string> = {}
    const parts: Record<Language, readonly AlignedParagraph[]> = {}
    for (const { tag, text, paragraphs } of texts) {
      const key = keys.get(tag) ?? tag
      let free = key
      for (let count = 2; free in own; count += 1) free = `${key.replace(/-\d+$/u, '')}-${count}`
      own[free] = text.trim()
      if (paragraphs !== undefined) parts[free] = paragraphs
      order.add(free)
    }
    return {
      id,
      texts: own,
      properties,
      ...(Object.keys(parts).length > 0 && { paragraphs: parts }),
    }
  })
  const told = guessed.map((language): Notice => ({ code: 'language-guessed', detail: language, count: 1 }))
  const known = [...heads].flatMap(([tag, head]) => (keys.has(tag) ? [[keys.get(tag) ?? tag, head]] : []))
  return {
    format,
    languages: [...order],
    units,
    notices: [...notices, ...told],
    ...(known.length > 0 && { heads: Object.fromEntries(known) }),
  }
}
