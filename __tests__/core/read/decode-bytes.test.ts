import { InputError } from '../../../core/model'
import { decodeBytes } from '../../../core/read/decode-bytes'
import { encodeText } from '../../support/encode-text'

/** A paragraph a language as resolutions have them, written for these tests. */
const TEXTS: Readonly<Record<string, string>> = {
  ar: 'إذ تؤكد من جديد أن صون المحيطات والبحار مسؤولية تقع على عاتق جميع الدول الأعضاء، وأن التعاون الدولي في هذا المجال يقتضي موارد كافية ومستدامة،',
  zh: '重申所有会员国都有责任保护海洋，强调为此目的开展国际合作需要充足和可持续的资源，并呼吁各国政府加强协调；',
  en: 'Reaffirming that it is the responsibility of all Member States to protect the oceans – and that co-operation in this field requires “adequate” resources,',
  fr: 'Réaffirmant qu’il incombe à tous les États Membres de protéger les océans, et que la coopération internationale en la matière nécessite des ressources appropriées,',
  ru: 'подтверждая, что ответственность за охрану морей и океанов лежит на всех государствах-членах и что международное сотрудничество в этой области требует ресурсов,',
  es: 'Reafirmando que todos los Estados Miembros tienen la obligación de proteger los océanos, y que la cooperación internacional en este ámbito exige más recursos,',
}
const SHORT: Readonly<Record<string, string>> = {
  ar: 'حماية المحيطات',
  zh: '保护海洋',
  fr: 'Océans et forêts',
  ru: 'Охрана океанов',
  es: 'Protección del océano',
}

function told(bytes: Uint8Array): string {
  try {
    const { text, encoding, notices } = decodeBytes(bytes)
    const said = notices.map(({ code, detail, count }) => ` ${code}(${detail})${count}`).join('')
    return `${encoding}${said}: ${text}`
  } catch (error) {
    if (error instanceof InputError) return `${error.code}(${error.detail})`
    throw error
  }
}

const CASES = [
  ...['ar', 'zh', 'en', 'fr', 'ru', 'es'].flatMap((language) => [
    [language, 'utf-16le'],
    [language, 'utf-16be'],
  ]),
  ...['windows-1252', 'macintosh'].flatMap((encoding) =>
    ['en', 'fr', 'es'].map((language) => [language, encoding]),
  ),
  ...['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866'].map((encoding) => ['ru', encoding]),
  ...['windows-1256', 'iso-8859-6'].map((encoding) => ['ar', encoding]),
  ['zh', 'gb18030'],
].map(([language, encoding]) => [language!, encoding!] as const)

describe('decodeBytes: encodings without a mark', () => {
  it.each(CASES)('%s in %s', (language, encoding) => {
    const text = TEXTS[language]!
    expect(told(encodeText(text, encoding))).toBe(`${encoding} encoding-guessed(${encoding})1: ${text}`)
  })

  it.each(CASES)('a long text, %s in %s', (language, encoding) => {
    const text = `${TEXTS[language]!}\n`.repeat(600)
    expect(told(encodeText(text, encoding))).toBe(`${encoding} encoding-guessed(${encoding})1: ${text}`)
  })

  it.each([
    ['ar', 'windows-1256'],
    ['zh', 'gb18030'],
    ['fr', 'windows-1252'],
    ['ru', 'windows-1251'],
    ['ru', 'koi8-r'],
    ['es', 'windows-1252'],
  ])('a title alone, %s in %s', (language, encoding) => {
    expect(decodeBytes(encodeText(SHORT[language]!, encoding)).text).toBe(SHORT[language])
  })

  it('Big5, in which UN texts set in traditional characters come', () => {
    const text = '重申所有會員國都有責任保護海洋，強調為此目的開展國際合作需要充足和可持續的資源。'
    expect(told(encodeText(text, 'big5'))).toBe(`big5 encoding-guessed(big5)1: ${text}`)
  })

  it('œ in ISO 8859-15, which elsewhere is a fraction', () => {
    const text =
      'La conclusion des travaux est au cœur de l’œuvre commune des États Membres pour les océans'.replaceAll(
        '’',
        "'",
      )
    expect(decodeBytes(encodeText(text, 'iso-8859-15')).text).toBe(text)
  })
})

