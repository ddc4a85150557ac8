import { existsSync, readFileSync } from 'node:fs'
import { alignPair } from '../core/align/align-pair'
import type { AlignUnit } from '../core/align/align-unit'
import type { Language } from '../core/model'
import { findMentions } from '../core/text/find-mentions'
import { scoreBeads, type IndexBead } from './score-beads'

/*
 * How good the alignment of line units is: Text+Berg's German–French development set, beside the project in ../shared/data where it is present.
 * `npm run bench:align` prints strict and lax scores, a reliability table, and time and memory.
 */

const FOLDER = '../shared/data/text-berg-dev'

const lines = (file: string) => readFileSync(`${FOLDER}/${file}`, 'utf8').replace(/\n$/u, '').split('\n')

function units(file: string, language: Language): readonly AlignUnit[] {
  return lines(file).map((text, k) => ({
    address: `l${k}`,
    kind: 'body',
    label: null,
    text,
    language,
    anchors: findMentions(text, language).map(({ kind, value }) => ({ kind, value })),
  }))
}

function readGold(file: string): readonly IndexBead[] {
  return lines(file).map((line) => {
    const [left = [], right = []] = line.split(':').map((side) => JSON.parse(side) as number[])
    return { left, right }
  })
}

const show = (value: number) => value.toFixed(3)

function main(): void {
  if (!existsSync(FOLDER)) {
    console.log(`${FOLDER} is not here; nothing measured`)
    return
  }
  const gold = readGold('dev.defr')
  const [left, right] = [units('dev.de', 'de'), units('dev.fr', 'fr')]
  const start = performance.now()
  const beads = alignPair(left, right)
  const time = performance.now() - start
  const { strict, lax } = scoreBeads(gold, beads)
  console.log('Text+Berg dev, de–fr   precision  recall  F1')
  console.log(
    `strict                     ${show(strict.precision)}   ${show(strict.recall)}  ${show(strict.f1)}`,
  )
  console.log(`lax                        ${show(lax.precision)}   ${show(lax.recall)}  ${show(lax.f1)}`)
  console.log(
    `\n${left.length} / ${right.length} lines: ${Math.round(time)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`,
  )
  const name = (bead: IndexBead) => `${bead.left.join()}:${bead.right.join()}`
  const exact = new Set(gold.map(name))
  console.log('confidence   beads   right')
  for (let tenth = 0; tenth < 10; tenth += 1) {
    const own = beads.filter(
      (bead) =>
        Math.min(9, Math.floor(bead.confidence * 10)) === tenth &&
        bead.left.length > 0 &&
        bead.right.length > 0,
    )
    if (own.length === 0) continue
    const hits = own.filter((bead) => exact.has(name(bead))).length
    console.log(
      `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}      ${String(own.length).padStart(5)}    ${(hits / own.length).toFixed(2)}`,
    )
  }
}

main()
