import type { ExportLoss, FootnoteMark, Paragraph, Version } from '../model'
import { makeXml, XML_DECLARATION, type XmlMaker } from '../text/make-xml'
import { tallyLosses } from '../text/tally-losses'
import { aknMeta, type AknSource } from './akn-meta'
import { aknParts, type AknNode } from './akn-tree'
import { exchangeCode } from './exchange-code'
import { gatherChunks } from './gather-chunks'
import { splitRuns } from './split-runs'

/** The elements of the hierarchy from the top down, for articles and for everything else; what lies deeper is `level`. */
const LEVELS = {
  article: ['article', 'paragraph', 'subparagraph', 'point', 'indent'],
  other: ['paragraph', 'subparagraph', 'point', 'indent'],
} as const

/** What writing a version needs: `notes` are the footnotes that no mark has called yet. */
interface Writer {
  readonly xml: XmlMaker
  readonly notes: Map<string, Paragraph>
  readonly called: Set<string>
}

/**
 * A version as Akoma Ntoso 3.0 (OASIS, Akoma Ntoso Version 1.0, 29 August 2018): a `statement` with preface, preamble, body and conclusions. The identifiers `eId` are the paragraphs' addresses (`pp3`, `op7.b`). A
 * footnote stands where its mark first does; a status that is not official is said in the metadata and, with `statusNote`, in the preface.
 */
export function writeAkn(
  version: Version,
  source: AknSource,
  statusNote: string | null = null,
): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(version, source, statusNote))
}

function* writePieces(
  version: Version,
  source: AknSource,
  statusNote: string | null,
): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  const xml = makeXml(tally)
  const parts = aknParts(version)
  const writer: Writer = { xml, notes: new Map(parts.notes), called: new Set() }
  const lang = { 'xml:lang': exchangeCode(version.language) }
  yield `${XML_DECLARATION}${xml.open('akomaNtoso', { xmlns: 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0' })}\n`
  yield `${xml.open('statement', { name: 'resolution', contains: 'originalVersion' })}\n${aknMeta(version, source, xml)}\n`
  const status =
    statusNote === null
      ? ''
      : xml.element('container', { name: 'status' }, xml.element('p', {}, xml.text(statusNote)))
  const preface = status + parts.preface.map((own) => prefaceBlock(own, writer)).join('\n')
  if (preface !== '') yield `${xml.element('preface', lang, preface)}\n`
  if (parts.preamble.length > 0) yield `${xml.element('preamble', lang, preamble(parts.preamble, writer))}\n`
  yield `${xml.open('mainBody', lang)}\n`
  for (const node of parts.body) yield `${hierarchy(node, 0, 'other', writer)}\n`
  if (parts.body.length === 0) yield `${xml.element('p', {})}\n`
  yield '</mainBody>\n'
  const closing = parts.conclusions.map((own) => block('p', own, writer))
  const uncalled = [...writer.notes.values()].map((own) => block('p', own, writer, { class: 'footnote' }))
  const conclusions = [...closing, ...uncalled].join('\n')
  if (conclusions !== '') yield `${xml.element('conclusions', lang, conclusions)}\n`
  yield '</statement>\n</akomaNtoso>\n'
  return tally.list()
}

function prefaceBlock(paragraph: Paragraph, writer: Writer): string {
  if (paragraph.kind !== 'title') return block('p', paragraph, writer)
  const { xml } = writer
  const number = paragraph.label === null ? '' : `${xml.element('docNumber', {}, xml.text(paragraph.label))} `
  const title = xml.element('docTitle', {}, inline(paragraph, writer))
  return xml.element('longTitle', { eId: paragraph.address }, xml.element('p', {}, number + title))
}

/** A paragraph as one block, its label before its text. */
function block(
  name: string,
  paragraph: Paragraph,
  writer: Writer,
  attributes: Readonly<Record<string, string>> = {},
): string {
  return writer.xml.element(
    name,
    { eId: paragraph.address, ...attributes },
    labelInline(paragraph, writer.xml) + inline(paragraph, writer),
  )
}

