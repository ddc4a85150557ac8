import { InputError } from '../../../core/model'
import { importFile } from '../../../core/pipeline'
import { readFile } from '../../../core/read/read-document'
import { asMhtml } from '../../support/fuzz-seeds'
import { encodeText } from '../../support/encode-text'

const utf8 = (text: string) => encodeText(text, 'utf-8')

/** What a file is read as: its format, notices and size; or the error. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const read = await readFile(bytes, name)
    if (read.kind === 'addressed') return read.kind
    const { format, notices = [] } = read.kind === 'document' ? read.document : read.aligned
    const size =
      read.kind === 'document'
        ? read.document.blocks.length + (read.document.notes?.length ?? 0)
        : read.aligned.units.length
    return [format, ...notices.map(({ code, count }) => `${code}:${count}`), String(size)].join(' ')
  } catch (error) {
    if (error instanceof InputError) return `${error.code}(${error.detail})`
    throw error
  }
}

const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)
const NAMES = ['a.txt', 'a.html', 'a.md', 'a.mht', 'a.tmx', 'a.xlf', 'a.csv', 'a.tsv', 'a.xlsx']

describe('files that cannot be read', () => {
  it.each(NAMES)('nothing at all, named %s', async (name) => {
    expect(await outcome(new Uint8Array(), name)).toBe('empty()')
  })

  it.each(NAMES)('a picture, named %s', async (name) => {
    expect(await outcome(PNG, name)).toBe('binary(PNG)')
  })

  it.each([
    ['XML of another kind', 'a.xml', '<?xml version="1.0"?><martif type="TBX"/>', 'binary(XML)'],
    ['a text named XLSX', 'a.xlsx', 'Paix', 'damaged()'],
    ['a text named MHT', 'a.mht', 'Paix', 'damaged(MHTML)'],
    ['a text named TMX', 'a.tmx', 'Paix', 'damaged(line 1)'],
    ['a page without text', 'a.html', '<html><nav>Menu</nav><script>a</script>', 'no-text()'],
  ])('%s', async (_what, name, text, expected) => {
    expect(await outcome(utf8(text), name)).toBe(expected)
  })
})

describe('files under the name of another type', () => {
  it.each([
    ['a web page named CSV', 'a.csv', '<!doctype html><p>Paix', 'html 1'],
    [
      'a memory named TXT',
      'a.txt',
      '<tmx version="1.4"><body><tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu></body></tmx>',
      'tmx 1',
    ],
    ['a table named MD', 'a.md', 'fr\ten\na\tb', 'tsv 1'],
    ['a message named HTML', 'a.html', asMhtml('<html><p>Paix et sécurité</p></html>'), 'html 1'],
    ['plain text named HTML', 'a.html', 'Paix\n\net sécurité', 'text 2'],
    ['plain text without a name', '', 'Paix', 'text 1'],
  ])('%s', async (_what, name, text, expected) => {
    expect(await outcome(utf8(text), name)).toBe(expected)
  })
})

describe('characters that are none, in every format', () => {
  const text = 'la paix \u202Bet\u202C la sécurité de tous les États '.repeat(3)
  it.each([
    ['text', 'a.txt', text, 'text bidi-controls:6 1'],
    ['html', 'a.html', `<html><p>${text}&rlm;`, 'html bidi-controls:7 1'],
    ['markdown', 'a.md', text, 'markdown bidi-controls:6 1'],
    [
      'tmx',
      'a.tmx',
      `<tmx><body><tu><tuv xml:lang="fr"><seg>${text}</seg></tuv></tu></body></tmx>`,
      'tmx bidi-controls:6 1',
    ],
    ['csv', 'a.csv', `fr,en\n${text},b`, 'csv bidi-controls:6 1'],
  ])('signs of direction stay and are told, %s', async (_format, name, content, expected) => {
    expect(await outcome(utf8(content), name)).toBe(expected)
  })

  it.each(['a.txt', 'a.html', 'a.md', 'a.csv'])(
    'NUL and halves of characters are replaced and told, %s',
    async (name) => {
      const content = name === 'a.csv' ? `fr,en\n${text}\0,b \uD800` : `${text}\0 \uD800`
      const bytes = encodeText(`\uFEFF${content}`, 'utf-16le')
      const read = await readFile(bytes, name)
      if (read.kind === 'addressed') throw new Error(read.kind)
      const texts =
        read.kind === 'document'
          ? read.document.blocks.map((block) => block.text)
          : read.aligned.units.flatMap((unit) => Object.values(unit.texts))
      expect(texts.join('')).not.toMatch(/\0|\p{Surrogate}/u)
      expect(texts.join('').split('\uFFFD')).toHaveLength(3)
      expect(await outcome(bytes, name)).toContain('lone-surrogates:1 null-characters:1 bidi-controls:6')
    },
  )
})

describe('files of unusual size', () => {
  const words = 'les États Membres et la paix de tous dans la coopération '
  const million = words.repeat(20_000)
  it.each([
    ['text', 'a.txt', million],
    ['html', 'a.html', `<p>${million}`],
    ['markdown', 'a.md', million],
    ['tmx', 'a.tmx', `<tmx><body><tu><tuv xml:lang="fr"><seg>${million}</seg></tuv></tu></body></tmx>`],
    ['csv', 'a.csv', `fr,en\n${million},b`],
  ])('one paragraph of a million characters, %s', async (_format, name, content) => {
    const read = await importFile(utf8(content), { name, language: 'fr' })
    expect(read.versions[0]?.version.paragraphs.map(({ text }) => text.length)).toEqual([
      million.trim().length,
    ])
  })

  const marks = Array.from({ length: 1000 }, (_, i) => String(i + 1))
  const superscript = (mark: string) => [...mark].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')
  const body = (mark: (n: string) => string) =>
    marks.map((n) => `${n}. Décide de la paix${mark(n)} et du reste;`)
  it.each([
    ['text', 'a.txt', [...body(superscript), ...marks.map((n) => `${superscript(n)} Voir.`)].join('\n\n')],
    ['markdown', 'a.md', [...body((n) => `[^${n}]`), ...marks.map((n) => `[^${n}]: Voir.`)].join('\n\n')],
    [
      'html',
      'a.html',
      `<html>${[...body((n) => `<sup><a href="#fn${n}">${n}</a></sup>`), ...marks.map((n) => `<a href="#fnref${n}">[${n}]</a> Voir.`)].map((each) => `<p>${each}</p>`).join('')}`,
    ],
  ])('a thousand footnotes, each beside its mark, %s', async (_format, name, content) => {
    const { version } = (await importFile(utf8(content), { name, language: 'fr' })).versions[0]!
    expect(version.paragraphs.flatMap((each) => each.marks.map(({ note }) => note))).toEqual(
      marks.map((n) => `fn${n}`),
    )
    expect(version.paragraphs.filter(({ kind }) => kind === 'footnote')).toHaveLength(marks.length)
  })

  it.each([
    ['tables inside tables', '<table><tr><td>'.repeat(2000)],
    ['raised text inside raised text', '<sup>'.repeat(20_000)],
    ['cells that span everything', `<table>${'<tr><td colspan=100000 rowspan=60000>a<td>b'.repeat(1000)}`],
    ['signs that could be markup', '<&[*_^{`'.repeat(10_000)],
  ])('%s end', async (_what, html) => {
    for (const name of ['a.html', 'a.md', 'a.txt'])
      expect(await outcome(utf8(`<html>${html}a`), name)).toContain('html ')
  })
})
