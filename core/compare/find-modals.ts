import type { CueValue, Language, Span } from '../model'
import { findDenyingWords } from '../text/find-denying-words'
import { isBroadDuty, isPossibility } from '../text/modal-kinds'
import { baseLanguage } from '../text/languages'
import type { Side } from './make-finding'
import { locate, type Cell } from './row-pair'

/** A word that obliges, advises, allows or forbids, where it stands in its cell and whether it is denied. */
export interface Modal {
  /** Its place as a share of the cell, 0 to 1. */
  readonly at: number
  readonly side: Side
  readonly value: CueValue
  /** A denial stands beside it, before it or, in languages that put it there, behind: with it a permission is a prohibition. */
  readonly denied: boolean
  /** The denial is taken back in part: `ne peut … que`. */
  readonly restricted: boolean
  /** Stands right behind a relative pronoun: it tells of somebody or something, and another language may well leave it to the tense. */
  readonly relative: boolean
  /** Says what might be, not what is allowed (`pourrait`, `мог бы`). */
  readonly possibility: boolean
  /** A word of its language for duties and for advice alike (应, ينبغي). */
  readonly broad: boolean
}

/** What a relative clause begins with, in the languages that have such words. */
const RELATIVE = /(?<!\p{L})(?:qui|qu[e’']|dont|où|which|who|that|as|котор\p{L}+)[\s,]*$/iu

/** Denials of everybody and everything, which deny their whole sentence: « no party to a treaty that … may ». */
const EVERYBODY = /^(?:no|none|nobody|nothing|neither|no one|ning(?:ún|uno|una)|nadie|nada|nunca)$/iu

/** How far from a modal, in characters, its denial may stand. */
const BESIDE = 40
const BESIDE_HAN = 12
const BEHIND = 12

function isDenied(
  { cues = [], paragraph }: Cell['paragraphs'][number],
  modal: Span,
  language: Language,
): boolean {
  const behind = baseLanguage(language) === 'en' ? BEHIND : 0
  const [beside, end] =
    baseLanguage(language) === 'zh' ? [BESIDE_HAN, /[,.;，；。]/u] : [BESIDE, /[.;；。؛]/u]
  return cues.some(
    ({ kind, from, to }) =>
      kind === 'negation' &&
      ((to <= modal.to &&
        (modal.from - from <= beside || EVERYBODY.test(paragraph.text.slice(from, to))) &&
        !end.test(paragraph.text.slice(from, modal.from))) ||
        (from >= modal.to && from - modal.to <= behind) ||
        (from < modal.to && modal.from < to)),
  )
}

/** The modals of a cell in reading order. */
export function findModals(cell: Cell): readonly Modal[] {
  const { language, paragraphs } = cell
  const total = Math.max(
    1,
    paragraphs.reduce((sum, { paragraph }) => sum + paragraph.text.length, 0),
  )
  let start = 0
  return paragraphs.flatMap((read) => {
    const { text } = read.paragraph
    const before = start
    start += text.length
    const modals = locate({ language, paragraphs: [read] }, ({ cues = [] }) =>
      cues.filter(({ kind }) => kind === 'obligation'),
    )
    if (modals.length === 0) return []
    const { restrictions } = findDenyingWords(text, language)
    return modals.map(({ item, place, text: written }) => ({
      at: (before + item.from) / total,
      value: item.value,
      broad: isBroadDuty(written, language),
      relative: RELATIVE.test(text.slice(0, place.from)),
      possibility: isPossibility(written, language),
      restricted: restrictions.some(({ from }) => place.from <= from && from < place.to),
      denied: isDenied(read, place, language),
      side: { place, text: written },
    }))
  })
}
