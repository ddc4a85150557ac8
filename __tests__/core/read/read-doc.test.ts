import { readFileSync } from 'node:fs'
import path from 'node:path'
import { InputError, UN_LANGUAGES } from '../../../core/model'
import { importFile } from '../../../core/pipeline'
import { readDoc } from '../../../core/read/read-doc'
import { readDocx } from '../../../core/read/read-docx'
import { readOdt } from '../../../core/read/read-odt'
import { featureParts } from '../../support/doc-features'
import { shippedResolution } from '../../support/shipped-versions'
import { asideNotation, documentNotation, wordFile } from '../../support/word-parts'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(path.join(process.cwd(), '__tests__/core/read/fixtures', name)))

function outcome(bytes: Uint8Array): string {
  try {
    return readDoc(bytes)
      .blocks.map(({ text }) => text)
      .join('|')
  } catch (error) {
    if (error instanceof InputError) return `${error.code}(${error.detail})`
    throw error
  }
}

/** A copy of the file with other bytes at a place. */
function withBytes(bytes: Uint8Array, at: number, ...values: readonly number[]): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy.set(values, at)
  return copy
}

describe('one text in three formats', () => {
  it.each(['accepted', 'original'] as const)('is read alike, changes %s', async (changes) => {
    const docx = readDocx(await wordFile(featureParts), changes)
    const doc = readDoc(fixture('features.doc'), changes)
    const odt = readOdt(fixture('features.odt'), changes)
    expect(documentNotation(docx)).toContain('_Rappelant_ sa résolution 70/1[1], et celle qui suit[i],')
    expect(documentNotation(docx)).toContain(changes === 'accepted' ? 'Paix juste.' : 'Paix durable.')
    expect(documentNotation(doc)).toEqual(documentNotation(docx))
    expect(documentNotation(odt)).toEqual(documentNotation(docx))
    expect(asideNotation(doc)).toEqual(asideNotation(docx))
    expect(asideNotation(odt).sort()).toEqual(asideNotation(docx).sort())
    expect([doc.language, odt.language]).toEqual([docx.language, docx.language])
  })
})

describe.each(UN_LANGUAGES)('a resolution in %s', (language) => {
  it.each(['doc', 'odt'])('is read from %s as it was written', async (format) => {
    const version = shippedResolution(language)
    const { versions } = await importFile(fixture(`resolution-${language}.${format}`), { name: 'a' })
    const read = versions[0]!
    expect(read.report.format).toBe(format)
    expect(read.version.language).toBe(language)
    expect(read.version.symbol).toBe('A/RES/76/299')
    expect(read.version.heading).toEqual(version.heading)
    expect(read.version.paragraphs).toEqual(version.paragraphs)
    expect(read.report.removed.map(({ kind }) => kind)).toContain('barcode')
  })
})

describe('readDoc: files that cannot be read', () => {
  const bytes = fixture('features.doc')
  const view = new DataView(bytes.buffer)
  const sectorAt = (sector: number) => (sector + 1) * 512
  const directory = sectorAt(view.getUint32(48, true))
  const name = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0])
  const find = (wanted: string): number => {
    for (let at = directory; at < bytes.length; at += 128)
      if (name(wanted).every((byte, i) => bytes[at + i] === byte)) return at
    throw new Error(wanted)
  }
  const entry = find('WordDocument')
  const stream = sectorAt(view.getUint32(entry + 116, true))

  it.each([
    ['a password', withBytes(bytes, stream + 0x0b, (bytes[stream + 0x0b] ?? 0) | 1), 'encrypted()'],
    ['Word 6', withBytes(bytes, stream, 0xdc, 0xa5), 'binary(DOC (Word 6))'],
    [
      'a newer file with a password',
      withBytes(bytes, entry, ...name('EncryptedPackage'), 0, 0),
      'encrypted()',
    ],
    ['a workbook', withBytes(bytes, entry, ...name('Workbook'), 0, 0, 0, 0, 0, 0, 0, 0), 'binary(XLS)'],
    ['something else', withBytes(bytes, entry, ...name('x')), 'binary(OLE)'],
    ['a head alone', bytes.subarray(0, 512), 'damaged(OLE)'],
    ['half of it', bytes.subarray(0, bytes.length >> 1), 'damaged(OLE)'],
  ])('%s', (what, changed, expected) => {
    // A stream's name has its length beside it.
    const copy = Uint8Array.from(changed)
    const lengths: Readonly<Record<string, number>> = { 'a newer file with a password': 34, 'a workbook': 18 }
    if (lengths[what] !== undefined) copy[entry + 64] = lengths[what]
    expect(outcome(copy)).toBe(expected)
  })

  it('sectors that go round in a circle', () => {
    const table = sectorAt(view.getUint32(76, true))
    const first = view.getUint32(entry + 116, true)
    const copy = Uint8Array.from(bytes)
    const changed = new DataView(copy.buffer)
    // Two sectors that follow each other for ever.
    changed.setUint32(table + first * 4, first + 1, true)
    changed.setUint32(table + (first + 1) * 4, first, true)
    expect(outcome(copy)).toBe('damaged(OLE)')
  })
})
