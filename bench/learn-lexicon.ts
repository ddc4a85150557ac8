import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { readVersion } from '../core/pipeline'
import { listShipped, readShippedBytes, type ShippedResolution } from '../store/shipped-corpus'
import { allPairs } from './damage/pairs'
import { readText } from './damage/read-text'
import { learnPairFrom, type ParallelText } from './lexicon/learn-pair-from'
import { writeLearned } from './lexicon/write-learned'
import { writeLexiconTable } from './lexicon/write-lexicon-table'
import { writtenKnowledge } from './lexicon/written-knowledge'

/*
 * Rebuilds corpus/learned, the lexicon that the program ships, from all parallel text at hand: `npm run learn:lexicon -- [--fewer]`. Texts are the shipped resolutions and,
 * where it is present, the Charter beside the project. Stems and figures are written, no sentence of any text; the same texts give the same bytes. Without a text that the
 * lexicon has already it writes nothing, unless --fewer asks for it.
 */

const FOLDER = 'corpus/learned'

/** The texts at hand, by name. */
async function readTexts(): Promise<Readonly<Record<string, ParallelText>>> {
  const texts: Record<string, ParallelText> = {}
  for (const resolution of await listShipped('.')) texts[resolution.symbol] = await readResolution(resolution)
  const charter = readText('charter')
  return charter === null ? texts : { ...texts, 'Charter of the United Nations': charter.versions }
}

async function readResolution(resolution: ShippedResolution): Promise<ParallelText> {
  const versions: Record<string, ParallelText[string]> = {}
  for (const version of resolution.versions) {
    const bytes = await readShippedBytes('.', resolution.slug, version)
    if (bytes === null) throw new Error(`${version.file} of ${resolution.symbol} is missing`)
    versions[version.language] = readVersion(bytes, { name: version.file, language: version.language })
  }
  return versions
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { fewer: { type: 'boolean', default: false } } })
  const texts = await readTexts()
  const names = Object.keys(texts)
  const knowledge = writtenKnowledge()
  console.log(`Texts: ${names.join('; ')}\n\npair    texts   pairs    bytes     gzip`)
  let packed = 0
  const tables: Record<string, string> = {}
  for (const pair of allPairs()) {
    const [left, right] = pair
    const own = Object.values(texts).filter((text) => left in text && right in text)
    const found = learnPairFrom(own, pair, knowledge)
    const table = writeLexiconTable(pair, found)
    const { length } = gzipSync(table)
    packed += length
    tables[`${left}-${right}.tsv`] = table
    const figures = [own.length, found.length, Buffer.byteLength(table), length]
    console.log(`${left}-${right}${figures.map((figure) => String(figure).padStart(8)).join(' ')}`)
  }
  console.log(`\nCompressed: ${packed} bytes`)
  writeLearned(FOLDER, names, tables, values.fewer)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
