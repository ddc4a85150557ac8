import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BlockMark } from '../../../../core/model'
import { readFile } from '../../../../core/read/read-document'
import { VERSIONS } from './short-versions'

const fixture = (name: string) => new Uint8Array(readFileSync(path.join(__dirname, 'fixtures', name)))

async function read(name: string) {
  const file = await readFile(fixture(name), name)
  if (file.kind !== 'document') throw new Error('no document')
  return file.document
}

/** A text with its marks, its label in front; how wide the white behind a label is depends on the tab. */
function show(label: string | null, text: string, marks: readonly BlockMark[]): string {
  const marked = [...marks]
    .reverse()
    .reduce((out, { at, mark }) => `${out.slice(0, at)}[${mark}]${out.slice(at)}`, text)
  return (label === null ? marked : `${label} ${marked}`).replace(/^(\d\.) ?/u, '$1 ')
}

describe('resolutions that LibreOffice has printed', () => {
  test.each(VERSIONS.map((version) => [version.language, version] as const))(
    '%s comes back letter by letter, with its mark, note and language',
    async (language, { paragraphs }) => {
      const document = await read(`${language}.pdf`)
      const text = paragraphs.filter(({ kind }) => kind !== 'footnote')
      expect(document.blocks.map(({ text: each, marks }) => show(null, each, marks))).toEqual(
        text.map(({ label, text: each, marks }) => show(label, each, marks)),
      )
      expect(document.notes?.map(({ text: each, marks }) => [marks[0]?.mark, each.trim()])).toEqual(
        paragraphs
          .filter(({ kind }) => kind === 'footnote')
          .map(({ address, text: each }) => [address.slice(2), each]),
      )
      expect(document.language).toBe(language)
      expect(document.removed.map(({ kind }) => kind)).toContain('barcode')
    },
  )

  test('letters that the eye sees in another order are told once a page', async () => {
    const { repairs = [] } = await read('ar.pdf')
    expect(repairs.filter(({ kind }) => kind === 'order').map(({ page }) => page)).toEqual([1])
  })

  test('a file that needs a password is refused as encrypted, one that only restricts what may be done with it is read', async () => {
    await expect(read('needs-password.pdf')).rejects.toMatchObject({ code: 'encrypted' })
    expect((await read('owner-password.pdf')).blocks).toHaveLength(4)
  })
})
