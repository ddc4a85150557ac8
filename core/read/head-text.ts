/** Bytes at the beginning of a file that tell its type. */
const HEAD = 4096

/** The beginning of a file as text, as far as its type needs it: bytes in pairs where a mark or zeros say UTF-16, else UTF-8 with whatever is not valid replaced. Never throws. */
export function headText(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD)
  const [a = 0, b = 0] = head
  const little = (a === 0xff && b === 0xfe) || (a !== 0 && b === 0)
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b !== 0)
  return new TextDecoder(little ? 'utf-16le' : big ? 'utf-16be' : 'utf-8').decode(head)
}

/** The name of an XML text's first element, without its prefix, or null where the text does not begin as XML does. */
export function rootName(text: string): string | null {
  const head =
    /^\s*(?:<\?[^>]{0,2000}\?>\s*|<!--[^]{0,2000}?-->\s*|<!DOCTYPE[^>[]{0,500}>\s*)*<(?:[\w.-]{1,40}:)?([\w.-]{1,60})/iu
  return head.exec(text.slice(0, HEAD))?.[1] ?? null
}
