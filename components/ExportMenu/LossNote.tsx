'use client'

import { useEffect, useRef, useState } from 'react'
import classes from './ExportMenu.module.css'
import type { LossesAnswer } from './losses-answer'

/** After a download from the menu around it: what of the table is not in the file. Links and forms stay what they are; without script nothing is told. */
export function LossNote() {
  const note = useRef<HTMLDivElement>(null)
  const [files, setFiles] = useState<LossesAnswer['files']>([])
  useEffect(() => {
    const menu = note.current?.parentElement
    let asked = new AbortController()
    const ask = async (address: URL) => {
      asked.abort()
      const own = (asked = new AbortController())
      setFiles([])
      address.searchParams.set('losses', '1')
      const answer = await fetch(address, { signal: own.signal })
        .then((response) => (response.ok ? (response.json() as Promise<LossesAnswer>) : null))
        .catch(() => null)
      if (!own.signal.aborted) setFiles(answer?.files ?? [])
    }
    const onClick = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[download]') : null
      if (link !== null) void ask(new URL(link.href))
    }
    const onSubmit = ({ target }: Event) => {
      if (!(target instanceof HTMLFormElement)) return
      const address = new URL(target.action)
      for (const [name, value] of new FormData(target))
        if (typeof value === 'string') address.searchParams.set(name, value)
      void ask(address)
    }
    menu?.addEventListener('click', onClick)
    menu?.addEventListener('submit', onSubmit)
    return () => {
      asked.abort()
      menu?.removeEventListener('click', onClick)
      menu?.removeEventListener('submit', onSubmit)
    }
  }, [])
  return (
    <div ref={note} role="status" className={classes.losses}>
      {files.map(({ title, lines }) => (
        <div key={title}>
          <p>{title}</p>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
