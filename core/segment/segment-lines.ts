import type { Language, Status, Version } from '../model'
import { bareVersion } from './bare-version'

/**
 * One unit a line: it ends at LF alone, a CR before it is dropped, and a final LF opens no further one. Units are `l0`, `l1`, … of kind
 * body, empty ones included; nothing is recognised or repaired (the byte order mark went
 * when the file was decoded). The empty text has no units.
 */
export function segmentLines(
  text: string,
  options: { readonly language: Language; readonly status: Status },
): Version {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return bareVersion(
    options.language,
    options.status,
    lines.map((line, i) => ({
      address: `l${i}`,
      kind: 'body',
      label: null,
      text: line.replace(/\r$/u, ''),
      marks: [],
      italics: [],
    })),
  )
}
