import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { seeded } from '../__tests__/support/random'
import { alignPair } from '../core/align/align-pair'
import { learnPairs } from '../core/align/learn-pairs'
import { readLessons } from '../core/align/read-lessons'
import type { AlignUnit } from '../core/align/align-unit'
import type { Language } from '../core/model'
import { findMentions } from '../core/text/find-mentions'
import { readText, TEXT_NAMES } from './damage/read-text'

/*
 * How time and memory of the aligner grow: `npm run bench:speed -- [LINES…]`. The Declaration and, where it is at hand, the Charter in French and English, repeated
 * to so many lines; each repetition has its words renamed by its own seed, the same on both sides where they are the same word, so that a repetition is no
 * anchor for another. Each size runs in a process of its own, up to 30,000 lines three times over, of which the shortest counts: whatever else the machine does only lengthens it. Time is that of aligning alone: `learning` with nothing known before, `given` with the pairs of
 * words that its own lessons teach; behind each, the processor's seconds, which other work on the machine lengthens less. Memory is the most that the process has held after
 * learning. Growth is the exponent of the processor's seconds over the whole range.
 */

const SIZES = [1_000, 7_000, 30_000, 100_000, 300_000]

/** Runs of a size, and the largest that is run so often. */
const RUNS = 3
const OFTEN = 30_000

const WORD = /\p{L}{4,}/gu

function makeLines(language: Language, count: number): readonly AlignUnit[] {
  const lines = TEXT_NAMES.flatMap((name) => readText(name)?.versions[language]?.paragraphs ?? []).map(
    ({ text }) => text,
  )
  return Array.from({ length: count }, (_, k) => {
    const text = rename(lines[k % lines.length]!, Math.floor(k / lines.length))
    return {
      address: `l${k}`,
      kind: 'body',
      label: null,
      text,
      language,
      anchors: findMentions(text, language).map(({ kind, value }) => ({ kind, value })),
    }
  })
}

/** Every letter of a long word is moved along the alphabet by a distance that its place and the repetition decide: equal beginnings stay equal. */
function rename(text: string, repetition: number): string {
  const random = seeded(repetition + 1)
  const shifts = Array.from({ length: 40 }, () => Math.floor(random() * 26))
  return text.replace(WORD, (word) =>
    [...word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()]
      .map((letter, k) =>
        letter >= 'a' && letter <= 'z'
          ? String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + shifts[k % 40]!) % 26))
          : letter,
      )
      .join(''),
  )
}

/** Seconds on the clock and of the processor. */
interface Times {
  readonly seconds: number
  readonly user: number
}

interface Measured {
  readonly count: number
  readonly learning: Times
  readonly known: Times
  readonly megabytes: number
  readonly beads: number
}

function measureOne(count: number): void {
  const [left, right] = [makeLines('fr', count), makeLines('en', count)]
  const time = (run: () => void): Times => {
    const all = Array.from({ length: count <= OFTEN ? RUNS : 1 }, (): Times => {
      const [start, used] = [performance.now(), process.cpuUsage()]
      run()
      return { seconds: (performance.now() - start) / 1000, user: process.cpuUsage(used).user / 1e6 }
    })
    return all.reduce((best, one) => (one.seconds < best.seconds ? one : best))
  }
  let beads = 0
  const learning = time(() => (beads = alignPair(left, right).length))
  const megabytes = process.resourceUsage().maxRSS / 1024
  const given = learnPairs(readLessons(left, right))
  const known = time(() => alignPair(left, right, { given, learn: false }))
  const measured: Measured = { count, learning, known, megabytes, beads }
  console.log(JSON.stringify(measured))
}

function main(): void {
  const [mode, ...rest] = process.argv.slice(2)
  if (mode === '--one') {
    measureOne(Number(rest[0]))
    return
  }
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : SIZES
  console.log('   lines   learning s  user s   given s  user s      MB   beads')
  const all: Measured[] = []
  for (const count of sizes) {
    const output = execFileSync(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(import.meta.url), '--one', String(count)],
      { encoding: 'utf8' },
    )
    const measured = JSON.parse(output) as Measured
    all.push(measured)
    const { learning, known, megabytes, beads } = measured
    console.log(
      [
        String(count).padStart(8),
        learning.seconds.toFixed(1).padStart(13),
        learning.user.toFixed(1).padStart(8),
        known.seconds.toFixed(1).padStart(10),
        known.user.toFixed(1).padStart(8),
        megabytes.toFixed(0).padStart(8),
        String(beads).padStart(8),
      ].join(''),
    )
  }
  const [first, last] = [all[0], all[all.length - 1]]
  if (first === undefined || last === undefined || first.count === last.count) return
  const growth = (of: (measured: Measured) => number) =>
    (Math.log(of(last) / of(first)) / Math.log(last.count / first.count)).toFixed(2)
  console.log(
    `\nGrowth: learning ${growth((one) => one.learning.user)}, given ${growth((one) => one.known.user)}, memory ${growth((one) => one.megabytes)}`,
  )
}

main()
