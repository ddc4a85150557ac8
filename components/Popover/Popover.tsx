import type { ReactNode } from 'react'
import classes from './Popover.module.css'

/**
 * A button with its label, and what it opens; `name` describes the opened part to those who do not see it. With `inline` the button is there only
 * where the line is too short: else what it would open stands in its place. `chosen` shows that something in it is switched on.
 */
export interface PopoverProps {
  readonly id: string
  readonly label: ReactNode
  readonly name: string
  readonly align?: 'start' | 'end'
  readonly inline?: boolean
  readonly chosen?: boolean
  readonly children: ReactNode
}

/** A button that opens a small panel under it. The browser does it all: opening, Escape, a click outside, and the way back of the focus. */
export function Popover({ id, label, name, align = 'start', inline, chosen, children }: PopoverProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={classes.button}
        aria-label={name}
        data-inline={inline ? '' : undefined}
        data-chosen={chosen ? '' : undefined}
      >
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        role="group"
        aria-label={name}
        className={classes.panel}
        data-align={align}
        data-inline={inline ? '' : undefined}
      >
        {children}
      </div>
    </>
  )
}
