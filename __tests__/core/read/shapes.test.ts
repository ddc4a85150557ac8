import { readFileSync } from 'node:fs'
import path from 'node:path'
import { UN_LANGUAGES, type UnLanguage, type Version } from '../../../core/model'
import { readDocument } from '../../../core/read/read-document'
import { segment } from '../../../core/segment/segment'
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

const read = (bytes: Uint8Array, name: string, language: UnLanguage): Version =>
  segment(readDocument(bytes, name), { language, status: 'unknown' })

const VERSIONS = UN_LANGUAGES.map((language) => {
  const file = path.join('corpus/A-RES-76-299', `${language}.txt`)
  return [language, read(new Uint8Array(readFileSync(file)), file, language)] as const
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
  it.each(VERSIONS)('%s', (language, version) => {
    expect(shape(read(encodeText(set(version), 'utf-8'), name, language))).toEqual(shape(version))
  })
})
