import { readFileSync } from 'node:fs'
import { alignPair } from '../core/align/align-pair'
const findMentions = (text: string, _l: string) =>
  [...text.matchAll(/[0-9]+/g)].map((m) => ({ kind: 'number' as const, value: m[0] }))
import { scoreBeads } from './score-beads'

const folder = '../shared/data/text-berg-dev'
const lines = (file: string) => readFileSync(`${folder}/${file}`, 'utf8').replace(/\n$/, '').split('\n')
const gold = lines('dev.defr').map((line) => {
  const [left, right] = line.split(':').map((side) => JSON.parse(side) as number[])
  return { left: left!, right: right! }
})
const units = (file: string, language: string) =>
  lines(file).map((text, i) => ({
    address: `l${i}`,
    kind: 'body' as const,
    label: null,
    text,
    language,
    anchors: findMentions(text, language).map((m) => ({ kind: m.kind, value: m.value })),
  }))
const t = performance.now()
const beads = alignPair(units('dev.de', 'de'), units('dev.fr', 'fr'))
console.log(Math.round(performance.now() - t), 'ms', scoreBeads(gold, beads))
const name = (b: { left: readonly number[]; right: readonly number[] }) => `${b.left}:${b.right}`
const g = new Set(gold.map(name))
const buckets = new Map<number, [number, number]>()
for (const b of beads) {
  if (!b.left.length || !b.right.length) continue
  const k = Math.floor(b.confidence * 10)
  const e = buckets.get(k) ?? [0, 0]
  e[0]++
  if (g.has(name(b))) e[1]++
  buckets.set(k, e)
}
console.log(
  [...buckets]
    .sort((a, b) => a[0] - b[0])
    .map(([k, [n, r]]) => `${k / 10}: ${n} ${(r / n).toFixed(2)}`)
    .join('\n'),
)
const shape = (b: { left: readonly number[]; right: readonly number[] }) => `${b.left.length}:${b.right.length}`
const tally = (list: readonly { left: readonly number[]; right: readonly number[] }[]) => {
  const m = new Map<string, number>()
  for (const b of list) m.set(shape(b), (m.get(shape(b)) ?? 0) + 1)
  return [...m].sort((a, b) => b[1] - a[1]).map(([k, v]) => `${k} ${v}`).join(', ')
}
console.log('gold', tally(gold)); console.log('found', tally(beads))
if (process.env.SHOW) {
const L = lines('dev.de'), R = lines('dev.fr')
const f = new Set(beads.map(name))
for (const b of beads.filter((x) => !g.has(name(x))).slice(0, 25)) {
  console.log('---', name(b), b.confidence.toFixed(2), 'gold:', gold.filter((x) => x.left.some((i) => b.left.includes(i)) || x.right.some((j) => b.right.includes(j))).map(name).join(' '))
}
}
