import { InputError } from '../../model'
import type { Glyph, PdfPage } from './page'
import { runOperators, type Face, type Matrix, type Operator } from './run-operators'

/** What this file needs of the library's types, which are looser than what it gives. */
type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type OpenDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
type OpenPage = Awaited<ReturnType<OpenDocument['getPage']>>

/** A PDF that could be opened; pages are read one after the other, so that only one is held. */
export interface OpenedPdf {
  readonly pageCount: number
  readonly pages: () => AsyncGenerator<PdfPage>
  readonly close: () => Promise<void>
}

/** Loads the library, and its worker into the same thread: an import that every bundler leaves alone. */
async function loadPdfjs(): Promise<Pdfjs> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return pdfjs
}

/** The folder of the library's package, which has the character maps of Chinese fonts, or null outside Node. */
function packageFolder(): string | null {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return null
  const find = process.getBuiltinModule('module').createRequire(import.meta.url)
  return find.resolve('pdfjs-dist/package.json').replace(/package\.json$/u, '')
}

/** Opens a PDF. Rejects with InputError `encrypted` where it asks for a password and `damaged` where it cannot be made out. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const pdfjs = await loadPdfjs()
  try {
    // A copy, and of that very class: the library refuses Node's own kind of bytes.
    return await open(pdfjs, new Uint8Array(bytes))
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new InputError('encrypted')
    const mended = withTrailer(bytes)
    if (mended !== null) {
      const opened = await open(pdfjs, mended).catch(() => null)
      if (opened !== null) return opened
    }
    throw new InputError('damaged', error instanceof Error ? error.message : '')
  }
}

/** The library takes the memory of `data` for itself. */
async function open(pdfjs: Pdfjs, data: Uint8Array): Promise<OpenedPdf> {
  const folder = packageFolder()
  const task = pdfjs.getDocument({
    data,
    verbosity: 0,
    // Pictures hold no text: none is unpacked.
    maxImageSize: 1,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    isEvalSupported: false,
    disableFontFace: false,
    useSystemFonts: false,
    ...(folder === null
      ? {}
      : { cMapUrl: `${folder}cmaps/`, cMapPacked: true, standardFontDataUrl: `${folder}standard_fonts/` }),
  })
  try {
    const document = await task.promise
    return {
      pageCount: document.numPages,
      pages: () => readPages(document, pdfjs.OPS),
      close: () => task.destroy(),
    }
  } catch (error) {
    await task.destroy().catch(() => undefined)
    throw error
  }
}

/** A file whose end is missing with one that names its catalogue, where the part that is there has it; else null. */
function withTrailer(bytes: Uint8Array): Uint8Array | null {
  const text = new TextDecoder('latin1').decode(bytes)
  if (/\btrailer\b|\/XRef\b/u.test(text)) return null
  const [, number, generation] =
    /(\d{1,9}) (\d{1,5}) obj\s*<<(?:(?!endobj)[\s\S]){0,2000}?\/Type\s*\/Catalog\b/u.exec(text) ?? []
  if (number === undefined || generation === undefined) return null
  const trailer = new TextEncoder().encode(
    `\ntrailer\n<< /Root ${number} ${generation} R >>\nstartxref\n0\n%%EOF\n`,
  )
  const whole = new Uint8Array(bytes.length + trailer.length)
  whole.set(bytes)
  whole.set(trailer, bytes.length)
  return whole
}

async function* readPages(
  document: OpenDocument,
  codes: Readonly<Record<string, number>>,
): AsyncGenerator<PdfPage> {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]))
  const faces = new Map<string, Face>()
  for (let number = 1; number <= document.numPages; number += 1) {
    // A page that is broken is left empty; the others can be read.
    const page = await document.getPage(number).catch(() => null)
    yield page === null ? emptyPage(number) : await readPage(page, number, names, faces)
    page?.cleanup()
  }
}

function emptyPage(number: number): PdfPage {
  return { number, width: 0, height: 0, glyphs: [], turned: [], rules: [] }
}

