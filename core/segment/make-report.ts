import type { Notice, PlainDocument, ReadingReport, Version } from '../model'
import { findForeign } from './find-foreign'
import type { Segmented } from './segment'

/** What a document's reading comes to: how its file was read and mended, what its version has, and what a person should look at. */
export function makeReport(
  document: PlainDocument,
  { version, shape, repairs }: Segmented,
  languageFrom: ReadingReport['languageFrom'],
): ReadingReport {
  const { format, encoding = null, repairs: read = [], notices = [] } = document
  return {
    format,
    encoding,
    languageFrom,
    shape,
    counts: countKinds(version),
    repairs: [...read, ...repairs],
    removed: version.removed,
    notices: [...notices, ...findNotices(version, shape, languageFrom)],
  }
}

function findNotices(
  version: Version,
  shape: ReadingReport['shape'],
  languageFrom: ReadingReport['languageFrom'],
): readonly Notice[] {
  const foreign = findForeign(version)
  return [
    ...(shape === 'unknown' ? [{ code: 'unknown-shape', detail: '', count: 1 } as const] : []),
    ...(languageFrom === 'file'
      ? [{ code: 'language-guessed', detail: version.language, count: 1 } as const]
      : []),
    ...foreign.map(({ language, addresses }) => ({
      code: 'mixed-languages' as const,
      detail: `${language}: ${addresses.join(', ')}`,
      count: addresses.length,
    })),
  ]
}

function countKinds({ paragraphs }: Version): ReadingReport['counts'] {
  const counts: Partial<Record<Version['paragraphs'][number]['kind'], number>> = {}
  for (const { kind } of paragraphs) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
