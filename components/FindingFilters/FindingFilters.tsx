'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, type MouseEvent } from 'react'
import type { FindingCode } from '../../core/model'
import { Popover } from '../Popover/Popover'
import { readCodes, readOpen, writeQuery } from '../ReadingView/view-query'
import classes from './FindingFilters.module.css'

/** The kinds that occur on the page with their counts, and all words, already in the reader's language. */
export interface FindingFiltersProps {
  readonly label: string
  readonly all: string
  /** Says how many are still open; null where nothing can be settled. */
  readonly open?: string | null
  readonly kinds: readonly {
    readonly code: FindingCode
    readonly name: string
    readonly count: string
    readonly spoken: string
  }[]
}

/**
 * Counts by kind, each a switch: what is switched on is shown, nothing switched on shows all. The address keeps the choice, and switching a kind
 * on goes to the first finding of it. Where the line is too short they stand in a panel, whose button says what is shown. Without script these are
 * plain links.
 */
export function FindingFilters({ label, all, open = null, kinds }: FindingFiltersProps) {
  const params = useSearchParams()
  const path = usePathname()
  const active = readCodes(params.get('codes'))
  const openOnly = open !== null && readOpen(params.get('open'))
  const chosen = active.join(' ')
  // The marks change with what is settled too.
  useEffect(() => showOnly(chosen, openOnly))

  const hrefOf = (codes: readonly FindingCode[], only = openOnly) =>
    `${path}${writeQuery({ ...Object.fromEntries(params), codes, open: only ? '1' : '' })}`
  const choose = (href: string, goTo: FindingCode | null) => (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    window.history.replaceState(null, '', href)
    if (goTo !== null) goToFirst(goTo)
  }

  const names = kinds.filter(({ code }) => active.includes(code)).map(({ name }) => name)
  const parts = [...(openOnly && open !== null ? [open] : []), ...names]
  const shown = parts.length === 0 ? all : parts.join(' · ')
  const links = (
    <nav className={classes.filters} aria-label={label}>
      <a
        href={hrefOf([], false)}
        onClick={choose(hrefOf([], false), null)}
        aria-current={active.length === 0 && !openOnly ? 'true' : undefined}
        className={classes.all}
      >
        {all}
      </a>
      {open !== null && (
        <a
          href={hrefOf(active, !openOnly)}
          onClick={choose(hrefOf(active, !openOnly), null)}
          aria-current={openOnly ? 'true' : undefined}
          className={classes.open}
        >
          {open}
        </a>
      )}
      {kinds.map(({ code, name, count, spoken }) => {
        const on = active.includes(code)
        const next = on ? active.filter((own) => own !== code) : [...active, code]
        return (
          <a
            key={code}
            href={hrefOf(next)}
            onClick={choose(hrefOf(next), on ? null : code)}
            aria-current={on ? 'true' : undefined}
            aria-label={spoken}
            className={classes.kind}
            data-kind={code}
          >
            <span>{name}</span> <b>{count}</b>
          </a>
        )
      })}
    </nav>
  )
  if (kinds.length === 0) return links
  return (
    <Popover id="kinds" name={shown} label={<span>{shown}</span>} inline chosen={parts.length > 0}>
      {links}
    </Popover>
  )
}

/** Tells the style sheet which kinds to show, and whether only open ones, and takes what it hides out of the tab order. */
function showOnly(codes: string, openOnly: boolean): void {
  const reading = document.getElementById('reading')
  if (reading === null) return
  if (codes === '') reading.removeAttribute('data-only')
  else reading.setAttribute('data-only', codes)
  if (openOnly) reading.setAttribute('data-only-open', '')
  else reading.removeAttribute('data-only-open')
  const shown = codes.split(' ')
  for (const link of reading.querySelectorAll<HTMLElement>('a[data-f]')) {
    const hidden =
      (codes !== '' && !shown.includes(link.dataset.code ?? '')) ||
      (openOnly && link.dataset.settled !== undefined)
    if (hidden) link.setAttribute('tabindex', '-1')
    else link.removeAttribute('tabindex')
  }
}

function goToFirst(code: FindingCode): void {
  const reading = document.getElementById('reading')
  const first = reading?.querySelector<HTMLElement>(`a[data-f][data-code="${code}"]`)
  if (reading == null || first == null) return
  for (const old of reading.querySelectorAll('[data-current]')) old.removeAttribute('data-current')
  first.setAttribute('data-current', first.dataset.f?.split(' ')[0] ?? '')
  first.scrollIntoView({ block: 'center' })
}
