import { readFileSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../../../core/model'
import { importFile } from '../../../core/pipeline'
import { readFile } from '../../../core/read/read-document'
import { flatOdt, odtFile, odtFiles } from '../../support/odt-parts'
import { par, run, wordFile, wordFiles, zipFiles } from '../../support/word-parts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const fixture = () =>
  new Uint8Array(readFileSync(path.join(process.cwd(), '__tests__/core/read/fixtures/features.doc')))

async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const read = await readFile(bytes, name)
    if (read.kind === 'aligned') return read.aligned.format
    if (read.kind === 'addressed') return read.addressed.format
    const { format, blocks } = read.document
    return `${format}: ${blocks
      .map(({ text }) => text)
      .join('|')
      .slice(0, 40)}`
  } catch (error) {
    if (error instanceof InputError) return `${error.code}(${error.detail})`
    throw error
  }
}

describe('the type of a file of a word processor', () => {
  const paix = async () => wordFile({ body: par('Paix') })
  const odt = (mimetype: string) => async () =>
    zipFiles({ ...odtFiles({ body: '<text:p>Paix</text:p>' }), mimetype: `application/${mimetype}` })
  const changed = (name: string, content: string | null) => async () => {
    const files: Record<string, string> = wordFiles({ body: par('Paix'), styles: '' })
    if (content === null) delete files[name]
    else files[name] = content
    return zipFiles(files)
  }
  const openDocument = (type: string) => odt(`vnd.oasis.opendocument.${type}`)
  it.each<[string, string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['a DOCX', 'a.docx', paix, 'docx: Paix'],
    ['a DOCX with the ending of a text', 'a.txt', paix, 'docx: Paix'],
    ['a DOCX without an ending', 'a', paix, 'docx: Paix'],
    ['an ODT', 'a.odt', () => odtFile({ body: '<text:p>Paix</text:p>' }), 'odt: Paix'],
    [
      'an ODT with the ending of a DOCX',
      'a.docx',
      () => odtFile({ body: '<text:p>Paix</text:p>' }),
      'odt: Paix',
    ],
    ['a template', 'a.ott', openDocument('text-template'), 'odt: Paix'],
    ['a flat ODT', 'a.fodt', () => utf8(flatOdt({ body: '<text:p>Paix</text:p>' })), 'odt: Paix'],
    ['a DOC', 'a.doc', fixture, 'doc: Paix et sécurité|Rappelant sa résolution'],
    ['HTML with the ending of a DOCX', 'a.docx', () => utf8('<!doctype html><p>Paix'), 'html: Paix'],
    ['HTML with the ending of a DOC', 'a.doc', () => utf8('<html><p>Paix'), 'html: Paix'],
    ['words with the ending of a DOCX', 'a.docx', () => utf8('Paix'), 'text: Paix'],
    ['RTF with the ending of a DOC', 'a.doc', () => utf8('{\\rtf1 Paix}'), 'binary(RTF)'],
    ['nothing', 'a.docx', () => new Uint8Array(), 'empty()'],
    ['a DOCX without words', 'a.docx', () => wordFile({ body: par('') }), 'no-text()'],
    ['an XLSX without sheets', 'a.docx', () => zipFiles({ 'xl/workbook.xml': '<x/>' }), 'damaged()'],
    ['a PPTX', 'a.docx', () => zipFiles({ 'ppt/presentation.xml': '<x/>' }), 'binary(PPTX)'],
    ['an EPUB', 'a.odt', odt('epub+zip'), 'binary(EPUB)'],
    ['an ODS', 'a.odt', openDocument('spreadsheet'), 'binary(ODS)'],
    ['an archive of anything', 'a.zip', () => zipFiles({ 'a.txt': 'Paix' }), 'binary(ZIP)'],
    ['an empty archive', 'a.docx', () => zipFiles({}), 'binary(ZIP)'],
    [
      'a DOCX that has lost its text',
      'a.docx',
      changed('word/document.xml', null),
      'damaged(word/document.xml)',
    ],
    [
      'a DOCX whose text is cut',
      'a.docx',
      changed('word/document.xml', '<w:document'),
      'damaged(word/document.xml:1)',
    ],
    [
      'a DOCX whose text is not UTF-8',
      'a.docx',
      async () => zipFiles({ ...wordFiles({ body: '' }), 'word/document.xml': Uint8Array.of(0x3c, 0xff) }),
      'damaged(word/document.xml)',
    ],
    [
      'entities that unfold',
      'a.docx',
      changed('word/document.xml', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'),
      'unsafe(word/document.xml:1)',
    ],
    [
      'a file from elsewhere',
      'a.docx',
      changed('word/styles.xml', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'),
      'unsafe(word/styles.xml:1)',
    ],
    [
      'elements without end',
      'a.docx',
      changed('word/document.xml', '<x>'.repeat(5000)),
      'too-large(word/document.xml:1)',
    ],
    [
      'an ODT with a password',
      'a.odt',
      () =>
        odtFile({
          body: '',
          manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
        }),
      'encrypted()',
    ],
    [
      'an ODT that has lost its text',
      'a.odt',
      async () => zipFiles({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'damaged(content.xml)',
    ],
    [
      'a flat ODT with a document type',
      'a.fodt',
      () => utf8(flatOdt({ body: '' }).replace('?>\n', '?><!DOCTYPE x>\n')),
      'unsafe(fodt:1)',
    ],
  ])('%s (%s)', async (_what, name, make, expected) => {
    expect(await outcome(await make(), name)).toBe(expected)
  })

  it('is told when the file is cut anywhere', async () => {
    for (const bytes of [await paix(), await odtFile({ body: '<text:p>Paix</text:p>' })])
      for (let length = 4; length < bytes.length; length += 7)
        expect(await outcome(bytes.subarray(0, length), 'a.docx')).toMatch(/^damaged\(/u)
  })

  it('reads UTF-16 parts', async () => {
    const files: Record<string, string | Uint8Array> = wordFiles({ body: par('Paix é 和平') })
    const text = `\uFEFF${String(files['word/document.xml']).replace(/<\?xml.*?\?>/u, '')}`
    const wide = new Uint8Array(text.length * 2)
    const view = new DataView(wide.buffer)
    for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), true)
    files['word/document.xml'] = wide
    expect(await outcome(await zipFiles(files), 'a.docx')).toBe('docx: Paix é 和平')
  })
})

describe('importFile', () => {
  it('reads a text with tracked changes as it was before them where it is asked to', async () => {
    const body = par(
      run('La paix est ') +
        `<w:ins>${run('juste')}</w:ins><w:del><w:r><w:delText>durable</w:delText></w:r></w:del>`,
    )
    const texts = async (changes?: 'accepted' | 'original') => {
      const read = await importFile(await wordFile({ body }), {
        name: 'a.docx',
        language: 'fr',
        ...(changes !== undefined && { changes }),
      })
      return read.versions.map(({ version, report }) => [
        version.paragraphs.map(({ text }) => text).join(),
        report.notices[0]?.detail,
      ])
    }
    expect(await texts()).toEqual([['La paix est juste', 'accepted']])
    expect(await texts('original')).toEqual([['La paix est durable', 'original']])
  })
})

describe('large files', () => {
  it('ten thousand footnotes keep their numbers, places and words', async () => {
    const count = 10_000
    const numbers = Array.from({ length: count }, (_, i) => i + 1)
    const body = numbers
      .map((n) => par(run(`Alinéa ${n}`) + `<w:r><w:footnoteReference w:id="${n}"/></w:r>`))
      .join('')
    const footnotes = numbers.map((n) => `<w:footnote w:id="${n}">${par(`Note ${n}`)}</w:footnote>`).join('')
    const read = await readFile(await wordFile({ body, footnotes }), 'a.docx')
    const document = read.kind === 'document' ? read.document : null
    expect(document?.blocks).toHaveLength(count)
    expect(
      document?.blocks.every(
        ({ text, marks }, i) => marks[0]?.at === text.length && marks[0].mark === String(i + 1),
      ),
    ).toBe(true)
    expect(
      document?.notes?.every(
        ({ text, marks }, i) => text === `Note ${i + 1}` && marks[0]?.mark === String(i + 1),
      ),
    ).toBe(true)
  })

  it('a paragraph of five megabytes is one paragraph', async () => {
    const text = 'paix et sécurité '.repeat(310_000).trim()
    const docx = await readFile(await wordFile({ body: par(text) }), 'a.docx')
    const odt = await readFile(await odtFile({ body: `<text:p>${text}</text:p>` }), 'a.odt')
    for (const read of [docx, odt])
      expect(read.kind === 'document' && read.document.blocks[0]?.text === text).toBe(true)
  })
})
