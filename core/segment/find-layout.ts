import { halfWidth } from '../text/half-width'
import { ending } from './ending'
import { findParts } from './find-parts'
import { findReport } from './find-report'
import { isTitleLine, width, type Draft, type Piece } from './piece'
import { readHead, type Head } from './read-head'
import { AT_MEETING, DECISION_LINE, RESOLUTION_LINE } from './wording'

/** What kind of text it is and where its parts begin, as indices of pieces. */
export interface Layout {
  /** `resolution` has enacting words, `decision` a number and what was decided at a meeting, `articles` a preamble or articles, `report` numbered paragraphs, `plain` none of them. */
  readonly form: 'resolution' | 'decision' | 'articles' | 'report' | 'plain'
  /** The title's piece, or -1. */
  readonly title: number
  /** The first piece that is no heading. */
  readonly start: number
  /** Text, not headings, stands above the first article or chapter. */
  readonly bodyFirst: boolean
  /** Whether lines that look like article headings are believed. */
  readonly articles: boolean
  /** Articles have a title on the line below their number. */
  readonly titledArticles: boolean
  /** What stands between the start and the first article recites, without a heading that says so. */
  readonly recitals: boolean
  /** The headings of a resolution's parts A, B, …, each with enacting words of its own, and their letters. */
  readonly parts: ReadonlyMap<number, string>
}

/** Where a heading ends at the latest: a title further down is a quotation. */
const LONGEST_HEADING = 80

function findEnacting(pieces: readonly Piece[], heads: readonly (Head | null)[]): number {
  const sure = heads.findIndex((head) => head?.type === 'enacting')
  if (sure >= 0) return sure
  const bare = heads.flatMap((head, i) => (head?.type === 'organ' && i < LONGEST_HEADING ? [i] : []))
  const after = heads.findIndex((head) => head?.type === 'title' || head?.type === 'preamble')
  // Without article and comma the words enact where they stand behind the title or the recitals, or a second time.
  const behind = bare.find((i) => after >= 0 && i > after) ?? bare[1]
  return behind !== undefined && pieces.length > behind + 1 ? behind : -1
}

function findTitle(pieces: readonly Piece[], heads: readonly (Head | null)[], limit: number): number {
  const numbered = heads.findIndex((head, i) => head?.type === 'title' && i < limit)
  if (numbered >= 0) {
    const below = numbered + 1
    const line = halfWidth(pieces[numbered]?.text ?? '')
    const old = RESOLUTION_LINE.exec(line)?.[2] !== undefined || DECISION_LINE.test(line)
    return old && below < limit && isTitleLine(pieces[below]) && heads[below] === null ? below : numbered
  }
  const set = pieces.findIndex((piece, i) => i < limit && piece.shape === 'heading' && piece.level === 1)
  if (set >= 0) return set
  for (let i = limit - 1; i >= 0; i -= 1) {
    if (isTitleLine(pieces[i]) && heads[i] === null) return i
  }
  return -1
}

/** Article headings: those that stand alone or that the file sets as headings, and those with words behind that count on from one to the next. */
function countArticles(pieces: readonly Piece[], heads: readonly (Head | null)[]): number {
  let count = 0
  let last = 0
  heads.forEach((head, i) => {
    if (head?.type !== 'article') return
    const piece = pieces[i]
    const number = Number.parseInt(head.number ?? '', 10)
    const alone = head.length >= (piece?.text.length ?? 0) || piece?.shape === 'heading'
    if (alone || number === last + 1) count += 1
    last = number
  })
  return count
}

/** A title below an article's number is shorter, in columns. */
const LONGEST_ARTICLE_TITLE = 120

/** Whether articles have titles of their own: at least two, and a third of those that stand alone on their line, have a short line without a mark at its end below them. */
function haveTitles(pieces: readonly Piece[], heads: readonly (Head | null)[]): boolean {
  let alone = 0
  let titled = 0
  heads.forEach((head, i) => {
    const piece = pieces[i]
    const next = pieces[i + 1]
    if (head?.type !== 'article' || piece === undefined || head.length < piece.text.length) return
    alone += 1
    if (isTitleLine(next) && heads[i + 1] === null && width(next?.text ?? '') <= LONGEST_ARTICLE_TITLE)
      titled += 1
  })
  return titled >= 2 && titled * 3 >= alone
}

