import { InputError, type PlainDocument } from '../model'
import { decodeBytes } from './decode-bytes'
import { readHtml } from './read-html'

/** Parts of a part, at most: a page is two or three deep. */
const DEEPEST = 8

/** The header's field, its continuation lines joined, or the empty string. */
function field(head: string, name: string): string {
  const lines = head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)
  return lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1).trim() ?? ''
}

function parameter(value: string, name: string): string {
  return new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]*))`, 'iu').exec(value)?.slice(1).find((each) => each !== undefined) ?? ''
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)
}

/** Bytes as RFC 2045 writes them in a part's body. Throws InputError `damaged` for what is no base64. */
function unpack(body: string, encoding: string): Uint8Array {
  if (/^quoted-printable$/iu.test(encoding))
    return bytesOf(
      body
        .replace(/=[ \t]*\r?\n/gu, '')
        .replace(/=([0-9A-F]{2})/giu, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    )
  if (!/^base64$/iu.test(encoding)) return bytesOf(body)
  try {
    return bytesOf(atob(body.replace(/[^A-Za-z0-9+/=]/gu, '')))
  } catch {
    throw new InputError('damaged', 'MHTML')
  }
}

/** The first part that is HTML, its bytes and the encoding that its header names; null where there is none. */
function findHtml(part: string, depth: number): { readonly bytes: Uint8Array; readonly charset: string } | null {
  const cut = /\r?\n\r?\n/u.exec(part)
  const head = part.slice(0, cut?.index ?? part.length)
  const body = cut === null ? '' : part.slice(cut.index + cut[0].length)
  const type = field(head, 'content-type')
  if (/^text\/html\b|^application\/xhtml\+xml\b/iu.test(type))
    return { bytes: unpack(body, field(head, 'content-transfer-encoding')), charset: parameter(type, 'charset') }
  const boundary = parameter(type, 'boundary')
  if (!/^multipart\//iu.test(type) || boundary === '' || depth >= DEEPEST) return null
  for (const each of body.split(`--${boundary}`).slice(1)) {
    const found = findHtml(each.replace(/^[ \t]*\r?\n/u, ''), depth + 1)
    if (found !== null) return found
  }
  return null
}

/** Whether a file begins as a page does that a browser saved in one file: the header of a message of several parts. */
export function isMhtml(head: string): boolean {
  return /^(?:[A-Za-z-]{1,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n)*){0,20}content-type:\s*multipart\/related/iu.test(head)
}

/** Reads a page that a browser saved in one file (MHTML, RFC 2557): its first part that is HTML, as readHtml does. Throws InputError `damaged` where there is none, and what decodeBytes throws. */
export function readMhtml(bytes: Uint8Array): PlainDocument {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 32_768)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 32_768)))
  const html = findHtml(parts.join(''), 0)
  if (html === null) throw new InputError('damaged', 'MHTML')
  // The part's header comes before what the page says of itself.
  const declared = bytesOf(html.charset === '' ? '' : `<meta charset="${html.charset}">`)
  const whole = new Uint8Array(declared.length + html.bytes.length)
  whole.set(declared)
  whole.set(html.bytes, declared.length)
  const { text, encoding, notices } = decodeBytes(whole)
  const document = readHtml(text)
  return { ...document, encoding, notices: [...notices, ...(document.notices ?? [])] }
}
