import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { UN_LANGUAGES, type UnLanguage, type Version } from '../../core/model'
import { importFile } from '../../core/pipeline'
import { shippedDeclaration, shippedResolution } from '../support/shipped-versions'
import { writeUnDocx } from '../support/un-docx'

jest.setTimeout(180_000)

const folder = mkdtempSync(path.join(tmpdir(), 'pdf-round-trip-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXTS: readonly (readonly [string, (language: UnLanguage) => Version])[] = [
  ['resolution', shippedResolution],
  ['declaration', shippedDeclaration],
]

/** Paragraphs with address, label, words and marks; white space as a reader sees it. */
function show({ paragraphs }: Version): string[] {
  return paragraphs.map(
    ({ address, label, text, marks }) =>
      `${address} | ${label ?? ''} | ${text.replace(/\s+/gu, ' ').trim()} | ${marks.map(({ mark, at }) => `${mark} at ${at}`).join()}`,
  )
}

beforeAll(async () => {
  const files: string[] = []
  for (const [name, versionOf] of TEXTS)
    for (const language of UN_LANGUAGES) {
      const file = path.join(folder, `${name}-${language}.docx`)
      writeFileSync(file, await writeUnDocx(versionOf(language)))
      files.push(file)
    }
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=file://${folder}/office`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      ...files,
    ],
    { stdio: 'ignore' },
  )
})

describe('a version that was printed by a word processor', () => {
  test.each(
    TEXTS.flatMap(([name, versionOf]) =>
      UN_LANGUAGES.map((language) => [name, language, versionOf] as const),
    ),
  )(
    '%s in %s comes back with the same paragraphs, labels, notes and marks',
    async (name, language, versionOf) => {
      const bytes = new Uint8Array(readFileSync(path.join(folder, `${name}-${language}.pdf`)))
      const { versions } = await importFile(bytes, { name: `${name}.pdf` })
      expect(versions[0]?.version.language).toBe(language)
      expect(show(versions[0]!.version)).toEqual(show(versionOf(language)))
    },
  )
})
