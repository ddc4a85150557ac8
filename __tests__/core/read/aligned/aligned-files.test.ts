import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { InputError, type AlignedDocument } from '../../../../core/model'
import { readFile } from '../../../../core/read/read-document'
import { encodeText } from '../../../support/encode-text'

async function aligned(content: string | Uint8Array, name = 'a'): Promise<AlignedDocument> {
  const read = await readFile(typeof content === 'string' ? encodeText(content, 'utf-8') : content, name)
  if (read.kind !== 'aligned') throw new Error(`read as ${read.kind}`)
  return read.aligned
}

/** A unit in small notation: `id {property=value} fr=… | en=…`. */
async function notation(content: string | Uint8Array, name = 'a'): Promise<readonly string[]> {
  const { languages, units } = await aligned(content, name)
  return units.map(({ id, texts, properties }) => {
    const said = Object.entries(properties).map(([key, value]) => `${key}=${value}`)
    const cells = languages.flatMap((language) =>
      texts[language] === undefined ? [] : `${language}=${texts[language]}`,
    )
    return [id ?? '-', ...(said.length > 0 ? [`{${said.join(', ')}}`] : []), cells.join(' | ')].join(' ')
  })
}

async function failure(content: string | Uint8Array, name = 'a'): Promise<string> {
  try {
    return `${(await aligned(content, name)).format} is read`
  } catch (error) {
    if (error instanceof InputError) return `${error.code}(${error.detail})`
    throw error
  }
}

/** The same sentence in the six languages, written for these tests. */
const SIX: Readonly<Record<string, string>> = {
  ar: 'تدعو جميع الدول الأعضاء إلى تعزيز التعاون في مجال حماية المحيطات والغابات، وتقرر مواصلة النظر في هذه المسألة',
  zh: '吁请所有会员国加强保护海洋和森林方面的合作，并决定继续审议这一问题',
  en: 'Calls upon all Member States to strengthen their co-operation for the protection of the oceans and of the forests',
  fr: 'Demande à tous les États Membres de renforcer leur coopération pour la protection des océans et des forêts',
  ru: 'призывает все государства-члены укреплять сотрудничество в области охраны океанов и лесов и постановляет продолжить рассмотрение',
  es: 'Exhorta a todos los Estados Miembros a que refuercen su cooperación para la protección de los océanos y de los bosques',
}

