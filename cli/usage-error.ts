/** An error for the person at the command line: one line, `FILE: reason` or `usage: reason`. */
export class UsageError extends Error {
  constructor(what: string, reason: string) {
    super(`${what}: ${reason}`)
    this.name = 'UsageError'
  }
}
