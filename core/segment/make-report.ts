import type { DocumentShape, ParagraphKind, PlainDocument, ReadingReport, Version } from '../model'

/** What a document's reading comes to: how its file was read and mended, and what its version has. */
export function makeReport(
  document: PlainDocument,
  version: Version,
  languageFrom: ReadingReport['languageFrom'],
): ReadingReport {
  const { format, encoding = null, repairs = [], notices = [] } = document
  return {
    format,
    encoding,
    languageFrom,
    shape: shapeOf(version),
    counts: countKinds(version),
    repairs,
    removed: version.removed,
    notices,
  }
}

/** Enacting words or operative paragraphs make a resolution, articles a treaty; numbered paragraphs a report. */
function shapeOf({ paragraphs }: Version): DocumentShape {
  const has = (kind: ParagraphKind) => paragraphs.some((paragraph) => paragraph.kind === kind)
  if (has('enacting') || has('operative')) return 'resolution'
  if (has('article')) return 'treaty'
  return 'unknown'
}

function countKinds({ paragraphs }: Version): ReadingReport['counts'] {
  const counts: Partial<Record<ParagraphKind, number>> = {}
  for (const { kind } of paragraphs) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