describe('decodeBytes: what the file says itself', () => {
  it.each(Object.keys(TEXTS))('a byte order mark decides, %s', (language) => {
    const text = TEXTS[language]!
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'])
      expect(told(encodeText(`\uFEFF${text}`, encoding))).toBe(`${encoding}: ${text}`)
  })

  it.each([
    ['ru', 'windows-1251', '<html><meta charset="windows-1251"><p>'],
    ['ru', 'koi8-r', '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>'],
    ['ar', 'windows-1256', '<?xml version="1.0" encoding="windows-1256"?><tmx><seg>'],
    ['zh', 'gbk', "<meta charset='gb2312'>"],
    ['fr', 'windows-1252', '<meta charset=iso-8859-1>'],
  ])('a declaration is obeyed, %s in %s', (language, encoding, head) => {
    const bytes = encodeText(head + TEXTS[language]!, encoding === 'gbk' ? 'gb18030' : encoding)
    expect(told(bytes)).toBe(`${encoding}: ${head}${TEXTS[language]!}`)
  })

  it('a declaration that does not hold gives way', () => {
    const head = '<meta charset="iso-8859-1">'
    expect(told(encodeText(head + TEXTS['fr']!, 'utf-8'))).toBe(`utf-8: ${head}${TEXTS['fr']!}`)
    expect(told(encodeText(head + TEXTS['ru']!, 'windows-1251'))).toBe(
      `windows-1251 encoding-guessed(windows-1251)1: ${head}${TEXTS['ru']!}`,
    )
  })
})

describe('decodeBytes: characters that are none', () => {
  it.each([
    [
      'half a pair in UTF-16',
      encodeText('\uFEFFPaix \uD83D et \u{1F54A}', 'utf-16le'),
      'utf-16le lone-surrogates()1: Paix \uFFFD et \u{1F54A}',
    ],
    [
      'half a pair written as UTF-8',
      Uint8Array.of(97, 0xed, 0xa0, 0xbd, 98),
      'utf-8 lone-surrogates()1: a\uFFFDb',
    ],
    [
      'both halves written as UTF-8',
      Uint8Array.of(97, 0xed, 0xa0, 0xbd, 0xed, 0xb5, 0x8a),
      'utf-8: a\u{1F54A}',
    ],
    [
      'NUL in a text',
      encodeText(`${'la paix '.repeat(9)}\0\0`, 'utf-8'),
      `utf-8 null-characters()2: ${'la paix '.repeat(9)}\uFFFD\uFFFD`,
    ],
    ['UTF-8 cut inside a character', encodeText('paix é', 'utf-8').subarray(0, 6), 'encoding(5)'],
    ['one bad byte in UTF-8', Uint8Array.of(...encodeText('été à l’', 'utf-8'), 0xff, 97), 'encoding(13)'],
    ['UTF-16 cut inside a character', encodeText('\uFEFFPaix', 'utf-16le').subarray(0, 9), 'encoding(8)'],
  ])('%s', (_what, bytes, expected) => {
    expect(told(bytes)).toBe(expected)
  })

  it('refuses what no encoding makes a text of', () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919 + ((i * i) >> 3)) % 256)
    expect(told(bytes)).toMatch(/^(?:binary|encoding)\(/u)
  })

  it('gives the empty text for no bytes', () => {
    expect(told(new Uint8Array())).toBe('utf-8: ')
  })
})

const zip = (name: string, content = '') => {
  const head = [0x50, 0x4b, 3, 4, ...Array<number>(22).fill(0), name.length, 0, 0, 0]
  return Uint8Array.from([...head, ...encodeText(name + content, 'utf-8')])
}
const ole = (name: string) =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...encodeText(`..${name}`, 'utf-16le')])

describe('decodeBytes: files that are no text are named', () => {
  it.each([
    ['PDF', encodeText('%PDF-1.7', 'utf-8')],
    ['RTF', encodeText('{\\rtf1 a}', 'utf-8')],
    ['PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10)],
    ['JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)],
    ['GIF', encodeText('GIF89a', 'utf-8')],
    ['MP3', Uint8Array.of(0x49, 0x44, 0x33, 3, 0)],
    ['7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ['EXE', Uint8Array.of(0x4d, 0x5a, 0x90, 0)],
    ['SQLite', encodeText('SQLite format 3\0', 'utf-8')],
    ['GZIP', Uint8Array.of(0x1f, 0x8b, 8)],
    ['DOCX', zip('word/document.xml')],
    ['XLSX', zip('xl/workbook.xml')],
    ['PPTX', zip('ppt/presentation.xml')],
    ['ODT', zip('mimetype', 'application/vnd.oasis.opendocument.text')],
    ['EPUB', zip('mimetype', 'application/epub+zip')],
    ['ZIP', zip('a.txt')],
    ['DOC', ole('WordDocument')],
    ['XLS', ole('Workbook')],
    ['PPT', ole('PowerPoint Document')],
    ['encrypted Office file', ole('EncryptedPackage')],
  ])('%s', (name, bytes) => {
    expect(told(bytes)).toBe(`binary(${name})`)
  })
})
