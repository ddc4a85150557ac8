import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const ROOMS = ['core', 'jobs', 'store', 'cli', 'app', 'components', 'i18n']
const STAGES = ['read', 'segment', 'terms', 'associate', 'align', 'compare', 'export']

/** The import table of ARCHITECTURE.md: room → rooms that it may import. Its own folder is always allowed. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'core/model': [],
  'core/schema': ['core/model', 'zod'],
  'core/text': ['core/model'],
  ...Object.fromEntries(STAGES.map((stage) => [`core/${stage}`, ['core/model', 'core/text']])),
  'core/pipeline': ['core/model', 'core/text', ...STAGES.map((stage) => `core/${stage}`)],
  store: ['core/model'],
  jobs: ['core', 'store'],
  i18n: ['core/model', 'core/text', 'messages'],
  components: ['core/model', 'core/text', 'i18n'],
  cli: ['core', 'store', 'jobs', 'i18n'],
  app: ['core', 'store', 'jobs', 'i18n', 'components'],
}

/** What only these files may import: the libraries that are wrapped. */
const WRAPPED: Readonly<Record<string, string | readonly string[]>> = {
  docx: 'core/export/docx-shell.ts',
  chardet: 'core/read/guess-encoding.ts',
  exceljs: ['core/export/xlsx-shell.ts', 'core/terms/formats/term-sheet.ts', 'core/text/read-workbook.ts'],
  saxes: 'core/text/parse-xml.ts',
  fflate: ['core/read/open-zip.ts', 'core/export/zip-stream.ts'],
  xmlbuilder2: 'core/terms/formats/write-tbx.ts',
  'csv-parse/sync': 'core/text/parse-csv.ts',
  'csv-stringify/sync': 'core/export/csv-text.ts',
  parse5: 'core/read/read-html.ts',
  'mdast-util-from-markdown': 'core/read/markdown-tree.ts',
  'mdast-util-gfm-footnote': 'core/read/markdown-tree.ts',
  'mdast-util-gfm-table': 'core/read/markdown-tree.ts',
  'micromark-extension-gfm-footnote': 'core/read/markdown-tree.ts',
  'micromark-extension-gfm-table': 'core/read/markdown-tree.ts',
  'franc-min': 'core/text/detect-language.ts',
  '@orama/stemmers': 'core/text/stem.ts',
  porter2: 'core/text/stem.ts',
  zod: [
    'core/schema.ts',
    'core/schema/api-values.ts',
    'core/schema/api-operations.ts',
    'core/schema/openapi.ts',
    'core/schema/options-file.ts',
  ],
  'pdfjs-dist/legacy/build/pdf.mjs': 'core/read/pdf/open-pdf.ts',
  'pdfjs-dist/legacy/build/pdf.worker.mjs': 'core/read/pdf/open-pdf.ts',
  libsql: 'store/database/dialect.ts',
  pg: 'store/database/dialect.ts',
  'pg-boss': 'store/job-messages.ts',
  sarif: 'core/export/write-sarif.ts',
  piscina: ['jobs/start-threads.ts', 'jobs/guard/start-guard.ts'],
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return sources(file)
    return /\.(ts|tsx)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [file] : []
  })
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import|require\()\s*\(?['"]([^'"]+)['"]/gu)].map(([, target]) => target!)
}

function roomOf(file: string): string {
  const parts = file.replace(/\.(ts|tsx)$/, '').split(path.sep)
  return parts[0] === 'core' ? `core/${parts[1]}` : parts[0]!
}

const files = ROOMS.flatMap(sources)

describe('the import table', () => {
  test('there are sources to check in every room', () => {
    for (const room of ROOMS) expect(files.filter((file) => file.startsWith(room)).length).toBeGreaterThan(0)
  })

  test.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file)
    const allowed = TABLE[room]
    expect(allowed).toBeDefined()
    for (const target of importsOf(file)) {
      if (!target.startsWith('.')) {
        const owner = WRAPPED[target]
        if (owner !== undefined) expect([owner].flat()).toContain(file)
        if (room.startsWith('core/'))
          expect(target.startsWith('node:') || target.startsWith('react')).toBe(false)
        continue
      }
      const resolved = path.normalize(path.join(path.dirname(file), target))
      const aim = resolved.split(path.sep)
      if (!['core', 'messages', ...ROOMS].includes(aim[0]!)) continue
      const aimed = roomOf(`${resolved}.ts`)
      const fine =
        aimed === room ||
        allowed!.some((room2) => aimed === room2 || aimed.startsWith(`${room2}/`) || aim[0] === room2)
      expect(`${file} → ${resolved}${fine ? '' : ' is not in the table'}`).toBe(`${file} → ${resolved}`)
    }
  })

  test('one file speaks with other machines; the components, in the browser, only with their own server', () => {
    const speakers = files.filter(
      (file) => !file.startsWith('components') && /(?<![\w.])fetch\(/u.test(readFileSync(file, 'utf8')),
    )
    expect(speakers).toEqual(['jobs/fetch/fetch-document.ts'])
  })
})
