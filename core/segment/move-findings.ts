import type { Check, Finding, Language, Paragraph, Place, Row } from '../model'
import { sentenceSpans } from './split-version'

/**
 * The findings of a check at the sentences of its paragraphs (see splitVersion): each goes to the row of the first sentence that it marks, its places cut at the ends of sentences. A side that stands for its whole
 * paragraph, since nothing was found there, stands for what that row has of it. `rows` are the sentences' rows.
 */
export function moveFindings(check: Check, rows: readonly Row[]): readonly Finding[] {
  const paragraphs = new Map(
    check.versions.map(({ language, paragraphs: own }) => [
      language,
      new Map(own.map((paragraph) => [paragraph.address, paragraph])),
    ]),
  )
  const rowOf = new Map(
    rows.flatMap((row) =>
      Object.entries(row.cells).flatMap(([language, addresses]) =>
        addresses.map((address) => [`${language} ${address}`, row] as const),
      ),
    ),
  )
  const byId = new Map(check.rows.map((row) => [row.id, row]))
  const cut = (language: Language, places: readonly Place[]) =>
    places.flatMap((place) => cutPlace(place, paragraphs.get(language)?.get(place.address), language))
  const isWhole = (language: Language, { address, from, to }: Place) =>
    from === 0 && to === paragraphs.get(language)?.get(address)?.text.length
  return check.findings.flatMap((finding) => {
    const sides = Object.entries(finding.places)
    const telling = sides.flatMap(([language, places]) =>
      cut(
        language,
        places.filter((place) => !isWhole(language, place)),
      ).map((place) => ({ language, place })),
    )
    const any = sides.flatMap(([language, places]) =>
      cut(language, places).map((place) => ({ language, place })),
    )
    const [first] = [...telling, ...any]
    const row =
      first === undefined
        ? firstRow(byId.get(finding.row), rowOf)
        : rowOf.get(`${first.language} ${first.place.address}`)
    if (row === undefined) return []
    const places = Object.fromEntries(
      sides.map(([language, own]) => {
        const parts = cut(language, own)
        const here = parts.filter(({ address }) => row.cells[language]?.includes(address))
        return [language, own.some((place) => !isWhole(language, place)) || here.length === 0 ? parts : here]
      }),
    )
    return [{ ...finding, row: row.id, places }]
  })
}

/** The first row of sentences that a row of paragraphs has become. */
function firstRow(row: Row | undefined, rowOf: ReadonlyMap<string, Row>): Row | undefined {
  const addresses = Object.entries(row?.cells ?? {}).flatMap(([language, own]) =>
    own.map((address) => `${language} ${address}.s1`),
  )
  return addresses.map((address) => rowOf.get(address)).find((own) => own !== undefined)
}

function cutPlace(
  { address, from, to }: Place,
  paragraph: Paragraph | undefined,
  language: Language,
): readonly Place[] {
  if (paragraph === undefined) return []
  const spans = sentenceSpans(paragraph.text, language)
  const parts = spans.flatMap((span, k): readonly Place[] => {
    const inside = { from: Math.max(from, span.from) - span.from, to: Math.min(to, span.to) - span.from }
    return inside.from < inside.to ? [{ address: `${address}.s${k + 1}`, ...inside }] : []
  })
  if (parts.length > 0) return parts
  // An empty place, or one between two sentences, belongs to the sentence before it.
  const k = Math.max(
    spans.findLastIndex((span) => span.from <= from),
    0,
  )
  const { from: start, to: end } = spans[k]!
  const at = Math.min(Math.max(from, start), end) - start
  return [{ address: `${address}.s${k + 1}`, from: at, to: at }]
}
