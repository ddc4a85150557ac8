import type { ExportColumn, ExportParagraph, ExportTable, Language } from '../../../core/model'
import { direction } from '../../../core/text/languages'

/** A paragraph with nothing in it but its text, or with what `more` says. */
export function paragraphOf(text: string, more: Partial<ExportParagraph> = {}): ExportParagraph {
  return { address: 'op1', label: null, text, italics: [], marks: [], highlights: [], ...more }
}

/** A column headed by its key in capitals; the name of its status is the first sentence of the note. */
export function columnOf(language: Language, statusNote: string | null = null): ExportColumn {
  return {
    language,
    heading: language.toUpperCase(),
    direction: direction(language),
    statusName: statusNote?.split('.')[0] ?? null,
    statusNote,
  }
}

/** A table of one paragraph a cell; an empty string is a gap. */
export function tableOf(
  languages: readonly Language[],
  rows: readonly (readonly string[])[],
  more: Partial<ExportTable> = {},
): ExportTable {
  return {
    locale: 'fr',
    direction: 'ltr',
    symbol: 'A/RES/1/1',
    title: 'Titre & <essai>',
    subtitle: ['Adoptée un jour'],
    columns: languages.map((language) => columnOf(language)),
    rows: rows.map((texts, index) => ({
      id: `r${index + 1}`,
      kind: 'operative',
      kindName: 'dispositif',
      address: `op${index + 1}`,
      confidence: 0.98765,
      cells: texts.map((text) => (text === '' ? [] : [paragraphOf(text)])),
      notes: [],
    })),
    labels: { address: 'Par.', confidence: 'Confiance', findings: 'Constats', gap: 'absent', kind: 'Nature' },
    ...more,
  }
}

/** What makes a table one whose findings can be settled in a workbook. */
export const REVIEW = {
  pivot: 'fr',
  terms: [
    { concept: 'state', wordings: [[{ wording: 'État', count: 2 }, { wording: 'Etat', count: 1 }], [{ wording: 'دولة', count: 3 }]], count: 6 },
  ],
  verdicts: ['Erreur', 'Accepté', 'Ignoré'],
  labels: { decision: 'Décision', note: 'Remarque', row: 'Ligne', code: 'Code', severity: 'Gravité', language: 'Version', found: 'Trouvé', expected: 'Attendu', sentence: 'Phrase', terms: 'Termes', concept: 'Notion', count: 'Nombre', mixed: 'Plusieurs' },
} // prettier-ignore

/** What the order of columns is tried on: two, three and six languages, with gaps at every place, and two versions of one language. */
export const COLUMN_CASES: readonly (readonly Language[])[] = [
  ['fr', 'ar'],
  ['ar', 'fr'],
  ['zh', 'fr', 'ar'],
  ['fr', 'fr-2', 'en'],
  ['fr', 'ar', 'zh', 'en', 'ru', 'es'],
  ['es', 'ru', 'en', 'zh', 'ar', 'fr'],
]

/** Rows of texts that name their row and language, one row a pattern of gaps. */
export function gappedRows(languages: readonly Language[]): string[][] {
  return Array.from({ length: 2 ** languages.length }, (_, pattern) =>
    languages.map((language, at) => ((pattern >> at) & 1 ? '' : `${pattern}/${language}`)),
  )
}

/** The clock set to a moment, everything else that ticks left alone. */
export function setClock(now: string): void {
  jest.useFakeTimers({
    now: new Date(now),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  })
}
