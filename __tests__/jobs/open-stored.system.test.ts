import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { UnLanguage } from '../../core/model'
import { alignHere } from '../../jobs/aligning'
import { alignStored } from '../../jobs/align-stored'
import { listResolutions as listFiles, loadKnowledge, openResolution } from '../../jobs/corpus'
import { keepConfirmedRows } from '../../jobs/keep-confirmed-rows'
import { loadShippedCorpus } from '../../jobs/load-shipped'
import { makeAlignment } from '../../jobs/make-alignment'
import { openStored, toEntry } from '../../jobs/open-stored'
import { confirmRow, withdrawConfirmation } from '../../store/confirmations'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { decide, undoDecision } from '../../store/decisions'
import { listResolutions } from '../../store/list-resolutions'
import { cellRefs, indexRefs } from '../../store/paragraph-refs'
import { readVersions, saveVersion } from '../../store/versions'

const SLUG = 'A-RES-76-299'
const LANGUAGES = ['fr', 'en', 'es'] as const

let folder = ''
let store: Store
let queries: string[] = []
let aligned = 0
let kept = 0

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'open-stored-'))
  store = await openStore(path.join(folder, 'a.db'), { onQuery: (sql) => queries.push(sql) })
  await loadShippedCorpus(store, '.', '1')
}, 60_000)
afterAll(async () => {
  await closeStore(store)
  rmSync(folder, { recursive: true, force: true })
})

const open = (languages: readonly UnLanguage[] = LANGUAGES, aligner = '1', slug = SLUG) =>
  openStored(store, slug, languages, {
    aligner,
    options: async () => 'o',
    knowledge: () => loadKnowledge('.'),
    align: async (own, chosen) => {
      aligned += 1
      return alignStored(
        store,
        { slug: own, languages: chosen, aligner, options: 'o' },
        alignHere(await loadKnowledge('.')),
      )
    },
    keep: async (reading) => {
      kept += 1
      return keepConfirmedRows(store, reading, alignHere(await loadKnowledge('.')))
    },
  })

test('the list of the store is that of the files', async () => {
  const byLanguage = (entries: Awaited<ReturnType<typeof listFiles>>) =>
    entries.map((entry) => ({
      ...entry,
      versions: [...entry.versions].sort((a, b) => (a.language < b.language ? -1 : 1)),
    }))
  expect((await listResolutions(store)).map(toEntry)).toEqual(byLanguage(await listFiles('.')))
})

test('a resolution is aligned once, and from then on read in three statements; another program aligns it anew', async () => {
  const files = await openResolution('.', SLUG, LANGUAGES, await loadKnowledge('.'))
  expect((await open())!.check).toEqual(files!.check)
  expect(aligned).toBe(1)
  queries = []
  const again = (await open())!
  expect(queries.length).toBe(3)
  expect([again.check, aligned]).toEqual([files!.check, 1])
  expect(again.entry.versions.map(({ language }) => language)).toEqual(
    (await listResolutions(store, SLUG))[0]!.versions.map(({ language }) => language),
  )
  await open(LANGUAGES, '2')
  expect(aligned).toBe(2)
  await open()
}, 120_000)

test('what it does not have is told; one version alone is shown; no resolution is none', async () => {
  const alone = (await open(['fr']))!
  expect(alone.check.versions.map(({ language }) => language)).toEqual(['fr'])
  expect(alone.reading).toBeNull()
  expect(await open(['fr', 'en'], '1', 'none')).toBeNull()
}, 60_000)

test('revisions of what was taken back are known, so that it can be settled again', async () => {
  const { keys } = (await open())!.reading!
  // A text without findings would leave nothing to settle.
  const key = keys[0]?.finding ?? '0123456789abcdef'
  const target = { scope: 'finding' as const, key, by: null }
  await decide(store, { ...target, revision: 0, resolution: SLUG, verdict: 'accepted', reason: null })
  expect((await open())!.reading!.revisions[`finding ${key}`]).toBe(1)
  await undoDecision(store, { ...target, revision: 1 })
  const reading = (await open())!.reading!
  expect([reading.revisions[`finding ${key}`], reading.decisions, reading.lostDecisions]).toEqual([2, [], []])
  const cells = cellRefs(reading.check.rows[5]!.cells, indexRefs(reading.check.versions))
  const made = await confirmRow(store, { resolution: SLUG, cells, revision: 0, by: null })
  if (made.kind !== 'confirmed') throw new Error(made.kind)
  const { key: row } = made.confirmation
  await withdrawConfirmation(store, { resolution: SLUG, key: row, revision: 1, by: null })
  const after = (await open())!.reading!
  expect([after.revisions[`row ${row}`], after.confirmations]).toEqual([2, []])
}, 60_000)

test('a decision that no finding of the resolution has any more is told', async () => {
  await decide(store, {
    scope: 'text',
    key: 'fedcba9876543210',
    revision: 0,
    resolution: SLUG,
    verdict: 'ignored',
    reason: 'r',
    by: null,
  })
  const { reading } = (await open())!
  expect(reading!.lostDecisions).toMatchObject([{ key: 'fedcba9876543210', reason: 'r' }])
}, 60_000)

test('a row that was confirmed in another selection is put into this one when it is next opened, without aligning anew', async () => {
  const [french] = await readVersions(store, SLUG, ['fr'])
  const [english] = await readVersions(store, SLUG, ['en'])
  const index = indexRefs([french!.version, english!.version])
  // Laid against each other otherwise than the program does it.
  const cells = cellRefs({ fr: ['pp2'], en: ['pp1', 'pp2'] }, index)
  await confirmRow(store, { resolution: SLUG, cells, revision: 0, by: null })
  const before = aligned
  const { check, reading } = (await open())!
  expect([aligned - before, kept]).toEqual([0, 1])
  await open()
  expect(kept).toBe(1)
  const fresh = await makeAlignment(
    store,
    { slug: SLUG, languages: LANGUAGES, aligner: '1', options: 'o' },
    alignHere(await loadKnowledge('.')),
  )
  expect(check).toEqual(fresh!.check)
  const id = Object.values(reading!.confirmedRows)[0]
  expect(check.rows.find((row) => row.id === id)?.cells).toMatchObject({ fr: ['pp2'], en: ['pp1', 'pp2'] })
  const paragraphs = english!.version.paragraphs.filter(({ address }) => address !== 'pp1')
  await saveVersion(store, {
    resolution: SLUG,
    version: { ...english!.version, paragraphs },
    origin: 'imported',
  })
  expect((await open())!.reading!.unkept).toMatchObject([{ reason: 'lost' }])
}, 120_000)
