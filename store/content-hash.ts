import { createHash } from 'node:crypto'
import type { Paragraph, Version } from '../core/model'

/** The SHA-256 of bytes, 64 hexadecimal digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * The hash of a paragraph's words, 32 hexadecimal digits: spaces of any kind, the two apostrophes and compatible forms of one character make no difference, so that a text that is
 * imported again from another format keeps it.
 */
export function contentHash(text: string): string {
  return sha256(text.normalize('NFKC').replace(/\s+/gu, '').replace(/[’‘]/gu, "'")).slice(0, 32)
}

/** The hash of everything that a version says, marks and heading included: equal only for equal versions. */
export function versionHash(version: Version): string {
  const { symbol, title, status, heading, removed } = version
  const paragraphs = version.paragraphs.map(({ address, kind, label, text, marks, italics }: Paragraph) => [
    address,
    kind,
    label,
    text,
    marks.map(({ at, mark, note }) => [at, mark, note]),
    italics.map(({ from, to }) => [from, to]),
  ])
  return sha256(JSON.stringify([symbol, title, status, heading, removed, paragraphs])).slice(0, 32)
}
