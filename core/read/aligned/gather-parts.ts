import type {
  AlignedDocument,
  AlignedFormat,
  AlignedHead,
  AlignedParagraph,
  AlignedUnit,
  Language,
  Notice,
} from '../../model'
import { joinLabel } from '../../text/join-label'
import { raiseMarks } from '../../text/footnote-mark'
import { taggedLanguage } from '../../text/named-language'

/** A unit of a file of ours whose paragraphs come in their parts. */
export type PartsUnit = Omit<AlignedUnit, 'texts' | 'paragraphs'> & {
  readonly paragraphs: ReadonlyMap<Language, readonly AlignedParagraph[]>
}

/** What such a file says beside its units; languages in its order. */
export interface PartsFile {
  readonly languages: readonly Language[]
  readonly pivot?: Language
  readonly heads?: ReadonlyMap<Language, AlignedHead>
  readonly notices?: readonly Notice[]
}

/** A version's key as our files have it, `fr`, `fr-2`, `pt-BR`, or null where a text is none. */
export function ownKey(key: string): Language | null {
  const language = key.replace(/-\d{1,2}$/u, '')
  return taggedLanguage(language) === language ? key : null
}

/** An aligned document of units in their parts; those without a paragraph are left out. */
export function gatherParts(
  format: AlignedFormat,
  units: readonly PartsUnit[],
  { languages, pivot, heads, notices }: PartsFile,
): AlignedDocument {
  const gathered = units.flatMap(({ paragraphs, ...unit }): readonly AlignedUnit[] => {
    const filled = [...paragraphs].filter(([, own]) => own.length > 0)
    if (filled.length === 0) return []
    const lines = filled.map(
      ([key, own]) =>
        [key, own.map((one) => joinLabel(one.label ?? null, key) + raiseMarks(one)).join('\n')] as const,
    )
    return [{ ...unit, texts: Object.fromEntries(lines), paragraphs: Object.fromEntries(filled) }]
  })
  return {
    format,
    languages,
    units: gathered,
    ...(pivot !== undefined && { pivot }),
    ...(heads !== undefined && { heads: Object.fromEntries(heads) }),
    ...(notices !== undefined && { notices }),
  }
}
