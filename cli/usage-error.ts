/** An error for the person at the command line: one line, `FILE: reason` or `usage: reason`. */
export class UsageError extends Error {
  constructor(what: string, reason: string) {
    super(oneLine(`${what}: ${reason}`))
    this.name = 'UsageError'
  }
}

/** A message on one line, whatever a file name or a library put into it. */
export function oneLine(message: string): string {
  return message.replace(/\s+/gu, ' ').trim()
}
