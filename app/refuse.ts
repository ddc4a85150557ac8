/** An answer that says why something was not done: `{code, message, …}`, the message in the reader's language. */
export function refuse(status: number, code: string, message: string, more: object = {}): Response {
  return Response.json({ code, message, ...more }, { status, headers: { 'cache-control': 'no-store' } })
}
