import type { Concept, PartOfSpeech, Term, TermBase, TermMatch, TermStatus } from '../../model'
import { walkXml, XmlError } from '../../text/parse-xml'
import { languageCode } from './language-code'
import { TermFileError, type Refusal } from './term-file-error'

/** An element with its text, children and the line where it begins. */
interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
  readonly children: Node[]
  text: string
}

const ENTRIES = new Set(['termEntry', 'conceptEntry'])
const LANGUAGES = new Set(['langSet', 'langSec'])
const TERMS = new Set(['tig', 'ntig', 'termSec'])
const GROUPS = new Set(['termGrp', 'descripGrp', 'transacGrp', 'adminGrp', 'termNoteGrp'])
/** Elements whose own text is only the white space between their parts. */
const STRUCTURE = new Set([...ENTRIES, ...LANGUAGES, ...TERMS, ...GROUPS, 'martif', 'tbx', 'text', 'body'])
const TYPED = new Set(['descrip', 'termNote', 'admin'])

const STATUSES: ReadonlyMap<string, TermStatus> = new Map([
  ['preferred', 'preferred'],
  ['admitted', 'admitted'],
  ['deprecated', 'deprecated'],
  ['superseded', 'deprecated'],
  ['forbidden', 'forbidden'],
])
const MATCHES: readonly TermMatch[] = ['exact', 'inflected', 'begins']
const PARTS: ReadonlyMap<string, PartOfSpeech> = new Map([
  ['noun', 'noun'],
  ['properNoun', 'proper-noun'],
  ['proper-noun', 'proper-noun'],
  ['verb', 'verb'],
  ['adjective', 'adjective'],
  ['adverb', 'adverb'],
  ['phrase', 'phrase'],
  ['other', 'other'],
])

/**
 * Reads TBX of version 2 or 3, the latter in either style. What the base has no place for is told as a refusal with its line, and the rest is read. Throws TermFileError
 * for what is no well-formed TBX, and for a document type with declarations of its own: entities are never expanded.
 */
export function readTbx(text: string): { base: TermBase; refused: readonly Refusal[] } {
  const { entries, root } = parse(text)
  if (root !== 'martif' && root !== 'tbx') throw new TermFileError('not-tbx', 1, root)
  const refused: Refusal[] = []
  const seen = new Set<string>()
  const base = entries.flatMap((entry) => {
    const concept = readConcept(entry, refused)
    if (concept.id === '' || seen.has(concept.id)) {
      refused.push({
        line: entry.line,
        reason: concept.id === '' ? 'no-id' : 'repeated-id',
        detail: concept.id,
      })
      return []
    }
    seen.add(concept.id)
    return [concept]
  })
  return { base, refused: refused.sort((a, b) => a.line - b.line) }
}

function parse(text: string): { entries: readonly Node[]; root: string } {
  if (text.trim() === '') throw new TermFileError('empty')
  const entries: Node[] = []
  const open: Node[] = []
  let root = ''
  const addText = (part: string) => {
    // Marked-up words (`hi`) belong to the text of what holds them.
    if (open.length === 0 || STRUCTURE.has(open[open.length - 1]!.name)) return
    for (const node of open) if (!STRUCTURE.has(node.name)) node.text += part
  }
  const openNode = (name: string, attributes: Readonly<Record<string, string>>, line: number) => {
    const local = name.slice(name.indexOf(':') + 1)
    const node: Node = { name: local, attributes, line, children: [], text: '' }
    if (root === '') root = local
    else if (ENTRIES.has(local)) entries.push(node)
    else if (open.some((one) => ENTRIES.has(one.name))) open.at(-1)!.children.push(node)
    open.push(node)
  }
  try {
    walkXml(text, { open: openNode, text: addText, close: () => void open.pop() }, { doctype: 'bare' })
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    throw error.code === 'doctype'
      ? new TermFileError('doctype', error.line)
      : new TermFileError('not-xml', error.line, error.message)
  }
  return { entries, root }
}

/** The children, those of groups among them. */
function flat(node: Node): readonly Node[] {
  return node.children.flatMap((child) => (GROUPS.has(child.name) ? flat(child) : [child]))
}

/** What an element says: the type of a typed element, else its own name. */
function kindOf(node: Node): string {
  return TYPED.has(node.name) ? (node.attributes['type'] ?? '') : node.name
}

