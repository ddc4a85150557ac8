import type { Language, PlainDocument, Status, Version } from '../model'
import { assignAddresses } from './assign-addresses'
import { deriveItalics } from './derive-italics'
import { findLayout } from './find-layout'
import { joinCuts } from './join-cuts'
import { joinLabels } from './join-labels'
import { joinLines } from './join-lines'
import { linkNotes } from './link-notes'
import type { Draft, Rule } from './piece'
import { placeBareFigures } from './place-bare-figures'
import { readHeading, readSymbol } from './read-heading'
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

/**
 * Divides a document into the paragraphs of a resolution, declaration or plain text, each with its kind, label and address. Total: whatever
 * has no known shape becomes `p1`, `p2`, … of kind body. No letter is lost: each is in a paragraph's text, label or marks, or in `removed`.
 */
export function segment(document: PlainDocument, options: SegmentOptions): Version {
  const { language, status } = options
  const read: Draft = {
    format: document.format,
    language,
    pieces: document.blocks,
    notes: document.notes ?? [],
    removed: document.removed,
  }
  const draft = RULES.reduce((each, rule) => rule(each), read)
  const paragraphs = deriveItalics(linkNotes(assignAddresses(draft, findLayout(draft))), language)
  const heading = readHeading(paragraphs, language)
  const title = paragraphs.find(({ kind }) => kind === 'title')?.text ?? null
  return {
    language,
    symbol: options.symbol === undefined ? readSymbol(paragraphs, draft.removed, heading) : options.symbol,
    title: options.title === undefined ? title : options.title,
    status,
    heading,
    paragraphs,
    removed: draft.removed,
  }
}
