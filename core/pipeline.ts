import { align, unitsOf, type AlignOptions } from './align/align'
import type { BeadWords } from './align/learn-pairs'
import { readLessons } from './align/read-lessons'
import { compare } from './compare/compare'
import { InputError } from './model'
import type {
  AlignedDocument,
  Alignment,
  Anchor,
  Anchors,
  Check,
  Embed,
  Knowledge,
  Language,
  Opening,
  Paragraph,
  PlainDocument,
  ReadingReport,
  Readings,
  Row,
  Status,
  Vectors,
  Version,
} from './model'
import { decodeText } from './read/decode-text'
import { readDocument, readFile } from './read/read-document'
import type { ReadFileOptions } from './read/readers'
import { makeReport } from './segment/make-report'
import { segment, segmentDocument } from './segment/segment'
import { segmentAddressed } from './segment/segment-addressed'
import { segmentAligned } from './segment/segment-aligned'
import { segmentLines } from './segment/segment-lines'
import { moveFindings } from './segment/move-findings'
import { splitVersion } from './segment/split-version'
import { detectByParagraphs } from './text/detect-language'
import { findCues } from './text/find-cues'
import { findMentions } from './text/find-mentions'
import { baseLanguage } from './text/languages'
import { makeNameFinder } from './text/find-names'
import { findOpening } from './text/find-opening'
import { findHits } from './terms/find-hits'
import { annotateHits } from './terms/annotate-hits'
import { settleHits } from './terms/settle-hits'

/** What a version is cut into: its paragraphs, their sentences (`pp3.s1`), or the file's lines, with nothing recognised or repaired. */
export type Unit = 'paragraph' | 'sentence' | 'line'

/** How one file becomes a version. Without a language it is told from the text; a text that is not surely one of the six is refused. */
export interface ReadOptions {
  /** File name, for its type and for messages. */
  readonly name: string
  readonly language?: Language
  readonly status?: Status
  /** Default `paragraph`. */
  readonly unit?: Unit
  /** Of a text with tracked changes: with all of them accepted (the default), or as it was before any. */
  readonly changes?: ReadFileOptions['changes']
}

/**
 * Reads and segments one file. Throws InputError: the file's own codes (`empty`, `binary`, `encoding`, `no-text`), or `language-unsure`
 * where no language is given and none is sure.
 */
export function readVersion(bytes: Uint8Array, options: ReadOptions): Version {
  const status = options.status ?? 'unknown'
  if (options.unit === 'line') {
    const text = decodeText(bytes)
    const { language } = tellLanguage(text.split('\n'), null, options.language)
    return segmentLines(text, { language, status })
  }
  const document = readDocument(bytes, options.name)
  const { language } = tellLanguage(textsOf(document), document.language, options.language)
  const version = segment(document, { language, status })
  return options.unit === 'sentence' ? splitVersion(version) : version
}

/** A version as it was read from a file, with what was recognised, repaired and removed. */
export interface ImportedVersion {
  readonly version: Version
  readonly report: ReadingReport
}

/** What a file gave: one version, or several with the rows in which the file has them; `alignment` is null for one. */
export interface ImportedFile {
  readonly versions: readonly ImportedVersion[]
  readonly alignment: Alignment | null
}

/** Reads and segments a file of any type into paragraphs. Rejects with InputError: see readFile, and `language-unsure` where no language is given and none is sure. */
export async function importFile(
  bytes: Uint8Array,
  { name, language, status = 'unknown', changes }: Omit<ReadOptions, 'unit'>,
): Promise<ImportedFile> {
  const read = await readFile(bytes, name, { changes })
  if (read.kind === 'aligned') return importAligned(read.aligned, status)
  if (read.kind === 'addressed')
    return { versions: [segmentAddressed(read.addressed, { language, status })], alignment: null }
  const { document } = read
  const told = tellLanguage(textsOf(document), document.language, language)
  const segmented = segmentDocument(document, { language: told.language, status })
  return {
    versions: [{ version: segmented.version, report: makeReport(document, segmented, told.from) }],
    alignment: null,
  }
}

/** A candidate whose score is so near the best may be meant: the halves of a bilingual text come within a tenth. */
const LIKELY = 0.75

function textsOf({ blocks }: PlainDocument): readonly string[] {
  return blocks.map(({ text }) => text)
}

/** The language of a text's paragraphs and where it is known from; what the file declares (an attribute, a job number) decides where the text leaves it open. Throws InputError `language-unsure`, its detail the languages that it may be in, `fr, en`. */
function tellLanguage(
  paragraphs: readonly string[],
  declared: Language | null,
  given: Language | undefined,
): { readonly language: Language; readonly from: ReadingReport['languageFrom'] } {
  if (given !== undefined) return { language: given, from: 'given' }
  const { language, sure, candidates } = detectByParagraphs(paragraphs)
  if (language !== null && sure) return { language, from: 'text' }
  const likely = candidates.filter(({ score }) => score >= (candidates[0]?.score ?? 0) * LIKELY)
  const named = likely.find((each) => each.language === declared)
  if (named !== undefined) return { language: named.language, from: 'file' }
  throw new InputError('language-unsure', likely.map((each) => each.language).join(', '))
}

