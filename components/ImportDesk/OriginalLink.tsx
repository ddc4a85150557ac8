'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'

/** A way to look at a file as it is, in a tab of its own; what the browser does not show it keeps as a file. Markup is shown as text: as a page it would be one of ours. */
export function OriginalLink({ name, file }: { readonly name: string; readonly file: Blob }) {
  const t = useTranslations()
  const link = useRef<HTMLAnchorElement>(null)
  const type = typeOf(name)
  useEffect(() => {
    const shown = file.type.startsWith('text/plain;') ? file.type : (type ?? '')
    const made = URL.createObjectURL(new Blob([file], { type: shown }))
    if (link.current !== null) link.current.href = made
    return () => URL.revokeObjectURL(made)
  }, [file, type])
  return (
    <a ref={link} {...(type === null ? { download: name } : { target: '_blank', rel: 'noreferrer' })}>
      {t('import.original')}
    </a>
  )
}

/** The type under which a browser shows a file without running anything in it, or null where there is none. */
function typeOf(name: string): string | null {
  if (/\.pdf$/iu.test(name)) return 'application/pdf'
  return /\.(?:txt|text|html?|xhtml|md|markdown|csv|tsv|tmx|xlf|xliff|xml)$/iu.test(name)
    ? 'text/plain'
    : null
}
