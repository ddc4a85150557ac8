import { isOpen } from '../core/compare/decisions/apply-decisions'
import type { Finding, Language, Severity } from '../core/model'
import type { CheckReport } from '../core/schema'
import { oneLine } from './usage-error'

type Reported = CheckReport['findings'][number]

/**
 * Findings as text, in their order, a line each: `op7 ~ op7  fr–en  error  number: expected "cinq", found "six"  changed`, the last word being the rule,
 * then what was sought and what was decided, where there is any. An absent side is `–`. Unless `all` is set, what is only told and what was accepted or
 * ignored has no line. The last line counts all that is open.
 */
export function writeFindings({ pivot, findings }: CheckReport, { all = false } = {}): string {
  const lines = findings
    .filter((finding) => all || (isOpen(finding) && finding.severity !== 'info'))
    .map((finding) => `${writeFinding(finding, pivot)}\n`)
  const open = findings.filter(isOpen)
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length
  return `${lines.join('')}${open.length} findings: ${count('error')} errors, ${count('warning')} warnings\n`
}

function writeFinding(finding: Reported, pivot: Language): string {
  const other = Object.keys(finding.places).find((language) => language !== pivot) ?? pivot
  const { code, severity, expected, found, rule, sought, decision } = finding
  return joinFields([
    [pivot, other].map((language) => addresses(finding, language)).join(' ~ '),
    `${pivot}–${other}`,
    severity,
    `${code}: expected ${quote(expected)}, found ${quote(found)}`,
    rule,
    ...(sought.length === 0 ? [] : [`sought: ${sought.join(', ')}`]),
    ...(decision === null
      ? []
      : [`${decision.verdict}${decision.reason === null ? '' : `: ${decision.reason}`}`]),
  ])
}

/** Fields of a line: two spaces stand between them and never inside. */
function joinFields(fields: readonly string[]): string {
  return fields.map(oneLine).join('  ')
}

function addresses({ places }: Finding, language: Language): string {
  const list = [...new Set((places[language] ?? []).map(({ address }) => address))]
  return list.length === 0 ? '–' : list.join('+')
}

/** Longest stretch of a paragraph that a line repeats, in characters. */
const LONGEST = 80

function quote(text: string | null): string {
  if (text === null) return 'nothing'
  return text.length > LONGEST ? `"${text.slice(0, LONGEST).trimEnd()}…"` : `"${text}"`
}
