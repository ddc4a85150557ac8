import type { Row, Version } from '../../core/model'
import { saveAlignment } from '../../store/alignments'
import { confirmRow, withdrawConfirmation, type Confirmation } from '../../store/confirmations'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { decide, decisionHistory, undoDecision, type StoredDecision } from '../../store/decisions'
import { keepConfirmed } from '../../store/keep-confirmed'
import { cellRefs, indexRefs, refKey } from '../../store/paragraph-refs'
import { readResolution } from '../../store/read-resolution'
import { saveResolution } from '../../store/resolutions'
import { readVersions, saveVersion } from '../../store/versions'
import { pick, seeded } from '../support/random'
import { howMany } from '../support/thorough'
import { alignmentOf, findingOf, RESOLUTION, versionOf } from './fixtures'

const SEQUENCES = howMany(25, 1_000)
const STEPS = 12

/** What must be found again: confirmed rows by key, decisions by key. */
interface Expected {
  readonly confirmed: Map<string, Confirmation>
  readonly decided: Map<string, StoredDecision>
}

/** Random decisions, confirmations, alignments and imports: everything that was confirmed or decided is kept or reported, and no paragraph is ever in no row or in two. */
export function describeSequences(newAddress: () => string): void {
  test(
    `${SEQUENCES} random sequences: every confirmed row and decision is kept or reported`,
    async () => {
      const store = await openStore(newAddress())
      let keptOnes = 0
      let reported = 0
      for (let seed = 1; seed <= SEQUENCES; seed += 1) {
        const slug = `S-${seed}`
        const random = seeded(seed)
        const expected: Expected = { confirmed: new Map(), decided: new Map() }
        await saveResolution(store, { ...RESOLUTION, slug })
        for (const language of ['fr', 'en']) await reimport(store, slug, language, random)
        await realign(store, slug, random)
        for (let step = 0; step < STEPS; step += 1) {
          await act(store, slug, random, expected)
          const found = await check(store, slug, expected, `seed ${seed} step ${step}`)
          keptOnes += found.kept
          reported += found.reported
        }
      }
      expect(keptOnes).toBeGreaterThan(SEQUENCES)
      expect(reported).toBeGreaterThan(SEQUENCES / 5)
      await closeStore(store)
    },
    60_000 + SEQUENCES * 2_000,
  )
}

async function act(store: Store, slug: string, random: () => number, expected: Expected): Promise<void> {
  const kind = pick(random, 8)
  if (kind === 0) await reimport(store, slug, random() < 0.5 ? 'fr' : 'en', random)
  else if (kind === 1) await realign(store, slug, random)
  else if (kind <= 3) await decideSomething(store, slug, random, expected)
  else if (kind === 4) await withdrawSomething(store, slug, random, expected)
  else await confirmSomething(store, slug, random, expected)
}

/** A new text of a version: words come from a short list, so that some paragraphs say the same, and some are as before. */
async function reimport(store: Store, slug: string, language: string, random: () => number): Promise<void> {
  const [before] = await readVersions(store, slug, [language])
  const texts =
    before === undefined
      ? Array.from({ length: 3 + pick(random, 4) }, () => `${language} ${pick(random, 12)}`)
      : before.version.paragraphs.flatMap(({ text }) => {
          const change = pick(random, 8)
          if (change === 0) return []
          if (change === 1) return [`${language} ${pick(random, 12)}`]
          return change === 2 ? [text, `${language} ${pick(random, 12)}`] : [text]
        })
  await saveVersion(store, { resolution: slug, version: versionOf(language, texts), origin: 'imported' })
}

/** A new alignment, as the program makes one: some rows, the confirmed ones put in, findings, then kept. */
async function realign(store: Store, slug: string, random: () => number): Promise<void> {
  const versions = await readVersions(store, slug, ['fr', 'en'])
  const rows = randomRows(
    versions.map(({ version }) => version),
    random,
  )
  const first = alignmentOf(slug, versions, rows)
  const refused = await saveAlignment(store, first)
  if (refused.kind === 'saved') return
  if (refused.kind !== 'confirmed-rows') throw new Error(refused.kind)
  const { rows: kept } = keepConfirmed(first.check, refused.confirmations)
  const found = kept.slice(0, 1).map(({ id }) => findingOf(id, `${slug}-${pick(random, 3)}`))
  expect((await saveAlignment(store, alignmentOf(slug, versions, kept, found))).kind).toBe('saved')
}

