import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Language } from '../core/model'
import { ERROR_KINDS } from './check/error-kinds'
import type { Recall } from './check/measure-recall'
import type { Noise, NoisyFinding } from './check/noise'
import { CHECK_TEXTS } from './check/read-check-text'
import type { CheckResult, CheckTask } from './check/run-check-task'
import { runTasks } from './run-tasks'

/*
 * How well the checks find errors, and how quiet they are: `npm run bench:check -- [--each 200] [--kinds digit,month] [--languages en,ar] [--texts declaration] [--missed] [--list]
 * [--quiet-only] [--recall-only]`. Errors are made by a seeded generator in the version beside the French one, over the Declaration, the Charter where it is at hand, 76/299
 * and a fixture. --missed prints the errors that were not named, --list what the checks say of the untouched texts.
 */

const LANGUAGES: readonly Language[] = ['en', 'es', 'ru', 'ar', 'zh']

/** What each kind has to reach in every pair. */
const WANTED: Readonly<Record<string, number>> = {
  digit: 0.98,
  month: 0.98,
  symbol: 0.98,
  footnote: 0.98,
  untranslated: 0.98,
  'term dropped': 0.95,
  'term replaced': 0.95,
  country: 0.95,
  negation: 0.95,
  modality: 0.85,
  clause: 0.85,
}

/** A cell of fewer errors proves nothing. */
const LEAST_MADE = 50

/** Divergences of the official texts that are true: text, pair, address, code, why. */
const TRUE_DIVERGENCES = 'bench/check/true-divergences.tsv'

function readOptions() {
  const { values } = parseArgs({
    options: {
      each: { type: 'string', default: '200' },
      kinds: { type: 'string', default: Object.keys(ERROR_KINDS).join() },
      languages: { type: 'string', default: LANGUAGES.join() },
      texts: { type: 'string', default: [...CHECK_TEXTS, 'hansard'].join() },
      missed: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      'quiet-only': { type: 'boolean', default: false },
      'recall-only': { type: 'boolean', default: false },
    },
  })
  const list = (text: string, known: readonly string[]) =>
    text.split(',').map((name) => {
      if (!known.includes(name)) throw new Error(`No such name: ${name}`)
      return name
    })
  const each = Number(values.each)
  if (!Number.isInteger(each) || each < 1) throw new Error(`--each wants a whole number: ${values.each}`)
  return {
    each,
    kinds: list(values.kinds, Object.keys(ERROR_KINDS)),
    languages: list(values.languages, LANGUAGES),
    texts: list(values.texts, [...CHECK_TEXTS, 'hansard']) as readonly (
      (typeof CHECK_TEXTS)[number] | 'hansard'
    )[],
    missed: values.missed,
    show: values.list,
    recall: !values['quiet-only'],
    noise: !values['recall-only'],
  }
}

const share = (part: number, all: number) => (all === 0 ? '–' : (part / all).toFixed(3))

function printRecall(
  kinds: readonly string[],
  languages: readonly Language[],
  of: (kind: string, language: Language) => Recall,
) {
  console.log(
    '\nErrors named by a finding of their own kind (and by any), of n; ! where that is too few, or n is',
  )
  console.log(
    `${''.padEnd(15)}${languages.map((language) => `fr-${language}`.padStart(22)).join('')}  wanted`,
  )
  for (const kind of kinds) {
    const cells = languages.map((language) => {
      const { made, found, any } = of(kind, language)
      const short = made < LEAST_MADE || found / made < WANTED[kind]!
      return `${share(found, made)} (${share(any, made)}) ${String(made).padStart(3)}${short ? '!' : ' '}`.padStart(
        22,
      )
    })
    console.log(`${kind.padEnd(15)}${cells.join('')}  ${WANTED[kind]!.toFixed(2)}`)
  }
}

function printMissed(
  kinds: readonly string[],
  languages: readonly Language[],
  of: (kind: string, language: Language) => Recall,
) {
  for (const kind of kinds)
    for (const language of languages)
      for (const { address, before, after } of of(kind, language).missed)
        console.log(`${kind}  fr-${language}  ${address}\n    ${before}\n  → ${after}`)
}

