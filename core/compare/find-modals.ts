import type { CueValue, Language, Span } from '../model'
import { findRestrictions, isBroadDuty, isPossibility } from '../text/find-cues'
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
  const starts = new Map<string, number>()
  const restrictions = new Map<string, readonly Span[]>()
  let total = 0
  for (const { paragraph } of cell.paragraphs) {
    starts.set(paragraph.address, total)
    restrictions.set(paragraph.address, findRestrictions(paragraph.text, cell.language))
    total += paragraph.text.length
  }
  return locate(cell, ({ cues = [] }) => cues.filter(({ kind }) => kind === 'obligation')).map(
    ({ item, place, text }) => ({
      at: ((starts.get(place.address) ?? 0) + item.from) / Math.max(1, total),
      value: item.value,
      broad: isBroadDuty(text, cell.language),
      relative: RELATIVE.test(
        cell.paragraphs
          .find(({ paragraph }) => paragraph.address === place.address)!
          .paragraph.text.slice(0, place.from),
      ),
      possibility: isPossibility(text, cell.language),
      restricted: (restrictions.get(place.address) ?? []).some(
        ({ from }) => place.from <= from && from < place.to,
      ),
      denied: isDenied(
        cell.paragraphs.find(({ paragraph }) => paragraph.address === place.address)!,
        place,
        cell.language,
      ),
      side: { place, text },
    }),
  )
}
