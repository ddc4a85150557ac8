/**
 * Measures the alignment of words on 447 English–French sentence pairs with gold links, sure and possible: alignment error rate (Och and Ney 2003), precision and recall, of
 * plain co-occurrence, of model 1 and of what the program uses, each trained on these very pairs alone, and with the program's own learned pairs of words in a line of its own.
 * `npx tsx bench/word-alignment.ts`. Fails where the program's own is no better than the others.
 */
import { existsSync, readFileSync } from 'node:fs'
import { alignWords } from '../core/associate/align-words'
import { learnAssociations, type LearnOptions, type WordsPair } from '../core/associate/learn-associations'
import { stem } from '../core/text/stem'
import { shippedKnowledge } from './check/shipped-knowledge'

const FOLDER = '../shared/data/word-alignment-enfr'
const LETTER = /[\p{L}\p{N}]/u

interface GoldPair {
  readonly words: WordsPair
  readonly plain: WordsPair
  readonly sure: ReadonlySet<string>
  readonly possible: ReadonlySet<string>
}

interface Score {
  readonly error: number
  readonly precision: number
  readonly recall: number
}

type Links = readonly (readonly [number, number])[]

function readGold(): readonly GoldPair[] {
  const read = (name: string) =>
    readFileSync(`${FOLDER}/${name}`, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
  const gold = read('enfr.gold')
  return read('enfr.src-tgt').map((line, k) => {
    const [en = [], fr = []] = line.split('|||').map((side) => side.trim().split(/\s+/u))
    const links = [...(gold[k] ?? '').matchAll(/(\d+)([-p])(\d+)/gu)].map(
      ([, left, kind, right]) => [`${Number(left) - 1}-${Number(right) - 1}`, kind] as const,
    )
    return {
      plain: [en.map((word) => word.toLowerCase()), fr.map((word) => word.toLowerCase())],
      words: [en.map((word) => stemOf(word, 'en')), fr.map((word) => stemOf(word, 'fr'))],
      sure: new Set(links.filter(([, kind]) => kind === '-').map(([link]) => link)),
      possible: new Set(links.map(([link]) => link)),
    }
  })
}

const stemOf = (word: string, language: string) => (LETTER.test(word) ? stem(word, language) : word)

function score(gold: readonly GoldPair[], linksOf: (pair: GoldPair) => Links): Score {
  let [drawn, inSure, inPossible, sure] = [0, 0, 0, 0]
  for (const pair of gold) {
    sure += pair.sure.size
    for (const [i, j] of linksOf(pair)) {
      drawn += 1
      if (pair.sure.has(`${i}-${j}`)) inSure += 1
      if (pair.possible.has(`${i}-${j}`)) inPossible += 1
    }
  }
  return {
    error: 1 - (inSure + inPossible) / (drawn + sure),
    precision: inPossible / Math.max(1, drawn),
    recall: inSure / sure,
  }
}

/** Each word with the one that it meets most, by Dice's coefficient, where that is mutual. */
function dice(gold: readonly GoldPair[]): (pair: GoldPair) => Links {
  const [left, right, both] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ]
  const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const { plain } of gold) {
    const [en, fr] = [new Set(plain[0]), new Set(plain[1])]
    en.forEach((word) => add(left, word))
    fr.forEach((word) => add(right, word))
    en.forEach((one) => fr.forEach((other) => add(both, `${one} ${other}`)))
  }
  const value = (one: string, other: string) =>
    (2 * (both.get(`${one} ${other}`) ?? 0)) / ((left.get(one) ?? 0) + (right.get(other) ?? 0))
  return ({ plain: [en, fr] }) =>
    en.flatMap((one, i) => {
      const best = fr.reduce((top, other, j) => (value(one, other) > value(one, fr[top]!) ? j : top), 0)
      const mutual = en.every((word) => value(word, fr[best]!) <= value(one, fr[best]!))
      return mutual ? [[i, best] as const] : []
    })
}

/** What is learned from the pairs, laid on them again. */
function learned(
  gold: readonly GoldPair[],
  options: LearnOptions,
  field: 'words' | 'plain' = 'words',
): (pair: GoldPair) => Links {
  const model = learnAssociations(
    gold.map((pair) => pair[field]),
    ['en', 'fr'],
    options,
  )
  return (pair) => alignWords(...pair[field], model).map(({ left, right }) => [left, right] as const)
}

/** Model 1 as it is: each word's likeliest in both directions, and what both say. */
function modelOne(gold: readonly GoldPair[]): (pair: GoldPair) => Links {
  const model = learnAssociations(
    gold.map(({ plain }) => plain),
    ['en', 'fr'],
    { looks: false, agree: false, tension: 0, belief: 0, rounds: { free: 10, ordered: 0 } },
  )
  const width = model.right.words.length
  return ({ plain: [en, fr] }) => {
    const id = (i: number, j: number) =>
      model.pairs.get(model.left.ids.get(en[i]!)! * width + model.right.ids.get(fr[j]!)!)!
    const forth = fr.map((_, j) =>
      en.reduce(
        (top, _word, i) => (model.forth.chances[id(i, j)]! > model.forth.chances[id(top, j)]! ? i : top),
        0,
      ),
    )
    const back = en.map((_, i) =>
      fr.reduce(
        (top, _word, j) => (model.back.chances[id(i, j)]! > model.back.chances[id(i, top)]! ? j : top),
        0,
      ),
    )
    return back.flatMap((j, i) => (forth[j] === i ? [[i, j] as const] : []))
  }
}

function main() {
  if (!existsSync(`${FOLDER}/enfr.gold`)) {
    console.log('no gold links at hand')
    return
  }
  const gold = readGold()
  const known = (shippedKnowledge().learned?.['fr-en'] ?? []).map(({ left, right, trust }) => ({
    left: right,
    right: left,
    trust,
  }))
  const methods: Readonly<Record<string, (pair: GoldPair) => Links>> = {
    'co-occurrence (Dice), mutual': dice(gold),
    'model 1, both ways': modelOne(gold),
    'model 1, agreeing, by stem': learned(gold, {
      looks: false,
      rounds: { free: 10, ordered: 0 },
      tension: 0,
    }),
    'ours, without looks': learned(gold, { looks: false }),
    ours: learned(gold, {}),
    'ours, with the learned lexicon': learned(gold, { known }),
  }
  const scores = Object.entries(methods).map(([name, linksOf]) => ({ name, ...score(gold, linksOf) }))
  console.log(`${gold.length} pairs${' '.repeat(26)}AER  precision  recall`)
  for (const { name, error, precision, recall } of scores)
    console.log(
      `${name.padEnd(34)} ${(100 * error).toFixed(1).padStart(5)} ${(100 * precision).toFixed(1).padStart(9)} ${(100 * recall).toFixed(1).padStart(8)}`,
    )
  const errorOf = (name: string) => scores.find((row) => row.name === name)!.error
  if (errorOf('ours') >= Math.min(errorOf('co-occurrence (Dice), mutual'), errorOf('model 1, both ways')))
    process.exitCode = 1
}

main()
