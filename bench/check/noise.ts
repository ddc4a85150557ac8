import type { Check, Finding } from '../../core/model'

/** What a check says of an untouched pair: paragraphs of the pivot, and findings of severity error or warning. */
export interface Noise {
  readonly paragraphs: number
  readonly findings: readonly NoisyFinding[]
}

/** A finding with the text of its row, to be looked at. */
export interface NoisyFinding extends Finding {
  readonly address: string
  readonly texts: readonly [pivot: string, other: string]
}

/** The noise of a check of two versions. */
export function noiseOf(check: Check | null): Noise | null {
  if (check === null) return null
  const [pivot, other] = [
    check.pivot,
    check.versions.find(({ language }) => language !== check.pivot)!.language,
  ]
  const texts = new Map(
    check.versions.map(({ language, paragraphs }) => [
      language,
      new Map(paragraphs.map(({ address, text }) => [address, text])),
    ]),
  )
  const rows = new Map(check.rows.map((row) => [row.id, row]))
  return {
    paragraphs: check.versions.find(({ language }) => language === pivot)!.paragraphs.length,
    findings: check.findings
      .filter(({ severity }) => severity !== 'info')
      .map((finding) => {
        const { cells } = rows.get(finding.row)!
        const textOf = (language: string) =>
          (cells[language] ?? []).map((address) => texts.get(language)?.get(address) ?? '').join(' ¶ ')
        return {
          ...finding,
          address: cells[pivot]?.[0] ?? cells[other]?.[0] ?? finding.row,
          texts: [textOf(pivot), textOf(other)],
        }
      }),
  }
}
