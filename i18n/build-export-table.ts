import type {
  Check,
  ExportColumn,
  ExportFinding,
  ExportMark,
  ExportParagraph,
  ExportReview,
  ExportRow,
  ExportTable,
  Finding,
  FindingCode,
  Language,
  Paragraph,
  Row,
  SettledFinding,
  Status,
  UnLanguage,
} from '../core/model'
import { writeFindingRef } from '../core/text/finding-ref'
import { direction } from '../core/text/languages'
import { countTerms } from './count-terms'
import { describeFinding, findingSides, rowAddress } from './describe-finding'
import { describeSource } from './describe-source'
import { formatDate } from './format-date'
import { groupRows } from './group-rows'
import { languageName } from './language-names'
import { markedPlaces } from './marked-places'
import type { Translator } from './translator'

/** What a sheet of decisions has words for, besides the columns of every table. */
const REVIEW_LABELS = [
  'decision',
  'note',
  'row',
  'code',
  'severity',
  'language',
  'found',
  'expected',
  'sentence',
  'terms',
  'concept',
  'count',
  'mixed',
] as const

const VERDICTS = ['error', 'accepted', 'ignored'] as const

/** A check with what is known of the resolution besides its text; null where nothing is known. */
export interface TableSource {
  readonly check: Check
  readonly symbol: string | null
  readonly title: string | null
  /** ISO 8601. */
  readonly adopted: string | null
  /** Plenary meeting. */
  readonly meeting: number | null
  /** Where each version comes from, by language, as a code of ours or in words; none where it is left out. */
  readonly sources?: Readonly<Partial<Record<Language, string>>>
  /** Ids of the rows that a person has confirmed; left out where rows cannot be confirmed. */
  readonly confirmed?: ReadonlySet<string>
  /** All findings of the check with what is settled of them, those too that `check` leaves out because they are settled; where it is given, the table can be settled in a file and read back. */
  readonly settled?: readonly SettledFinding[]
}

/** What the reader has on screen. */
export interface TableOptions {
  readonly locale: UnLanguage
  /** Columns in order; versions that the check does not hold are left out. */
  readonly languages: readonly Language[]
  /** Kinds of finding to keep; all of them where it is left out or empty. */
  readonly codes?: readonly FindingCode[]
  /** Whether only confirmed rows are wanted. */
  readonly confirmedOnly?: boolean
}

/** An export table in the reader's language: the chosen columns in their order, every row, and the findings of the chosen kinds between them. */
export function buildExportTable(source: TableSource, t: Translator, options: TableOptions): ExportTable {
  const { check } = source
  const versions = options.languages.flatMap(
    (language) => check.versions.find((version) => version.language === language) ?? [],
  )
  const languages = versions.map(({ language }) => language)
  const findings = visibleFindings(check.findings, languages, options.codes ?? [])
  const findingsOf = new Map<string, Finding[]>()
  for (const finding of findings) {
    const own = findingsOf.get(finding.row)
    if (own === undefined) findingsOf.set(finding.row, [finding])
    else own.push(finding)
  }
  const settledOf = new Map<string, SettledFinding[]>()
  const visible = new Set(visibleFindings((source.settled ?? []).map(({ finding }) => finding), languages, options.codes ?? [])) // prettier-ignore
  for (const settled of source.settled ?? []) {
    const { row } = settled.finding
    if (visible.has(settled.finding)) settledOf.set(row, [...(settledOf.get(row) ?? []), settled])
  }
  const paragraphs = new Map(
    versions.map((version) => [
      version.language,
      new Map(version.paragraphs.map((paragraph) => [paragraph.address, paragraph])),
    ]),
  )
  const rows = check.rows.filter(
    (row) =>
      languages.some((language) => (row.cells[language] ?? []).length > 0) &&
      (options.confirmedOnly !== true || source.confirmed?.has(row.id) === true),
  )
  const parts = new Map(groupRows(rows).flatMap(({ part, rows: own }) => own.map((row) => [row, part])))
  return {
    locale: options.locale,
    direction: direction(options.locale),
    symbol: source.symbol,
    title: source.title ?? source.symbol ?? t('site.name'),
    subtitle: subtitleOf(source, languages, t, options),
    adopted: source.adopted,
    columns: versions.map((version): ExportColumn => ({
      language: version.language,
      heading: languageName(version.language, t),
      direction: direction(version.language),
      statusName: version.status === 'unofficial' ? t('status.unofficial') : null,
      statusNote: statusNote(version.status, t),
      status: version.status,
    })),
    rows: rows.map((row): ExportRow => {
      const own = findingsOf.get(row.id) ?? []
      return {
        id: row.id,
        kind: row.kind,
        kindName: t(`kinds.${row.kind}`),
        address: rowAddress(row, check.pivot),
        confidence: row.confidence,
        cells: languages.map((language) =>
          cellOf(row, language, own, paragraphs.get(language) ?? new Map<string, Paragraph>()),
        ),
        notes: own.map((finding) => describeFinding(finding, row, t)),
        noteSides: own.map((finding) => ({
          languages: Object.values(findingSides(finding)),
          severity: finding.severity,
        })),
        ...(source.settled !== undefined && {
          findings: (settledOf.get(row.id) ?? []).map((settled) => findingOf(settled, row, check.pivot, t)),
        }),
        part: t(`parts.${parts.get(row) ?? 'text'}`),
        ...(source.confirmed?.has(row.id) === true && { confirmed: true }),
      }
    }),
    labels: {
      address: t('export.address'),
      kind: t('export.kind'),
      confidence: t('export.confidence'),
      findings: t('export.findings'),
      gap: t('view.gap'),
    },
    ...(source.settled !== undefined && { review: reviewOf(check, languages, t) }),
  }
}

