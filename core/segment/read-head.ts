import { halfWidth } from '../text/half-width'
import { readArabicOrdinal, readHanNumber, readRoman, westernDigits } from '../text/ordinals'
import {
  ADOPTED,
  AGENDA_ITEM,
  ANNEX,
  ARTICLE_WORDS,
  AT_MEETING,
  CHAPTER_WORDS,
  DECISION_LINE,
  DISTRIBUTION,
  MEETING,
  NUMBERED_TITLE,
  ORGANS,
  ORGAN_PREFIX,
  PART_WORDS,
  PREAMBLE,
  PROTOCOL_WORDS,
  RESOLUTION_LINE,
  SESSION,
} from './wording'
import { readOrdinalWords } from '../text/read-ordinal-words'
import { readSymbolLine } from '../text/read-symbol-line'

/** A line that gives a text its structure. `length` is where the words after the label begin, `number` what the label counts. */
export interface Head {
  readonly type:
    | 'symbol'
    | 'organ'
    | 'enacting'
    | 'title'
    | 'preamble'
    | 'article'
    | 'part'
    | 'chapter'
    | 'protocol'
    | 'annex'
    | 'meeting'
    | 'distribution'
    | 'session'
    | 'agenda'
    | 'adopted'
  readonly label: string | null
  readonly number: string | null
  readonly length: number
}

/** Longer texts are paragraphs, whatever they begin with. */
const LONGEST_HEAD = 250

const ORGAN_LINE = new RegExp(
  `^(?:[\\u200E\\u200F]*)(${ORGAN_PREFIX})?(?:${ORGANS.flatMap(({ names }) => names)
    .map((name) => name.replace(/'/gu, "['’]"))
    .join('|')})(?:\\s*([,،，:：、]))?$`,
  'iu',
)

function head(
  type: Head['type'],
  label: string | null = null,
  number: string | null = null,
  length = 0,
): Head {
  return { type, label, number, length }
}

function headNumber(text: string): number | null {
  const plain = westernDigits(text.replace(/\s/gu, ' ').trim())
  if (/^\d+$/u.test(plain)) return Number(plain)
  if (/^(?:premier|1 ?er|one|primero|único|первая)$/iu.test(plain)) return 1
  return readRoman(plain) ?? readHanNumber(plain) ?? readArabicOrdinal(plain)
}

const ENDS_SENTENCE = /[.;!?。；！？؛؟,，،]["»”’')）]*$/u

/** What may stand behind an article's number: nothing, a title or text behind a point, colon, dash or wide space, or a short title. */
function readRest(rest: string, caseless: boolean): number | null {
  if (rest.trim() === '') return rest.length
  const delimiter = /^(?:\s*[.．:：–—]\s*|\s+-\s+|\u3000+)/u.exec(rest)
  if (delimiter !== null) return delimiter[0].length
  const space = /^\s+/u.exec(rest)?.[0].length ?? 0
  if (space === 0) return null
  const title = rest.slice(space)
  const opens = caseless ? /^\p{Script=Han}/u.test(title) : /^[\p{Lu}«“"]/u.test(title)
  return opens && (caseless || (title.length <= 80 && !ENDS_SENTENCE.test(title))) ? space : null
}

/** The heading of an article, alone or with words behind it; `number` is `12` or `12bis`. */
export function readArticle(text: string): Head | null {
  for (const pattern of ARTICLE_WORDS) {
    const match = pattern.exec(text.slice(0, 60))
    if (match?.[1] === undefined) continue
    const number = headNumber(match[1])
    const rest = text.slice(match[0].length)
    const length = readRest(rest, /^第/u.test(text))
    if (number === null || number === 0 || length === null) continue
    const point = /^\s*[.．:：]/u.exec(rest)?.[0] ?? ''
    const suffix = (match[2] ?? '').toLowerCase()
    const bis = suffix === '' ? '' : /^(?:ter|quater|quinquies)$/u.test(suffix) ? suffix : 'bis'
    return head('article', `${match[0]}${point}`.trim(), `${number}${bis}`, match[0].length + length)
  }
  return null
}

/** The heading of a chapter or of a part, alone or with its title behind it; `label` is null where a title is. */
function readDivision(text: string): Head | null {
  const kinds = [
    ['chapter', CHAPTER_WORDS],
    ['part', PART_WORDS],
  ] as const
  for (const [type, patterns] of kinds)
    for (const pattern of patterns) {
      const match = pattern.exec(text)
      if (match?.[1] === undefined) continue
      const number = headNumber(match[1]) ?? readOrdinalWords(match[1])
      const rest = text.slice(match[0].length)
      if (number !== null && readRest(rest, /^第/u.test(text)) !== null && !/[.;。；]$/u.test(rest))
        return head(type, rest.trim() === '' ? text : null, String(number))
    }
  return null
}

function readProtocol(text: string): Head | null {
  for (const pattern of PROTOCOL_WORDS) {
    const match = pattern.exec(text)
    if (match === null) continue
    const number = match[1] === undefined ? null : headNumber(match[1])
    return head('protocol', null, number === null ? null : String(number))
  }
  return null
}

/** The numbered title of a resolution. */
function readTitle(text: string): Head | null {
  const plain = halfWidth(text.slice(0, LONGEST_HEAD))
  const line = text.length > LONGEST_HEAD ? null : RESOLUTION_LINE.exec(plain)
  if (line?.[1] !== undefined) return head('title', null, line[1])
  const decision = text.length > LONGEST_HEAD ? null : DECISION_LINE.exec(plain)
  if (decision?.[1] !== undefined) return head('title', null, decision[1])
  const match = NUMBERED_TITLE.exec(plain)
  if (match?.[1] === undefined || match[2] === undefined) return null
  return head('title', text.slice(0, match[1].length), westernDigits(match[2]), match[0].length)
}

/** The number of the meeting that a line names, or null. */
export function readMeeting(text: string): number | null {
  const plain = westernDigits(text)
  for (const pattern of MEETING) {
    const number = pattern.exec(plain)?.[1]
    if (number !== undefined) return Number(number)
  }
  return null
}

/**
 * What a line says of the structure of its text, or null where it is a paragraph like any other. Reads all six languages whatever the
 * language of the text; whether the line is believed depends on where it stands.
 */
export function readHead(text: string): Head | null {
  if (text === '') return null
  const article = readArticle(text)
  if (article !== null) return article
  const title = readTitle(text)
  if (title !== null) return title
  if (text.length > LONGEST_HEAD) return null
  const organ = ORGAN_LINE.exec(text)
  if (organ !== null) return head(organ[1] === undefined && organ[2] === undefined ? 'organ' : 'enacting')
  if (readSymbolLine(text) !== null) return head('symbol')
  if (PREAMBLE.test(text)) return head('preamble')
  const annex = ANNEX.exec(text)
  if (annex !== null) return head('annex')
  const division = readDivision(text) ?? readProtocol(text)
  if (division !== null) return division
  if (DISTRIBUTION.test(text) && text.length < 60) return head('distribution')
  if (ADOPTED.test(text)) return head('adopted')
  const agenda = AGENDA_ITEM.some((pattern) => pattern.test(westernDigits(text)))
  if (agenda) return head('agenda')
  if (text.length > 90 || ENDS_SENTENCE.test(text.replace(/[,،，]$/u, ''))) return null
  if (AT_MEETING.test(text)) return null
  if (readMeeting(text.slice(0, 40)) !== null) return head('meeting')
  return SESSION.test(text) && text.length < 80 ? head('session') : null
}
