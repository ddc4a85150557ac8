import { bareVersion } from '../../core/segment/bare-version'
import type { Check, Finding, Language, Row, Version } from '../../core/model'
import type { FindingKeys } from '../../store/findings'
import type { NewAlignment } from '../../store/alignments'
import type { StoredVersion } from '../../store/versions'

/** A version whose paragraphs have these texts, `p1`, `p2`, … */
export function versionOf(language: Language, texts: readonly string[]): Version {
  return bareVersion(
    language,
    'official',
    texts.map((text, k) => ({
      address: `p${k + 1}`,
      kind: 'body',
      label: null,
      text,
      marks: [],
      italics: [],
    })),
  )
}

/** Rows of `fr:p1 en:p1+p2 | fr:- en:p3`. */
export function rowsOf(notation: string): readonly Row[] {
  return notation.split('|').map((part, k) => ({
    id: `r${k + 1}`,
    kind: 'body',
    cells: Object.fromEntries(
      part
        .trim()
        .split(/\s+/u)
        .map((cell) => cell.split(':') as [string, string])
        .map(([language, addresses]) => [language, addresses === '-' ? [] : addresses.split('+')]),
    ),
    confidence: 0.5,
    evidence: [{ kind: 'length', value: '1.1', weight: 0.25 }],
    moved: [],
  }))
}

/** The notation of rows. */
export function notationOf(rows: readonly Row[]): string {
  return rows
    .map(({ cells }) =>
      Object.entries(cells)
        .map(([language, addresses]) => `${language}:${addresses.length === 0 ? '-' : addresses.join('+')}`)
        .join(' '),
    )
    .join(' | ')
}

/** A finding in a row, whose keys are made of `name`. */
export function findingOf(
  row: string,
  name: string,
): { readonly finding: Finding; readonly keys: FindingKeys } {
  return {
    finding: {
      code: 'number',
      severity: 'error',
      row,
      places: { fr: [{ address: 'p1', from: 0, to: 2 }], en: [] },
      found: name,
      expected: null,
      rule: 'absent',
      sought: [],
      matched: null,
      concept: null,
      confidence: 0.9,
    },
    keys: { finding: `f-${name}`, text: `t-${name}`, everywhere: `e-${name}` },
  }
}

/** An alignment to keep, of stored versions. */
export function alignmentOf(
  resolution: string,
  versions: readonly StoredVersion[],
  rows: readonly Row[],
  found: readonly { readonly finding: Finding; readonly keys: FindingKeys }[] = [],
): NewAlignment {
  const check: Check = {
    pivot: 'fr',
    versions: versions.map(({ version }) => version),
    rows,
    findings: found.map(({ finding }) => finding),
    hits: {},
  }
  return {
    resolution,
    check,
    keys: found.map(({ keys }) => keys),
    versions: Object.fromEntries(versions.map(({ id, version }) => [version.language, id])),
    aligner: '1',
    options: 'x',
  }
}

/** A resolution to keep. */
export const RESOLUTION = {
  slug: 'A-RES-1-1',
  symbol: 'A/RES/1/1',
  adopted: '1946-01-24',
  meeting: 17,
  titles: { fr: 'Création d’une commission' },
}