function findingOf(settled: SettledFinding, row: Row, pivot: Language, t: Translator): ExportFinding {
  const { finding, decision } = settled
  return {
    address: rowAddress(row, pivot),
    codeName: t(`findings.name.${finding.code}`),
    severity: finding.severity,
    severityName: t(`findings.severity.${finding.severity}`),
    languageName: languageName(findingSides(finding).other, t),
    found: finding.found ?? '',
    expected: finding.expected ?? '',
    sentence: describeFinding(finding, row, t),
    verdictName: decision === null ? '' : t(`settle.verdict.${decision.verdict}`),
    reason: decision?.reason ?? '',
    ref: writeFindingRef(settled),
  }
}

function reviewOf(check: Check, languages: readonly Language[], t: Translator): ExportReview {
  const labels = Object.fromEntries(REVIEW_LABELS.map((label) => [label, t(`export.sheet.${label}`)]))
  return {
    pivot: check.pivot,
    terms: countTerms(check.hits, languages),
    verdicts: VERDICTS.map((verdict) => t(`settle.verdict.${verdict}`)),
    labels: labels as ExportReview['labels'],
  }
}

/** The findings of some kinds (all where `codes` is empty) between some versions, in their order. */
export function visibleFindings(
  findings: readonly Finding[],
  languages: readonly Language[],
  codes: readonly FindingCode[],
): readonly Finding[] {
  return findings.filter((finding) => {
    const { pivot, other } = findingSides(finding)
    return (
      finding.severity !== 'info' &&
      (codes.length === 0 || codes.includes(finding.code)) &&
      languages.includes(pivot) &&
      languages.includes(other)
    )
  })
}

/** What an unofficial version's status means, in full; null for the others. */
function statusNote(status: Status, t: Translator): string | null {
  return status === 'unofficial' ? `${t('status.unofficial')}. ${t('status.note')}` : null
}

function subtitleOf(
  { adopted, meeting, sources }: TableSource,
  languages: readonly Language[],
  t: Translator,
  options: TableOptions,
): readonly string[] {
  return [
    ...(adopted === null ? [] : [t('meta.adopted', { date: formatDate(adopted, options.locale) })]),
    ...(meeting === null ? [] : [t('meta.meeting', { meeting })]),
    ...languages.flatMap((language) => {
      const own = sources?.[language] ?? ''
      const source = describeSource(own, t) ?? isolate(own, options.locale)
      return source === '' ? [] : [`${languageName(language, t)} · ${t('meta.source', { source })}`]
    }),
    ...((options.codes ?? []).length === 0
      ? []
      : [
          t('export.kinds', {
            kinds: (options.codes ?? []).map((code) => t(`findings.short.${code}`)).join(' · '),
          }),
        ]),
  ]
}

/** Latin words in a right-to-left line, between a left-to-right isolate and its end (UAX 9), so that their full stop stays behind them. */
function isolate(text: string, locale: UnLanguage): string {
  return text === '' || direction(locale) === 'ltr' ? text : `\u2066${text}\u2069`
}

function cellOf(
  row: Row,
  language: Language,
  findings: readonly Finding[],
  paragraphs: ReadonlyMap<string, Paragraph>,
): readonly ExportParagraph[] {
  return (row.cells[language] ?? []).flatMap((address) => {
    const paragraph = paragraphs.get(address)
    if (paragraph === undefined) return []
    const { label, text, italics } = paragraph
    const marks = paragraph.marks.map((mark) => withWords(mark, paragraphs))
    const highlights = findings.flatMap((finding, note) =>
      markedPlaces(finding, language)
        .filter((place) => place.address === address)
        .map(({ from, to }) => ({ from, to, severity: finding.severity, note })),
    )
    return [{ address, label, text, italics, marks, highlights }]
  })
}

function withWords(mark: Paragraph['marks'][number], paragraphs: ReadonlyMap<string, Paragraph>): ExportMark {
  const note = mark.note === null ? undefined : paragraphs.get(mark.note)
  if (note === undefined) return mark
  const { label, text, italics } = note
  return { ...mark, words: { label, text, italics } }
}
