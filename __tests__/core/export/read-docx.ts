import JSZip from 'jszip'

/** A run as Word stores it. */
export interface ReadRun {
  readonly text: string
  readonly xml: string
}

/** A paragraph with its runs; `xml` is its whole markup. */
export interface ReadParagraph {
  readonly text: string
  readonly runs: readonly ReadRun[]
  readonly xml: string
}

/** A document's paragraphs in front of its table, the table's rows of cells of paragraphs, and the markup of everything. */
export interface ReadDocx {
  readonly before: readonly ReadParagraph[]
  readonly rows: readonly {
    readonly xml: string
    readonly cells: readonly (readonly ReadParagraph[])[]
  }[]
  readonly xml: string
  readonly files: Readonly<Record<string, string>>
}

/** Elements of a name, which must not be nested, with or without content. */
function elements(xml: string, name: string): readonly string[] {
  return xml.match(new RegExp(`<${name}(?:\\s[^>]*)?(?:/>|>.*?</${name}>)`, 'gsu')) ?? []
}

function unescape(text: string): string {
  return text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&apos;/gu, "'")
    .replace(/&amp;/gu, '&')
}

function paragraph(xml: string): ReadParagraph {
  const runs = elements(xml, 'w:r').map((run) => ({
    xml: run,
    text: [...run.matchAll(/<w:t(?:\s[^>]*)?>(.*?)<\/w:t>|<w:(cr|tab|br)\/>/gsu)]
      .map(([, text, sign]) => (sign === undefined ? unescape(text ?? '') : sign === 'tab' ? '\t' : '\n'))
      .join(''),
  }))
  return { xml, runs, text: runs.map(({ text }) => text).join('') }
}

/** Reads a document with one table back: own code, so that the writer's library cannot agree with itself. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const zip = await JSZip.loadAsync(bytes)
  const names = Object.keys(zip.files).filter((name) => !name.endsWith('/'))
  const files = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const),
    ),
  )
  const xml = files['word/document.xml'] ?? ''
  const start = xml.indexOf('<w:tbl>')
  return {
    xml,
    files,
    before: elements(xml.slice(0, start), 'w:p').map(paragraph),
    rows: elements(xml.slice(start), 'w:tr').map((row) => ({
      xml: row,
      cells: elements(row, 'w:tc').map((one) => elements(one, 'w:p').map(paragraph)),
    })),
  }
}
