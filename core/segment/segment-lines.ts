import type { HeadingData, Language, Status, Version } from '../model'

const NO_HEADING: HeadingData = {
  organ: null,
  distributed: null,
  adopted: null,
  session: null,
  agendaItem: null,
  origin: [],
  number: null,
  meeting: null,
}

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
  return {
    language: options.language,
    symbol: null,
    title: null,
    status: options.status,
    heading: NO_HEADING,
    paragraphs: lines.map((line, i) => ({
      address: `l${i}`,
      kind: 'body',
      label: null,
      text: line.replace(/\r$/u, ''),
      marks: [],
      italics: [],
    })),
    removed: [],
  }
}
