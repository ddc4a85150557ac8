'use client'

import { UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import classes from './SchemeToggle.module.css'

/** Changes between light and dark; until it is used, the system decides. Which sign shows is the style sheet's affair, so nothing flickers. */
export function SchemeToggle({ label }: { readonly label: string }) {
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true })
  return (
    <UnstyledButton
      className={classes.toggle}
      aria-label={label}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="5.5" />
        <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" />
      </svg>
    </UnstyledButton>
  )
}
