import { InputError } from '../../model'
import { elementsOf, type XmlElement } from '../../text/parse-xml'
import { nameArchive } from '../name-archive'
import { openZip, type Archive } from '../open-zip'
import { readXmlPart } from '../read-xml-part'
import { WORD_PREFIXES } from './word-names'

/** The parts of a Word file as trees; what the file lacks is null. */
export interface WordPackage {
  readonly document: XmlElement
  readonly styles: XmlElement | null
  readonly numbering: XmlElement | null
  readonly settings: XmlElement | null
  readonly footnotes: XmlElement | null
  readonly endnotes: XmlElement | null
  readonly comments: XmlElement | null
  /** A header or footer by the id with which a section names it. */
  readonly part: (id: string) => XmlElement | null
  /** What people and programs have noted of the file besides its text, by name (ISO/IEC 29500-1, 22.3). */
  readonly properties: ReadonlyMap<string, string>
}

interface Relation {
  readonly id: string
  /** The last part of the type's URI: `footnotes`, `officeDocument`. */
  readonly type: string
  readonly target: string
}

/** A part's path from a target that is relative to a folder of the archive, or absolute. */
function resolve(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

function readRelations(archive: Archive, part: string): Relation[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const name = `${folder}_rels/${part.slice(slash)}.rels`
  const bytes = archive.read(name)
  if (bytes === null) return []
  return elementsOf(readXmlPart(bytes, WORD_PREFIXES, name), 'rel:Relationship').flatMap(({ attributes }) => {
    if (attributes['TargetMode'] === 'External') return []
    const type = attributes['Type'] ?? ''
    return [
      {
        id: attributes['Id'] ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolve(folder, attributes['Target'] ?? ''),
      },
    ]
  })
}

function mainPart(archive: Archive): string | null {
  const told = readRelations(archive, '').find(({ type }) => type === 'officeDocument')?.target
  if (told !== undefined && archive.has(told)) return told
  return archive.has('word/document.xml') ? 'word/document.xml' : null
}

/** The noted properties; a broken list of them keeps nobody from reading the text. */
function readProperties(archive: Archive): Map<string, string> {
  const name = readRelations(archive, '').find(({ type }) => /^custom-?properties$/iu.test(type))?.target
  try {
    const bytes = name === undefined ? null : archive.read(name)
    if (name === undefined || bytes === null) return new Map()
    return new Map(
      elementsOf(readXmlPart(bytes, WORD_PREFIXES, name), 'cp:property').map(
        (property) => [property.attributes['name'] ?? '', textIn(property)] as const,
      ),
    )
  } catch (error) {
    if (error instanceof InputError) return new Map()
    throw error
  }
}

function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('')
}

/**
 * Opens a Word file. Throws InputError: those of openZip, `binary` with the type's name for an archive of another type, `damaged` with the part that is missing or not well-formed, `unsafe` for one
 * that has a document type.
 */
export function openWordPackage(bytes: Uint8Array): WordPackage {
  const archive = openZip(bytes)
  const main = mainPart(archive)
  // Sections may name one part under many ids.
  const known = new Map<string, XmlElement | null>()
  const read = (name: string): XmlElement | null => {
    const done = known.get(name)
    if (done !== undefined) return done
    const part = archive.read(name)
    const root = part === null ? null : readXmlPart(part, WORD_PREFIXES, name)
    known.set(name, root)
    return root
  }
  if (main === null) {
    const name = nameArchive(archive)
    // What other parts show to be a Word file has lost its text.
    const word = archive.names.some((each) => /^word\/(?:styles|settings|fontTable)\.xml$/iu.test(each))
    throw word ? new InputError('damaged', 'word/document.xml') : new InputError('binary', name)
  }
  const document = read(main)
  if (document?.name !== 'w:document')
    throw new InputError('binary', nameArchive(archive).replace('DOCX', 'ZIP'))
  const relations = readRelations(archive, main)
  const byType = (type: string): XmlElement | null => {
    const target = relations.find((each) => each.type === type)?.target
    return target === undefined ? null : read(target)
  }
  const targets = new Map(relations.map(({ id, target }) => [id, target]))
  return {
    document,
    styles: byType('styles'),
    numbering: byType('numbering'),
    settings: byType('settings'),
    footnotes: byType('footnotes'),
    endnotes: byType('endnotes'),
    comments: byType('comments'),
    part: (id) => {
      const target = targets.get(id)
      return target === undefined ? null : read(target)
    },
    properties: readProperties(archive),
  }
}
