'use client'

import { useEffect, useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react'
import classes from './ImportDesk.module.css'

/** What stands in the field, in the reader's language, which files it takes (`accept` as of an `input`; all unless given; one at a time unless `multiple`), and where they go. `children` stand below. */
export interface DropFieldProps {
  readonly words: { readonly drop: string; readonly choose: string; readonly limit: string }
  readonly accept?: string
  readonly multiple?: boolean
  readonly className?: string
  readonly take: (files: readonly File[]) => void
  readonly children?: ReactNode
}

/** Where files are dropped, chosen or pasted. */
export function DropField({ words, accept, multiple = false, className, take, children }: DropFieldProps) {
  const [over, setOver] = useState(false)
  const takeSome = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    if (files.length > 0) take(files)
  }

  // What misses the field by an inch must not take the browser away from the page.
  useEffect(() => {
    const keep = (event: globalThis.DragEvent) => event.preventDefault()
    window.addEventListener('dragover', keep)
    window.addEventListener('drop', keep)
    return () => {
      window.removeEventListener('dragover', keep)
      window.removeEventListener('drop', keep)
    }
  }, [])

  return (
    <section
      className={[classes.drop, className].join(' ').trim()}
      data-over={over ? '' : undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        takeSome(event.dataTransfer.files)
      }}
      onPaste={(event: ClipboardEvent) => takeSome(event.clipboardData.files)}
    >
      <p>
        {words.drop}{' '}
        <label className={classes.choose}>
          <input
            type="file"
            accept={accept}
            multiple={multiple}
            onChange={({ currentTarget }) => {
              takeSome(currentTarget.files)
              // So that the very same file can be chosen again.
              currentTarget.value = ''
            }}
          />
          <span>{words.choose}</span>
        </label>
      </p>
      <p className={classes.hint}>{words.limit}</p>
      {children}
    </section>
  )
}
