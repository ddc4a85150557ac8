import { UN_LANGUAGES, type HeadingData, type Language, type Paragraph, type Removed } from '../model'
import { findMentions } from '../text/find-mentions'
import { halfWidth } from '../text/half-width'
import { readOrdinalWords } from '../text/read-ordinal-words'
import { toRoman, westernDigits } from '../text/ordinals'
import { readSymbolLine } from '../text/read-symbol-line'
import { readHead, readMeeting } from './read-head'
import {
  AGENDA_ITEM,
  AT_MEETING,
  DECISION_LINE,
  ORGANS,
  ORGAN_PREFIX,
  RESOLUTION_LINE,
  RESOLUTION_NUMBER,
} from './wording'

/** Longest line that can be nothing but a date. */
const LONGEST_DATE = 60

/** The shape of a date line in the six languages: day, one or two month names, year; the Chinese order; the American order. */
const DATE_LINE =
  /^(?:(?:le\s|el\s)?\d{1,2}(?:\s?er|º|°|\.)?[\s-](?:de\s)?\p{L}[\p{L}\p{M}]*\.?(?:[\s/]+\p{L}[\p{L}\p{M}]*){0,3}[\s,،]+(?:de\s|del\s)?\d{4}(?:\s?(?:года|г\.|م))?|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|\p{L}+\s\d{1,2},\s\d{4})[.،,]?$/iu

/** A draft's symbol in the bracket of the heading. */
const ORIGIN_SYMBOL =
  /(?<![\w/])[A-Z]{1,4}(?:\/(?:[A-Z]{1,4}\.)?[A-Z0-9][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)*){1,6}(?![\w/])/gu

/** Whether a line is a date and nothing else, in any of the six languages. */
export function isDateLine(text: string): boolean {
  return (
    text.length <= LONGEST_DATE && DATE_LINE.test(westernDigits(text.replace(/[\u200E\u200F]/gu, '').trim()))
  )
}

/** The first whole date of a text. The heads of Arabic, Chinese and Russian documents print English dates. */
function readDate(text: string, language: Language): string | null {
  for (const each of [language, ...UN_LANGUAGES]) {
    const date = findMentions(text, each).find(
      ({ kind, value }) => kind === 'date' && /^\d{4}-\d{2}-\d{2}$/u.test(value),
    )
    if (date !== undefined) return date.value
  }
  return null
}

function readAgendaItem(headings: readonly Paragraph[]): HeadingData['agendaItem'] {
  for (const [i, { text }] of headings.entries()) {
    for (const pattern of AGENDA_ITEM) {
      const match = pattern.exec(westernDigits(text))
      const number = match?.[1]?.trim()
      if (number === undefined) continue
      const next = headings[i + 1]
      const titled = next !== undefined && readHead(next.text) === null && !next.text.startsWith('[')
      return { number, title: match?.[2]?.trim() ?? (titled ? next.text : null) }
    }
  }
  return null
}