/** Findings on untouched texts that were looked at and are true, as `text pair address code`. */
function trueDivergences(): ReadonlySet<string> {
  if (!existsSync(TRUE_DIVERGENCES)) return new Set()
  const lines = readFileSync(TRUE_DIVERGENCES, 'utf8').split('\n').slice(1)
  return new Set(lines.filter((line) => line !== '').map((line) => line.split('\t').slice(0, 4).join(' ')))
}

function printNoise(
  texts: readonly string[],
  languages: readonly Language[],
  of: (text: string, language: Language) => Noise | null,
) {
  const known = trueDivergences()
  console.log(
    '\nFindings of severity error or warning on the untouched texts, per 100 paragraphs: false alarms, and in brackets true divergences',
  )
  console.log(`${''.padEnd(15)}${languages.map((language) => `fr-${language}`.padStart(16)).join('')}`)
  for (const text of texts) {
    const split = languages.map((language) => {
      const noise = of(text, language)
      if (noise === null) return null
      const isTrue = ({ address, code }: NoisyFinding) =>
        known.has([text, `fr-${language}`, address, code].join(' '))
      const rate = (list: readonly NoisyFinding[]) => (100 * list.length) / noise.paragraphs
      return {
        rate,
        wrong: noise.findings.filter((one) => !isTrue(one)),
        right: noise.findings.filter(isTrue),
      }
    })
    const row = (head: string, pick: (list: readonly NoisyFinding[]) => readonly NoisyFinding[]) =>
      console.log(
        head.padEnd(15) +
          split
            .map((one) =>
              (one === null
                ? '–'
                : `${one.rate(pick(one.wrong)).toFixed(2)} (${one.rate(pick(one.right)).toFixed(2)})`
              ).padStart(16),
            )
            .join(''),
      )
    row(text, (list) => list)
    const codes = new Set(split.flatMap((one) => one?.wrong.map(({ code }) => code) ?? []))
    for (const code of [...codes].sort()) row(`  ${code}`, (list) => list.filter((one) => one.code === code))
  }
}

function printFindings(
  texts: readonly string[],
  languages: readonly Language[],
  of: (text: string, language: Language) => Noise | null,
) {
  const known = trueDivergences()
  for (const text of texts)
    for (const language of languages)
      for (const one of of(text, language)?.findings ?? []) {
        const mark = known.has([text, `fr-${language}`, one.address, one.code].join(' ')) ? ' (true)' : ''
        console.log(
          `${text}  fr-${language}  ${one.address}  ${one.severity} ${one.code}/${one.rule} ${one.confidence.toFixed(2)}${mark}: ${one.expected ?? '–'} ≠ ${one.found ?? '–'}\n    ${one.texts[0]}\n    ${one.texts[1]}`,
        )
      }
}

async function main(): Promise<void> {
  const { each, kinds, languages, texts, missed, show, recall, noise } = readOptions()
  const tasks: CheckTask[] = [
    ...(recall
      ? languages.flatMap((language) =>
          kinds.map((kind): CheckTask => ({ do: 'recall', language, kind, wanted: each })),
        )
      : []),
    ...(noise
      ? languages.flatMap((language) => texts.map((text): CheckTask => ({ do: 'noise', language, text })))
      : []),
  ]
  const results = await runTasks<CheckTask, CheckResult>('bench/check/worker.ts', tasks, (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${tasks.length} `)
  })
  const recallOf = (kind: string, language: Language): Recall => {
    const result =
      results[
        tasks.findIndex((task) => task.do === 'recall' && task.kind === kind && task.language === language)
      ]
    if (result?.do !== 'recall') throw new Error(`${kind} in ${language} was not measured`)
    return result.recall
  }
  const noiseIn = (text: string, language: Language): Noise | null => {
    const result =
      results[
        tasks.findIndex((task) => task.do === 'noise' && task.text === text && task.language === language)
      ]
    return result?.do === 'noise' ? result.noise : null
  }
  if (recall) printRecall(kinds, languages, recallOf)
  if (recall && missed) printMissed(kinds, languages, recallOf)
  if (noise) printNoise(texts, languages, noiseIn)
  if (noise && show) printFindings(texts, languages, noiseIn)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
