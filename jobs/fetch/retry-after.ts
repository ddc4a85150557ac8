/** Milliseconds to wait by a header `Retry-After` (RFC 9110, 10.2.3): seconds, or a date, which is compared with `now` in milliseconds since 1970. Null where it says nothing that can be read. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d{1,9}$/u.test(text)) return Number(text) * 1000
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
