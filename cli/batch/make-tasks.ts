import { stat } from 'node:fs/promises'
import path from 'node:path'
import { learnPairs } from '../../core/align/learn-pairs'
import { wholeFile } from '../../core/export/gather-chunks'
import type { Embed, Knowledge, Language, Lexicon, TermBase, Version, WordPair } from '../../core/model'
import { keyVersions, readPairLessons, type Unit } from '../../core/pipeline'
import { baseLanguage } from '../../core/text/languages'
import { loadKnowledge } from '../../jobs/corpus'
import { openEmbeddings } from '../open-embeddings'
import { readBytes, reasonOf, toVersion } from '../read-files'
import { withTermBases } from '../read-term-files'
import { UsageError } from '../usage-error'
import { writeAlignment, type SingleFormat } from '../write-alignment'
import { joinLexicons } from './join-lexicons'
import { packLessons, unpackLessons, type PackedLessons } from './pack-lessons'
import type { ListedPair } from './read-list'
import { fingerprintOf, hashOfFile, readRecords } from './result-record'

/** What is the same for every line of a batch. */
export interface BatchOptions {
  /** The program's own folder. */
  readonly root: string
  /** What tells one state of the program from another. */
  readonly program: string
  /** Languages of pivot and other; undefined where they are told from the texts. */
  readonly languages: readonly (Language | undefined)[]
  readonly unit: Unit
  readonly format: SingleFormat
  /** The language of a table's headings; null for a format that has none. */
  readonly locale: string | null
  /** The folder of a sentence model, and what tells one state of it from another; null where none is used. */
  readonly embeddings: { readonly folder: string; readonly state: string } | null
  /** Term bases that go before the program's own, and what tells one state of them from another; null where there are none. */
  readonly terms: { readonly bases: readonly TermBase[]; readonly state: string } | null
  /** Whether outputs are made again although nothing has changed. */
  readonly force: boolean
}

/** A pair looked at: whether its output is up to date, and the units (paragraphs, sentences, lines) of both sides together. */
export interface Look {
  readonly current: boolean
  readonly units: number
}

/** What a pair teaches, under its languages' key in a lexicon. */
export interface Taught {
  readonly key: string
  readonly lessons: PackedLessons
}

/** An output that is ready to be written, with the fingerprint of what it was made of. */
export interface MadeResult {
  readonly data: Uint8Array
  readonly fingerprint: string
  readonly units: number
}

/** What a worker can do, each a function of plain values, so that a task and its result can travel between threads. */
export interface Tasks {
  /** Reads a pair. Throws UsageError where it cannot be aligned and written. */
  look(pair: ListedPair): Promise<Look>
  teach(pair: ListedPair): Promise<Taught>
  learn(lessons: readonly PackedLessons[]): Promise<readonly WordPair[]>
  align(pair: ListedPair): Promise<MadeResult>
}

/**
 * The tasks of one worker; `learnedNow` gives what was learned of the whole list. The term base, lexicon and names are loaded and the sentence model is opened, by
 * `open`, when first needed.
 */