/** A label where the format has no place for a number. */
function labelInline({ label }: Paragraph, xml: XmlMaker): string {
  return label === null ? '' : `${xml.element('inline', { name: 'label' }, xml.text(label))} `
}

function preamble(paragraphs: readonly Paragraph[], writer: Writer): string {
  const { xml } = writer
  const parts: string[] = []
  let recitals: string[] = []
  const close = () => {
    if (recitals.length > 0) parts.push(xml.element('recitals', {}, recitals.join('\n')))
    recitals = []
  }
  for (const paragraph of paragraphs) {
    const { address, kind } = paragraph
    if (kind === 'preambular') {
      recitals.push(
        xml.element('recital', { eId: address }, num(paragraph, xml) + textBlock(paragraph, writer)),
      )
      continue
    }
    close()
    const name = kind === 'enacting' ? 'enactingFormula' : 'section'
    parts.push(
      xml.element(
        kind === 'enacting' ? 'formula' : 'container',
        { eId: address, name },
        xml.element('p', {}, labelInline(paragraph, xml) + inline(paragraph, writer)),
      ),
    )
  }
  close()
  return parts.join('\n')
}

function hierarchy(
  { paragraph, children }: AknNode,
  depth: number,
  ladder: keyof typeof LEVELS,
  writer: Writer,
): string {
  const { xml } = writer
  const { address, kind } = paragraph
  if (kind === 'section' || kind === 'annex') {
    const heading = xml.element('heading', {}, inline(paragraph, writer))
    const inner = children.map((child) => `\n${hierarchy(child, 0, 'other', writer)}`).join('')
    const own = num(paragraph, xml) + heading + inner
    return kind === 'section'
      ? xml.element('section', { eId: address }, own)
      : xml.element('hcontainer', { eId: address, name: 'annex' }, own)
  }
  const steps = kind === 'article' && depth === 0 ? 'article' : ladder
  const name = LEVELS[steps][depth] ?? 'level'
  const text = textBlock(paragraph, writer)
  const below = children.map((child) => `\n${hierarchy(child, depth + 1, steps, writer)}`).join('')
  const inner =
    children.length === 0 ? xml.element('content', {}, text) : xml.element('intro', {}, text) + below
  return xml.element(name, { eId: address }, num(paragraph, xml) + inner)
}

function num({ label }: Paragraph, xml: XmlMaker): string {
  return label === null ? '' : xml.element('num', {}, xml.text(label))
}

function textBlock(paragraph: Paragraph, writer: Writer): string {
  return writer.xml.element('p', {}, inline(paragraph, writer))
}

function inline(paragraph: Paragraph, writer: Writer): string {
  const { xml } = writer
  let at = 0
  const marks = [...paragraph.marks]
  return splitRuns({ ...paragraph, highlights: [] })
    .map(({ text, italic, mark }) => {
      if (mark) {
        const k = marks.findIndex((one) => one.at === at && one.mark === text)
        return noteOf(marks.splice(Math.max(k, 0), 1)[0], text, writer)
      }
      at += text.length
      return italic ? xml.element('i', {}, xml.text(text)) : xml.text(text)
    })
    .join('')
}

/** A footnote where it is first called, afterwards a reference to it; a mark that calls none is raised text. */
function noteOf(mark: FootnoteMark | undefined, printed: string, writer: Writer): string {
  const { xml, notes, called } = writer
  const address = mark?.note ?? null
  const note = address === null ? undefined : notes.get(address)
  if (address !== null && note !== undefined) {
    // Taken out first: a note may be called inside itself.
    notes.delete(address)
    called.add(address)
    return xml.element(
      'authorialNote',
      { eId: address, marker: printed, placement: 'bottom' },
      textBlock(note, writer),
    )
  }
  return address !== null && called.has(address)
    ? xml.element('noteRef', { href: `#${address}`, marker: printed })
    : xml.element('sup', {}, xml.text(printed))
}
