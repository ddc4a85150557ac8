import type { ExportRow } from '../model'

/** Whether any row has notes, and all rows: those up to the first with notes are held until they are asked for again, so that rows are made only once. */
export function untilNoted(rows: Iterable<ExportRow>): {
  readonly noted: boolean
  readonly rows: Iterable<ExportRow>
} {
  const held: ExportRow[] = []
  const iterator = rows[Symbol.iterator]()
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) {
    held.push(next.value)
    if (next.value.notes.length > 0) return { noted: true, rows: goOn(held, iterator) }
  }
  return { noted: false, rows: held }
}

function* goOn(held: ExportRow[], iterator: Iterator<ExportRow>): Generator<ExportRow, void, void> {
  yield* held.splice(0)
  for (let next = iterator.next(); next.done !== true; next = iterator.next()) yield next.value
}
