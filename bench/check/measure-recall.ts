import type { Check, Concept, Finding, Language, Paragraph, Version } from '../../core/model'
import { checkVersions } from '../../core/pipeline'
import { annotateHits } from '../../core/terms/annotate-hits'
import { findHits } from '../../core/terms/find-hits'
import { pick, seeded } from '../../__tests__/support/random'
import { ERROR_KINDS, type ErrorKind, type Site } from './error-kinds'
import type { CheckText } from './read-check-text'

/** Errors made, and how many of them a finding of the right kind (`found`) or of any kind (`any`) names. A finding counts as warning or error only. */
export interface Recall {
  readonly made: number
  readonly found: number
  readonly any: number
  /** Those that no right finding names: address, what stood there, what stands there now. */
  readonly missed: readonly Missed[]
}

/** An error that was not named. */
export interface Missed {
  readonly address: string
  readonly before: string
  readonly after: string
}

/** A row has to be this sure before an error is put into it: a wrong row is the aligner's fault. */
const SURE = 0.9

/** One paragraph in so many is harmed at once, so that the text stays itself. */
const APART = 8

/** A text and its versions with French, ready to have errors made in one of them. */
export interface Ready {
  readonly text: CheckText
  readonly language: Language
  readonly clean: Check
  readonly sites: readonly Site[]
}

/** Checks the untouched pair and finds the rows that an error can be put into. */
export function makeReady(text: CheckText, language: Language): Ready {
  const versions = [text.versions.fr!, text.versions[language]!]
  const clean = checkVersions(versions, text.knowledge, 'fr')
  const terms = annotateHits(findHits(versions, text.knowledge.terms), text.knowledge.terms)
  const names = findHits(versions, text.knowledge.names)
  const countries = text.knowledge.names.filter(({ field }) => field === 'country')
  const concepts = new Map<string, Concept>(text.knowledge.terms.map((concept) => [concept.id, concept]))
  const byAddress = versions.map(
    ({ paragraphs }) => new Map(paragraphs.map((paragraph) => [paragraph.address, paragraph])),
  )
  const sites = clean.rows.flatMap(({ cells, confidence }): readonly Site[] => {
    const [left = [], right = []] = [cells.fr, cells[language]]
    if (confidence < SURE || left.length !== 1 || right.length !== 1) return []
    const pivot = byAddress[0]!.get(left[0]!)!
    const other = byAddress[1]!.get(right[0]!)!
    const both = (hits: typeof terms) => ({
      pivot: hits.fr?.[pivot.address] ?? [],
      other: hits[language]?.[other.address] ?? [],
    })
    return [{ language, pivot, other, terms: both(terms), names: both(names), concepts, countries }]
  })
  return { text, language, clean, sites }
}

/** Makes about `wanted` errors of a kind, a few at a time, each in a text that is otherwise untouched, and looks for them; fewer where the text has no room for more. */
export function measureRecall(ready: Ready, kindName: string, wanted: number, seed: number): Recall {
  const kind = ERROR_KINDS[kindName]!
  const random = seeded(seed)
  let [made, found, any] = [0, 0, 0]
  const missed: Missed[] = []
  const most = Math.max(1, Math.floor(ready.sites.length / APART))
  // A text without room for an error gives none however often it is asked.
  for (let barren = 0; made < wanted && barren < 3;) {
    const harmed = harm(ready, kind, Math.min(most, wanted - made), random)
    if (harmed.size === 0) {
      barren += 1
      continue
    }
    const check = checkHarmed(ready, harmed)
    const known = new Set(ready.clean.findings.map((finding) => nameOf(finding, ready.language)))
    for (const [site, paragraph] of harmed) {
      const fresh = check.findings.filter(
        (finding) =>
          finding.severity !== 'info' &&
          (finding.places[ready.language] ?? []).some(({ address }) => address === paragraph.address) &&
          !known.has(nameOf(finding, ready.language)),
      )
      made += 1
      if (fresh.length > 0) any += 1
      if (fresh.some(({ code }) => kind.codes.includes(code))) found += 1
      else missed.push({ address: paragraph.address, ...change(site.other, paragraph) })
    }
  }
  return { made, found, any, missed }
}

/** Some sites with the error that was made there. */
function harm(
  { sites }: Ready,
  kind: ErrorKind,
  count: number,
  random: () => number,
): ReadonlyMap<Site, Paragraph> {
  const harmed = new Map<Site, Paragraph>()
  const open = [...sites]
  while (harmed.size < count && open.length > 0) {
    const [site] = open.splice(pick(random, open.length), 1)
    const paragraph = kind.make(site!, random)
    const same = paragraph?.text === site!.other.text && paragraph.marks.length === site!.other.marks.length
    if (paragraph !== null && !same) harmed.set(site!, paragraph)
  }
  return harmed
}

function checkHarmed({ text, language }: Ready, harmed: ReadonlyMap<Site, Paragraph>): Check {
  const instead = new Map([...harmed].map(([site, paragraph]) => [site.other.address, paragraph]))
  const version = text.versions[language]!
  const other: Version = {
    ...version,
    paragraphs: version.paragraphs.map((paragraph) => instead.get(paragraph.address) ?? paragraph),
  }
  return checkVersions([text.versions.fr!, other], text.knowledge, 'fr')
}

/** What tells a finding from another, whatever row it stands in. */
function nameOf({ code, places, expected, found }: Finding, language: Language): string {
  const address = (key: Language) => places[key]?.[0]?.address ?? ''
  return [code, address('fr'), address(language), expected, found].join('\n')
}

/** The stretch in which two texts differ, with a little before and behind it. */
function change(before: Paragraph, after: Paragraph): Omit<Missed, 'address'> {
  const [a, b] = [before.text, after.text]
  let from = 0
  while (from < a.length && a[from] === b[from]) from += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end])
    end += 1
  const show = (text: string) => text.slice(Math.max(0, from - 25), text.length - Math.max(0, end - 25))
  return { before: show(a), after: show(b) }
}