/** The versions of an aligned file in the rows in which it has them. */
function importAligned(aligned: AlignedDocument, status: Status): ImportedFile {
  const { versions, rows } = segmentAligned(aligned, { status })
  const own = versions.map(({ version }) => version)
  return { versions, alignment: { pivot: choosePivot(own, aligned.pivot), versions: own, rows } }
}

/**
 * Versions with keys of their own: a second text in one language becomes `fr-2`, a third `fr-3`, in the order given.
 */
export function keyVersions(versions: readonly Version[]): readonly Version[] {
  const seen = new Map<Language, number>()
  return versions.map((version) => {
    const count = (seen.get(version.language) ?? 0) + 1
    seen.set(version.language, count)
    return count === 1 ? version : { ...version, language: `${version.language}-${count}` }
  })
}

/** The pivot of a set of versions: the one asked for, else French, else the first. */
export function choosePivot(versions: readonly Pick<Version, 'language'>[], asked?: Language): Language {
  const keys = versions.map((version) => version.language)
  return (
    keys.find((key) => key === asked) ?? keys.find((key) => baseLanguage(key) === 'fr') ?? keys[0] ?? 'fr'
  )
}

/** How versions are aligned, besides what is known: `learn` and `vectors` as in AlignOptions. */
export type Means = Pick<AlignOptions, 'learn' | 'vectors'>

/** The vectors of all paragraphs of versions, as a model gives them. Rejects as the model does. */
export async function embedVersions(versions: readonly Version[], embed: Embed): Promise<Vectors> {
  const vectors: Record<Language, readonly Float32Array[]> = {}
  for (const { language, paragraphs } of versions)
    vectors[language] = await embed(
      paragraphs.map(({ text }) => text),
      baseLanguage(language),
    )
  return vectors
}

/**
 * Aligns versions (keys distinct, see keyVersions) over the pivot. Terms, words of the lexicon and names serve as anchors; `learn: false` leaves it at what
 * `knowledge.learned` has.
 */
export function alignVersions(
  versions: readonly Version[],
  knowledge: Knowledge,
  pivot?: Language,
  { learn, vectors }: Means = {},
): Alignment {
  return align(
    versions,
    choosePivot(versions, pivot),
    readAnchors(versions, findReadings(versions, knowledge)),
    { learned: knowledge.learned, learn, vectors },
  )
}

/** What two versions have to teach of which words answer each other: `learnPairs` makes of the lessons of many pairs one lexicon. */
export function readPairLessons(left: Version, right: Version, knowledge: Knowledge): readonly BeadWords[] {
  const versions = [left, right]
  const anchors = readAnchors(versions, findReadings(versions, knowledge))
  return readLessons(unitsOf(left, anchors[left.language]), unitsOf(right, anchors[right.language]))
}

/** Aligns (see alignVersions) and compares versions (keys distinct, see keyVersions). */
export function checkVersions(
  versions: readonly Version[],
  knowledge: Knowledge,
  pivot?: Language,
  { learn, vectors }: Means = {},
): Check {
  const readings = findReadings(versions, knowledge)
  const anchors = readAnchors(versions, readings)
  const alignment = align(versions, choosePivot(versions, pivot), anchors, {
    learned: knowledge.learned,
    learn,
    vectors,
  })
  return compareRows(alignment, readings, knowledge)
}

/** Compares versions that are aligned already, by a person or another program. */
export function compareAlignment(alignment: Alignment, knowledge: Knowledge): Check {
  return compareRows(alignment, findReadings(alignment.versions, knowledge), knowledge)
}

/**
 * A check whose rows are sentences: those of each row are aligned among themselves, so that none leaves the paragraphs that it was aligned with, nor a row that a person has confirmed. Row `r5` becomes `r5.1`, `r5.2`, …; a row's
 * confidence is that of its paragraphs times that of its sentences. Findings go with what they point at; hits, which exports of sentences do not need, are left out.
 */
export function splitCheck(check: Check, knowledge: Knowledge): Check {
  const versions = check.versions.map(splitVersion)
  const anchors = readAnchors(versions, findReadings(versions, knowledge))
  const sentences = new Map(
    versions.map(({ language, paragraphs }) => [language, groupSentences(paragraphs)] as const),
  )
  const rows = check.rows.flatMap((row): readonly Row[] => {
    const parts = versions.map((version) => ({
      ...version,
      paragraphs: (row.cells[version.language] ?? []).flatMap(
        (address) => sentences.get(version.language)?.get(address) ?? [],
      ),
    }))
    const present = parts.filter(({ paragraphs }) => paragraphs.length > 0)
    const aligned =
      present.length > 1 && present.some(({ paragraphs }) => paragraphs.length > 1)
        ? align(
            present,
            present.some(({ language }) => language === check.pivot) ? check.pivot : present[0]!.language,
            anchors,
            { learned: knowledge.learned, learn: false },
          ).rows
        : [
            {
              ...row,
              confidence: 1,
              cells: Object.fromEntries(
                parts.map(({ language, paragraphs }) => [language, paragraphs.map(({ address }) => address)]),
              ),
            },
          ]
    return aligned.map(({ cells, confidence, evidence }, k) => ({
      ...row,
      id: `${row.id}.${k + 1}`,
      cells: Object.fromEntries(versions.map(({ language }) => [language, cells[language] ?? []])),
      confidence: row.confidence * confidence,
      evidence,
    }))
  })
  return { ...check, versions, rows, findings: moveFindings(check, rows), hits: {} }
}

