import type { Check, Finding, Language } from '../core/model'

/**
 * Findings as text, a line each: `op7 ~ op7 fr–en error number: expected "cinq", found "six"`; the last line counts them. An absent side is `–`.
 */
export function writeFindings({ pivot, findings }: Check): string {
  const lines = findings.map((finding) => {
    const other = Object.keys(finding.places).find((language) => language !== pivot) ?? pivot
    const where = [pivot, other].map((language) => addresses(finding, language)).join(' ~ ')
    return `${where}  ${pivot}–${other}  ${finding.severity}  ${finding.code}: expected ${quote(finding.expected)}, found ${quote(finding.found)}\n`
  })
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  return `${lines.join('')}${findings.length} findings: ${count('error')} errors, ${count('warning')} warnings\n`
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