/** Where the recitals of a treaty begin that has no heading above them: lines that end with a comma, and a last one that announces what follows; -1 where there are none. */
function findRecitals(pieces: readonly Piece[], limit: number): number {
  const before = pieces.slice(0, limit)
  const first = before.findIndex((piece) => ending(piece.text) === 'comma')
  const commas = before.filter((piece) => ending(piece.text) === 'comma').length
  return commas >= 2 && /[:：,，،]$/u.test(before.at(-1)?.text ?? '') ? first : -1
}

/** Where a decision begins: below its number, with the meeting at which it was taken, or below a line that says that it is one; -1 where it is none. */
function findDecision(pieces: readonly Piece[], heads: readonly (Head | null)[]): number {
  const numbered = heads.findIndex((head, i) => head?.type === 'title' && i < LONGEST_HEADING)
  if (numbered < 0) return -1
  const at = pieces.findIndex((piece, i) => i > numbered && i < numbered + 8 && AT_MEETING.test(piece.text))
  if (at >= 0) return at
  if (!DECISION_LINE.test(halfWidth(pieces[numbered]?.text ?? ''))) return -1
  return pieces.findIndex((piece, i) => i > numbered && ending(piece.text) === 'full')
}

/** Finds the parts of a text from its headings. Total: a text without any is `plain`. */
export function findLayout(draft: Draft): Layout {
  const { pieces } = draft
  const heads = pieces.map((piece) => (piece.text === '' ? null : readHead(piece.text)))
  const annex = heads.findIndex((head) => head?.type === 'annex')
  const main = annex < 0 ? heads : heads.slice(0, annex)
  const articles = countArticles(pieces, heads)
  const preamble = main.findIndex((head) => head?.type === 'preamble')
  const enacting = findEnacting(pieces.slice(0, main.length), main)
  const firstArticle = heads.findIndex((head) => ['article', 'chapter', 'part'].includes(head?.type ?? ''))
  const believed = articles >= 2 || (articles === 1 && (preamble >= 0 || enacting >= 0 || annex >= 0))
  const common = {
    articles: believed,
    titledArticles: believed && haveTitles(pieces, heads),
    bodyFirst: false,
    recitals: false,
    parts: NO_PARTS,
  }
  if (enacting >= 0) {
    const start = preamble >= 0 && preamble < enacting ? preamble : enacting
    const title = findTitle(pieces, heads, Math.min(start, LONGEST_HEADING * 4))
    return { ...common, form: 'resolution', title, start, parts: findParts(pieces, main) }
  }
  if (preamble >= 0) {
    const title = preamble <= LONGEST_HEADING ? findTitle(pieces, heads, preamble) : -1
    return { ...common, form: 'articles', title, start: preamble }
  }
  if (believed) {
    const recitals = findRecitals(pieces, firstArticle)
    if (recitals >= 0) {
      const title = findTitle(pieces, heads, recitals)
      return { ...common, form: 'articles', title, start: recitals, recitals: true }
    }
    // Without a preamble's heading what stands before the first article is text, unless it is one line or set as a title.
    const set = pieces.findIndex(
      (piece, i) => i < firstArticle && piece.shape === 'heading' && piece.level === 1,
    )
    const title = set >= 0 ? set : firstArticle === 1 ? findTitle(pieces, heads, 1) : -1
    return { ...common, form: 'articles', title, start: title + 1, bodyFirst: true }
  }
  const decision = findDecision(pieces.slice(0, main.length), main)
  if (decision >= 0) {
    const title = findTitle(pieces, heads, decision)
    return { ...common, form: 'decision', title, start: decision }
  }
  const report = findReport(pieces.slice(0, main.length), main, draft.language)
  if (report !== null) return { ...common, form: 'report', ...report }
  const numbered = heads.slice(0, LONGEST_HEADING).findIndex((head) => head?.type === 'title')
  const set = pieces.findIndex((piece) => piece.shape === 'heading' && piece.level === 1)
  const title = numbered >= 0 ? numbered : set
  return { ...common, form: 'plain', title, start: Math.max(0, numbered), bodyFirst: true }
}

const NO_PARTS: ReadonlyMap<number, string> = new Map()