async function readPage(
  page: OpenPage,
  number: number,
  names: ReadonlyMap<number, string>,
  faces: Map<string, Face>,
): Promise<PdfPage> {
  const [list, tree] = await Promise.all([
    page.getOperatorList({ annotationMode: 0 }).catch(() => null),
    page.getStructTree().catch(() => null),
  ])
  if (list === null) return emptyPage(number)
  const tags = readTags(tree)
  const view = page.getViewport({ scale: 1 })
  const operators = function* (): Generator<Operator> {
    for (let i = 0; i < list.fnArray.length; i += 1)
      yield { name: names.get(list.fnArray[i] ?? -1) ?? '', operands: toOperands(list.argsArray[i]) }
  }
  const face = (name: string): Face => {
    const known = faces.get(name)
    if (known !== undefined) return known
    const read = readFace(page.commonObjs.has(name) ? page.commonObjs.get(name) : null)
    faces.set(name, read)
    return read
  }
  const drawn = runOperators(
    operators(),
    { face, tagOf: (piece) => tags.get(piece) ?? -1 },
    view.transform as unknown as Matrix,
  )
  const most = mostFrequent(drawn.glyphs.map(({ turn }) => turn))
  const turned = [0, 1, 2, 3]
    .filter((turn) => turn !== most)
    .map((turn) => drawn.glyphs.filter((glyph) => glyph.turn === turn))
    .filter((glyphs) => glyphs.length > 0)
  const glyphs: readonly Glyph[] =
    turned.length === 0 ? drawn.glyphs : drawn.glyphs.filter((glyph) => glyph.turn === most)
  // A page whose text is turned back lies left of or above its corner: it is moved into view.
  const [width, height] = most % 2 === 0 ? [view.width, view.height] : [view.height, view.width]
  const dx = most === 2 || most === 3 ? width : 0
  const dy = most === 1 || most === 2 ? height : 0
  return {
    number,
    width,
    height,
    glyphs: dx === 0 && dy === 0 ? glyphs : glyphs.map((glyph) => shifted(glyph, dx, dy)),
    turned,
    rules: most === 0 ? drawn.rules : [],
  }
}

function shifted(glyph: Glyph, dx: number, dy: number): Glyph {
  return { ...glyph, x0: glyph.x0 + dx, x1: glyph.x1 + dx, y: glyph.y + dy }
}

function mostFrequent(turns: readonly number[]): number {
  const counts = [0, 0, 0, 0]
  for (const turn of turns) counts[turn] = (counts[turn] ?? 0) + 1
  return counts.indexOf(Math.max(...counts))
}

function toOperands(args: unknown): readonly unknown[] {
  if (Array.isArray(args)) return args as readonly unknown[]
  return ArrayBuffer.isView(args) ? Array.from(args as Float32Array) : []
}

/** Chinese texts set in Song what others set upright, and in Kai what others set in italics. */
const ITALIC_NAME =
  /italic|oblique|kursiv|(?:^|[-,+])(?:it|ital)(?:$|[-,])|kai(?:ti|shu|u)?(?:$|[-,_\s]|gb)|楷/iu
const BOLD_NAME = /bold|black|heavy|demi|simhei|黑/iu

function readFace(font: unknown): Face {
  const plain = { italic: false, bold: false, scale: 0.001, vertical: false }
  if (typeof font !== 'object' || font === null) return plain
  const read = font as {
    readonly name?: string
    readonly bold?: boolean
    readonly italic?: boolean
    readonly fontMatrix?: ArrayLike<number>
    readonly vertical?: boolean
  }
  const name = (read.name ?? '').replace(/^[A-Z]{6}\+/u, '')
  return {
    italic: read.italic === true || ITALIC_NAME.test(name),
    bold: read.bold === true || BOLD_NAME.test(name),
    scale: Math.abs(Number(read.fontMatrix?.[0] ?? plain.scale)) || plain.scale,
    vertical: read.vertical === true,
  }
}

/** Tags that set a paragraph apart, after ISO 32000-1, 14.8.4; all others stand inside one. */
const BLOCK_TAG = /^(?:P|H\d?|Note|FENote|Lbl|LBody|TD|TH|Caption|TOCI|Title)$/u

/** The number of its paragraph for each marked piece of a page, as the file's tree of tags has them. */
function readTags(tree: unknown): ReadonlyMap<number, number> {
  const tags = new Map<number, number>()
  let count = 0
  const walk = (node: unknown, paragraph: number): void => {
    if (typeof node !== 'object' || node === null) return
    if ('id' in node && typeof node.id === 'string') {
      const piece = /_mc(\d+)$/u.exec(node.id)?.[1]
      if (piece !== undefined && paragraph >= 0) tags.set(Number(piece), paragraph)
    }
    if (!('children' in node) || !Array.isArray(node.children)) return
    const own = 'role' in node && typeof node.role === 'string' && BLOCK_TAG.test(node.role)
    if (own) count += 1
    const inside = own ? count : paragraph
    for (const child of node.children as unknown[]) walk(child, inside)
  }
  walk(tree, -1)
  return tags
}
