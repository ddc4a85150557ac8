'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DropField } from './DropField'
import classes from './ImportDesk.module.css'

/** The limit of a file in megabytes, and where files go. */
export interface FileDropProps {
  readonly limit: number
  readonly add: (files: readonly { readonly name: string; readonly file: Blob }[]) => void
}

/** Where files are dropped, chosen or pasted, and a text is pasted. */
export function FileDrop({ limit, add }: FileDropProps) {
  const t = useTranslations()
  const [text, setText] = useState('')
  const [pasted, setPasted] = useState(1)
  const addText = (words: string) => {
    if (words.trim() === '') return
    const name = `${t('import.pasted', { number: pasted })}.txt`
    add([{ name, file: new File([words], name, { type: 'text/plain;charset=utf-8' }) }])
    setPasted(pasted + 1)
    setText('')
  }

  return (
    <DropField
      words={{ drop: t('import.drop'), choose: t('import.choose'), limit: t('import.limit', { limit }) }}
      multiple
      take={(files) => add(files.map((file) => ({ name: file.name, file })))}
    >
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
    </DropField>
  )
}
