import type { Language, Verdict } from '../../model'
import { readRefHead, readTextHead, type DecisionWords, type SheetSource } from '../../text/decision-sheet'
import { readFindingRef, type FindingRef } from '../../text/finding-ref'
import type { Sheet, SheetLine } from '../../text/read-workbook'
import { textMark } from '../../text/text-mark'

/** A line of a workbook, as a person finds it; `line` counts from 1. */
export interface SheetPlace {
  readonly sheet: string
  readonly line: number
}

/** Why a line cannot be followed. */
export type RefusalReason =
  /** No such finding, or no such row, was written to this file. */
  | 'unknown-id'
  /** The word is none of the three verdicts. */
  | 'unknown-verdict'
  /** The row has no findings to be settled. */
  | 'no-finding'
  /** A note without a decision. */
  | 'no-verdict'
  /** Ignored without saying why. */
  | 'no-reason'
  /** Two lines on one finding that say different things. */
  | 'two-decisions'
  /** There is no column of decisions. */
  | 'no-column'
  /** The finding is not there any more: the texts have changed, or it is no longer found. */
  | 'finding-gone'
  /** Somebody else has settled or reopened it since the file was written. */
  | 'decided-since'
  /** What holds was settled for more than this finding, and cannot be withdrawn for it alone. */
  | 'wider-scope'

/** A line that cannot be followed, with what it says. */
export interface Refusal extends SheetPlace {
  readonly reason: RefusalReason
  /** The row's id as the line has it. */
  readonly row: string
  /** The word, the finding's key or what holds now; empty where there is nothing to tell. */
  readonly detail: string
}

/** What a person wants of a finding, where that is not what held when the file was written; `verdict` null: nothing shall hold. */
export interface Wish extends SheetPlace {
  readonly row: string
  readonly ref: FindingRef
  readonly verdict: Verdict | null
  readonly reason: string | null
}

/** A text that is not as it was written; it is told and never taken. `line` is the head's where the whole column is gone. */
export interface ChangedText extends SheetPlace {
  readonly row: string
  readonly language: Language
}

/** A workbook of findings as a person has left it. */
export interface DecisionSheet {
  readonly source: SheetSource
  readonly wishes: readonly Wish[]
  readonly refusals: readonly Refusal[]
  readonly changedTexts: readonly ChangedText[]
}

/** Lines above the head that somebody may have put in. */
const HEAD_LINES = 10

/**
 * What an edited workbook of ours says of its findings; null where no sheet has the hidden column by which it is known. Columns may be moved, lines sorted, filtered and removed: they are known by their heads and
 * references. A finding's own line goes before what its row says, which speaks of all findings of the row.
 */
export function readDecisionSheet(sheets: readonly Sheet[], words: DecisionWords): DecisionSheet | null {
  const open = sheets.flatMap((sheet) => openSheet(sheet, words) ?? [])
  const [first] = open
  if (first === undefined) return null
  const lines = open.map((own) => ({ own, read: readLines(own, words) }))
  const wishes = new Map<string, Wish>()
  const refusals = lines.flatMap(({ read }) => read.refusals)
  const byFinding = [...lines].sort((one, other) => Number(one.own.ofRows) - Number(other.own.ofRows))
  for (const { own, read } of byFinding) {
    for (const wish of read.wishes) {
      const key = wish.ref.keys.finding
      const before = wishes.get(key)
      if (before === undefined) wishes.set(key, wish)
      else if (!own.ofRows && (before.verdict !== wish.verdict || before.reason !== wish.reason)) {
        const { sheet, line, row } = wish
        refusals.push({ sheet, line, row, reason: 'two-decisions', detail: key })
      }
    }
  }
  return {
    source: first.source,
    wishes: [...wishes.values()],
    refusals,
    changedTexts: open.flatMap(findChangedTexts),
  }
}

interface OpenSheet {
  readonly source: SheetSource
  readonly name: string
  readonly head: SheetLine
  readonly lines: readonly SheetLine[]
  /** Places of columns; -1 where there is none. */
  readonly at: Readonly<Record<'refs' | 'decision' | 'note' | 'row' | 'texts', number>>
  /** Whether a line is a row of texts, and not a finding. */
  readonly ofRows: boolean
}

