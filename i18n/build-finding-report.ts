import type {
  Alignment,
  Decision,
  FileRegion,
  Finding,
  FindingCode,
  FindingReport,
  Language,
  ReportFile,
  ReportFinding,
  ReportPlace,
  ReportRow,
  Row,
  Severity,
  Span,
  UnLanguage,
} from '../core/model'
import { describeDecision } from './describe-decision'
import { describeFinding, findingSides } from './describe-finding'
import type { Translator } from './translator'

/** A finding with what is settled of it and whether it makes the check fail. */
export type JudgedFinding = Finding & {
  readonly keys: Readonly<Record<Decision['scope'], string>>
  readonly decision: Decision | null
  readonly fails: boolean
}

/** What a report is made of: `fileOf` numbers the file of a version, `locate` finds a stretch of a paragraph in it; either gives null where it is not known. */
export interface ReportSource {
  readonly alignment: Alignment
  readonly findings: readonly JudgedFinding[]
  readonly severities: Readonly<Record<FindingCode, Severity>>
  readonly files: readonly ReportFile[]
  readonly fileOf: (language: Language) => number | null
  readonly locate: (language: Language, address: string, stretch: Span) => FileRegion | null
  readonly subject: string
  readonly version: string
}

/** A check as a report in the reader's language. */
export function buildFindingReport(source: ReportSource, t: Translator, locale: UnLanguage): FindingReport {
  const { alignment, files, fileOf } = source
  const { pivot, versions, rows } = alignment
  const rowsById = new Map(rows.map((row) => [row.id, row]))
  const findings = source.findings.flatMap((finding) => {
    const row = rowsById.get(finding.row)
    return row === undefined ? [] : [reportOf(finding, row, source, t, locale)]
  })
  const others = versions.map(({ language }) => language).filter((language) => language !== pivot)
  return {
    locale,
    program: { name: t('site.name'), version: source.version },
    subject: source.subject,
    files,
    rules: (Object.keys(source.severities) as FindingCode[]).map((code) => ({
      code,
      severity: source.severities[code],
      name: t(`findings.name.${code}`),
      rule: t(`findings.rule.${code}`),
      advice: t(`findings.advice.${code}`),
    })),
    pairs: others.map((other) => {
      const own = new Map<string, ReportFinding[]>()
      for (const one of findings)
        if (findingSides(one.finding).other === other)
          own.set(one.finding.row, [...(own.get(one.finding.row) ?? []), one])
      return {
        pivot,
        other,
        rows: rows.flatMap((row): readonly ReportRow[] => {
          const sides = [pivot, other].map((language) => row.cells[language] ?? [])
          if (sides.every((addresses) => addresses.length === 0)) return []
          const [left, right] = sides.map((addresses) => (addresses.length === 0 ? '–' : addresses.join('+')))
          return [
            {
              name: left === right ? left! : `${left} ~ ${right}`,
              file: (row.cells[other] ?? []).length > 0 ? fileOf(other) : fileOf(pivot),
              findings: own.get(row.id) ?? [],
            },
          ]
        }),
      }
    }),
    findings,
  }
}

function reportOf(
  judged: JudgedFinding,
  row: Row,
  source: ReportSource,
  t: Translator,
  locale: UnLanguage,
): ReportFinding {
  const { keys, decision, fails, ...finding } = judged
  const { pivot, other } = findingSides(finding)
  const placesIn = (language: Language): readonly ReportPlace[] =>
    (finding.places[language] ?? []).map(({ address, from, to }) => ({
      language,
      address,
      file: source.fileOf(language),
      region: source.locate(language, address, { from, to }),
    }))
  return {
    finding,
    keys,
    decision,
    settled: decision === null ? null : describeDecision(decision, locale, t),
    fails,
    sentence: describeFinding(finding, row, t),
    severityName: t(`findings.severity.${finding.severity}`),
    places: [placesIn(pivot), placesIn(other)],
  }
}
