import type { HeadingData, Language, Paragraph, Status, Version } from '../model'

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

/** A version that is nothing but its paragraphs: no symbol, no title, no heading data, nothing removed. */
export function bareVersion(language: Language, status: Status, paragraphs: readonly Paragraph[]): Version {
  return { language, symbol: null, title: null, status, heading: NO_HEADING, paragraphs, removed: [] }
}