export function makeTasks(
  options: BatchOptions,
  learnedNow: () => Lexicon,
  open: (folder: string) => Promise<Embed> = openOnOneThread,
): Tasks {
  const { root, languages, unit, format, embeddings, terms } = options
  let shipped: Promise<Knowledge> | null = null
  // By the pivot's language, which decides what a term base takes the place of.
  const loaded = new Map<string, Promise<Knowledge>>()
  let joined: { readonly of: Lexicon; readonly knowledge: Map<Knowledge, Knowledge> } | null = null
  let opened: Promise<Embed> | null = null
  const loadOnce = (pivot: Language) => {
    const key = terms === null ? '' : baseLanguage(pivot)
    const before = loaded.get(key)
    if (before !== undefined) return before
    shipped ??= loadKnowledge(root)
    const made = shipped.then((knowledge) => withTermBases(knowledge, terms?.bases ?? [], pivot))
    loaded.set(key, made)
    return made
  }
  const openOnce = async () => (embeddings === null ? undefined : (opened ??= open(embeddings.folder)))

  const joinOnce = async (pivot: Language): Promise<Knowledge> => {
    const [before, learned] = [await loadOnce(pivot), learnedNow()]
    if (joined?.of !== learned) joined = { of: learned, knowledge: new Map() }
    const made = joined.knowledge.get(before) ?? {
      ...before,
      learned: joinLexicons(before.learned ?? {}, learned),
    }
    joined.knowledge.set(before, made)
    return made
  }

  const readPair = async ({ pivot, other }: ListedPair) => {
    const inputs: { readonly name: string; readonly bytes: Uint8Array }[] = []
    for (const name of [pivot, other]) inputs.push({ name, bytes: await readRegularFile(name) })
    const fingerprint = fingerprintOf(inputs, [
      options.program,
      ...languages.map((language) => language ?? null),
      unit,
      format,
      options.locale,
      embeddings?.state ?? null,
      terms?.state ?? null,
    ])
    const toVersions = async () => {
      const versions: Version[] = []
      for (const [k, { name, bytes }] of inputs.entries())
        versions.push(await toVersion(bytes, name, languages[k], unit))
      return keyVersions(versions)
    }
    return { fingerprint, toVersions }
  }

  return {
    async look(pair) {
      const { fingerprint, toVersions } = await readPair(pair)
      if (!options.force) {
        const output = await hashOfFile(pair.out)
        const records = output === null ? [] : await readRecords(root, pair.out)
        const record = records.find((one) => one.output === output && one.fingerprint === fingerprint)
        if (record !== undefined) return { current: true, units: record.units }
      }
      const units = countUnits(await toVersions())
      await requireFolder(pair.out)
      // A model that cannot be opened is better known before the learning than after.
      await openOnce()
      return { current: false, units }
    },

    async teach(pair) {
      const versions = await (await readPair(pair)).toVersions()
      const [left, right] = versions as [Version, Version]
      const [a, b] = [baseLanguage(left.language), baseLanguage(right.language)]
      const lessons = readPairLessons(left, right, await loadOnce(left.language))
      // One lexicon for two languages, whichever of them is the pivot of a line.
      return a <= b
        ? { key: `${a}-${b}`, lessons: packLessons(lessons) }
        : { key: `${b}-${a}`, lessons: packLessons(lessons.map(([x, y]) => [y, x])) }
    },

    async learn(lessons) {
      return learnPairs(unpackLessons(lessons))
    },

    async align(pair) {
      const { fingerprint, toVersions } = await readPair(pair)
      const versions = await toVersions()
      const pivot = versions[0]!.language
      const chunks = await writeAlignment(versions, await joinOnce(pivot), {
        format,
        unit,
        version: options.program.split(' ')[0],
        pivot,
        left: pivot,
        learn: false,
        embed: await openOnce(),
      })
      return { data: wholeFile(chunks).bytes, fingerprint, units: countUnits(versions) }
    },
  }
}

/** Every core has a worker of its own already. */
function openOnOneThread(folder: string): Promise<Embed> {
  return openEmbeddings(folder, { threads: 1 })
}

/** Every input is read more than once, which a pipe cannot be. */
async function readRegularFile(name: string): Promise<Uint8Array> {
  const found = await stat(name).catch((error: unknown) => {
    throw new UsageError(name, reasonOf(error))
  })
  if (!found.isFile() && !found.isDirectory()) throw new UsageError(name, 'this is not a regular file')
  return readBytes(name)
}

/** An output that cannot be written is better known before the work than after. */
async function requireFolder(out: string): Promise<void> {
  const found = await stat(out).catch(() => null)
  if (found?.isDirectory()) throw new UsageError(out, 'this is a folder, not a file')
  const folder = await stat(path.dirname(out)).catch(() => null)
  if (folder === null || !folder.isDirectory()) throw new UsageError(out, 'no such folder')
}

function countUnits(versions: readonly Version[]): number {
  return versions.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
}
