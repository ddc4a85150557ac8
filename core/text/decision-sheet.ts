import type { Language, Verdict } from '../model'

/** How the heads of the hidden columns begin by which a workbook is known again; they are the same in every language. */
const REF_HEAD = 'concordance:findings'
const TEXT_HEAD = 'concordance:texts'

/** The words by which a sheet of decisions is read, whatever language it was written in. */
export interface DecisionWords {
  /** Heads of the columns of decisions, of notes and of row ids. */
  readonly decision: ReadonlySet<string>
  readonly note: ReadonlySet<string>
  readonly row: ReadonlySet<string>
  /** What stands in a row whose findings are settled differently. */
  readonly mixed: ReadonlySet<string>
  /** Verdicts by their words in lower case, the program's own codes among them. */
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/** What the head of the references says of the whole file. */
export interface SheetSource {
  readonly symbol: string | null
  readonly pivot: Language
  readonly languages: readonly Language[]
}

/** The head of a column of references: `concordance:findings 1 fr fr,ar A/RES/76/299`, the figure being the form's version. */
export function writeRefHead({ symbol, pivot, languages }: SheetSource): string {
  return `${REF_HEAD} 1 ${pivot} ${languages.join(',')} ${symbol ?? ''}`.trimEnd()
}

/** What a head of references says, or null for what is none. */
export function readRefHead(text: string): SheetSource | null {
  const match = /^concordance:findings 1 (\S+) (\S+)(?: (.+))?$/u.exec(text.trim())
  if (match === null) return null
  const [, pivot, languages, symbol] = match
  return { symbol: symbol ?? null, pivot: pivot!, languages: languages!.split(',') }
}

/** The head of a column of marks of texts: the heads of the columns that they are of, by language. */
export function writeTextHead(heads: Readonly<Record<Language, string>>): string {
  return `${TEXT_HEAD} ${JSON.stringify(heads)}`
}

/** The heads of columns by language that such a head names; null for what is none. */
export function readTextHead(text: string): Readonly<Record<Language, string>> | null {
  if (!text.startsWith(`${TEXT_HEAD} `)) return null
  try {
    const heads: unknown = JSON.parse(text.slice(TEXT_HEAD.length))
    if (typeof heads !== 'object' || heads === null) return null
    return Object.fromEntries(
      Object.entries(heads).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return null
  }
}
