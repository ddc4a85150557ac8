import { halfWidth } from '../text/half-width'
import { ending } from './ending'
import { width, type Draft, type Piece } from './piece'
import { readHead, type Head } from './read-head'
import { RESOLUTION_LINE } from './wording'

/** What kind of text it is and where its parts begin, as indices of pieces. */
export interface Layout {
  /** `resolution` has enacting words, `articles` a preamble or articles, `plain` neither. */
  readonly form: 'resolution' | 'articles' | 'plain'
  /** The title's piece, or -1. */
  readonly title: number
  /** The first piece that is no heading. */
  readonly start: number
  /** Text, not headings, stands above the first article or chapter. */
  readonly bodyFirst: boolean
  /** Whether lines that look like article headings are believed. */
  readonly articles: boolean
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

/** A line of no known shape and without a mark at its end. */
function isTitleLine(piece: Piece | undefined, head: Head | null | undefined): boolean {
  if (piece === undefined || head !== null || piece.text.startsWith('[')) return false
  return ending(piece.text) === 'open' && width(piece.text) <= 300
}

function findTitle(pieces: readonly Piece[], heads: readonly (Head | null)[], limit: number): number {
  const numbered = heads.findIndex((head, i) => head?.type === 'title' && i < limit)
  if (numbered >= 0) {
    const below = numbered + 1
    const old = RESOLUTION_LINE.exec(halfWidth(pieces[numbered]?.text ?? ''))?.[2] !== undefined
    return old && below < limit && isTitleLine(pieces[below], heads[below]) ? below : numbered
  }
  const set = pieces.findIndex((piece, i) => i < limit && piece.shape === 'heading' && piece.level === 1)
  if (set >= 0) return set
  for (let i = limit - 1; i >= 0; i -= 1) {
    if (isTitleLine(pieces[i], heads[i])) return i
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

/** Finds the parts of a text from its headings. Total: a text without any is `plain`. */
export function findLayout(draft: Draft): Layout {
  const { pieces } = draft
  const heads = pieces.map((piece) => readHead(piece.text))
  const annex = heads.findIndex((head) => head?.type === 'annex')
  const main = annex < 0 ? heads : heads.slice(0, annex)
  const articles = countArticles(pieces, heads)
  const preamble = main.findIndex((head) => head?.type === 'preamble')
  const enacting = findEnacting(pieces.slice(0, main.length), main)
  const firstArticle = heads.findIndex((head) => head?.type === 'article' || head?.type === 'chapter')
  const believed = articles >= 2 || (articles === 1 && (preamble >= 0 || enacting >= 0 || annex >= 0))
  if (enacting >= 0) {
    const start = preamble >= 0 && preamble < enacting ? preamble : enacting
    return {
      form: 'resolution',
      title: findTitle(pieces, heads, Math.min(start, LONGEST_HEADING * 4)),
      start,
      articles: believed,
      bodyFirst: false,
    }
  }
  if (preamble >= 0) {
    const title = preamble <= LONGEST_HEADING ? findTitle(pieces, heads, preamble) : -1
    return { form: 'articles', title, start: preamble, articles: believed, bodyFirst: false }
  }
  if (believed) {
    // Without a preamble's heading what stands before the first article is text, unless it is one line or set as a title.
    const set = pieces.findIndex(
      (piece, i) => i < firstArticle && piece.shape === 'heading' && piece.level === 1,
    )
    const title = set >= 0 ? set : firstArticle === 1 ? findTitle(pieces, heads, 1) : -1
    return { form: 'articles', title, start: title + 1, articles: true, bodyFirst: true }
  }
  const numbered = heads.slice(0, LONGEST_HEADING).findIndex((head) => head?.type === 'title')
  const set = pieces.findIndex((piece) => piece.shape === 'heading' && piece.level === 1)
  const title = numbered >= 0 ? numbered : set
  return { form: 'plain', title, start: Math.max(0, numbered), articles: believed, bodyFirst: true }
}
