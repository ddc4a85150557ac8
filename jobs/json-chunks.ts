import { gatherChunks } from '../core/export/gather-chunks'
import type { Alignment, Check, ExportLoss } from '../core/model'
import {
  decisionsSchema,
  findingSchema,
  paragraphSchema,
  reportedFindingSchema,
  rowSchema,
  versionSchema,
  type CheckReport,
} from '../core/schema'

type Pieces = Generator<string, readonly ExportLoss[], void>

/** A check as JSON, in the shape of `checkSchema`: a paragraph, a row or a finding a line, so that files can be compared line by line. JSON holds everything, halves of surrogate pairs too. */
export function jsonChunks(check: Check): Pieces {
  return gatherChunks(checkPieces(check))
}

/** An alignment in the same way, in the shape of `alignmentSchema`. */
export function alignmentChunks(alignment: Alignment): Pieces {
  return gatherChunks(alignmentPieces(alignment))
}

/** A check with what people settled in the same way, in the shape of `checkReportSchema`. */
export function reportChunks(report: CheckReport): Pieces {
  return gatherChunks(reportPieces(report))
}

function* checkPieces(check: Check): Pieces {
  yield* beginning(check)
  yield* list('findings', check.findings, (own) => findingSchema.parse(own))
  yield '}\n'
  return []
}

function* alignmentPieces(alignment: Alignment): Pieces {
  yield* beginning(alignment)
  yield '}\n'
  return []
}

function* reportPieces(report: CheckReport): Pieces {
  yield* beginning(report)
  yield* list('findings', report.findings, (own) => reportedFindingSchema.parse(own))
  yield* list('unusedDecisions', report.unusedDecisions, (own) => decisionsSchema.element.parse(own))
  yield '}\n'
  return []
}

function* beginning({ pivot, versions, rows }: Alignment): Generator<string, void, void> {
  yield `{"pivot":${JSON.stringify(pivot)},\n"versions":[`
  for (const [k, version] of versions.entries()) {
    const head = JSON.stringify(versionSchema.omit({ paragraphs: true }).parse(version))
    yield `${k === 0 ? '' : ','}\n${head.slice(0, -1)},"paragraphs":[`
    yield* lines(version.paragraphs, (own) => paragraphSchema.parse(own))
    yield ']}'
  }
  yield ']'
  yield* list('rows', rows, (own) => rowSchema.parse(own))
}

/** A further member of an object, a list with an item a line. */
function* list<T>(
  name: string,
  items: Iterable<T>,
  parse: (item: T) => unknown,
): Generator<string, void, void> {
  yield `,\n${JSON.stringify(name)}:[`
  yield* lines(items, parse)
  yield ']'
}

function* lines<T>(items: Iterable<T>, parse: (item: T) => unknown): Generator<string, void, void> {
  let separator = '\n'
  for (const item of items) {
    yield separator + JSON.stringify(parse(item))
    separator = ',\n'
  }
}