function randomRows([fr, en]: readonly Version[], random: () => number): readonly Row[] {
  const [left, right] = [fr, en].map((version) => version!.paragraphs.map(({ address }) => address))
  const rows: Row[] = []
  while (left!.length + right!.length > 0) {
    const cells = { fr: left!.splice(0, pick(random, 3)), en: right!.splice(0, pick(random, 3)) }
    if (cells.fr.length + cells.en.length === 0) continue
    rows.push({ id: `r${rows.length + 1}`, kind: 'body', cells, confidence: 0.5, evidence: [], moved: [] })
  }
  return rows
}

async function decideSomething(
  store: Store,
  slug: string,
  random: () => number,
  expected: Expected,
): Promise<void> {
  const key = `t-${slug}-${pick(random, 3)}`
  const history = await decisionHistory(store, 'text', key)
  const stale = random() < 0.2 && history.length > 0
  const target = { scope: 'text' as const, key, by: null, revision: history.length - Number(stale) }
  const verdict = random() < 0.5 ? ('error' as const) : ('ignored' as const)
  const result =
    random() < 0.3
      ? await undoDecision(store, target)
      : await decide(store, { ...target, verdict, reason: null, resolution: slug })
  if (stale) expect(result).toMatchObject({ kind: 'conflict', theirs: { revision: history.length } })
  if (result.kind === 'conflict') return
  const { entry } = result
  if (entry.verdict === null) expected.decided.delete(key)
  else expected.decided.set(key, { ...entry, verdict: entry.verdict })
}

async function confirmSomething(
  store: Store,
  slug: string,
  random: () => number,
  expected: Expected,
): Promise<void> {
  const reading = await readResolution(store, slug)
  const row = reading?.check.rows[pick(random, reading.check.rows.length)]
  if (reading === null || row === undefined) return
  const cells = cellRefs(row.cells, indexRefs(reading.check.versions))
  for (const revision of [0, 1, 2, 3, 4, 5, 6]) {
    const result = await confirmRow(store, { resolution: slug, cells, revision, by: null })
    if (result.kind === 'conflict' && result.theirs.length > 0) {
      for (const theirs of result.theirs) expect(expected.confirmed.get(theirs.key)).toEqual(theirs)
      return
    }
    if (result.kind === 'conflict') continue
    expected.confirmed.set(result.confirmation.key, expect.objectContaining({ cells }) as Confirmation)
    return
  }
}

async function withdrawSomething(
  store: Store,
  slug: string,
  random: () => number,
  expected: Expected,
): Promise<void> {
  const reading = await readResolution(store, slug)
  const one = reading?.confirmations[pick(random, reading.confirmations.length)]
  if (one === undefined) return
  const { key, revision } = one
  const result = await withdrawConfirmation(store, { resolution: slug, key, revision, by: null })
  expect(result.kind).toBe('withdrawn')
  expected.confirmed.delete(key)
}

async function check(
  store: Store,
  slug: string,
  expected: Expected,
  where: string,
): Promise<{ readonly kept: number; readonly reported: number }> {
  const reading = await readResolution(store, slug)
  if (reading === null) return { kept: 0, reported: 0 }
  const { check, confirmations, confirmedRows, unkept, decisions } = reading
  expect([where, confirmations.map(({ key }) => key).sort()]).toEqual([
    where,
    [...expected.confirmed.keys()].sort(),
  ])
  expect([where, decisions.map(({ key, verdict }) => [key, verdict]).sort()]).toEqual([
    where,
    [...expected.decided.values()].map(({ key, verdict }) => [key, verdict]).sort(),
  ])
  const index = indexRefs(check.versions)
  for (const { key, cells } of confirmations) {
    const row = check.rows.find(({ id }) => id === confirmedRows[key])
    if (row === undefined) {
      expect([where, unkept.map((one) => one.key)]).toEqual([where, expect.arrayContaining([key])])
      continue
    }
    const now = cellRefs(row.cells, index)
    for (const language of ['fr', 'en'])
      expect([where, now[language]!.map(refKey)]).toEqual([where, cells[language]!.map(refKey)])
  }
  for (const { language, paragraphs } of check.versions)
    expect([where, check.rows.flatMap(({ cells }) => cells[language]!).sort()]).toEqual([
      where,
      paragraphs.map(({ address }) => address).sort(),
    ])
  return { kept: Object.keys(confirmedRows).length, reported: unkept.length }
}
