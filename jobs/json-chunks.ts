import { gatherChunks } from '../core/export/gather-chunks'
import type { Check, ExportLoss } from '../core/model'
import { findingSchema, paragraphSchema, rowSchema, versionSchema } from '../core/schema'

/** A check as JSON, in the shape of `checkSchema`: a paragraph, a row or a finding a line, so that files can be compared line by line. JSON holds everything, halves of surrogate pairs too. */
export function jsonChunks(check: Check): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(check))
}

function* writePieces({
  pivot,
  versions,
  rows,
  findings,
}: Check): Generator<string, readonly ExportLoss[], void> {
  yield `{"pivot":${JSON.stringify(pivot)},\n"versions":[`
  for (const [k, version] of versions.entries()) {
    const head = JSON.stringify(versionSchema.omit({ paragraphs: true }).parse(version))
    yield `${k === 0 ? '' : ','}\n${head.slice(0, -1)},"paragraphs":[`
    yield* lines(version.paragraphs, (own) => paragraphSchema.parse(own))
    yield ']}'
  }
  yield '],\n"rows":['
  yield* lines(rows, (own) => rowSchema.parse(own))
  yield '],\n"findings":['
  yield* lines(findings, (own) => findingSchema.parse(own))
  yield ']}\n'
  return []
}

function* lines<T>(items: Iterable<T>, parse: (item: T) => unknown): Generator<string, void, void> {
  let separator = '\n'
  for (const item of items) {
    yield separator + JSON.stringify(parse(item))
    separator = ',\n'
  }
}
