import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { POST as compareRoute } from '../../app/[locale]/compare/new/route'
import { GET as exportRoute } from '../../app/[locale]/compare/[id]/export/route'
import { POST as fetchRoute } from '../../app/[locale]/import/fetch/route'
import { POST as readRoute } from '../../app/[locale]/import/read/route'
import { POST as saveRoute } from '../../app/[locale]/import/save/route'
import { appGuard } from '../../app/app-guard'
import { appStore } from '../../app/open-store'
import { showImport } from '../../app/show-import'
import type { RemovedKind } from '../../core/model'
import { importFile } from '../../core/pipeline'
import { closeStore } from '../../store/database/open-store'
import { listStored } from '../../store/resolutions'
import { readVersions } from '../../store/versions'
import { send, startSite, type DocumentSite } from '../support/document-site'

const folder = mkdtempSync(path.join(tmpdir(), 'import-routes-'))
const before = { ...process.env }
let site: DocumentSite

beforeAll(async () => {
  site = await startSite()
  delete process.env.DATABASE_URL
  Object.assign(process.env, {
    CONCORDANCE_DATA: folder,
    CONCORDANCE_MAX_UPLOAD: '100kB',
    CONCORDANCE_SITE: `${site.url}/{language}/{symbol}`,
  })
  await appStore()
}, 60_000)
afterAll(async () => {
  await (await appGuard()).stop()
  await site.stop()
  await closeStore(await appStore())
  process.env = before
  rmSync(folder, { recursive: true, force: true })
})

const text = (language: string) => readFileSync(`corpus/A-RES-76-299/${language}.txt`, 'utf8')
const renamed = (language: string, number: string) => text(language).replaceAll('76/299', number)
const ORIGIN = { origin: 'http://localhost:3000' }
const BYTES = { ...ORIGIN, 'content-type': 'application/octet-stream' }

async function ask(
  post: typeof readRoute,
  body: BodyInit,
  { query = 'name=a.txt', headers = BYTES as Record<string, string>, locale = 'en' } = {},
) {
  const request = new Request(`http://localhost:3000/${locale}/import/x?${query}`, {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
  const response = await post(request, { params: Promise.resolve({ locale }) })
  const answer = await response.text()
  return {
    status: response.status,
    body: answer === '' ? null : (JSON.parse(answer) as Record<string, unknown>),
  }
}

/** A body whose length nobody tells; `pulled` counts the pieces that were taken of it. */
function untold(pieces: number, pulled = { count: 0 }): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => {
      if (pulled.count >= pieces) return controller.close()
      pulled.count += 1
      return controller.enqueue(new Uint8Array(10_000).fill(120))
    },
  })
}

describe('POST …/import/read', () => {
  it.each<[string, Record<string, unknown>, number]>([
    ['another origin', { headers: { ...BYTES, origin: 'http://example.org' } }, 403],
    ['no origin at all', { headers: { 'content-type': 'application/octet-stream' } }, 403],
    ['the type of a form', { headers: { ...ORIGIN, 'content-type': 'text/plain' } }, 415],
    ['an unknown locale', { locale: 'de' }, 404],
    ['a length over the limit', { headers: { ...BYTES, 'content-length': '100001' } }, 413],
  ])('refuses what has %s', async (_, options, status) => {
    expect((await ask(readRoute, 'x', options)).status).toBe(status)
  })

  it('ends a body whose length nobody tells as soon as it is too much', async () => {
    const pulled = { count: 0 }
    expect(await ask(readRoute, untold(1000, pulled))).toEqual({
      status: 413,
      body: { code: 'too-large', message: expect.stringContaining('0.1 MB') },
    })
    expect(pulled.count).toBeLessThan(20)
  })

  it('shows a file as it would be kept, and keeps nothing', async () => {
    const stored = await listStored(await appStore())
    const { status, body } = await ask(readRoute, renamed('fr', '76/950'))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      rows: 0,
      texts: [
        {
          language: 'fr',
          symbol: 'A/RES/76/950',
          title: expect.stringContaining('Zone de paix'),
          shape: 'resolution',
          counts: { operative: 10, preambular: 20 },
        },
      ],
    })
    const [shown] = body!.texts as { paragraphs: { address: string; first: string }[] }[]
    expect(shown!.paragraphs.find(({ address }) => address === 'op7')!.first).toMatch(/^7\. .{80,90}…$/u)
    expect(await listStored(await appStore())).toEqual(stored)
  })

  it('proposes a text as official where it has what the Secretariat prints on its documents', async () => {
    const file = await importFile(new TextEncoder().encode(text('fr')), { name: 'fr.txt' })
    const withRemoved = (kind: RemovedKind) => {
      const [only] = file.versions
      const report = { ...only!.report, removed: [{ kind, text: '22-11873 (F)' }] }
      return showImport({ ...file, versions: [{ ...only!, report }] }).texts[0]!.status
    }
    expect([withRemoved('job-number'), withRemoved('link-target')]).toEqual(['official', 'unknown'])
  })

  it('says in the reader’s language why a file cannot be read', async () => {
    expect(await ask(readRoute, ' ', { locale: 'fr' })).toEqual({
      status: 422,
      body: { code: 'empty', message: 'le fichier est vide', detail: '' },
    })
    expect(await ask(readRoute, '12 34')).toMatchObject({ status: 422, body: { code: 'language-unsure' } })
    expect((await ask(readRoute, '12 34', { query: 'name=a.txt&language=fr' })).status).toBe(200)
  })
})

