import type { ExportLoss, FindingReport, ReportFinding, ReportRow } from '../model'
import { makeXml, XML_DECLARATION, type XmlMaker } from '../text/make-xml'
import { tallyLosses } from '../text/tally-losses'
import { gatherChunks } from './gather-chunks'

type Pair = FindingReport['pairs'][number]

/** What became of a row: failed where one of its findings fails, skipped where all that was found was settled. */
type Outcome = 'failed' | 'skipped' | 'passed'

/**
 * A report as JUnit XML, in the form that servers of continuous integration read: a suite a pair, a case a row, named by its addresses. A row with findings that fail is a failure, whose message is the first one's
 * sentence and whose text has all; one in which everything was accepted or ignored is skipped; whatever else was found is its output.
 */
export function writeJunit(report: FindingReport): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(report))
}

function* writePieces(report: FindingReport): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  const xml = makeXml(tally)
  yield XML_DECLARATION
  yield `${xml.open('testsuites', { name: report.program.name, ...countsOf(report.pairs.flatMap(({ rows }) => rows)) })}\n`
  for (const pair of report.pairs) {
    const name = nameOf(report, pair)
    yield `${xml.open('testsuite', { name, ...countsOf(pair.rows) })}\n`
    for (const row of pair.rows) yield `${caseOf(row, name, report, xml)}\n`
    yield '</testsuite>\n'
  }
  yield '</testsuites>\n'
  return tally.list()
}

function nameOf({ subject }: FindingReport, { pivot, other }: Pair): string {
  return `${subject} ${pivot}-${other}`
}

function countsOf(rows: readonly ReportRow[]) {
  const outcomes = rows.map(outcomeOf)
  const count = (outcome: Outcome) => String(outcomes.filter((one) => one === outcome).length)
  return {
    tests: String(rows.length),
    failures: count('failed'),
    errors: '0',
    skipped: count('skipped'),
  }
}

function outcomeOf({ findings }: ReportRow): Outcome {
  if (findings.some(({ fails }) => fails)) return 'failed'
  return findings.length > 0 && findings.every(isSettled) ? 'skipped' : 'passed'
}

function isSettled({ decision }: ReportFinding): boolean {
  return decision !== null && decision.verdict !== 'error'
}

function caseOf(row: ReportRow, suite: string, { files }: FindingReport, xml: XmlMaker): string {
  const { name, file, findings } = row
  const failures = findings.filter(({ fails }) => fails)
  const [first] = failures
  const rest = findings.filter(({ fails }) => !fails)
  const outcome = outcomeOf(row)
  const inner = [
    ...(first === undefined
      ? []
      : [
          xml.element(
            'failure',
            {
              message: first.sentence,
              type: [...new Set(failures.map(({ finding }) => finding.code))].join(' '),
            },
            xml.text(failures.map(lineOf).join('\n')),
          ),
        ]),
    ...(outcome === 'skipped'
      ? [xml.element('skipped', { message: rest.map(({ settled }) => settled ?? '').join('; ') })]
      : []),
    ...(rest.length > 0 ? [xml.element('system-out', {}, xml.text(rest.map(lineOf).join('\n')))] : []),
  ]
  const uri = file === null ? undefined : files[file]?.uri
  return xml.element('testcase', { classname: suite, name, file: uri }, inner.join(''))
}

/** `Error: the number is … (Accepted · as agreed)`. */
function lineOf({ severityName, sentence, settled }: ReportFinding): string {
  return `${severityName}: ${sentence}${settled === null ? '' : ` (${settled})`}`
}
