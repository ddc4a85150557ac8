import { readFileSync } from 'node:fs'
import path from 'node:path'
import { UN_LANGUAGES, type UnLanguage, type Version } from '../../../core/model'
import { readDocument, readFile } from '../../../core/read/read-document'
import { segment } from '../../../core/segment/segment'
import { asMhtml } from '../../support/fuzz-seeds'
import { encodeText } from '../../support/encode-text'
import {
  asLinesPage,
  asMail,
  asMarkdown,
  asPdfText,
  asSitePage,
  asWikiPage,
  asWordPage,
} from '../../support/set-version'

async function read(bytes: Uint8Array, name: string, language: UnLanguage): Promise<Version> {
  const file = await readFile(bytes, name)
  if (file.kind !== 'document') throw new Error(file.kind)
  return segment(file.document, { language, status: 'unknown' })
}

const VERSIONS = UN_LANGUAGES.map((language) => {
  const file = path.join('corpus/A-RES-76-299', `${language}.txt`)
  const document = readDocument(new Uint8Array(readFileSync(file)), file)
  return [language, segment(document, { language, status: 'unknown' })] as const
})

/** All that a reading is checked for; italics are not in every shape. */
const shape = ({ paragraphs }: Version) =>
  paragraphs.map(
    ({ address, label, text, marks }) =>
      `${address} <${label ?? ''}> ${text} ${marks.map(({ at, mark, note }) => `${mark}@${at}→${note ?? ''}`).join(' ')}`,
  )

describe.each([
  ['a page of a web site', 'a.html', asSitePage],
  ['a page of a wiki', 'a.html', asWikiPage],
  ['a page that Word saved', 'a.htm', asWordPage],
  ['a page of lines', 'a.html', asLinesPage],
  ['a page that a browser saved in one file', 'a.mht', (version: Version) => asMhtml(asSitePage(version))],
  ['Markdown', 'a.md', asMarkdown],
  ['an e-mail, wrapped', 'a.txt', (version: Version) => asMail(version, '')],
  ['an e-mail, quoted', 'a.txt', (version: Version) => asMail(version, '> ')],
  ['an e-mail, quoted twice', 'a.txt', (version: Version) => asMail(version, '>> ')],
  ['pdftotext', 'a.txt', (version: Version) => asPdfText(version, { layout: false, lump: false })],
  [
    'pdftotext, figures of notes behind them',
    'a.txt',
    (version: Version) => asPdfText(version, { layout: false, lump: true }),
  ],
  ['pdftotext -layout', 'a.txt', (version: Version) => asPdfText(version, { layout: true, lump: false })],
] as const)('%s holds the same paragraphs', (_what, name, set) => {
  it.each(VERSIONS)('%s', async (language, version) => {
    expect(shape(await read(encodeText(set(version), 'utf-8'), name, language))).toEqual(shape(version))
  })
})

/** The encoding in which older pages and files of each language are. */
const LEGACY: Readonly<Record<UnLanguage, string>> = {
  ar: 'windows-1256',
  zh: 'gb18030',
  en: 'windows-1252',
  fr: 'windows-1252',
  ru: 'windows-1251',
  es: 'windows-1252',
}

describe('older encodings hold the same paragraphs', () => {
  // What an encoding does not have, a page writes by its number.
  it.each(VERSIONS)('a page that declares its own, %s', async (language, version) => {
    const page = asSitePage(version).replace('charset="utf-8"', `charset="${LEGACY[language]}"`)
    const numbered = [...page].map((sign) =>
      sign > '\u007f' && new TextDecoder(LEGACY[language]).decode(encodeText(sign, LEGACY[language])) === '?'
        ? `&#${sign.codePointAt(0)};`
        : sign,
    )
    expect(shape(await read(encodeText(numbered.join(''), LEGACY[language]), 'a.html', language))).toEqual(
      shape(version),
    )
  })

  it.each(VERSIONS)('a text that is guessed, %s', async (language, version) => {
    const bytes = encodeText(asMail(version, '').replace(/[\u2070-\u2079¹²³]/gu, ''), LEGACY[language])
    const file = await readFile(bytes, 'a.txt')
    expect(file.kind === 'document' && file.document.encoding).toBe(LEGACY[language])
    const words = (await read(bytes, 'a.txt', language)).paragraphs.filter(({ kind }) => kind === 'operative')
    expect(words.map(({ text }) => text)).toEqual(
      version.paragraphs.filter(({ kind }) => kind === 'operative').map(({ text }) => text),
    )
  })
})
