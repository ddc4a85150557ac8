/** Signals that ask the program to end, and the exit codes that say so: 128 and the signal's number. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

/** Signals while they are caught: `signal` is aborted by the first; `code` then gives the exit code, before that null. */
export interface CaughtSignals {
  readonly signal: AbortSignal
  code(): number | null
  release(): void
}

/**
 * Catches the signals that ask the program to end, until released, so that it can end cleanly. Repeats change nothing: npm and npx hand on the interrupt
 * that the terminal has sent to everybody already.
 */
export function catchSignals(): CaughtSignals {
  const controller = new AbortController()
  let code: number | null = null
  const names = Object.keys(CODES) as readonly (keyof typeof CODES)[]
  const onSignal = (name: NodeJS.Signals) => {
    code ??= names.some((own) => own === name) ? CODES[name as keyof typeof CODES] : null
    controller.abort()
  }
  for (const name of names) process.on(name, onSignal)
  return {
    signal: controller.signal,
    code: () => code,
    release: () => names.forEach((name) => process.off(name, onSignal)),
  }
}
