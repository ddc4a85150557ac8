import { InputError } from '../model'
import type { Block, PlainDocument, Removed } from '../model'
import { elementAt, elementsOf, type XmlElement } from '../text/parse-xml'
import { countBidiControls, presentNotices } from './count-notices'
import { joinNote } from './join-note'
import { mimetypeOf } from './name-archive'
import { openZip, type Archive } from './open-zip'
import type { OdtChange, OdtContext } from './odt/odt-context'
import { ODT_PREFIXES } from './odt/odt-names'
import { OdtStoryReader } from './odt/odt-story-reader'
import { readOdtStyles } from './odt/read-odt-styles'
import { readXmlPart, readXmlText } from './read-xml-part'
import { freeMasthead, splitPageParts } from './split-page-parts'
import { commonLanguage } from './text-collector'

/** Whether an archive says of itself that it is an OpenDocument text, or a template of one. */
export function isOdt(archive: Archive): boolean {
  return /opendocument\.text(?:-template)?$/u.test(mimetypeOf(archive))
}

/**
 * Reads an OpenDocument text: paragraphs with their labels as shown, cells of tables, notes with their marks in place. Of tracked changes the state that `changes` names is read; what it leaves out,
 * hidden text, heads and feet are kept as removed. Throws InputError: those of openZip, and `encrypted`, `damaged` and `unsafe` of its parts.
 */
export function readOdt(bytes: Uint8Array, changes: 'accepted' | 'original' = 'accepted'): PlainDocument {
  const archive = openZip(bytes)
  const part = (name: string): XmlElement | null => {
    const found = archive.read(name)
    return found === null ? null : readXmlPart(found, ODT_PREFIXES, name)
  }
  if (elementsOf(part('META-INF/manifest.xml') ?? undefined).some((entry) => isEncrypted(entry)))
    throw new InputError('encrypted')
  const content = part('content.xml')
  if (content === null) throw new InputError('damaged', 'content.xml')
  return readRoots(content, part('styles.xml') ?? content, changes)
}

/** Reads an OpenDocument text that is one XML file (`.fodt`). Throws InputError `damaged` and `unsafe`. */
export function readFlatOdt(text: string): PlainDocument {
  const root = readXmlText(text, ODT_PREFIXES, 'fodt')
  return readRoots(root, root, 'accepted')
}

function isEncrypted(entry: XmlElement): boolean {
  return elementAt(entry, 'manifest:encryption-data') !== undefined
}

function readChanges(text: XmlElement | undefined): Map<string, OdtChange> {
  const changes = new Map<string, OdtChange>()
  for (const region of elementsOf(elementAt(text, 'text:tracked-changes'), 'text:changed-region')) {
    const id = region.attributes['text:id'] ?? region.attributes['xml:id'] ?? ''
    const deletion = elementAt(region, 'text:deletion')
    const insertion = elementAt(region, 'text:insertion')
    if (deletion !== undefined) {
      const content = deletion.children.filter(
        (node) => typeof node !== 'string' && node.name !== 'office:change-info',
      )
      changes.set(id, { kind: 'deletion', content: { ...deletion, children: content } })
    } else changes.set(id, { kind: insertion === undefined ? 'format' : 'insertion', content: null })
  }
  return changes
}

/** The heads and feet of pages: those of the first page, which is of the kind `asked`, and all others. */
function readHeads(styles: XmlElement, context: OdtContext, asked: string): [Block[], Block[]] {
  const pages = elementsOf(elementAt(styles, 'office:master-styles'), 'style:master-page')
  const first: Block[] = []
  const others: Block[] = []
  for (const page of pages) {
    const name = page.attributes['style:name']
    const next = page.attributes['style:next-style-name']
    const opens = name === asked
    const own = elementAt(page, 'style:header-first') !== undefined
    for (const part of elementsOf(page)) {
      if (!/^(?:style|loext):(?:header|footer)/u.test(part.name)) continue
      const apart = { ...context, notes: [], removed: [], languages: new Map<string, number>() }
      const tally = { comments: 0, pictures: 0, boxes: 0, tables: 0 }
      const blocks = new OdtStoryReader({ ...apart, tally }, 'head').read({ ...part, name: 'office:text' })
      const isFirst = own
        ? part.name.endsWith(':header-first')
        : part.name === 'style:header' && next !== undefined && next !== name
      for (const block of blocks) (opens && isFirst ? first : others).push(block)
    }
  }
  return [first, others]
}

function readRoots(content: XmlElement, common: XmlElement, state: OdtContext['state']): PlainDocument {
  const text = elementAt(content, 'office:body', 'office:text')
  if (text === undefined) throw new InputError('damaged', 'content.xml')
  const changes = readChanges(text)
  const removed: Removed[] = []
  const context: OdtContext = {
    styles: readOdtStyles([
      elementAt(common, 'office:styles'),
      elementAt(content, 'office:styles'),
      elementAt(content, 'office:automatic-styles'),
    ]),
    changes,
    state,
    notes: [],
    removed,
    languages: new Map(),
    tally: { comments: 0, pictures: 0, boxes: 0, tables: 0 },
  }
  const headStyles = readOdtStyles([
    elementAt(common, 'office:styles'),
    elementAt(common, 'office:automatic-styles'),
  ])
  const opening = elementsOf(text).find(({ name }) => name === 'text:p' || name === 'text:h')
  const asked = context.styles.paragraph(opening?.attributes['text:style-name']).page ?? 'Standard'
  const [first, others] = readHeads(common, { ...context, styles: headStyles }, asked)
  const heads = splitPageParts(first, others)
  const body = freeMasthead(new OdtStoryReader(context, 'body').read(text))
  const blocks = [...heads.masthead, ...body].map((block, i) =>
    i === heads.masthead.length && i > 0 ? { ...block, before: 'paragraph' as const } : block,
  )
  // A note may hold a note: the list grows while it is read.
  const notes: { readonly kind: string; readonly block: Block }[] = []
  for (const { kind, body: inside, mark, custom } of context.notes)
    notes.push({ kind, block: joinNote(new OdtStoryReader(context, 'note').read(inside), mark, custom) })
  const sorted = ['footnote', 'endnote'].flatMap((kind) => notes.filter((note) => note.kind === kind))
  const all = sorted.map(({ block }) => block)
  const tracked = [...changes.values()].filter(({ kind }) => kind !== 'format').length
  return {
    format: 'odt',
    blocks,
    notes: all,
    removed: [...heads.removed, ...removed, ...(state === 'accepted' ? deletedTexts(context) : [])],
    language: heads.language ?? commonLanguage(context.languages),
    notices: [
      ...presentNotices([
        { code: 'tracked-changes', detail: state, count: tracked },
        { code: 'comments', detail: '', count: context.tally.comments },
        { code: 'pictures', detail: '', count: context.tally.pictures },
        { code: 'text-boxes', detail: '', count: context.tally.boxes },
      ]),
      ...countBidiControls([...blocks, ...all]),
    ],
  }
}

/** What the tracked deletions took away, each as it stood. */
function deletedTexts(context: OdtContext): Removed[] {
  return [...context.changes.values()].flatMap(({ kind, content }) => {
    if (kind !== 'deletion' || content === null) return []
    const aside = { ...context, notes: [], removed: [], languages: new Map<string, number>() }
    const blocks = new OdtStoryReader(aside, 'note').read({ ...content, name: 'office:text' })
    const text = blocks.map((block) => block.text).join('\n')
    return text === '' ? [] : [{ kind: 'deleted' as const, text }]
  })
}