const tmx = (units: string, { version = '1.4', srclang = 'fr', head = '' } = {}) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${head}<tmx version="${version}"><header creationtool="x" creationtoolversion="1" segtype="paragraph" o-tmf="x" adminlang="en" srclang="${srclang}" datatype="plaintext"/><body>${units}</body></tmx>`
const tuv = (tag: string, text: string, attribute = 'xml:lang') =>
  `<tuv ${attribute}="${tag}"><seg>${text}</seg></tuv>`

describe('TMX', () => {
  it('reads the six languages, the source first', async () => {
    const units = Object.entries(SIX)
      .map(([language, text]) => tuv(language, text))
      .join('')
    const read = await aligned(tmx(`<tu tuid="op7">${units}</tu>`))
    expect(read.languages).toEqual(['fr', 'ar', 'zh', 'en', 'ru', 'es'])
    expect(read.units).toEqual([{ id: 'op7', texts: SIX, properties: {} }])
    expect([read.format, read.encoding, read.notices ?? []]).toEqual(['tmx', 'utf-8', []])
  })

  it.each([
    ['regions', tuv('fr-FR', 'a') + tuv('EN-US', 'b'), 'fr-fr', ['- fr=a | en=b']],
    ['the attribute of TMX 1.1', tuv('FR', 'a', 'lang') + tuv('RU', 'b', 'lang'), 'FR', ['- fr=a | ru=b']],
    [
      'codes of three letters, names and scripts',
      tuv('fra', 'a') + tuv('Spanish', 'b') + tuv('zh_Hans_CN', 'c'),
      'fra',
      ['- fr=a | es=b | zh=c'],
    ],
    ['another language', tuv('fr', 'a') + tuv('pt-BR', 'b'), 'fr', ['- fr=a | pt-BR=b']],
    [
      'two regions of one language in a unit',
      tuv('fr-FR', 'a') + tuv('fr-CA', 'b'),
      'fr',
      ['- fr=a | fr-2=b'],
    ],
    [
      'two texts in one language',
      tuv('fr', 'a') + tuv('en', 'b') + tuv('en', 'c'),
      'fr',
      ['- fr=a | en=b | en-2=c'],
    ],
    ['no source language', tuv('en', 'a') + tuv('fr', 'b'), '*all*', ['- en=a | fr=b']],
    ['a missing text', tuv('fr', 'a') + tuv('en', ' '), 'fr', ['- fr=a']],
    ['entities', tuv('fr', '&lt;a&gt; &amp; &#233;&#x0438; <![CDATA[<b>]]>'), 'fr', ['- fr=<a> & éи <b>']],
    ['white space of the layout', tuv('fr', '\n    a\n    b  c\n'), 'fr', ['- fr=a b c']],
    [
      'inline codes',
      tuv(
        'fr',
        'a<bpt i="1">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept> <ph x="1">{0}</ph>c<it pos="begin">x</it> <hi type="b">d</hi><ut>\\par</ut>',
      ),
      'fr',
      ['- fr=ab c d'],
    ],
    [
      'a code that breaks the line',
      tuv('fr', 'a<ph type="lb"/>b<ph>&lt;br/&gt;</ph>c'),
      'fr',
      ['- fr=a b c'],
    ],
    [
      'text set inside a code',
      tuv('fr', 'a<ph>\\footnote{<sub>note <hi>b</hi></sub>}</ph> c'),
      'fr',
      ['- fr=a c\nnote b'],
    ],
    [
      'properties and notes',
      `<note>n</note><prop type="x-address">op7</prop>${tuv('fr', 'a').replace('<seg>', '<note>m</note><seg>')}`,
      'fr',
      ['- {note=n\nm, address=op7} fr=a'],
    ],
  ])('reads %s', async (_what, unit, srclang, expected) => {
    expect(await notation(tmx(`<tu>${unit}</tu>`, { srclang }))).toEqual(expected)
  })

  it.each(['1.1', '1.2', '1.3', '1.4', '1.4b'])('reads version %s', async (version) => {
    const head = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    expect(await notation(tmx(`<tu>${tuv('fr', 'a')}</tu>`, { version, head }))).toEqual(['- fr=a'])
  })

  it('a region alone in some units is no version of its own', async () => {
    expect(
      await notation(
        tmx(`<tu>${tuv('fr', 'a')}${tuv('en', 'b')}</tu><tu>${tuv('fr-FR', 'c')}${tuv('en-GB', 'd')}</tu>`),
      ),
    ).toEqual(['- fr=a | en=b', '- fr=c | en=d'])
  })

  it.each(['utf-16le', 'utf-16be'])('reads %s with and without a mark', async (encoding) => {
    const text = tmx(`<tu>${tuv('fr', SIX['fr']!)}${tuv('ru', SIX['ru']!)}</tu>`).replace('UTF-8', 'UTF-16')
    for (const mark of ['\uFEFF', ''])
      expect(await notation(encodeText(mark + text, encoding))).toEqual([
        `- fr=${SIX['fr']} | ru=${SIX['ru']}`,
      ])
  })

  it('tells the language of texts without one', async () => {
    const read = await aligned(tmx(`<tu>${tuv('fr', SIX['fr']!)}${tuv('', SIX['ru']!)}</tu>`))
    expect(read.languages).toEqual(['fr', 'ru'])
    expect(read.notices).toEqual([{ code: 'language-guessed', detail: 'ru', count: 1 }])
  })

  it.each([
    ['entities of its own', tmx('', { head: '<!DOCTYPE tmx [<!ENTITY a "b">]>' }), 'unsafe(DOCTYPE)'],
    ['an entity that is not declared', tmx(`<tu>${tuv('fr', '&a;')}</tu>`), 'damaged(line 2)'],
    ['a cut', tmx(`<tu>${tuv('fr', 'a')}</tu>`).slice(0, -20), 'damaged(line 2)'],
    ['no unit', tmx(''), 'no-text()'],
    ['units without a text', tmx(`<tu>${tuv('fr', ' ')}</tu>`), 'no-text()'],
    [
      'elements too deep inside each other',
      tmx(`<tu>${tuv('fr', `${'<hi>'.repeat(9000)}a${'</hi>'.repeat(9000)}`)}</tu>`),
      'unsafe(XML, line 2)',
    ],
    ['a text in no known language', tmx(`<tu>${tuv('', 'zzz')}</tu>`), 'language-unsure()'],
  ])('refuses %s', async (_what, text, expected) => {
    expect((await failure(text, 'a.tmx')).replace(/unsure\(\w+\)/u, 'unsure()')).toBe(expected)
  })
})

const xliff1 = (units: string, target = 'ar') =>
  `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr-FR" target-language="${target}" datatype="plaintext"><body>${units}</body></file></xliff>`
const xliff2 = (units: string) =>
  `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr" trgLang="zh-Hans"><file id="f1">${units}</file></xliff>`

