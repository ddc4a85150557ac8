import type { HeadingData, Language, Mention, Paragraph, Removed } from '../model'
import { findMentions } from '../text/find-mentions'
import { readArabicOrdinal, readHanNumber, toRoman, westernDigits } from '../text/ordinals'
import { readSymbolLine } from '../text/read-symbol-line'
import { readHead, readMeeting } from './read-head'
import { AGENDA_ITEM, ORGANS, ORGAN_PREFIX, RESOLUTION_LINE, RESOLUTION_NUMBER } from './wording'

/** Longest line that can be nothing but a date. */
const LONGEST_DATE = 60

function mentions(text: string, kind: Mention['kind'], language: Language): Mention[] {
  return findMentions(text, language).filter((mention) => mention.kind === kind)
}

function letters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
}

function fullDate(text: string, language: Language): Mention | null {
  return mentions(text, 'date', language).find(({ value }) => /^\d{4}-\d{2}-\d{2}$/u.test(value)) ?? null
}

/** Whether a line is a date and nothing else, in any of the six languages. */
export function isDateLine(text: string): boolean {
  if (text.length > LONGEST_DATE || !/[0-9٠-٩]{4}/u.test(text)) return false
  return ['fr', 'ar', 'zh'].some((language) => {
    const date = fullDate(text, language)
    return date !== null && letters(text.slice(date.from, date.to)) >= letters(text) * 0.75
  })
}

function readSession(text: string, language: Language): number | null {
  const plain = westernDigits(text)
  const figure = /(?<![\d/])(\d{1,3})(?![\d/])/u.exec(plain)?.[1]
  if (figure !== undefined) return Number(figure)
  const han = /第([〇零一二三四五六七八九十百]{1,6})届/u.exec(plain)?.[1]
  if (han !== undefined) return readHanNumber(han)
  const arabic = /الدورة(?:\s+(?:العادية|الاستثنائية))?\s+(\S+(?:\s+و?\S+)?)/u.exec(plain)?.[1]
  if (arabic !== undefined)
    return readArabicOrdinal(arabic) ?? readArabicOrdinal(arabic.split(/\s/u)[0] ?? '')
  const number = mentions(text, 'number', language)[0]
  return number === undefined ? null : Number(number.value)
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

function readOrigin(headings: readonly Paragraph[], language: Language): string[] {
  const line = headings.find(({ text }) => /^[[［（(【]/u.test(text) && /[A-Z]\/[\w./-]*\d/u.test(text))
  if (line === undefined) return []
  return [...new Set(mentions(line.text, 'symbol', language).map(({ value }) => value))]
}

function organOf(text: string): { readonly name: string; readonly symbol: string } | null {
  const printed = text.replace(new RegExp(`^${ORGAN_PREFIX}`, 'iu'), '').replace(/[\s,،，:：、]+$/u, '')
  const name = printed.replace(/’/gu, "'")
  const organ = ORGANS.find(({ names }) => names.some((each) => each.toLowerCase() === name.toLowerCase()))
  return organ === undefined ? null : { name: printed, symbol: organ.symbol }
}

/** The number of a resolution as printed before its title, its white space made plain. */
function readNumber(paragraphs: readonly Paragraph[]): string | null {
  const title = paragraphs.find(({ kind }) => kind === 'title')
  const printed =
    RESOLUTION_NUMBER.exec(title?.label ?? '')?.[1] ?? RESOLUTION_LINE.exec(title?.text ?? '')?.[1]
  return printed === undefined ? null : westernDigits(printed).replace(/\s+/gu, ' ').trim()
}

/** What the lines above the title and the closing line say; null, or an empty list, for what they do not say. */
export function readHeading(paragraphs: readonly Paragraph[], language: Language): HeadingData {
  const headings = paragraphs.filter(({ kind, address }) => kind === 'heading' && address.startsWith('h'))
  const closing = paragraphs.find(({ kind }) => kind === 'closing')
  const heads = headings.map(({ text }) => readHead(text)?.type ?? null)
  const adoptedLine = headings[heads.indexOf('adopted')]
  const dated = headings.find(({ text }, i) =>
    heads[i] === 'distribution' ? fullDate(text, language) !== null : isDateLine(text),
  )
  const session = headings[heads.indexOf('session')]
  const organ = [...headings, ...paragraphs.filter(({ kind }) => kind === 'enacting')]
    .map(({ text }) => organOf(text))
    .find((each) => each !== null)
  const date = (text: string | undefined) =>
    text === undefined ? null : (fullDate(text, language)?.value ?? null)
  return {
    organ: organ?.name ?? null,
    distributed: date(dated?.text),
    adopted: date(adoptedLine?.text) ?? date(closing?.text),
    session: session === undefined ? null : readSession(session.text, language),
    agendaItem: readAgendaItem(headings),
    origin: readOrigin(headings, language),
    number: readNumber(paragraphs),
    meeting: closing === undefined ? null : readMeeting(closing.text),
  }
}

/**
 * The symbol of a version: the one that a line of its heading or a running head prints, else the one made from its organ and number
 * (`A/RES/76/299`, `A/RES/217(III)` for `217 A (III)`), or null.
 */
export function readSymbol(
  paragraphs: readonly Paragraph[],
  removed: readonly Removed[],
  heading: HeadingData,
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
  const session = /^(\d{1,4})\s?.*?\(\s?(?:د(?:إ|أ)?\s?[-–]\s?(\d{1,3})|([IVXLCSE-]+))\s?\)$/u.exec(
    heading.number,
  )
  const old =
    session?.[3] ?? (session?.[2] === undefined ? undefined : toRoman(Number(session[2])).toUpperCase())
  if (session?.[1] !== undefined && old !== undefined) return `${organ.symbol}${session[1]}(${old})`
  return `${organ.symbol}${heading.number.replace(/(?<=\d)\s(?=[A-Z]$)/u, '')}`
}
