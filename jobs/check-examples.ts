import { sameAddressRows } from '../core/align/same-address-rows'
import { CHECK_EXAMPLES } from '../core/compare/check-examples'
import { SEVERITIES } from '../core/compare/make-finding'
import type {
  Finding,
  FindingCode,
  Knowledge,
  Language,
  Paragraph,
  Row,
  Severity,
  Version,
} from '../core/model'
import { compareAlignment } from '../core/pipeline'
import { bareVersion } from '../core/segment/bare-version'

/** A check with its example as it runs: the row in which the example's finding stands, with the paragraphs' texts; null where the check finds nothing in it. */
export interface CheckDocument {
  readonly code: FindingCode
  readonly severity: Severity
  readonly example: {
    readonly language: Language
    readonly pivot: string
    readonly other: string
    readonly row: Row
    readonly finding: Finding
  } | null
}

/** Every check with what it says of its own example, in the order given. */
export function runCheckExamples(
  codes: readonly FindingCode[],
  knowledge: Knowledge,
): readonly CheckDocument[] {
  return codes.map((code) => {
    const { language, pivot, other } = CHECK_EXAMPLES[code]
    const versions = [makeVersion('fr', pivot), makeVersion(language, other)]
    const alignment = sameAddressRows(versions)
    const { findings } = compareAlignment(alignment, knowledge)
    const finding = findings.find((one) => one.code === code)
    const row = alignment.rows.find(({ id }) => id === finding?.row)
    const textOf = (version: Version) =>
      version.paragraphs.find(({ address }) => row?.cells[version.language]?.includes(address))?.text ?? ''
    return {
      code,
      severity: SEVERITIES[code],
      example:
        finding === undefined || row === undefined
          ? null
          : { language, pivot: textOf(versions[0]!), other: textOf(versions[1]!), row, finding },
    }
  })
}

const MARK = /\[(\d)\]/u

/** Paragraphs that end with a comma are preambular, the others operative; a mark `[1]` is a footnote mark. */
function makeVersion(language: Language, texts: readonly string[]): Version {
  const counts = { pp: 0, op: 0 }
  const paragraphs = texts.map((written): Paragraph => {
    const kind = /[,،，]$/u.test(written) ? 'pp' : 'op'
    counts[kind] += 1
    const mark = MARK.exec(written)
    return {
      address: `${kind}${counts[kind]}`,
      kind: kind === 'pp' ? 'preambular' : 'operative',
      label: null,
      text: written.replace(MARK, ''),
      marks: mark === null ? [] : [{ at: mark.index, mark: mark[1]!, note: null }],
      italics: [],
    }
  })
  return bareVersion(language, 'unofficial', paragraphs)
}