describe('XLIFF', () => {
  it.each([
    [
      '1.2',
      xliff1(
        '<trans-unit id="op1"><source>a</source><target state="final">b</target><note>n</note></trans-unit>',
      ),
      ['op1 {note=n, state=final} fr=a | ar=b'],
    ],
    [
      '1.2 in groups',
      xliff1(
        '<group><group><trans-unit id="1"><source>a</source><target xml:lang="ru">b</target></trans-unit></group></group>',
      ),
      ['1 fr=a | ru=b'],
    ],
    [
      '1.2 with codes, segments and proposals',
      xliff1(
        '<trans-unit id="1"><source>a <g id="1">b</g><x id="2"/></source><seg-source><mrk mtype="seg" mid="1">a b</mrk></seg-source><target><mrk mtype="seg" mid="1">c <bpt id="1">&lt;i></bpt>d</mrk></target><alt-trans><source>x</source><target>y</target></alt-trans></trans-unit>',
      ),
      ['1 fr=a b | ar=c d'],
    ],
    [
      '1.2 without a translation',
      xliff1(
        '<trans-unit id="1"><source>a</source></trans-unit><trans-unit id="2"><source>c</source><target/></trans-unit>',
      ),
      ['1 fr=a', '2 fr=c'],
    ],
    [
      '2.1',
      xliff2(
        '<unit id="op1" name="op1"><notes><note>n</note><note category="address">op1</note></notes><segment state="final"><source>a <pc id="1">b</pc><ph id="2"/></source><target>c</target></segment></unit>',
      ),
      ['op1 {note=n, address=op1, name=op1, state=final} fr=a b | zh=c'],
    ],
    [
      '2.1 with segments',
      xliff2(
        '<group id="g"><unit id="u1"><segment id="s1"><source>a.</source><target>b。</target></segment><ignorable><source> </source></ignorable><segment><source>c.</source><target>d。</target></segment></unit></group>',
      ),
      ['u1/s1 fr=a. | zh=b。', 'u1/3 fr=c. | zh=d。'],
    ],
  ])('reads %s', async (_what, text, expected) => {
    expect(await notation(text)).toEqual(expected)
  })

  it('joins files that translate the same units into several languages', async () => {
    const file = (language: string, texts: readonly string[]) =>
      `<file original="a" source-language="fr" target-language="${language}" datatype="x"><body>${texts
        .map(
          (text, k) =>
            `<trans-unit id="${k}"><source>texte ${k}</source><target>${text}</target></trans-unit>`,
        )
        .join('')}</body></file>`
    const text = `<xliff version="1.2">${file('en', ['a', 'b'])}${file('es', ['c', 'd'])}</xliff>`
    expect(await notation(text)).toEqual(['0 fr=texte 0 | en=a | es=c', '1 fr=texte 1 | en=b | es=d'])
  })

  it('keeps units apart that only share their id', async () => {
    const text = `<xliff version="1.2">${['a', 'b'].map((name) => `<file original="${name}" source-language="fr" target-language="en"><body><trans-unit id="1"><source>${name}</source><target>${name}</target></trans-unit></body></file>`).join('')}</xliff>`
    expect(await notation(text)).toEqual(['1 fr=a | en=a', '1 fr=b | en=b'])
  })

  it.each([
    ['a cut', xliff2('<unit id="1">').slice(0, -10), 'damaged(line 1)'],
    ['entities of its own', `<!DOCTYPE xliff [<!ENTITY a "b">]>${xliff1('')}`, 'unsafe(DOCTYPE)'],
    ['another XML under its name', '<?xml version="1.0"?><a/>', 'damaged(a)'],
  ])('refuses %s', async (_what, text, expected) => {
    expect(await failure(text, 'a.xlf')).toBe(expected)
  })
})

const HEADS: Readonly<Record<string, string>> = {
  ar: 'العربية;الصينية;الإنكليزية;الفرنسية;الروسية;الإسبانية;الفقرة',
  zh: '阿拉伯文;中文;英文;法文;俄文;西班牙文;段落',
  en: 'Arabic;Chinese;English;French;Russian;Spanish;Paragraph',
  fr: 'Arabe;Chinois;Anglais;Français;Russe;Espagnol;Paragraphe',
  ru: 'Арабский;Китайский;Английский;Французский;Русский;Испанский;Пункт',
  es: 'Árabe;Chino;Inglés;Francés;Ruso;Español;Párrafo',
  codes: 'ar;zh;en;fr;ru;es;address',
  tags: 'ar-SA;zh-CN;en-GB;fr-FR;ru-RU;es-ES;Adresse',
}
const CELLS = ['أ', '一', 'a', 'b', 'б', 'c', 'op1']

