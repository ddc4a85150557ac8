import { answerOnce, findAnswer, type KeptAnswer } from '../../store/answers'
import { saveAlignment } from '../../store/alignments'
import { closeStore, openStore, type Store } from '../../store/database/open-store'
import { decide, pageDecisions } from '../../store/decisions'
import { addJob, listJobs } from '../../store/jobs'
import { pageAlignments } from '../../store/page-alignments'
import { pageDocuments } from '../../store/page-documents'
import { pageFindings } from '../../store/page-findings'
import { pageVersions } from '../../store/page-versions'
import { readAlignment } from '../../store/read-resolution'
import { saveResolution } from '../../store/resolutions'
import { readVersion, readVersions, saveVersion } from '../../store/versions'
import { alignmentOf, findingOf, rowsOf, versionOf } from './fixtures'

/** What the HTTP interface asks of a store, whichever database it lives in: lists page by page, and requests with a key. */
export function describePages(newAddress: () => string): void {
  const open: Store[] = []
  let time = Date.parse('2026-01-01T00:00:00Z')
  const openOne = async () => {
    const store = await openStore(newAddress(), { now: () => new Date((time += 1000)).toISOString() })
    open.push(store)
    return store
  }
  afterEach(async () => {
    for (const store of open.splice(0)) await closeStore(store)
  })

  const SLUGS = ['A-RES-1-1', 'A-RES-1-2', 'A-RES-10-1'] as const
  const withTexts = async () => {
    const store = await openOne()
    for (const slug of SLUGS) {
      const symbol = slug.replaceAll('-', '/')
      await saveResolution(store, { slug, symbol, adopted: null, meeting: null, titles: {} })
      for (const language of ['fr', 'en'])
        await saveVersion(store, {
          resolution: slug,
          version: versionOf(language, [`${language} ${slug}`]),
          origin: 'imported',
          document: { name: `${language}.txt`, type: 'text/plain', bytes: new TextEncoder().encode(slug) },
        })
      const versions = await readVersions(store, slug, ['fr', 'en'])
      const found = [findingOf('r1', `${slug} one`), findingOf('r1', `${slug} two`)]
      await saveAlignment(store, alignmentOf(slug, versions, rowsOf('fr:p1 en:p1'), found))
    }
    return store
  }

  describe('pages', () => {
    test('documents and versions go on behind the last one, and are found by the beginning of their symbol', async () => {
      const store = await withTexts()
      const first = await pageDocuments(store, { limit: 2 })
      expect(first.map(({ slug }) => slug)).toEqual(SLUGS.slice(0, 2))
      const rest = await pageDocuments(store, { after: SLUGS[1], limit: 2 })
      expect(rest.map(({ slug }) => slug)).toEqual([SLUGS[2]])
      expect(rest[0]!.versions).toMatchObject([
        { language: 'en', file: { name: 'en.txt', size: SLUGS[2].length } },
        { language: 'fr' },
      ])
      const begun = await pageDocuments(store, { symbol: 'a/res/1/', language: 'fr', limit: 9 })
      expect(begun.map(({ slug }) => slug)).toEqual(SLUGS.slice(0, 2))
      for (const symbol of ['A_RES', '%', '\\'])
        expect(await pageDocuments(store, { symbol, limit: 9 })).toEqual([])
      const seen: string[] = []
      for (let after: readonly [string, string, string] | undefined; ;) {
        const [one] = await pageVersions(store, { after, limit: 1 })
        if (one === undefined) break
        seen.push(`${one.document} ${one.language}`)
        after = [one.document, one.language, one.id]
      }
      expect(seen).toEqual(SLUGS.flatMap((slug) => [`${slug} en`, `${slug} fr`]))
    })

    test('what was superseded is there where it is asked for, and by its id', async () => {
      const store = await withTexts()
      const [slug] = SLUGS
      const [before] = await pageVersions(store, { documents: [slug], language: 'fr' })
      const [alignment] = await pageAlignments(store, { document: slug, limit: 9 })
      await saveVersion(store, { resolution: slug, version: versionOf('fr', ['Autre']), origin: 'imported' })
      expect(await pageVersions(store, { documents: [slug], language: 'fr', superseded: true })).toHaveLength(
        2,
      )
      expect(await pageVersions(store, { id: before!.id })).toEqual([])
      const old = await readVersion(store, before!.id)
      expect(old!.version.paragraphs.map(({ text }) => text)).toEqual([`fr ${slug}`])
      expect(await readVersion(store, 'none')).toBeNull()
      expect(await pageAlignments(store, { document: slug, limit: 9 })).toEqual([])
      const [gone] = await pageAlignments(store, { id: alignment!.id, superseded: true, limit: 1 })
      expect(gone!.supersededAt).not.toBeNull()
      expect((await readAlignment(store, alignment!.id))!.check.rows).toHaveLength(1)
      expect(await readAlignment(store, 'none')).toBeNull()
    })

    test('findings and alignments of all documents go on behind the last one', async () => {
      const store = await withTexts()
      const seen: string[] = []
      for (let after: readonly [string, string, number] | undefined; ;) {
        const [one] = await pageFindings(store, { after, limit: 1, codes: ['number'] })
        if (one === undefined) break
        seen.push(`${one.document} ${one.position}`)
        after = [one.document, one.alignment, one.position]
      }
      expect(seen).toEqual(SLUGS.flatMap((slug) => [`${slug} 0`, `${slug} 1`]))
      expect(await pageFindings(store, { severities: [], limit: 9 })).toEqual([])
      const all = await pageAlignments(store, { language: 'en', limit: 9 })
      const rest = await pageAlignments(store, { after: [SLUGS[0], all[0]!.id], limit: 9 })
      expect(rest).toEqual(all.slice(1))
      expect(all[0]!.versions.map(({ language }) => language)).toEqual(['fr', 'en'])
    })

    test('decisions and jobs go on behind the last one', async () => {
      const store = await withTexts()
      for (const key of ['a', 'b', 'c'])
        await decide(store, {
          scope: 'text',
          key,
          revision: 0,
          verdict: 'accepted',
          reason: null,
          resolution: null,
          by: null,
        })
      const rest = await pageDecisions(store, { after: ['text', 'a'], limit: 1 })
      expect(rest.map(({ key }) => key)).toEqual(['b'])
      const ids = [await addJob(store, { kind: 'x', input: 1 }), await addJob(store, { kind: 'y', input: 2 })]
      const [latest] = await listJobs(store, { limit: 1 })
      expect(latest!.id).toBe(ids[1])
      expect((await listJobs(store, { after: latest })).map(({ id }) => id)).toEqual([ids[0]])
      expect((await listJobs(store, { kind: 'y' })).map(({ id }) => id)).toEqual([ids[1]])
    })
  })

  describe('a key', () => {
    const ANSWER: KeptAnswer = { status: 201, headers: { location: '/x' }, body: '{}' }
    const work = (input: number) => async (store: Store) => {
      await addJob(store, { kind: 'x', input })
      return ANSWER
    }

    test('has its work done once, however many ask at a time, and belongs to one request', async () => {
      const store = await openOne()
      const results = await Promise.all([1, 2, 3, 4].map((n) => answerOnce(store, 'k', 'request', work(n))))
      expect(results.map(({ kind }) => kind).sort()).toEqual(['done', 'first', 'first', 'first'])
      expect(await listJobs(store)).toHaveLength(1)
      expect(await answerOnce(store, 'k', 'another', work(5))).toEqual({ kind: 'other-request' })
      expect(await findAnswer(store, 'k', 'request')).toEqual({ kind: 'first', answer: ANSWER })
    })

    test('of work that fails keeps nothing, and nothing of the work', async () => {
      const store = await openOne()
      const failing = answerOnce(store, 'k', 'request', async (inner) => {
        await addJob(inner, { kind: 'x', input: 1 })
        throw new Error('broken off')
      })
      await expect(failing).rejects.toThrow('broken off')
      expect(await listJobs(store)).toEqual([])
      expect(await findAnswer(store, 'k', 'request')).toBeNull()
    })

    test('is forgotten after a day', async () => {
      const store = await openOne()
      await answerOnce(store, 'k', 'request', work(1))
      time += 24 * 60 * 60 * 1000
      expect(await answerOnce(store, 'other', 'another', work(2))).toMatchObject({ kind: 'done' })
      expect(await answerOnce(store, 'k', 'another', work(3))).toMatchObject({ kind: 'done' })
    })
  })
}
