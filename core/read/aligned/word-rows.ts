import { InputError, type Language } from '../../model'
import { detectLanguage } from '../../text/detect-language'
import { baseLanguage } from '../../text/languages'
import { headedLanguage } from '../../text/named-language'
import type { TableMark } from '../../text/table-mark'
import type { WordCell } from '../docx/read-word-table'
import { propertyOf } from './property-heads'

type Row = readonly WordCell[]

/** What a cell of a row holds: texts of a version, or a property of the row under that name. */
export type WordPart = { readonly language: Language } | { readonly property: string }

/** A row of the table of versions: its cells with what each holds. */
export type WordRow = readonly { readonly cell: WordCell; readonly part: WordPart }[]

/** Rows of one table, the versions in its order, and those whose language was told from their texts. */
export interface WordRows {
  readonly rows: readonly WordRow[]
  readonly languages: readonly Language[]
  readonly guessed: readonly Language[]
}

/** Rows among which the head is looked for. */
const LONGEST_HEAD = 10

/** Characters of a column from which its language is told. */
const SAMPLE = 20_000

const folded = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()

/** The first line of a cell: a version's status stands below its name. */
const nameOf = (cell: WordCell | undefined) => cell?.lines[0]?.text ?? ''

/** Whether anything is written in a cell. */
export function isFilled({ lines }: WordCell): boolean {
  return lines.some(({ text, marks }) => text.trim() !== '' || marks.length > 0)
}

function damaged(what: string): InputError {
  return new InputError('damaged', `table: ${what}`)
}

/** The version that a name stands for: that of the file's own mark, else the language that it names in any of the six. */
function versionNamed(name: string, { columns }: TableMark): Language | null {
  if (name === '' || name.length > 200) return null
  const own = columns.filter(({ heading }) => folded(heading) === folded(name))
  if (own.length > 1) throw damaged(`“${name}” ×${own.length}`)
  return own[0]?.language ?? headedLanguage(name)
}

/** The version of a column whose head says nothing: one that is missing and that its texts are surely in; null where they are in none that is. */
function tellVersion(head: string, cells: readonly WordCell[], missing: readonly Language[]) {
  let text = ''
  for (const { lines } of cells) {
    if (text.length > SAMPLE) break
    text += `${lines.map((line) => line.text).join('\n')}\n`
  }
  if (text.trim() === '') return null
  const { language, sure } = detectLanguage(text)
  if (!sure || language === null) throw damaged(`“${head}”`)
  return missing.find((key) => baseLanguage(key) === language) ?? null
}

/** What each column of a table holds, or null where no row of it is the head that our tables have. */
function readHead(rows: readonly Row[], mark: TableMark) {
  const at = rows.slice(0, LONGEST_HEAD).findIndex((row) => {
    const own = row.filter((cell) => {
      const name = folded(nameOf(cell))
      return mark.columns.some(({ heading }) => name !== '' && folded(heading) === name)
    })
    return own.length > 1 || row.some((cell) => folded(nameOf(cell)) === folded(mark.address))
  })
  return at < 0 ? null : { head: rows[at] ?? [], body: rows.slice(at + 1), from: at + 2 }
}

/** The rows of a table that has its versions in columns, or null for another table. Throws InputError `damaged`, its detail the head or the row that is not clear. */
export function readColumnRows(rows: readonly Row[], mark: TableMark): WordRows | null {
  const found = readHead(rows, mark)
  if (found === null) return null
  const { head, from } = found
  const body = found.body.filter((row) => row.some(isFilled))
  const names = head.map(nameOf)
  const told = names.map((name) => {
    if (folded(name) === folded(mark.address)) return 'address'
    return folded(name) === folded(mark.findings) ? 'findings' : null
  })
  const named = names.map((name, k) => (told[k] === null ? versionNamed(name, mark) : null))
  const twice = named.find((key, k) => key !== null && named.indexOf(key) !== k)
  if (twice !== undefined) throw damaged(`“${names[named.indexOf(twice)] ?? ''}” ×2`)
  found.body.forEach((row, k) => {
    const narrow = row.some(isFilled) && row.length !== head.length
    if (narrow || row.some((cell, x) => cell.goesOn && told[x] === null)) throw damaged(`row ${from + k}`)
  })
  const missing = mark.columns.map(({ language }) => language).filter((key) => !named.includes(key))
  const guessed: Language[] = []
  const parts = names.map((name, k): WordPart => {
    const [property, version] = [told[k] ?? propertyOf(name), named[k]]
    if (version !== null && version !== undefined) return { language: version }
    if (property !== null) return { property }
    const cells = body.flatMap((row) => row[k] ?? [])
    const guess = missing.length === 0 ? null : tellVersion(name, cells, missing)
    if (guess === null) return { property: folded(name) || `column ${k + 1}` }
    missing.splice(missing.indexOf(guess), 1)
    guessed.push(guess)
    return { language: guess }
  })
  const languages = parts.flatMap((part) => ('language' in part ? part.language : []))
  if (languages.length === 0) throw damaged(names.filter((name) => name !== '').join(', '))
  return {
    rows: body.map((row) =>
      row.map((cell, k) => ({ cell, part: parts[k] ?? { property: `column ${k + 1}` } })),
    ),
    languages,
    guessed,
  }
}

/** The rows of a table that has the versions of a row one below the other, each behind its name, or null for another table. Throws InputError `damaged`, its detail the row that is not clear. */
export function readStackedRows(rows: readonly Row[], mark: TableMark): WordRows | null {
  const versions = rows.map((row) => versionNamed(nameOf(row[1]), mark))
  const first = versions.findIndex((version) => version !== null)
  if (first < 0) return null
  const width = rows[first]?.length ?? 0
  const groups: { cell: WordCell; part: WordPart }[][] = []
  const found = new Set<Language>()
  let seen = new Set<Language>()
  rows.forEach((row, k) => {
    if (k < first || !row.some(isFilled)) return
    const version = versions[k] ?? null
    const [address, , text, findings] = row
    if (
      version === null ||
      address === undefined ||
      text === undefined ||
      row.length !== width ||
      text.goesOn
    )
      throw damaged(`row ${k + 1}`)
    if (!address.goesOn || groups.length === 0) {
      groups.push([])
      seen = new Set()
    }
    if (seen.has(version)) throw damaged(`row ${k + 1}, “${nameOf(row[1])}” ×2`)
    seen.add(version)
    found.add(version)
    groups
      .at(-1)
      ?.push(
        { cell: address, part: { property: 'address' } },
        { cell: text, part: { language: version } },
        ...(findings === undefined ? [] : [{ cell: findings, part: { property: 'findings' } }]),
      )
  })
  const known = mark.columns.map(({ language }) => language).filter((key) => found.has(key))
  return { rows: groups, languages: [...new Set([...known, ...found])], guessed: [] }
}
