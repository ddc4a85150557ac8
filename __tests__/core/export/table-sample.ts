import type { ExportParagraph, ExportTable, Language, Severity } from '../../../core/model'
import { direction } from '../../../core/text/languages'

/** Words of each language, so that direction and script are real in the tests. */
const WORDS: Readonly<Record<string, string>> = {
  fr: 'Considérant l’œuvre',
  en: 'Considering the work',
  es: 'Considerando la señal',
  ru: 'учитывая объём',
  ar: 'وإذ تضع في اعتبارها',
  zh: '考虑到工作',
}

/** A paragraph from its text; what is left out is empty. */
export function cell(text: string, more: Partial<ExportParagraph> = {}): ExportParagraph {
  return { address: 'pp1', label: null, text, italics: [], marks: [], highlights: [], ...more }
}

/** The text that stands in the sample at this row (from 1) and language: no two cells have the same one. */
export function stamp(language: Language, row: number): string {
  return `${WORDS[language] ?? ''} «${language}:${row}»`
}

/** Whether the sample has a gap at this row (from 1) and column (from 0). Row 1 has none, every column has at least one. */
export function isGap(row: number, column: number): boolean {
  return row > 1 && (row + column) % 4 === 0
}

/** A table of stamped cells in these columns, with a gap here and there. */
export function sampleTable(languages: readonly Language[], more: Partial<ExportTable> = {}): ExportTable {
  return {
    locale: 'fr',
    direction: 'ltr',
    symbol: 'A/RES/76/299',
    title: 'Zone de paix',
    subtitle: ['Adoptée le 28 juillet 2022'],
    columns: languages.map((language) => ({
      language,
      heading: `Version ${language}`,
      direction: direction(language),
      statusNote: null,
    })),
    rows: Array.from({ length: 9 }, (_, k) => ({
      id: `r${k + 1}`,
      kind: 'preambular',
      address: `pp${k + 1}`,
      confidence: 0.5,
      cells: languages.map((language, column) =>
        isGap(k + 1, column) ? [] : [cell(stamp(language, k + 1), { address: `pp${k + 1}` })],
      ),
      notes: [],
    })),
    labels: { address: 'Par.', confidence: 'Confiance', findings: 'Constats', gap: 'Absent' },
    ...more,
  }
}

/** A table of one row with these cells, one a language. */
export function oneRow(
  cells: Readonly<Record<Language, ExportParagraph>>,
  more: Partial<ExportTable> = {},
): ExportTable {
  const languages = Object.keys(cells)
  const [row] = sampleTable(languages).rows
  return sampleTable(languages, {
    rows: [{ ...row!, cells: languages.map((language) => [cells[language]!]) }],
    ...more,
  })
}

/** Highlights from `[from, to, severity]`. */
export function lit(
  ...ranges: readonly (readonly [number, number, Severity])[]
): ExportParagraph['highlights'] {
  return ranges.map(([from, to, severity]) => ({ from, to, severity, note: 0 }))
}