function refuse(node: Node, refused: Refusal[], reason: Refusal['reason']): void {
  refused.push({ line: node.line, reason, detail: `${kindOf(node)} ${node.text.trim()}`.trim() })
}

function readConcept(entry: Node, refused: Refusal[]): Concept {
  let id = entry.attributes['id'] ?? ''
  const texts: { field?: string; definition?: string; source?: string; note?: string } = {}
  const terms: Record<string, readonly Term[]> = {}
  const put = (node: Node, key: keyof typeof texts) => {
    if (texts[key] === undefined) texts[key] = node.text.trim()
    else refuse(node, refused, 'unknown-data')
  }
  const told: string[] = []
  const putDefinition = (node: Node, language: string) => {
    const text = node.text.trim()
    told.push(
      texts.definition === undefined ? `definition: ${language}` : `definition (${language}): ${text}`,
    )
    texts.definition ??= text
  }
  for (const node of flat(entry)) {
    const kind = kindOf(node)
    if (LANGUAGES.has(kind)) readLanguage(node, terms, put, putDefinition, refused)
    else if (kind === 'x-concordance-id') id = node.text.trim()
    else if (kind === 'subjectField') put(node, 'field')
    else if (kind === 'definition' || kind === 'source' || kind === 'note') put(node, kind)
    else refuse(node, refused, 'unknown-data')
  }
  // The base has one definition a concept; of which language it is, and the others, the note keeps.
  if (told.length > 0) texts.note = [...(texts.note === undefined ? [] : [texts.note]), ...told].join('\n')
  const { field = '', ...rest } = texts
  return { id, field, ...rest, terms }
}

function readLanguage(
  section: Node,
  terms: Record<string, readonly Term[]>,
  put: (node: Node, key: 'source' | 'note') => void,
  putDefinition: (node: Node, language: string) => void,
  refused: Refusal[],
): void {
  const language = languageCode(section.attributes['xml:lang'] ?? section.attributes['lang'] ?? '')
  if (language === '') return refuse(section, refused, 'no-language')
  for (const node of flat(section)) {
    const kind = kindOf(node)
    if (TERMS.has(kind)) {
      const term = readTerm(node, refused)
      if (term !== null) terms[language] = [...(terms[language] ?? []), term]
    } else if (kind === 'definition') putDefinition(node, language)
    else if (kind === 'source' || kind === 'note') put(node, kind)
    else refuse(node, refused, 'unknown-data')
  }
}

function readTerm(section: Node, refused: Refusal[]): Term | null {
  let wording = ''
  let status: TermStatus | null = null
  let own: TermStatus | null = null
  let part: PartOfSpeech | null = null
  let match: TermMatch = 'inflected'
  const more: { gap?: boolean; weak?: boolean; partOfSpeech?: PartOfSpeech; note?: string } = {}
  for (const node of flat(section)) {
    const value = node.text.trim()
    const kind = kindOf(node)
    if (kind === 'term') wording = value
    else if (kind === 'administrativeStatus' || kind === 'normativeAuthorization') {
      const read = STATUSES.get(value.replace(/(?:Term)?(?:-admn-sts)?$/u, ''))
      if (read === undefined) refuse(node, refused, 'unknown-status')
      else status = read
    } else if (kind === 'x-concordance-status' && value === 'forbidden') own = 'forbidden'
    else if (kind === 'x-concordance-match' && MATCHES.some((one) => one === value))
      match = value as TermMatch
    else if (kind === 'x-concordance-gap') more.gap = value === 'true'
    else if (kind === 'x-concordance-weak') more.weak = value === 'true'
    else if (kind === 'x-concordance-part' && value === 'phrase') part = 'phrase'
    else if (kind === 'partOfSpeech' && PARTS.has(value)) more.partOfSpeech = PARTS.get(value)
    else if (kind === 'note' && more.note === undefined) more.note = value
    else refuse(node, refused, 'unknown-data')
  }
  if (wording === '') {
    refuse(section, refused, 'no-wording')
    return null
  }
  return {
    wording,
    status: own ?? status ?? 'admitted',
    match,
    ...more,
    ...(part !== null && { partOfSpeech: part }),
  }
}
