'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { leftRows } from './left-rows'
import { RecentMap } from './recent-map'
import rowClasses from './VersionRow.module.css'
import classes from './VersionTable.module.css'

/** A row without its inside: `id` is its anchor, `mark` a hash of the inside. */
export interface RowFrame {
  readonly key: string
  readonly id: string | undefined
  readonly kind: string
  readonly address: string
  readonly mark: string
}

/** A part of a text, named in the reader's language, and its rows. */
export interface RowGroup {
  readonly part: string
  readonly name: string
  readonly rows: readonly RowFrame[]
}

/** The rows of a table by part. Their insides are `html`, in order, or, for a document, were left on the server under the name `left`. */
export interface TableRowsProps {
  readonly groups: readonly RowGroup[]
  readonly columns: number
  readonly html?: readonly string[]
  readonly left?: string
}

/**
 * The table's bodies. In a document the texts stand once, as the table that is read: the second copy that the framework would send along for its own use is left out (`left`), and what is there is taken as it is.
 * A row is written again only where its mark has changed, so that focus and selection stay in the others.
 */
export function TableRows({ groups, columns, html, left }: TableRowsProps) {
  const [empty, setEmpty] = useState(false)
  const inside = html ?? (left === undefined ? undefined : leftRows(left))
  const starts = groups.map((_, k) => groups.slice(0, k).reduce((sum, { rows }) => sum + rows.length, 0))
  return (
    <>
      {groups.map(({ part, name, rows }, k) => (
        <tbody key={rows[0]?.key ?? part} role="rowgroup" data-part={part}>
          <tr role="row">
            <th role="rowheader" scope="rowgroup" colSpan={columns + 1} className={classes.part}>
              <span>{name}</span>
            </th>
          </tr>
          {rows.map(({ key, ...frame }, at) => (
            <TableRow key={key} {...frame} html={inside?.[starts[k]! + at]} onEmpty={setEmpty} />
          ))}
        </tbody>
      ))}
      {empty && <AskAgain />}
    </>
  )
}

interface TableRowProps extends Omit<RowFrame, 'key'> {
  readonly html: string | undefined
  readonly onEmpty: (empty: true) => void
}

function TableRow({ id, kind, address, mark, html, onEmpty }: TableRowProps) {
  const own = useRef<HTMLTableRowElement>(null)
  const inside = html ?? seen.get(mark)
  const [shown, show] = useState({ mark, html: inside ?? '' })
  const [empty, setEmpty] = useState(false)
  if (shown.mark !== mark || (empty && shown.html === '' && inside !== undefined))
    show({ mark, html: inside ?? '' })
  useEffect(() => {
    const row = own.current
    if (row === null || shown.html !== '') return
    if (row.childElementCount > 0) seen.set(mark, row.innerHTML)
    else {
      setEmpty(true)
      onEmpty(true)
    }
  }, [mark, shown.html, onEmpty])
  return (
    <tr
      ref={own}
      role="row"
      id={id}
      className={rowClasses.row}
      data-kind={kind}
      data-row={address}
      // Without a text of its own a row keeps the one that it has from the document.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: shown.html }}
    />
  )
}

/** Rows that are kept for who goes back. */
const MOST = 2000

/** Insides of rows as they came in a document, by mark: who goes back to it in the browser's history gets its rows without their texts. */
const seen = new RecentMap<string, string>(MOST)

/** Where texts are neither in the page nor kept, they are asked for. */
function AskAgain() {
  const router = useRouter()
  useEffect(() => router.refresh(), [router])
  return null
}
