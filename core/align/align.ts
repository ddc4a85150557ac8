import type { Alignment, Anchors, Language, Lexicon, Vectors, Version } from '../model'
import type { AlignUnit } from './align-unit'
import { buildGrid } from './build-grid'

/**
 * What is known beforehand of the words of any two languages, whether more is learned from the texts at hand (default), and vectors of the paragraphs where a model
 * of sentences has given them: without any, none are needed; a version without its own is aligned without.
 */
export interface AlignOptions {
  readonly learned?: Lexicon
  readonly learn?: boolean
  readonly vectors?: Vectors
}

/**
 * Aligns two or more versions over a pivot. `anchors` are what other stages found in each paragraph (dates, symbols, concepts…), by version
 * and address; paragraphs without any are aligned by structure, word beginnings and length. One version alone gives a row a paragraph.
 */
export function align(
  versions: readonly Version[],
  pivot: Language,
  anchors: Anchors,
  options: AlignOptions = {},
): Alignment {
  const units = Object.fromEntries(
    versions.map((version) => [version.language, unitsOf(version, anchors[version.language])]),
  )
  return { pivot, versions, rows: buildGrid(pivot, versions, units, options) }
}

/** The units of a version: its paragraphs with their anchors, by address. */
export function unitsOf(
  { language, paragraphs }: Version,
  anchors: Anchors[Language] = {},
): readonly AlignUnit[] {
  return paragraphs.map(({ address, kind, label, text }) => ({
    address,
    kind,
    label,
    text,
    language,
    anchors: anchors[address] ?? [],
  }))
}
