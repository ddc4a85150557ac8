import type { ImportAnswer } from '../components/ImportDesk/import-answers'
import type { RemovedKind } from '../core/model'
import type { ImportedFile } from '../core/pipeline'

/** UTF-16 code units of a paragraph, at most, that its preview shows. */
const FIRST = 90

/** Repairs and removed passages, at most, that are shown of a text; all of them are counted. */
const SHOWN = 300

/** What the Secretariat prints on its documents, and nobody on a draft of their own: such a text is proposed as official. */
const PRINTED: readonly RemovedKind[] = ['job-number', 'barcode']

/** What the page shows of a file before it is kept: of each version what was told from the content, its paragraphs by their first words, and the report of its reading. */
export function showImport({ versions, alignment }: ImportedFile): ImportAnswer {
  return {
    rows: alignment?.rows.length ?? 0,
    texts: versions.map(({ version, report }) => ({
      language: version.language,
      symbol: version.symbol,
      title: version.title,
      status: report.removed.some(({ kind }) => PRINTED.includes(kind)) ? 'official' : version.status,
      shape: report.shape,
      counts: report.counts,
      paragraphs: version.paragraphs.map(({ address, label, text }) => ({
        address,
        first: firstWords([label, text].filter((part) => part !== null && part !== '').join(' ')),
      })),
      repairs: { count: report.repairs.length, shown: report.repairs.slice(0, SHOWN) },
      removed: { count: report.removed.length, shown: report.removed.slice(0, SHOWN) },
      notices: report.notices,
    })),
  }
}

/** Cut where a character ends, not inside it. */
function firstWords(text: string): string {
  if (text.length <= FIRST) return text
  return `${text.slice(0, FIRST).replace(/[\uD800-\uDBFF]$/u, '')}…`
}
