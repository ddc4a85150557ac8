'use client'

import { useEffect, useRef, useState } from 'react'
import { copyText } from './copy-text'
import { closeNote, openNote, stepFinding, stepTerm } from './find-marks'
import { keepMarks } from './keep-marks'
import classes from './ReadingDesk.module.css'

/** What the desk says after copying, in the reader's language. */
export interface ReadingDeskProps {
  readonly copied: string
  readonly copyFailed: string
}

/**
 * The one piece of script that the reading view's text needs: listeners for the whole page that open notes, light up what belongs together, step
 * through findings and copy rows. It draws nothing but the line that says a row was copied.
 */
export function ReadingDesk({ copied, copyFailed }: ReadingDeskProps) {
  const [message, setMessage] = useState('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const say = (text: string) => {
      setMessage(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setMessage(''), 2500)
    }
    const copy = (row: Element) => {
      const done = navigator.clipboard?.writeText(copyText(row)) ?? Promise.reject(new Error('no clipboard'))
      done.then(
        () => say(copied),
        () => say(copyFailed),
      )
    }
    const onClick = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (target === null || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      const link = target.closest<HTMLElement>('a[data-f]')
      if (link !== null) {
        event.preventDefault()
        openNote(link, true)
        return
      }
      const button = target.closest<HTMLElement>('[data-copy], [data-step], [data-close], [data-print]')
      const row = button?.dataset.copy === undefined ? null : button.closest('[data-row]')
      if (row !== null) copy(row)
      else if (button?.dataset.step !== undefined) stepFinding(Number(button.dataset.step), false)
      else if (button?.dataset.close !== undefined) closeNote()
      else if (button?.dataset.print !== undefined) window.print()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target))
        return
      const key = latinKey(event)
      if (key === 'escape') closeNote()
      else if (key === 'n') stepFinding(1, true)
      else if (key === 'p') stepFinding(-1, true)
      else if (key === 't') stepTerm(event.shiftKey ? -1 : 1)
      else if (key === 'c') {
        const row = (
          document.activeElement?.closest('[data-row]') ?? document.querySelector('[data-current]')
        )?.closest('[data-row]')
        if (row != null) copy(row)
      } else return
      if (key !== 'escape') event.preventDefault()
    }
    const onPoint = (event: Event) => {
      lightUp(event.target instanceof Element ? event.target : null)
    }
    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerover', onPoint)
    document.addEventListener('focusin', onPoint)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerover', onPoint)
      document.removeEventListener('focusin', onPoint)
      clearTimeout(timer.current)
    }
  }, [copied, copyFailed])

  useEffect(() => {
    const reading = document.getElementById('reading')
    return reading === null ? undefined : keepMarks(reading)
  }, [])

  return (
    <p role="status" className={classes.message} data-shown={message === '' ? undefined : ''}>
      {message}
    </p>
  )
}

/** True where a letter is text and not a command. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="radio"]), textarea, select'))
  )
}

/** The key by its letter, or by its place on the keyboard where the layout has no Latin letters, in lower case. */
function latinKey({ key, code }: KeyboardEvent): string {
  const name = key.length === 1 && !/\p{Script=Latin}/u.test(key) ? code.replace(/^Key/u, '') : key
  return name.toLowerCase()
}

/** Lights the concept and the finding that are pointed at, in every column of the row or page, and nothing else. */
function lightUp(target: Element | null): void {
  const reading = document.getElementById('reading')
  if (reading === null) return
  const concepts = target?.closest('[data-concept]')?.getAttribute('data-concept')?.split(' ') ?? []
  const row = target?.closest('[data-row]')
  const numbers = target?.closest('[data-f]')?.getAttribute('data-f')?.split(' ') ?? []
  const lit = new Set<Element>([
    ...concepts.flatMap((id) => [...(row?.querySelectorAll(`[data-concept~="${CSS.escape(id)}"]`) ?? [])]),
    ...numbers.flatMap((number) => [...reading.querySelectorAll(`[data-f~="${number}"]`)]),
  ])
  for (const old of reading.querySelectorAll('[data-lit]')) if (!lit.has(old)) old.removeAttribute('data-lit')
  for (const element of lit) element.setAttribute('data-lit', '')
}
