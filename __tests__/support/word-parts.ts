import JSZip from 'jszip'
import type { Block, PlainDocument } from '../../core/model'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

/** The parts of a Word file, each as what stands inside its root element. */
export interface WordParts {
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly settings?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  /** Heads and feet by the id with which `body` names them: their root and its content. */
  readonly pages?: Readonly<Record<string, readonly ['hdr' | 'ftr', string]>>
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  settings: 'settings',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
} as const

function contentType(name: string, part: string): string {
  return `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`
}

/** The files of a Word archive by name. */
export function wordFiles(parts: WordParts): Record<string, string> {
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${R}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMES}><w:body>${parts.body}</w:body></w:document>`,
  }
  const relations: string[] = []
  const types = [contentType('document.main', '/word/document.xml')]
  for (const [key, root] of Object.entries(ROOTS)) {
    const content = parts[key as keyof typeof ROOTS]
    if (content === undefined) continue
    files[`word/${key}.xml`] = `<w:${root} ${NAMES}>${content}</w:${root}>`
    relations.push(`<Relationship Id="${key}" Type="${R}/${key}" Target="${key}.xml"/>`)
    types.push(contentType(key, `/word/${key}.xml`))
  }
  for (const [id, [root, content]] of Object.entries(parts.pages ?? {})) {
    types.push(contentType(root === 'hdr' ? 'header' : 'footer', `/word/${id}.xml`))
    files[`word/${id}.xml`] = `<w:${root} ${NAMES}>${content}</w:${root}>`
    relations.push(
      `<Relationship Id="${id}" Type="${R}/${root === 'hdr' ? 'header' : 'footer'}" Target="${id}.xml"/>`,
    )
  }
  files['[Content_Types].xml'] =
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`
  files['word/_rels/document.xml.rels'] =
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
  return files
}

/** An archive of files, packed. */
export async function zipFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const [name, content] of Object.entries(files))
    zip.file(name, content, { createFolders: false, date: new Date(0) })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

/** A Word file of hand-made parts. */
export async function wordFile(parts: WordParts): Promise<Uint8Array> {
  return zipFiles(wordFiles(parts))
}

/** A run of text with properties. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A paragraph of runs, or of plain text where no element stands in it. */
export function par(content: string, properties = ''): string {
  const inside = content.startsWith('<') || content === '' ? content : run(content)
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`
}

/** A block in small notation: `h2|`, `i1|`, `c0.1.2|` (table, row, column) or nothing before the text; `_italics_`, `[1]` for a mark, `¶` before it for a page, `↵` for a line. */
export function blockNotation({ text, shape, level, before, cell, italics, marks }: Block): string {
  const signs: [number, number, string][] = [
    ...italics.flatMap(({ from, to }): [number, number, string][] => [
      [from, 2, '_'],
      [to, 0, '_'],
    ]),
    ...marks.map(({ at, mark }): [number, number, string] => [at, 1, `[${mark}]`]),
  ]
  let out = text
  for (const [at, , sign] of signs.sort((a, b) => b[0] - a[0] || b[1] - a[1]))
    out = out.slice(0, at) + sign + out.slice(at)
  const head =
    shape === 'cell'
      ? `c${[cell?.table, cell?.row, cell?.column].join('.')}|`
      : shape === 'heading'
        ? `h${level}|`
        : shape === 'item'
          ? `i${level}|`
          : ''
  return (before === 'page' ? '¶' : before === 'line' ? '↵' : '') + head + out
}

/** A document's blocks, then its notes behind `--`, in small notation. */
export function documentNotation({ blocks, notes = [] }: PlainDocument): string[] {
  const all = blocks.map(blockNotation)
  return notes.length === 0 ? all : [...all, '--', ...notes.map(blockNotation)]
}

/** What was removed and noticed, as `kind text` and `code count detail`. */
export function asideNotation({ removed, notices = [] }: PlainDocument): string[] {
  return [
    ...removed.map(({ kind, text }) => `${kind} ${text}`),
    ...notices.map(({ code, count, detail }) => `${code} ${count}${detail === '' ? '' : ` ${detail}`}`),
  ]
}
