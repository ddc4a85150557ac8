/** The header that makes a download of an answer. Both spellings of the file's name: a plain one for old programs, and RFC 5987's for the rest. */
export function contentDisposition(name: string): string {
  const plain = name.replace(/[^A-Za-z0-9.()_-]/gu, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
