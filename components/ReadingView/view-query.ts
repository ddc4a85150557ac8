import { UN_LANGUAGES, type FindingCode, type Language, type UnLanguage } from '../../core/model'

/** Kinds of finding in the order in which the interface lists them: what matters most first. */
export const FINDING_CODES: readonly FindingCode[] = [
  'number',
  'date',
  'symbol',
  'gap',
  'untranslated',
  'omission',
  'negation',
  'obligation',
  'country-name',
  'name',
  'term-missing',
  'term-added',
  'term-deprecated',
  'term-variant',
  'term-inconsistent',
  'term-order',
  'opening-verb',
  'footnote',
  'list-length',
  'quotation',
  'brackets',
  'length',
]

/**
 * The versions that `v` asks for (`fr,en`), in its order and each once; null where it names something else than an official language. Without it,
 * French and the reader's own language, or English where that is French, as far as the resolution has them (`available`).
 */
export function readVersions(
  v: string | readonly string[] | undefined,
  locale: UnLanguage,
  available: readonly UnLanguage[],
): readonly UnLanguage[] | null {
  const asked = splitList(v)
  if (asked.length > 0) {
    const known = asked.flatMap((part) => UN_LANGUAGES.find((language) => language === part) ?? [])
    return known.length === asked.length ? [...new Set(known)] : null
  }
  const own: readonly UnLanguage[] = ['fr', locale === 'fr' ? 'en' : locale]
  const present = own.filter((language) => available.includes(language))
  return present.length > 0 ? present : available.length > 0 ? available.slice(0, 2) : own
}

/** Of the versions at hand those that `v` asks for, in its order and each once; all of them where it asks for none, null where it names another. */
export function pickVersions(
  v: string | readonly string[] | undefined,
  available: readonly Language[],
): readonly Language[] | null {
  const asked = [...new Set(splitList(v))]
  if (asked.length === 0) return available
  return asked.every((language) => available.includes(language)) ? asked : null
}

/** The kinds of finding that `codes` asks for, in the interface's order; unknown ones are passed over, none means all. */
export function readCodes(codes: string | readonly string[] | undefined | null): readonly FindingCode[] {
  const asked = new Set<string>(splitList(codes))
  return FINDING_CODES.filter((code) => asked.has(code))
}

/** Whether `open` asks for the findings that nobody has settled, and only those. */
export function readOpen(open: string | readonly string[] | undefined | null): boolean {
  return splitList(open).includes('1')
}

/** A query as our addresses spell it, with plain commas: `?v=fr,en&codes=number`; empty values are left out. */
export function writeQuery(values: Readonly<Record<string, string | readonly string[]>>): string {
  const parts = Object.entries(values).flatMap(([key, value]) => {
    const text = typeof value === 'string' ? value : value.join(',')
    return text === ''
      ? []
      : [`${encodeURIComponent(key)}=${encodeURIComponent(text).replaceAll('%2C', ',')}`]
  })
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

function splitList(value: string | readonly string[] | undefined | null): readonly string[] {
  return [value ?? []]
    .flat()
    .flatMap((part) => part.split(','))
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