describe('CSV and TSV', () => {
  it.each(Object.keys(HEADS))('tells a table by a head in %s, whatever its name', async (language) => {
    const rows = [HEADS[language]!.split(';'), CELLS]
    for (const mark of ['\t', ';', ',', '|']) {
      const text = rows.map((row) => row.join(mark)).join('\r\n')
      expect(await notation(`\uFEFF${text}`, 'a.txt')).toEqual([
        '- {address=op1} ar=أ | zh=一 | en=a | fr=b | ru=б | es=c',
      ])
    }
  })

  it.each([
    ['quotes, commas and lines in cells', 'fr,en\r\n"a, ""b""","c\nd"\r\n', ['- fr=a, "b" | en=c\nd']],
    [
      'semicolons with commas in the texts',
      'fr;en\na, b, c;d\ne;f, g',
      ['- fr=a, b, c | en=d', '- fr=e | en=f, g'],
    ],
    [
      'columns beside the texts',
      'ID,Français,Remarques,English,Kind,Mine\n7,a,n,b,operative,x',
      ['7 {note=n, kind=operative, mine=x} fr=a | en=b'],
    ],
    [
      'a status behind a name',
      'French,Arabic (unofficial translation),法文（非正式译文）\na,b,c',
      ['- fr=a | ar=b | fr-2=c'],
    ],
    ['numbered versions', 'French,French (2),English\na,b,c', ['- fr=a | fr-2=b | en=c']],
    ['two columns of one name', 'fr,fr,en\na,b,c', ['- fr=a | fr-2=b | en=c']],
    ['titles above the head', 'A/RES/76/299,\n,\nFrançais,Anglais\na,b', ['- fr=a | en=b']],
    ['short, long and empty rows', 'fr,en\na\n,,\nb,c,d', ['- fr=a', '- {column 3=d} fr=b | en=c']],
    ['formulas that were guarded', "fr,en\n'=1+1,'-a", ['- fr==1+1 | en=-a']],
    ['old line ends', 'fr,en\ra,b\rc,d', ['- fr=a | en=b', '- fr=c | en=d']],
  ])('reads %s', async (_what, text, expected) => {
    expect(await notation(text, 'a.csv')).toEqual(expected)
  })

  it('keeps quotes between tabs that are text, and takes those that are not', async () => {
    expect(await notation('fr\ten\n"Paix" et droit\t"b\n', 'a.tsv')).toEqual(['- fr="Paix" et droit | en="b'])
    expect(await notation('fr\ten\n"a\nb"\tc\n', 'a.tsv')).toEqual(['- fr=a\nb | en=c'])
  })

  it.each([
    ['fr', 'ru'],
    ['en', 'es'],
    ['ar', 'zh'],
    ['zh', 'fr'],
  ])('without a head the texts tell their languages: %s and %s', async (left, right) => {
    const rows = [1, 2, 3].map((n) => `${n}\t${SIX[left]!}\t${SIX[right]!}`)
    const read = await aligned(rows.join('\n'), 'a.tsv')
    expect(read.languages).toEqual([left, right])
    expect(read.units).toHaveLength(3)
    expect(read.units[1]).toEqual({
      id: null,
      texts: { [left]: SIX[left], [right]: SIX[right] },
      properties: { 'column 1': '2' },
    })
    expect(read.notices?.map(({ code, detail }) => `${code} ${detail}`)).toEqual([
      `language-guessed ${left}`,
      `language-guessed ${right}`,
    ])
  })

  it('a head that names no language is none of the texts', async () => {
    const read = await aligned(`ID,Source,Target\n1,"${SIX['fr']!}","${SIX['en']!}"\n`, 'a.csv')
    expect(read.units).toEqual([{ id: '1', texts: { fr: SIX['fr'], en: SIX['en'] }, properties: {} }])
  })

  it.each([
    ['windows-1252', `fr;es\n${SIX['fr']!};${SIX['es']!}`],
    ['windows-1251', `ru;en\n${SIX['ru']!};${SIX['en']!}`],
    ['windows-1256', `ar;en\n${SIX['ar']!};${SIX['en']!}`],
    ['gb18030', `zh;en\n${SIX['zh']!};${SIX['en']!}`],
    ['utf-16le', `zh;en\n${SIX['zh']!};${SIX['en']!}`],
  ])('reads %s', async (encoding, text) => {
    const read = await aligned(encodeText(text, encoding), 'a.csv')
    expect(read.units.map(({ texts }) => Object.values(texts).join(';'))).toEqual([text.split('\n')[1]])
    expect(read.encoding).toBe(encoding)
  })

  it.each([
    ['nothing', ' \n \n', 'empty()'],
    ['quotes that do not close', 'fr,en\n"a,b\nc,d', 'damaged(line 4)'],
    ['one column', 'fr\na\nb', 'language-unsure()'],
    ['texts in no language', 'x,y\n1,2', 'language-unsure()'],
    ['a head alone', 'fr,en\n', 'no-text()'],
    ['a picture under its name', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13), 'binary(PNG)'],
  ])('refuses %s', async (_what, text, expected) => {
    expect((await failure(text, 'a.csv')).replace(/damaged\(line \d\)/u, 'damaged(line 4)')).toBe(expected)
  })
})

