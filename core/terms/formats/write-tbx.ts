import { create } from 'xmlbuilder2'
import type { Concept, PartOfSpeech, Term, TermBase } from '../../model'
import { TermFileError } from './term-file-error'

/** How a base is written: version 2 (martif) or 3 (in DCA style), and its title. */
export interface TbxOptions {
  readonly version: 2 | 3
  readonly title: string
}

type Builder = ReturnType<typeof create>

// What XML 1.0 cannot hold, escaped or not.
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
/** The parts of speech that TBX-Basic knows. */
const BASIC_PARTS: Readonly<Record<PartOfSpeech, string>> = {
  noun: 'noun',
  'proper-noun': 'properNoun',
  verb: 'verb',
  adjective: 'adjective',
  adverb: 'adverb',
  phrase: 'other',
  other: 'other',
}

const NAME = /^[\p{L}_][\p{L}\p{N}._-]*$/u

/**
 * Writes a base as TBX-Basic. What that dialect has no place for stands beside it as `admin` of the types `x-concordance-match` (exact, begins), `-gap`, `-weak` (true, false),
 * `-part` (phrase, written as the part of speech `other`), `-status` (forbidden, written as deprecated, which every tool understands) and `-id` (an id that is no XML name).
 * Throws TermFileError for characters that XML cannot hold.
 */
export function writeTbx(base: TermBase, { version, title }: TbxOptions): string {
  const bad = [title, JSON.stringify(base, (_, value: unknown) => check(value))].find((text) =>
    FORBIDDEN.test(text),
  )
  if (bad !== undefined) throw new TermFileError('control-character')
  const document = create({ version: '1.0', encoding: 'UTF-8' })
  const root =
    version === 2
      ? document.ele('martif', { type: 'TBX-Basic', 'xml:lang': 'en' })
      : document.ele('urn:iso:std:iso:30042:ed-2', 'tbx', {
          type: 'TBX-Basic',
          style: 'dca',
          'xml:lang': 'en',
        })
  if (version === 2) document.dtd({ name: 'martif', sysID: 'TBXcoreStructV02.dtd' })
  const header = root.ele(version === 2 ? 'martifHeader' : 'tbxHeader')
  const file = header.ele('fileDesc')
  if (title !== '') file.ele('titleStmt').ele('title').txt(plain(title))
  file
    .ele('sourceDesc')
    .ele('p')
    .txt(title === '' ? 'Concordance' : plain(title))
  if (version === 2) header.ele('encodingDesc').ele('p', { type: 'XCSURI' }).txt('TBXBasicXCSV02.xcs')
  const body = root.ele('text').ele('body')
  const prefix = freePrefix(base)
  base.forEach((concept, k) => writeConcept(body, concept, `${prefix}${k + 1}`, version))
  // A reader of XML takes a bare carriage return for a line feed.
  return `${document.end({ prettyPrint: true }).replaceAll('\r', '&#xD;')}\n`
}

/** A beginning for ids of our own that no id of the base has. */
function freePrefix(base: TermBase): string {
  let prefix = '_concordance.'
  while (base.some(({ id }) => id.startsWith(prefix))) prefix = `_${prefix}`
  return prefix
}

function check(value: unknown): unknown {
  if (typeof value === 'string' && FORBIDDEN.test(value))
    throw new TermFileError('control-character', 0, JSON.stringify(value))
  return value
}

/** The library takes `&amp;` for an entity that is written already; so every ampersand is. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;')
}

function typed(parent: Builder, name: string, type: string, text: string | undefined): void {
  if (text !== undefined && text !== '') parent.ele(name, { type }).txt(plain(text))
}

function writeConcept(body: Builder, concept: Concept, own: string, version: 2 | 3): void {
  const named = NAME.test(concept.id)
  const entry = body.ele(version === 2 ? 'termEntry' : 'conceptEntry', {
    id: named ? concept.id : own,
  })
  typed(entry, 'descrip', 'subjectField', concept.field)
  typed(entry, 'descrip', 'definition', concept.definition)
  typed(entry, 'admin', 'source', concept.source)
  if (!named) typed(entry, 'admin', 'x-concordance-id', concept.id)
  if (concept.note) entry.ele('note').txt(plain(concept.note))
  for (const [language, terms] of Object.entries(concept.terms)) {
    if (terms.length === 0) continue
    const section = entry.ele(version === 2 ? 'langSet' : 'langSec', { 'xml:lang': language })
    for (const term of terms) writeTerm(section.ele(version === 2 ? 'tig' : 'termSec'), term)
  }
}

function writeTerm(section: Builder, term: Term): void {
  section.ele('term').txt(plain(term.wording))
  // After TBX-Basic's document type, term notes come before administrative data and that before notes.
  typed(section, 'termNote', 'partOfSpeech', term.partOfSpeech && BASIC_PARTS[term.partOfSpeech])
  const status = term.status === 'forbidden' ? 'deprecated' : term.status
  typed(section, 'termNote', 'administrativeStatus', `${status}Term-admn-sts`)
  if (term.partOfSpeech === 'phrase') typed(section, 'admin', 'x-concordance-part', 'phrase')
  if (term.status === 'forbidden') typed(section, 'admin', 'x-concordance-status', 'forbidden')
  if (term.match !== 'inflected') typed(section, 'admin', 'x-concordance-match', term.match)
  if (term.gap !== undefined) typed(section, 'admin', 'x-concordance-gap', String(term.gap))
  if (term.weak !== undefined) typed(section, 'admin', 'x-concordance-weak', String(term.weak))
  if (term.note) section.ele('note').txt(plain(term.note))
}
