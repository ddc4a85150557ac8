import type { Alignment, Row, Version } from '../model'

/**
 * Versions that are aligned already, since what belongs together has the same address: a row an address, in the order of the first version, which is the pivot, then what only the
 * others have. Every row is sure.
 */
export function sameAddressRows(versions: readonly Version[]): Alignment {
  const kinds = new Map(
    [...versions]
      .reverse()
      .flatMap(({ paragraphs }) => paragraphs.map(({ address, kind }) => [address, kind] as const)),
  )
  const known = versions.map(
    ({ language, paragraphs }) => [language, new Set(paragraphs.map(({ address }) => address))] as const,
  )
  const addresses = [
    ...new Set(versions.flatMap(({ paragraphs }) => paragraphs.map(({ address }) => address))),
  ]
  const rows = addresses.map((address, k): Row => ({
    id: `r${k + 1}`,
    kind: kinds.get(address)!,
    cells: Object.fromEntries(known.map(([language, own]) => [language, own.has(address) ? [address] : []])),
    confidence: 1,
    evidence: [],
    moved: [],
  }))
  return { pivot: versions[0]!.language, versions, rows }
}