async function workbook(
  ...sheets: readonly (readonly (readonly ExcelJS.CellValue[])[])[]
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  for (const rows of sheets) {
    const sheet = book.addWorksheet()
    for (const row of rows) sheet.addRow([...row])
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

it.each([
  ['ar', 'العربية (ترجمة غير رسمية),الإنكليزية', ['ar']],
  ['zh', '中文（非正式译文）,英文（正式文本）', ['zh']],
  ['en', 'Arabic (Unofficial translation),English', ['ar']],
  ['fr', 'Arabe (traduction non officielle),Anglais (2) (traduction non officielle)', ['ar', 'en-2']],
  ['ru', 'Арабский (неофициальный перевод),Английский (официальный текст)', ['ar']],
  ['es', 'Árabe (texto oficial),Inglés (traducción no oficial)', ['en']],
  ['none', 'Arabic,English', []],
])('a head in %s tells which versions are not official', async (_language, head, expected) => {
  const { heads = {} } = await aligned(`${head}\na,b`, 'a.csv')
  expect(heads).toEqual(Object.fromEntries(expected.map((key) => [key, { status: 'unofficial' }])))
})

describe('XLSX', () => {
  it.each(Object.keys(HEADS))('reads a sheet with a head in %s', async (language) => {
    const bytes = await workbook([HEADS[language]!.split(';'), CELLS])
    expect(await notation(bytes, 'a.bin')).toEqual([
      '- {address=op1} ar=أ | zh=一 | en=a | fr=b | ru=б | es=c',
    ])
  })

  it('reads rich text, numbers, formulas and line breaks as they are shown, from the first sheet with a table', async () => {
    const rich = { richText: [{ text: 'a ' }, { text: 'b', font: { italic: true } }] }
    const bytes = await workbook(
      [['Notes']],
      [
        ['Français', 'English', '№'],
        [rich, 'c\nd', 7],
        [{ formula: '1+1', result: 2 }, 'e', 8],
      ],
    )
    expect(await notation(bytes)).toEqual(['7 fr=a b | en=c\nd', '8 fr=2 | en=e'])
  })

  it('does not spread ranges over all cells', async () => {
    const zip = await JSZip.loadAsync(
      await workbook([
        ['fr', 'en'],
        ['a', 'b'],
      ]),
    )
    const sheet = await zip.file('xl/worksheets/sheet1.xml')!.async('string')
    const wide =
      '<mergeCells count="1"><mergeCell ref="C1:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"x"</formula1></dataValidation></dataValidations>'
    zip.file('xl/worksheets/sheet1.xml', sheet.replace('</sheetData>', `</sheetData>${wide}`))
    expect(await notation(await zip.generateAsync({ type: 'uint8array' }))).toEqual(['- fr=a | en=b'])
  })

  it('refuses an archive that unfolds to more than it says, or to too much', async () => {
    const zip = new JSZip()
    zip.file('xl/workbook.xml', 'a'.repeat(100_000), { createFolders: false })
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const claim = (size: number) => {
      for (let at = 0; at + 28 < bytes.length; at += 1)
        if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
    }
    claim(150_000_000)
    expect(await failure(bytes)).toBe('too-large(xl/workbook.xml)')
    claim(1000)
    expect(await failure(bytes)).toBe('damaged(xl/workbook.xml)')
  })

  it('refuses what is damaged, protected or another type', async () => {
    const bytes = await workbook([
      ['fr', 'en'],
      ['a', 'b'],
    ])
    expect(await failure(bytes.subarray(0, bytes.length - 300), 'a.xlsx')).toBe('damaged(ZIP)')
    expect(await failure(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.xlsx')).toBe('damaged(OLE)')
    expect(
      await failure(
        await workbook([
          ['x', 'y'],
          ['1', '2'],
        ]),
      ),
    ).toBe('language-unsure()')
  })
})
