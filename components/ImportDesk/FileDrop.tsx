'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState, type ClipboardEvent, type DragEvent } from 'react'
import classes from './ImportDesk.module.css'

/** The limit of a file in megabytes, and where files go. */
export interface FileDropProps {
  readonly limit: number
  readonly add: (files: readonly { readonly name: string; readonly file: Blob }[]) => void
}

/** Where files are dropped, chosen or pasted, and a text is pasted. */
export function FileDrop({ limit, add }: FileDropProps) {
  const t = useTranslations()
  const [over, setOver] = useState(false)
  const [text, setText] = useState('')
  const [pasted, setPasted] = useState(1)
  const addFiles = (files: FileList | null) => {
    if (files !== null && files.length > 0) add([...files].map((file) => ({ name: file.name, file })))
  }
  const addText = (words: string) => {
    if (words.trim() === '') return
    const name = `${t('import.pasted', { number: pasted })}.txt`
    add([{ name, file: new File([words], name, { type: 'text/plain;charset=utf-8' }) }])
    setPasted(pasted + 1)
    setText('')
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
      className={classes.drop}
      data-over={over ? '' : undefined}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        addFiles(event.dataTransfer.files)
      }}
      onPaste={(event: ClipboardEvent) => addFiles(event.clipboardData.files)}
    >
      <p>
        {t('import.drop')}{' '}
        <label className={classes.choose}>
          <input
            type="file"
            multiple
            onChange={({ currentTarget }) => {
              addFiles(currentTarget.files)
              // So that the very same file can be chosen again.
              currentTarget.value = ''
            }}
          />
          <span>{t('import.choose')}</span>
        </label>
      </p>
      <p className={classes.hint}>{t('import.limit', { limit })}</p>
      <details>
        <summary>{t('import.paste')}</summary>
        <label className={classes.field}>
          <span>{t('import.pasteField')}</span>
          <textarea
            dir="auto"
            rows={7}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
        </label>
        <button type="button" disabled={text.trim() === ''} onClick={() => addText(text)}>
          {t('import.pasteAdd')}
        </button>
      </details>
    </section>
  )
}
