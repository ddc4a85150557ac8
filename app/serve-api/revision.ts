import { Problem } from './problem'

/** A revision as an entity tag. */
export function revisionTag(revision: number): string {
  return `"${revision}"`
}

/** The revision that a request has seen: `If-Match: "3"`, `"0"` or `If-None-Match: *` for none. Throws a Problem where it says nothing or something else. */
export function readRevision(request: Request): number {
  const seen = request.headers.get('if-match')
  if (seen === null && request.headers.get('if-none-match')?.trim() === '*') return 0
  if (seen === null) throw new Problem('revision-required')
  const [, number] = /^\s*"(\d{1,9})"\s*$/u.exec(seen) ?? []
  if (number === undefined)
    throw new Problem('bad-header', { errors: [{ name: 'If-Match', message: '"0", "1", …' }] })
  return Number(number)
}

/** Whether an entity tag is among those that a request has (RFC 9110, weak comparison). */
export function isKnown(request: Request, tag: string): boolean {
  const given = request.headers.get('if-none-match')
  if (given === null) return false
  const bare = (text: string) => text.trim().replace(/^W\//u, '')
  return given.trim() === '*' || given.split(',').some((one) => bare(one) === bare(tag))
}
