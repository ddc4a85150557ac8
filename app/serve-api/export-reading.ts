import { isOpen } from '../../core/compare/decisions/apply-decisions'
import type { ExportFormat } from '../../core/export/write-table'
import type { TableLayout } from '../../core/export/write-options'
import type { FindingCode, UnLanguage } from '../../core/model'
import { archiveName, writeExport } from '../answer-export'
import { downloadExport } from '../download-export'
import { exportSource } from '../export-source'
import { openReading } from '../open-store'
import { Problem } from './problem'

/** What is exported of a document, in whose words, and how it is written. */
export interface ExportAsked {
  readonly languages: readonly UnLanguage[]
  readonly codes?: readonly FindingCode[]
  readonly open?: boolean
  readonly confirmed?: boolean
  readonly unit?: 'paragraph' | 'sentence'
  readonly layout?: TableLayout
  readonly bom?: boolean
  readonly inline?: boolean
  readonly multilingual?: boolean
  readonly allTerms?: boolean
  readonly locale: UnLanguage
}

/** Some versions of a document as a download; where the format makes several files of them, a ZIP archive. Throws a Problem where there is nothing of the kind. */
export async function exportReading(
  document: string,
  format: ExportFormat,
  { languages: asked, codes, open: onlyOpen = false, confirmed = false, unit, locale, ...how }: ExportAsked,
): Promise<Response> {
  const languages = [...new Set(asked)]
  const open = await openReading(document, languages)
  if (open === null) throw new Problem('not-found')
  const missing = open.failures.map(({ language }) => language)
  if (missing.length > 0) throw new Problem('nothing-to-export', { detail: missing.join(', ') })
  const source = await exportSource(open, {
    locale,
    languages,
    codes,
    keep: (finding) => !onlyOpen || isOpen(finding),
    confirmedOnly: confirmed,
    // The links of Akoma Ntoso lead to paragraphs.
    sentences: unit === 'sentence' && format !== 'akn',
  })
  const { bom, ...rest } = how
  const base = open.entry.slug
  const settings = { base, ...rest, unit, ...(bom !== undefined && { mark: bom }) }
  const write = () => writeExport(source, format, settings)
  const answer = await downloadExport(write, archiveName(source, format, base))
  if (answer === null) throw new Problem('nothing-to-export', { detail: languages.join(', ') })
  return answer
}