function openSheet({ name, rows }: Sheet, words: DecisionWords): OpenSheet | null {
  for (const [k, head] of rows.slice(0, HEAD_LINES).entries()) {
    const refs = head.cells.findIndex((cell) => readRefHead(cell) !== null)
    if (refs < 0) continue
    const find = (heads: ReadonlySet<string>) => head.cells.findIndex((cell) => heads.has(cell.trim()))
    const texts = head.cells.findIndex((cell) => readTextHead(cell) !== null)
    return {
      source: readRefHead(head.cells[refs]!)!,
      name,
      head,
      lines: rows.slice(k + 1),
      at: { refs, texts, decision: find(words.decision), note: find(words.note), row: find(words.row) },
      ofRows: texts >= 0,
    }
  }
  return null
}

function readLines(
  { name, head, lines, at, ofRows }: OpenSheet,
  words: DecisionWords,
): { readonly wishes: readonly Wish[]; readonly refusals: readonly Refusal[] } {
  const wishes: Wish[] = []
  const refusals: Refusal[] = []
  const refuse = (line: number, row: string, reason: RefusalReason, detail = '') =>
    refusals.push({ sheet: name, line, row, reason, detail })
  if (at.decision < 0) refuse(head.line, '', 'no-column')
  for (const { line, cells } of at.decision < 0 ? [] : lines) {
    const row = cells[at.row]?.trim() ?? ''
    const said = cells[at.decision]?.trim() ?? ''
    const reason = cells[at.note]?.trim() ?? ''
    const written = (cells[at.refs] ?? '').split('\n').filter((own) => own.trim() !== '')
    const refs = written.flatMap((own) => readFindingRef(own) ?? [])
    const speaks = said !== '' || reason !== ''
    if (refs.length === 0 && !speaks) continue
    if (refs.length < written.length) refuse(line, row, 'unknown-id')
    else if (refs.length === 0) refuse(line, row, ofRows ? 'no-finding' : 'unknown-id')
    else if (isUntouched(said, reason, refs, words)) continue
    else {
      const verdict = said === '' ? null : words.verdicts.get(said.toLowerCase())
      if (verdict === undefined) refuse(line, row, 'unknown-verdict', said)
      else if (verdict === null && reason !== '' && refs.every(({ held }) => held === null))
        refuse(line, row, 'no-verdict')
      else if (verdict === 'ignored' && reason === '') refuse(line, row, 'no-reason')
      else
        for (const ref of refs)
          wishes.push({
            sheet: name,
            line,
            row,
            ref,
            verdict,
            reason: verdict === null || reason === '' ? null : reason,
          })
    }
  }
  return { wishes, refusals }
}

/** Whether a line says what it said when it was written. */
function isUntouched(
  said: string,
  reason: string,
  refs: readonly FindingRef[],
  { mixed, verdicts }: DecisionWords,
): boolean {
  const [first] = refs
  const agree = refs.every(
    (ref) => ref.held?.verdict === first?.held?.verdict && ref.reason === first?.reason,
  )
  if (!agree) return mixed.has(said) && reason === ''
  const verdict = said === '' ? undefined : (verdicts.get(said.toLowerCase()) ?? said)
  return verdict === first?.held?.verdict && textMark(reason) === first?.reason
}

function findChangedTexts({ name, head, lines, at }: OpenSheet): readonly ChangedText[] {
  const heads = at.texts < 0 ? null : readTextHead(head.cells[at.texts] ?? '')
  if (heads === null) return []
  const columns = Object.entries(heads).map(([language, text]) => ({
    language,
    at: head.cells.findIndex((cell) => cell.trim() === text.trim()),
  }))
  const gone = columns
    .filter((column) => column.at < 0)
    .map(({ language }): ChangedText => ({ sheet: name, line: head.line, row: '', language }))
  const changed = lines.flatMap(({ line, cells }) => {
    const marks = (cells[at.texts] ?? '').split(' ')
    return columns
      .filter((column, k) => {
        const mark = marks[k]
        // A text that was cut has no mark.
        return (
          column.at >= 0 && /^[0-9a-f]{8}$/u.test(mark ?? '') && textMark(cells[column.at] ?? '') !== mark
        )
      })
      .map(({ language }): ChangedText => ({
        sheet: name,
        line,
        row: cells[at.row]?.trim() ?? '',
        language,
      }))
  })
  return [...gone, ...changed]
}
