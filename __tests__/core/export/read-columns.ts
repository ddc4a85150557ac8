import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { parse as parseHtml, type DefaultTreeAdapterTypes } from 'parse5'
import { wholeFile } from '../../../core/export/gather-chunks'
import { pairTables } from '../../../core/export/pair-tables'
import { writeTable, type TableFormat } from '../../../core/export/write-table'
import type { ExportTable, Language } from '../../../core/model'
import { allOf, parseXml, textOf } from './parse-xml'
import { readDocx } from './read-docx'

/** The texts of a written table by row and by language, as another program finds them: null where a file has nothing for a language. The table's texts are plain. */
export async function readColumns(
  table: ExportTable,
  format: TableFormat,
  multilingual = false,
): Promise<readonly Readonly<Record<Language, string | null>>[]> {
  const { columns } = table
  const keys = columns.map(({ language }) => language)
  const write = async (own: Parameters<typeof writeTable>[0]) =>
    wholeFile(await writeTable(own, format)).bytes
  const named = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => Object.fromEntries(keys.map((key, k) => [key, row[k] === '' ? null : row[k]!])))
  const text = async (own: Parameters<typeof writeTable>[0]) => new TextDecoder().decode(await write(own))
  switch (format) {
    case 'csv':
    case 'tsv': {
      const options = { bom: true, delimiter: format === 'csv' ? ',' : '\t', relax_column_count: true }
      return named((parse(await text(table), options) as string[][]).slice(1))
    }
    case 'docx': {
      const { rows } = await readDocx(await write(table))
      const texts = rows.slice(1).map(({ cells }) => cells.slice(1, keys.length + 1).map((cell) => cell.map((own) => own.text).join('\n'))) // prettier-ignore
      return named(texts.map((row) => row.map((own) => (own === table.labels.gap ? '' : own))))
    }
    case 'xlsx': {
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load((await write(table)).buffer as ArrayBuffer)
      const rows: string[][] = []
      workbook.worksheets[0]!.eachRow((row) => rows.push(keys.map((_, k) => row.getCell(k + 1).text)))
      return named(rows.slice(1))
    }
    case 'html':
      return htmlRows(await text(table)).map((cells) => Object.fromEntries(cells.map(({ lang, text: own }, k) => [lang ?? keys[k]!, lang === null ? null : own]))) // prettier-ignore
    case 'markdown': {
      const lines = (await text(table)).split('\n').filter((line) => line.startsWith('| '))
      return named(
        lines.slice(2).map((line) =>
          line
            .slice(2, -2)
            .split(' | ')
            .slice(1)
            .map((cell) => cell.replace(/<[^>]*>/gu, ''))
            .map((cell) => (cell === `_${table.labels.gap}_` ? '' : cell)),
        ),
      )
    }
    case 'tmx':
    case 'xliff':
    case 'xliff2': {
      const files = multilingual ? [table] : pairTables(table).map((pair) => pair.table)
      const rows = new Map<string, Record<Language, string | null>>(
        table.rows.map(({ id }) => [id, Object.fromEntries(keys.map((key) => [key, null]))]),
      )
      for (const file of files)
        for (const { id, texts } of readUnits(await text(file)))
          for (const [code, own] of Object.entries(texts)) rows.get(id)![code.replace('-x-', '-')] = own
      return [...rows.values()]
    }
  }
}

/** A unit of TMX or XLIFF: the row's id and its texts by code. */
export interface Unit {
  readonly id: string
  readonly texts: Readonly<Record<string, string>>
}

/** The units of a file of TMX, XLIFF 1.2 or XLIFF 2. */
export function readUnits(text: string): readonly Unit[] {
  const root = parseXml(text)
  if (root.name === 'tmx')
    return allOf(root, 'tu').map((unit) => ({
      id: unit.attributes['tuid']!.replace(/^.*#/u, ''),
      texts: Object.fromEntries(
        allOf(unit, 'tuv').map((own) => [own.attributes['xml:lang']!, textOf(allOf(own, 'seg')[0])]),
      ),
    }))
  const [file] = allOf(root, 'file')
  const codes = [
    root.attributes['srcLang'] ?? file!.attributes['source-language']!,
    root.attributes['trgLang'] ?? file!.attributes['target-language']!,
  ]
  return [...allOf(root, 'trans-unit'), ...allOf(root, 'unit')].map((unit) => ({
    id: unit.attributes['id']!,
    texts: Object.fromEntries(
      ['source', 'target'].flatMap((name, k) => allOf(unit, name).map((own) => [codes[k]!, textOf(own)])),
    ),
  }))
}

/** The cells of the rows of the first table of a page: language (null: a gap) and text. */
export function htmlRows(html: string): readonly (readonly { lang: string | null; dir: string | null; text: string }[])[] {
  type Node = DefaultTreeAdapterTypes.Node
  const kids = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
  const find = (node: Node, name: string): readonly DefaultTreeAdapterTypes.Element[] =>
    kids(node).flatMap((kid) => ['tagName' in kid && kid.tagName === name ? [kid] : [], find(kid, name)].flat())
  const textIn = (node: Node): string => ('value' in node ? node.value : kids(node).map(textIn).join(''))
  const attribute = (node: DefaultTreeAdapterTypes.Element, name: string) =>
    node.attrs.find((own) => own.name === name)?.value ?? null
  return find(parseHtml(html), 'tr')
    .filter((row) => find(row, 'td').length > 0)
    .map((row) =>
      find(row, 'td').map((cell) => ({
        lang: attribute(cell, 'lang')?.replace('-x-', '-') ?? null,
        dir: attribute(cell, 'dir'),
        text: find(cell, 'p').map(textIn).join('\n'),
      })),
    )
} // prettier-ignore