describe('POST …/import/save', () => {
  const save = (body: string, values: Record<string, string>, locale = 'en') =>
    ask(saveRoute, body, { query: String(new URLSearchParams({ name: 'a.txt', ...values })), locale })
  const kept = async (slug: string) =>
    (await readVersions(await appStore(), slug)).map(({ version }) => [
      version.language,
      version.status,
      version.title,
    ])

  it('keeps a text as it was corrected', async () => {
    const values = {
      symbol: ' A/RES/76/951 ',
      title: ' Un  autre titre ',
      status: 'unofficial',
      language: 'fr',
    }
    expect(await save(text('fr'), values)).toEqual({
      status: 200,
      body: {
        slug: 'A-RES-76-951',
        symbol: 'A/RES/76/951',
        texts: [{ language: 'fr', outcome: 'added' }],
      },
    })
    expect(await kept('A-RES-76-951')).toEqual([['fr', 'unofficial', 'Un autre titre']])
  })

  it('asks before an unofficial text takes the place of an official one', async () => {
    const official = renamed('fr', '76/952')
    const draft = official.replace('Encourage', 'Invite')
    expect((await save(official, { status: 'official' })).status).toBe(200)
    expect(await save(draft, { status: 'unofficial' })).toMatchObject({
      status: 409,
      body: { code: 'worse', message: expect.stringContaining('Nothing has been changed') },
    })
    expect(await kept('A-RES-76-952')).toMatchObject([['fr', 'official', expect.anything()]])
    expect(await save(draft, { status: 'unofficial', force: '1' })).toMatchObject({
      body: { texts: [{ outcome: 'replaced' }] },
    })
    expect(await kept('A-RES-76-952')).toMatchObject([['fr', 'unofficial', expect.anything()]])
  })

  it.each([
    [{}, 'symbol-missing'],
    [{ symbol: 'x'.repeat(101) }, 'symbol-wrong'],
  ])('refuses %j, and keeps nothing', async (values, code) => {
    const stored = await listStored(await appStore())
    const nameless = renamed('fr', '').replace(/^.*A\/RES\/.*$/gmu, '')
    expect(await save(nameless, values)).toMatchObject({ status: 422, body: { code } })
    expect(await listStored(await appStore())).toEqual(stored)
  })
})

describe('POST …/import/fetch', () => {
  const get = (symbol: string, language: string) =>
    ask(fetchRoute, JSON.stringify({ symbol, language }), {
      headers: { ...ORIGIN, 'content-type': 'application/json' },
    })

  it('keeps what comes, and tells what does not', async () => {
    site.on('/en/A/RES/76/953', send(renamed('en', '76/953')))
    site.on('/es/A/RES/76/953', send(renamed('en', '76/953')))
    expect(await get('A/RES/76/953', 'en')).toEqual({
      status: 200,
      body: {
        slug: 'A-RES-76-953',
        symbol: 'A/RES/76/953',
        texts: [{ language: 'en', outcome: 'added' }],
      },
    })
    expect(await get('A/RES/76/953', 'es')).toMatchObject({ status: 502, body: { code: 'wrong-language' } })
    expect(await get('A/RES/76/953', 'ru')).toMatchObject({ status: 502, body: { code: 'missing' } })
    expect(await get('\u0007', 'en')).toMatchObject({ status: 422, body: { code: 'symbol-wrong' } })
    expect((await get('A/RES/76/953', 'pt')).status).toBe(400)
    const versions = await readVersions(await appStore(), 'A-RES-76-953')
    expect(versions.map(({ version }) => [version.language, version.status])).toEqual([['en', 'official']])
  })

  it('takes no document over the limit', async () => {
    site.on('/fr/A/RES/76/954', send('x'.repeat(100_001)))
    expect(await get('A/RES/76/954', 'fr')).toMatchObject({ status: 502, body: { code: 'too-large' } })
  })
})

describe('POST …/compare/new', () => {
  const compare = async (...files: readonly string[]) => {
    const form = new FormData()
    for (const [k, words] of files.entries()) form.append('file', new File([words], `${k}.txt`))
    const encoded = new Response(form)
    return ask(compareRoute, await encoded.arrayBuffer(), {
      headers: { ...ORIGIN, 'content-type': encoded.headers.get('content-type')! },
      locale: 'fr',
    })
  }
  const exported = (id: string, v: string) =>
    exportRoute(new Request(`http://localhost:3000/fr/compare/${id}/export?format=csv&v=${v}`), {
      params: Promise.resolve({ locale: 'fr', id }),
    })

  it('compares two texts of one language too, keeps nothing, and exports what is on screen', async () => {
    const stored = await listStored(await appStore())
    const { status, body } = await compare(text('fr'), text('fr').replace('12 septembre', '13 septembre'))
    expect(status).toBe(200)
    const [, id = ''] = /^\/fr\/compare\/([0-9a-f-]{36})$/u.exec(String(body!.address)) ?? []
    const csv = await exported(id, 'fr,fr-2')
    expect(await csv.text()).toContain('13 septembre')
    expect((await exported(id, 'fr,en')).status).toBe(404)
    expect((await exported('00000000-0000-4000-8000-000000000000', 'fr')).status).toBe(404)
    expect(await listStored(await appStore())).toEqual(stored)
  }, 30_000)

  it('says which of the files cannot be read, and that one alone is not enough', async () => {
    expect(await compare(text('fr'), ' ')).toMatchObject({
      status: 422,
      body: { code: 'empty', message: expect.stringContaining('1.txt') },
    })
    expect((await compare(text('fr'))).status).toBe(400)
    expect((await compare(...Array.from({ length: 7 }, () => 'x'))).status).toBe(400)
  })
})
