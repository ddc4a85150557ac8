import type {
  AddressedDocument,
  Language,
  Paragraph,
  ParagraphKind,
  ReadingReport,
  Status,
  Version,
} from '../model'
import { addressKind } from './address-kind'
import { Addresses } from './addresses'
import { bareVersion } from './bare-version'
import { readHeading, readSymbol } from './read-heading'

/** What the person said of the version, which goes before what its file says. */
export interface SaidOfVersion {
  readonly language?: Language
  /** `unknown` says nothing. */
  readonly status: Status
}

/**
 * A version from a file that has addresses of ours itself: its paragraphs as they are, each of the kind that its address says. Symbol, date of adoption and status are those of the file where the heading or the
 * person says nothing else. An address that stands there twice gets a number, one that is none of ours is `p7` by its place. Never throws.
 */
export function segmentAddressed(
  addressed: AddressedDocument,
  { language = addressed.language, status }: SaidOfVersion,
): { readonly version: Version; readonly report: ReadingReport } {
  const addresses = new Addresses()
  const paragraphs = addressed.paragraphs.map((each, k): Paragraph => {
    const kind = addressKind(each.address)
    return {
      ...each,
      address: addresses.claim(kind === null ? `p${k + 1}` : each.address),
      kind: kind ?? 'body',
    }
  })
  const heading = readHeading(paragraphs, language)
  const version = {
    ...bareVersion(language, status === 'unknown' ? addressed.status : status, paragraphs),
    symbol: addressed.symbol ?? readSymbol(paragraphs, [], heading),
    title: paragraphs.find(({ kind }) => kind === 'title')?.text ?? null,
    heading: { ...heading, adopted: heading.adopted ?? addressed.adopted },
  }
  const counts: Partial<Record<ParagraphKind, number>> = {}
  for (const { kind } of paragraphs) counts[kind] = (counts[kind] ?? 0) + 1
  const resolution = counts.enacting !== undefined || counts.operative !== undefined
  return {
    version,
    report: {
      format: addressed.format,
      encoding: addressed.encoding ?? null,
      languageFrom: language === addressed.language ? 'file' : 'given',
      shape: resolution ? 'resolution' : counts.article !== undefined ? 'treaty' : 'unknown',
      counts,
      repairs: [],
      removed: [],
      notices: addressed.notices ?? [],
    },
  }
}
