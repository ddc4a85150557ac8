import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { applyDecisions } from '../../core/compare/decisions/apply-decisions'
import { alignHere } from '../../jobs/aligning'
import { alignStored } from '../../jobs/align-stored'
import { loadKnowledge, openResolution } from '../../jobs/corpus'
import { loadShippedCorpus } from '../../jobs/load-shipped'
import { confirmRow } from '../../store/confirmations'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { decide } from '../../store/decisions'
import { cellRefs, indexRefs } from '../../store/paragraph-refs'
import { readResolution } from '../../store/read-resolution'
import { readVersions, saveVersion } from '../../store/versions'

const SLUG = 'A-RES-76-299'
const LANGUAGES = ['fr', 'en', 'zh'] as const
const REQUEST = { slug: SLUG, languages: LANGUAGES, aligner: '1', options: '' }

let folder = ''
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'align-stored-'))
  store = await openStore(path.join(folder, 'a.db'))
  await loadShippedCorpus(store, '.', '1')
}, 60_000)
afterAll(async () => {
  await closeStore(store)
  rmSync(folder, { recursive: true, force: true })
})

test('the store gives the very check that the files give', async () => {
  const knowledge = await loadKnowledge('.')
  const fromFiles = await openResolution('.', SLUG, LANGUAGES, knowledge)
  expect((await alignStored(store, REQUEST, alignHere(knowledge)))?.kind).toBe('saved')
  const reading = await readResolution(store, SLUG, { languages: LANGUAGES })
  expect(reading!.check).toEqual(fromFiles!.check)
}, 60_000)

test('a decision on a finding and a row confirmed otherwise than the program has it both survive another alignment', async () => {
  const knowledge = await loadKnowledge('.')
  const [english] = await readVersions(store, SLUG, ['en'])
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/u
  const changed = english!.version.paragraphs.findIndex(
    ({ text, kind }) => kind === 'preambular' && year.test(text),
  )
  const paragraphs = english!.version.paragraphs.map((paragraph, k) =>
    k === changed ? { ...paragraph, text: paragraph.text.replace(year, '1907') } : paragraph,
  )
  await saveVersion(store, {
    resolution: SLUG,
    version: { ...english!.version, paragraphs },
    origin: 'imported',
  })
  expect((await alignStored(store, REQUEST, alignHere(knowledge)))?.kind).toBe('saved')
  const before = (await readResolution(store, SLUG, { languages: LANGUAGES }))!
  const key = before.keys[0]!.finding
  await decide(store, {
    scope: 'finding',
    key,
    verdict: 'accepted',
    reason: 'seen',
    resolution: SLUG,
    revision: 0,
    by: 'A',
  })
  const [one, next] = before.check.rows.filter(
    ({ id, cells }) =>
      cells.fr!.length === 1 && cells.en!.length === 1 && id !== before.check.findings[0]!.row,
  )
  const cells = cellRefs(
    { ...one!.cells, en: [...one!.cells.en!, ...next!.cells.en!] },
    indexRefs(before.check.versions),
  )
  expect((await confirmRow(store, { resolution: SLUG, cells, revision: 0, by: 'B' })).kind).toBe('confirmed')
  expect((await readResolution(store, SLUG, { languages: LANGUAGES }))!.unkept).toMatchObject([
    { reason: 'not-yet' },
  ])
  expect(await alignStored(store, REQUEST, alignHere(knowledge))).toMatchObject({ kind: 'saved', unkept: [] })
  const after = (await readResolution(store, SLUG, { languages: LANGUAGES }))!
  expect(Object.keys(after.confirmedRows)).toHaveLength(1)
  const { findings, unused } = applyDecisions(after.check, after.decisions)
  expect(unused).toEqual([])
  expect(findings.filter(({ decision }) => decision !== null)).toHaveLength(1)
}, 60_000)

test('what the store does not have is not aligned', async () => {
  const knowledge = await loadKnowledge('.')
  expect(await alignStored(store, { ...REQUEST, languages: ['fr', 'de'] }, alignHere(knowledge))).toBeNull()
  expect(await alignStored(store, { ...REQUEST, slug: 'none' }, alignHere(knowledge))).toBeNull()
})