function readOrigin(headings: readonly Paragraph[]): string[] {
  const line = headings.find(({ text }) => /^[[［（(【]/u.test(text) && /[A-Z]\/[\w./-]*\d/u.test(text))
  return [...new Set(line?.text.match(ORIGIN_SYMBOL) ?? [])]
}

function organOf(text: string): { readonly name: string; readonly symbol: string } | null {
  const printed = text.replace(new RegExp(`^${ORGAN_PREFIX}`, 'iu'), '').replace(/[\s,،，:：、]+$/u, '')
  const name = printed.replace(/’/gu, "'")
  const organ = ORGANS.find(({ names }) => names.some((each) => each.toLowerCase() === name.toLowerCase()))
  return organ === undefined ? null : { name: printed, symbol: organ.symbol }
}

function printedNumber(text: string): string | undefined {
  const plain = halfWidth(text)
  return RESOLUTION_LINE.exec(plain)?.[1] ?? DECISION_LINE.exec(plain)?.[1]
}

/** The number of a resolution as printed before its title, its white space made plain. */
function readNumber(paragraphs: readonly Paragraph[]): string | null {
  const title = paragraphs.find(({ kind }) => kind === 'title')
  const lines = paragraphs.filter(({ kind }) => kind === 'title' || kind === 'heading')
  const printed =
    RESOLUTION_NUMBER.exec(halfWidth(title?.label ?? ''))?.[1] ??
    lines.map(({ text }) => printedNumber(text)).find((number) => number !== undefined)
  return printed === undefined ? null : westernDigits(printed).replace(/\s+/gu, ' ').trim()
}

/** How far into a decision its meeting and date stand. */
const LONGEST_OPENING = 160

function meetingOf(text: string | undefined): number | null {
  if (text === undefined) return null
  return readMeeting(text) ?? (AT_MEETING.test(text) ? readOrdinalWords(AT_MEETING.exec(text)![0]) : null)
}

/** What the lines above the title and the closing line say; null, or an empty list, for what they do not say. */
export function readHeading(paragraphs: readonly Paragraph[], language: Language): HeadingData {
  const headings = paragraphs.filter(({ kind, address }) => kind === 'heading' && address.startsWith('h'))
  const closing = paragraphs.find(({ kind }) => kind === 'closing')
  const heads = headings.map(({ text }) => readHead(text)?.type ?? null)
  const adoptedLine = headings[heads.indexOf('adopted')]
  const dated = headings.find(
    ({ text }, i) => isDateLine(text) || (heads[i] === 'distribution' && /\d{4}/u.test(text)),
  )
  const session = headings[heads.indexOf('session')]
  // A decision says itself at which meeting it was taken, before anything else.
  const opening = paragraphs.find(({ kind }) => kind === 'operative')?.text ?? ''
  const decided = AT_MEETING.test(opening) ? opening.slice(0, LONGEST_OPENING) : undefined
  const organ = [...headings, ...paragraphs.filter(({ kind }) => kind === 'enacting')]
    .map(({ text }) => organOf(text))
    .find((each) => each !== null)
  const date = (text: string | undefined) => (text === undefined ? null : readDate(text, language))
  return {
    organ: organ?.name ?? null,
    distributed: date(dated?.text),
    adopted: date(adoptedLine?.text) ?? date(closing?.text) ?? date(decided),
    session: session === undefined ? null : readOrdinalWords(session.text),
    agendaItem: readAgendaItem(headings),
    origin: readOrigin(headings),
    number: readNumber(paragraphs),
    meeting: [closing?.text, decided, adoptedLine?.text].map(meetingOf).find((each) => each !== null) ?? null,
  }
}

/**
 * The symbol of a version: the one that a line of its heading or a running head prints, else the one made from its organ and number
 * (`A/RES/76/299`, `A/RES/217(III)` for `217 A (III)`; `DEC` in its place for a decision), or null.
 */
export function readSymbol(
  paragraphs: readonly Paragraph[],
  removed: readonly Removed[],
  heading: HeadingData,
  kind: 'RES' | 'DEC' = 'RES',
): string | null {
  const printed =
    paragraphs
      .filter(({ kind }) => kind === 'heading')
      .map(({ text }) => readSymbolLine(text))
      .find((symbol) => symbol !== null) ??
    removed
      .filter(({ kind }) => kind === 'running-head')
      .map(({ text }) => readSymbolLine(text))
      .find((symbol) => symbol !== null)
  if (printed !== undefined && printed !== null) return printed
  const organ = heading.organ === null ? null : organOf(heading.organ)
  if (organ === null || heading.number === null) return null
  const series = organ.symbol.replace('RES', kind)
  const session = /^(\d{1,4})\s?.*?\(\s?(?:د(?:إ|أ)?\s?[-–]\s?(\d{1,3})|([IVXLCSE-]+))\s?\)$/u.exec(
    heading.number,
  )
  const old =
    session?.[3] ?? (session?.[2] === undefined ? undefined : toRoman(Number(session[2])).toUpperCase())
  if (session?.[1] !== undefined && old !== undefined) return `${series}${session[1]}(${old})`
  return `${series}${heading.number.replace(/(?<=\d)\s(?=[A-Z]$)/u, '')}`
}
