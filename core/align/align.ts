import type { Alignment, Anchors, Language, Version } from '../model'
import type { AlignUnit } from './align-unit'
import { buildGrid } from './build-grid'

/**
 * Aligns two or more versions over a pivot. `anchors` are what other stages found in each paragraph (dates, symbols, concepts…), by version
 * and address; paragraphs without any are aligned by structure, word beginnings and length. One version alone gives a row a paragraph.
 */
export function align(versions: readonly Version[], pivot: Language, anchors: Anchors): Alignment {
  const units: Record<Language, readonly AlignUnit[]> = {}
  for (const { language, paragraphs } of versions) {
    units[language] = paragraphs.map(({ address, kind, label, text }) => ({
      address,
      kind,
      label,
      text,
      language,
      anchors: anchors[language]?.[address] ?? [],
    }))
  }
  return { pivot, versions, rows: buildGrid(pivot, versions, units) }
}
