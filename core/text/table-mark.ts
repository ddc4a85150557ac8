import type { Language, Status } from '../model'
import { isStatus } from './is-status'

/** What a Word table of ours says of itself in the properties of its file, so that it is known again after a person has worked on it. */
export interface TableMark {
  /** The versions of a row in columns, or one below the other. */
  readonly layout: 'columns' | 'stacked'
  /** Versions by key in their order, each with the name that its column or its texts have. */
  readonly columns: readonly {
    readonly language: Language
    readonly heading: string
    readonly status?: Status | undefined
  }[]
  /** Heads of the columns of addresses and of findings, and what the cell of an absent paragraph says. */
  readonly address: string
  readonly findings: string
  readonly gap: string
}

const NAME = 'Concordance'
const VERSION = 'Concordance version'
const STATUS = 'Concordance status'
const LABELS = ['address', 'findings', 'gap'] as const

/** The style of footnote marks in such a table, by which they are told from other raised text. */
export const MARK_STYLE = 'Mark'

/** The style of an enacting formula that is stressed as the official print has it, though its text says nothing of it. */
export const ENACTING_STYLE = 'CellEnacting'

/** The mark as properties of a file, by name; text of one line each, a version a property (`fr Français`), since programs cut long ones. */
export function writeTableMark(mark: TableMark): Readonly<Record<string, string>> {
  return Object.fromEntries([
    [NAME, `table 1 ${mark.layout}`],
    ...LABELS.map((label) => [`${NAME} ${label}`, mark[label]]),
    ...mark.columns.map(({ language, heading }, k) => [`${VERSION} ${k + 1}`, `${language} ${heading}`]),
    ...mark.columns.flatMap(({ status }, k) =>
      status === undefined ? [] : [[`${STATUS} ${k + 1}`, status]],
    ),
  ])
}

/** The mark in the properties of a file, or null where they have none, or one of another kind. */
export function readTableMark(properties: ReadonlyMap<string, string>): TableMark | null {
  const layout = /^table 1 (columns|stacked)$/u.exec(properties.get(NAME) ?? '')?.[1]
  if (layout === undefined) return null
  const columns: { language: Language; heading: string; status: Status | undefined }[] = []
  for (let k = 1; ; k += 1) {
    const [, language, heading = ''] = /^(\S+)\s?(.*)$/su.exec(properties.get(`${VERSION} ${k}`) ?? '') ?? []
    if (language === undefined) break
    const told = properties.get(`${STATUS} ${k}`)
    columns.push({ language, heading, status: isStatus(told) ? told : undefined })
  }
  const [address = '', findings = '', gap = ''] = LABELS.map((label) => properties.get(`${NAME} ${label}`))
  return { layout: layout === 'stacked' ? 'stacked' : 'columns', columns, address, findings, gap }
}