/** Sentences by the address of their paragraph. */
function groupSentences(sentences: readonly Paragraph[]): ReadonlyMap<string, readonly Paragraph[]> {
  const groups = new Map<string, Paragraph[]>()
  for (const sentence of sentences) {
    const address = sentence.address.replace(/\.s\d+$/u, '')
    const own = groups.get(address)
    if (own === undefined) groups.set(address, [sentence])
    else own.push(sentence)
  }
  return groups
}

function compareRows(alignment: Alignment, readings: Readings, knowledge: Knowledge): Check {
  const { versions, rows } = alignment
  const found = mapParagraphs(versions, ({ address }, language) => readings[language]![address]!.hits)
  // Which of two concepts a wording means is known only now that the other versions are beside it.
  const hits = annotateHits(settleHits(versions, rows, knowledge.terms, found), knowledge.terms)
  const settled = mapParagraphs(versions, ({ address }, language) => ({
    ...readings[language]![address]!,
    hits: hits[language]?.[address] ?? [],
  }))
  return { ...alignment, findings: compare(alignment, settled, knowledge), hits }
}

/** Everything that is found in each paragraph: mentions, opening verb, terms, names and words of the lexicon. */
function findReadings(versions: readonly Version[], { terms, names, lexicon }: Knowledge): Readings {
  const hits = annotateHits(findHits(versions, terms), terms)
  const named = annotateHits(findHits(versions, names), names)
  const words = findHits(versions, lexicon)
  return mapParagraphs(versions, (paragraph, language) => ({
    mentions: findMentions(paragraph.text, language),
    opening: openingOf(paragraph, language),
    hits: hits[language]?.[paragraph.address] ?? [],
    names: named[language]?.[paragraph.address] ?? [],
    words: words[language]?.[paragraph.address] ?? [],
    cues: findCues(paragraph.text, language),
  }))
}

/** The opening verb of each paragraph by version, then by address; null where there is none. */
export function findOpenings(
  versions: readonly Version[],
): Readonly<Record<Language, Readonly<Record<string, Opening | null>>>> {
  return mapParagraphs(versions, openingOf)
}

function openingOf({ kind, text, italics }: Paragraph, language: Language): Opening | null {
  return kind === 'preambular' || kind === 'operative' ? findOpening(text, language, italics) : null
}

/** Ids of wordings that are no names and only keep a shorter name inside them from being found: 发展中国家 is not 中国. */
const GUARD = 'n-guard'

/** The anchors of every paragraph: symbols, dates, numbers, opening verbs, concepts, words of the lexicon, names and footnote marks. */
function readAnchors(versions: readonly Version[], readings: Readings): Anchors {
  const findNames = makeNameFinder()
  return mapParagraphs(versions, ({ address, marks, text }, language): readonly Anchor[] => {
    const { mentions, opening, hits, names = [], words = [] } = readings[language]![address]!
    return [
      ...mentions.map(({ kind, value }) => ({ kind, value })),
      ...(opening?.concepts ?? []).map((value) => ({ kind: 'opening' as const, value })),
      ...hits.flatMap(({ concepts, weak }) =>
        weak === true ? [] : concepts.map((value) => ({ kind: 'concept' as const, value })),
      ),
      ...words.flatMap(({ concepts }) => concepts.map((value) => ({ kind: 'meaning' as const, value }))),
      // A wording that several names share tells none of them.
      ...names
        .filter(
          ({ concepts, weak }) => weak !== true && concepts.length === 1 && !concepts[0]!.startsWith(GUARD),
        )
        .flatMap(({ concepts }) => concepts.map((value) => ({ kind: 'name' as const, value }))),
      ...findNames(text, language).map(({ value }) => ({ kind: 'name' as const, value })),
      ...marks.flatMap(({ note }) => (note === null ? [] : [{ kind: 'note' as const, value: note }])),
    ]
  })
}

function mapParagraphs<T>(
  versions: readonly Version[],
  read: (paragraph: Paragraph, language: Language) => T,
): Readonly<Record<Language, Readonly<Record<string, T>>>> {
  return Object.fromEntries(
    versions.map(({ language, paragraphs }) => [
      language,
      Object.fromEntries(paragraphs.map((paragraph) => [paragraph.address, read(paragraph, language)])),
    ]),
  )
}
