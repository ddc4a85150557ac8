import type { DocumentShape, Language, PlainDocument, Repair, Status, Version } from '../model'
import { assignAddresses } from './assign-addresses'
import { deriveItalics } from './derive-italics'
import { findLayout, type Layout } from './find-layout'
import { joinCuts } from './join-cuts'
import { joinLabels } from './join-labels'
import { joinLines } from './join-lines'
import { linkNotes } from './link-notes'
import type { Draft, Rule } from './piece'
import { placeBareFigures } from './place-bare-figures'
import { readHeading, readSymbol } from './read-heading'
import { DECISION_HEAD } from './wording'
import { takeNotes } from './take-notes'
import { takeSymbol } from './take-symbol'

/** What a caller knows of a text. A symbol or title given here, null included, stands in place of what the text says. */
export interface SegmentOptions {
  readonly language: Language
  readonly status: Status
  readonly symbol?: string | null
  readonly title?: string | null
}

/** The repairs of a text, in the order in which they are made; each keeps every letter. */
const RULES: readonly Rule[] = [takeSymbol, placeBareFigures, joinLines, joinLabels, takeNotes, joinCuts]

/** A document's version, what kind of text it turned out to be, and what was mended on the way. */
export interface Segmented {
  readonly version: Version
  readonly shape: DocumentShape
  readonly repairs: readonly Repair[]
}

/** A document's version alone: see segmentDocument. */
export function segment(document: PlainDocument, options: SegmentOptions): Version {
  return segmentDocument(document, options).version
}

/**
 * Divides a document into the paragraphs of a resolution, decision, treaty, report or plain text, each with its kind, label and address. Total: whatever
 * has no known shape becomes `p1`, `p2`, … of kind body. No letter is lost: each is in a paragraph's text, label or marks, or in `removed`.
 */
export function segmentDocument(document: PlainDocument, options: SegmentOptions): Segmented {
  const { language, status } = options
  const read: Draft = {
    format: document.format,
    language,
    pieces: document.blocks,
    notes: document.notes ?? [],
    removed: document.removed,
    repairs: [],
  }
  const draft = RULES.reduce((each, rule) => rule(each), read)
  const layout = findLayout(draft)
  const paragraphs = deriveItalics(linkNotes(assignAddresses(draft, layout)), language)
  const heading = readHeading(paragraphs, language)
  const title = paragraphs.find(({ kind }) => kind === 'title')?.text ?? null
  const shape = shapeOf(layout, paragraphs)
  const symbol =
    options.symbol === undefined
      ? readSymbol(paragraphs, draft.removed, heading, shape === 'decision' ? 'DEC' : 'RES')
      : options.symbol
  const version: Version = {
    language,
    symbol,
    title: options.title === undefined ? title : options.title,
    status,
    heading,
    paragraphs,
    removed: draft.removed,
  }
  return { version, shape, repairs: draft.repairs }
}

/** Enacting words or operative paragraphs make a resolution, unless its heading says that it is a decision. */
function shapeOf({ form }: Layout, paragraphs: Version['paragraphs']): DocumentShape {
  const decides = paragraphs.some(
    ({ kind, text }) => (kind === 'heading' || kind === 'title') && DECISION_HEAD.test(text),
  )
  if (form === 'decision' || (form === 'resolution' && decides)) return 'decision'
  if (form === 'resolution' || paragraphs.some(({ kind }) => kind === 'operative')) return 'resolution'
  if (form === 'articles') return 'treaty'
  return form === 'report' ? 'report' : 'unknown'
}
