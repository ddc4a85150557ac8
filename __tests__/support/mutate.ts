import { pick } from './random'

type Mutation = (bytes: Uint8Array, random: () => number, other: Uint8Array) => Uint8Array

const join = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const chunk = (bytes: Uint8Array, random: () => number, longest: number): Uint8Array => {
  const from = pick(random, Math.max(1, bytes.length))
  return bytes.subarray(from, from + 1 + pick(random, longest))
}

const insert = (bytes: Uint8Array, random: () => number, part: Uint8Array): Uint8Array => {
  const at = pick(random, bytes.length + 1)
  return join(bytes.subarray(0, at), part, bytes.subarray(at))
}

/** Pieces that formats trip over: marks of order, halves of characters, NUL, entities, tags and labels left open. */
const NASTY = [
  '\0', '\uFEFF', '\u202E', '\uFFFD', '\f', '\r', '"', '<', '&', '&#0;', '&#xD800;', '&#9999999999;', '<![CDATA[', ']]>', '<!--', '-->', '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<table><tr><td colspan=9999999 rowspan=9999999>', '</td></tr></table>', '<ol start=-999999999>', '<sup><a href="#_ftn1">', '<tuv xml:lang="x">', '[^', '^{', '**', '| - |', '\n1.', '(a)', '¹',
] // prettier-ignore

const flip: Mutation = (bytes, random) => {
  const out = bytes.slice()
  for (let n = 1 + pick(random, 12); n > 0 && out.length > 0; n -= 1)
    out[pick(random, out.length)]! ^= 1 << pick(random, 8)
  return out
}

const truncate: Mutation = (bytes, random) =>
  random() < 0.5
    ? bytes.subarray(0, pick(random, bytes.length + 1))
    : bytes.subarray(pick(random, bytes.length + 1))

const splice: Mutation = (bytes, random, other) =>
  join(bytes.subarray(0, pick(random, bytes.length + 1)), other.subarray(pick(random, other.length + 1)))

const duplicate: Mutation = (bytes, random) => {
  let out = bytes
  const part = chunk(bytes, random, 2000)
  for (let n = 1 + pick(random, random() < 0.1 ? 200 : 8); n > 0; n -= 1) out = insert(out, random, part)
  return out
}

const remove: Mutation = (bytes, random) => {
  const from = pick(random, bytes.length + 1)
  return join(bytes.subarray(0, from), bytes.subarray(from + pick(random, 2000)))
}

const put: Mutation = (bytes, random) => {
  let out = bytes
  for (let n = 1 + pick(random, 10); n > 0; n -= 1) {
    const piece = NASTY[pick(random, NASTY.length)]!.repeat(random() < 0.1 ? 1 + pick(random, 500) : 1)
    out = insert(out, random, new TextEncoder().encode(piece))
  }
  return out
}

/** The bytes as if they were in another encoding: every one a character of Latin-1, or two of them one of UTF-16. */
const recode: Mutation = (bytes, random) => {
  const text = new TextDecoder(['utf-8', 'windows-1251', 'gb18030', 'utf-16le'][pick(random, 4)]).decode(
    bytes,
  )
  if (random() < 0.5) return new TextEncoder().encode(text)
  const wide = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i += 1)
    new DataView(wide.buffer).setUint16(i * 2, text.charCodeAt(i), random() < 0.5)
  return wide
}

const overwrite: Mutation = (bytes, random, other) => {
  const part = chunk(other, random, 300)
  const at = pick(random, bytes.length + 1)
  return join(bytes.subarray(0, at), part, bytes.subarray(at + part.length))
}

/** A mutated text whose bytes are characters again, so that what is broken in it is its words and its markup; other files as they are. */
export function mended(bytes: Uint8Array, seed: Uint8Array): Uint8Array {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(seed)
  } catch {
    return bytes
  }
  return new TextEncoder().encode(new TextDecoder('utf-8').decode(bytes))
}

/** What is done to a file, by name. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip,
  truncate,
  splice,
  duplicate,
  remove,
  put,
  recode,
  overwrite,
}
