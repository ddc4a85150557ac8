'use client'

import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { writeQuery } from '../ReadingView/view-query'
import { keepPlace } from './keep-place'

/** Where the link leads, which values of the address it sets, and whether it fetches a file. */
export interface QueryLinkProps {
  readonly path: string
  readonly set: Readonly<Record<string, string>>
  readonly file?: boolean
  readonly label?: string
  readonly className?: string
  readonly children: ReactNode
}

/** A link that carries the address's other values along, so that choosing a version keeps the chosen kinds of finding, and a file has both. When it goes away while it has the focus, the focus stays near. */
export function QueryLink({ path, set, file = false, label, className, children }: QueryLinkProps) {
  const link = useRef<HTMLAnchorElement>(null)
  useLayoutEffect(() => {
    const own = link.current
    return () => {
      if (own !== null && own === document.activeElement) keepPlace(own)
    }
  }, [])
  const query = writeQuery({ ...Object.fromEntries(useSearchParams()), ...set })
  if (file) {
    return (
      <a href={`${path}${query}`} download aria-label={label} className={className}>
        {children}
      </a>
    )
  }
  return (
    <Link
      ref={link}
      href={`${path}${query}`}
      prefetch={false}
      scroll={false}
      aria-label={label}
      className={className}
    >
      {children}
    </Link>
  )
}
