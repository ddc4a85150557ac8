import { readFileSync } from 'node:fs'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { wholeFile } from '../../core/export/gather-chunks'
import { writeAkn } from '../../core/export/write-akn'
import { writeTable } from '../../core/export/write-table'
import { UN_LANGUAGES, type Version } from '../../core/model'
import { readVersion } from '../../core/pipeline'
import { alignmentChunks } from '../../jobs/json-chunks'
import { tableOf } from '../core/export/sample-table'
import { encodeText } from './encode-text'
import { flatOdt } from './odt-parts'
import { asLinesPage, asMail, asMarkdown, asPdfText, asSitePage, asWikiPage, asWordPage } from './set-version'
import { writeUnDocx } from './un-docx'

/** A whole file of one format, which mutations are made of: a name with its ending, and the bytes. */
export interface FuzzSeed {
  readonly name: string
  readonly bytes: () => Uint8Array | Promise<Uint8Array>
}

const utf8 = (text: string) => encodeText(text, 'utf-8')

function version(language: string): Version {
  const file = path.join('corpus/A-RES-76-299', `${language}.txt`)
  return readVersion(new Uint8Array(readFileSync(file)), { name: file, language })
}

/** A line a unit of the versions, by place: mutations need no true alignment. */
function unitsOf(versions: readonly Version[]): readonly (readonly string[])[] {
  const texts = versions.map(({ paragraphs }) =>
    paragraphs.map(({ label, text }) => `${label ?? ''} ${text}`.trim()),
  )
  return (texts[0] ?? []).map((_, k) => texts.map((each) => each[k] ?? ''))
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function tmx(versions: readonly Version[]): string {
  const units = unitsOf(versions).map(
    (texts, k) =>
      `<tu tuid="${k}"><note>n</note><prop type="address">p${k}</prop>${texts
        .map(
          (text, i) =>
            `<tuv xml:lang="${versions[i]!.language}"><seg>${escapeXml(text).replace(' ', ' <bpt i="1">{</bpt>')}<ept i="1">}</ept></seg></tuv>`,
        )
        .join('')}</tu>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="fr" segtype="paragraph"/><body>${units.join('\n')}</body></tmx>`
}

function xliff(versions: readonly Version[], second: boolean): string {
  const [source, target] = [versions[0]!, versions[1]!]
  const units = unitsOf(versions).map(([a = '', b = ''], k) =>
    second
      ? `<unit id="u${k}"><segment><source>${escapeXml(a)} <pc id="1">x</pc></source><target>${escapeXml(b)}</target></segment></unit>`
      : `<trans-unit id="${k}"><source>${escapeXml(a)}<x id="1"/></source><target>${escapeXml(b)}</target></trans-unit>`,
  )
  return second
    ? `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="${source.language}" trgLang="${target.language}"><file id="f">${units.join('')}</file></xliff>`
    : `<xliff version="1.2"><file original="a" source-language="${source.language}" target-language="${target.language}"><body>${units.join('')}</body></file></xliff>`
}

function table(versions: readonly Version[], mark: string): string {
  const rows = [versions.map(({ language }) => language), ...unitsOf(versions)]
  return rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join('\r\n')
}

/** What we write ourselves as a page, as Markdown and as JSON, a row a place. */
async function ownExport(
  versions: readonly Version[],
  format: 'html' | 'markdown' | 'json',
): Promise<Uint8Array> {
  if (format !== 'json') {
    const written = tableOf(
      versions.map(({ language }) => language),
      unitsOf(versions),
    )
    return wholeFile(await writeTable(written, format)).bytes
  }
  const rows = versions[0]!.paragraphs.map((paragraph, k) => ({
    id: `r${k + 1}`,
    kind: paragraph.kind,
    cells: Object.fromEntries(
      versions.map(({ language, paragraphs }) => [
        language,
        paragraphs.slice(k, k + 1).map(({ address }) => address),
      ]),
    ),
    confidence: 1,
    evidence: [],
    moved: [],
  }))
  return wholeFile(alignmentChunks({ pivot: versions[0]!.language, versions, rows })).bytes
}

async function workbook(versions: readonly Version[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('a')
  sheet.addRow(versions.map(({ language }) => language))
  for (const cells of unitsOf(versions)) sheet.addRow([...cells])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** A page that a browser saved in one file. */
export function asMhtml(html: string): string {
  const body = [...utf8(html)]
    .map((byte) =>
      byte > 0x7e || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
  const lines = body.match(/(?:=[0-9A-F]{2}|[^=\n]|\n){1,70}/gu) ?? []
  return `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b1"\r\n\r\n\r\n------b1\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${lines.join('=\r\n')}\r\n------b1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0K\r\n------b1--\r\n`
}

/** The seeds of every format that is read; a format that joins FILE_READERS or TEXT_READERS joins here too. */
export function fuzzSeeds(): readonly FuzzSeed[] {
  const versions = UN_LANGUAGES.map(version)
  const pair = [versions[3]!, versions[0]!]
  const each = (name: string, set: (version: Version) => string): readonly FuzzSeed[] =>
    versions.map((own) => ({ name, bytes: () => utf8(set(own)) }))
  const legacy = [
    ['fr', 'windows-1252'],
    ['ru', 'windows-1251'],
    ['ru', 'koi8-r'],
    ['ar', 'windows-1256'],
    ['zh', 'gb18030'],
    ['zh', 'utf-16le'],
  ].map(([language, encoding]): FuzzSeed => ({
    name: 'a.txt',
    bytes: () => encodeText(asMail(version(language!), '> '), encoding!),
  }))
  return [
    ...each('a.txt', (own) => asPdfText(own, { layout: false, lump: true })),
    ...legacy,
    ...each('a.html', asSitePage),
    ...each('a.html', asWikiPage),
    ...each('a.htm', asWordPage),
    ...each('a.html', asLinesPage),
    ...each('a.md', asMarkdown),
    { name: 'a.mht', bytes: () => utf8(asMhtml(asWordPage(pair[0]!))) },
    { name: 'a.tmx', bytes: () => utf8(tmx(versions)) },
    { name: 'a.tmx', bytes: () => encodeText(`\uFEFF${tmx(pair).replace('UTF-8', 'UTF-16')}`, 'utf-16be') },
    { name: 'a.xlf', bytes: () => utf8(xliff(pair, false)) },
    { name: 'a.xliff', bytes: () => utf8(xliff(pair, true)) },
    { name: 'a.csv', bytes: () => utf8(table(versions, ',')) },
    { name: 'a.csv', bytes: () => encodeText(table([versions[4]!, versions[2]!], ';'), 'windows-1251') },
    { name: 'a.tsv', bytes: () => utf8(table(pair, '\t')) },
    { name: 'a.xlsx', bytes: () => workbook(versions) },
    { name: 'a.html', bytes: () => ownExport(versions, 'html') },
    { name: 'a.markdown', bytes: () => ownExport(versions, 'markdown') },
    { name: 'a.json', bytes: () => ownExport(versions, 'json') },
    { name: 'a.json', bytes: () => ownExport(pair, 'json') },
    ...versions.map((own) => ({ name: 'a.docx', bytes: () => writeUnDocx(own) })),
    ...(['columns', 'stacked'] as const).map((layout) => ({
      name: 'a.docx',
      bytes: async () => {
        const own = tableOf(
          pair.map(({ language }) => language),
          unitsOf(pair),
        )
        return wholeFile(await writeTable(own, 'docx', { layout })).bytes
      },
    })),
    ...pair.map((own) => ({
      name: 'a.akn',
      bytes: () =>
        wholeFile(writeAkn(own, { symbol: own.symbol, title: 'a', adopted: null, pivot: 'fr' })).bytes,
    })),
    ...UN_LANGUAGES.flatMap((language) => [
      fixture(`resolution-${language}.odt`),
      fixture(`resolution-${language}.doc`),
    ]),
    { name: 'a.fodt', bytes: () => utf8(flatOdt({ body: '<text:p>Paix</text:p>' })) },
    ...['ar', 'zh', 'en'].map((language) => fixture(`pdf/fixtures/${language}.pdf`, '..')),
  ]
}

/** A file that stands ready; `from` is the folder it is looked for in, beside the fixtures of documents. */
function fixture(name: string, from = '.'): FuzzSeed {
  const file = path.join('__tests__/core/read/fixtures', from, name)
  return { name: path.basename(name), bytes: () => new Uint8Array(readFileSync(file)) }
}
