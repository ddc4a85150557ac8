import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { FootnoteMark, Knowledge, Language, Paragraph, ParagraphKind, Version } from '../../core/model'
import { readVersion } from '../../core/pipeline'
import { bareVersion } from '../../core/segment/bare-version'
import { knowledgeFor } from '../damage/knowledge-for'
import { PAIR_ORDER } from '../damage/pairs'
import { readText } from '../damage/read-text'
import { shippedKnowledge } from './shipped-knowledge'

/** The texts that the checks are measured on. The fixture is written for this: dense in dates, symbols, footnotes, countries, negations and modal verbs. */
export const CHECK_TEXTS = ['declaration', 'charter', 'resolution', 'fixture'] as const

/** One of the texts. */
export type CheckTextName = (typeof CHECK_TEXTS)[number]

/** A text in six languages with what the program may know when it is checked: nothing that was learned from this very text. */
export interface CheckText {
  readonly versions: Readonly<Record<Language, Version>>
  readonly knowledge: Knowledge
}

const FIXTURE = 'bench/check/fixture'
const RESOLUTION = 'corpus/A-RES-76-299'

/** A text, or null where its files are not at hand. */
export function readCheckText(name: CheckTextName): CheckText | null {
  if (name === 'declaration' || name === 'charter') {
    const text = readText(name)
    return text === null ? null : { versions: text.versions, knowledge: knowledgeFor(name) }
  }
  const versions = name === 'resolution' ? readResolution() : readFixture()
  return versions === null ? null : { versions, knowledge: shippedKnowledge() }
}

function readResolution(): Readonly<Record<Language, Version>> {
  return Object.fromEntries(
    PAIR_ORDER.map((language) => {
      const name = `${RESOLUTION}/${language}.txt`
      return [language, readVersion(readFileSync(name), { name, language })]
    }),
  )
}

const KINDS: Readonly<Record<string, ParagraphKind>> = {
  pp: 'preambular',
  op: 'operative',
  sub: 'operative',
  fn: 'footnote',
}

/** A footnote mark as the fixture writes it. */
const MARK = /\[\^(\d+)\]/gu

interface Line {
  readonly part: number
  readonly kind: string
  readonly id: string
  readonly texts: Readonly<Record<Language, string>>
}

function readFixture(): Readonly<Record<Language, Version>> | null {
  if (!existsSync(FIXTURE)) return null
  const files = readdirSync(FIXTURE)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
  const lines = files.flatMap((file, part) => readPart(readFileSync(`${FIXTURE}/${file}`, 'utf8'), part))
  if (lines.length === 0) return null
  const ordered = [...lines.filter(({ kind }) => kind !== 'fn'), ...lines.filter(({ kind }) => kind === 'fn')]
  return Object.fromEntries(PAIR_ORDER.map((language) => [language, toVersion(ordered, language)]))
}

function readPart(table: string, part: number): readonly Line[] {
  const [head = '', ...rows] = table.split('\n').filter((line) => line.trim() !== '')
  const columns = head.split('\t')
  return rows.map((row) => {
    const cells = row.split('\t')
    const cell = (column: string) => cells[columns.indexOf(column)] ?? ''
    return {
      part,
      kind: cell('kind'),
      id: cell('id'),
      texts: Object.fromEntries(PAIR_ORDER.map((language) => [language, cell(language).trim()])),
    }
  })
}

/** Operative paragraphs are numbered through all parts, and their sub-paragraphs lettered, as they are in print. */
function toVersion(lines: readonly Line[], language: Language): Version {
  const counts = { pp: 0, op: 0, sub: 0, fn: 0 }
  const notes = new Map(
    lines
      .filter(({ kind }) => kind === 'fn')
      .map(({ part, id }, k) => [`${part}:${id.replace(/\D/gu, '')}`, `fn${k + 1}`]),
  )
  const paragraphs = lines.map(({ part, kind, texts }): Paragraph => {
    if (kind === 'sub') counts.sub += 1
    else counts.sub = 0
    if (kind === 'pp' || kind === 'op' || kind === 'fn') counts[kind] += 1
    const letter = String.fromCharCode(96 + counts.sub)
    const [address, label] =
      kind === 'pp'
        ? [`pp${counts.pp}`, null]
        : kind === 'op'
          ? [`op${counts.op}`, `${counts.op}.`]
          : kind === 'sub'
            ? [`op${counts.op}.${letter}`, `${letter})`]
            : [`fn${counts.fn}`, `${counts.fn}`]
    const { text, marks } = takeMarks(texts[language] ?? '', (mark) => notes.get(`${part}:${mark}`) ?? null)
    return { address, kind: KINDS[kind] ?? 'body', label, text, marks, italics: [] }
  })
  return bareVersion(language, 'unofficial', paragraphs)
}

function takeMarks(
  written: string,
  noteOf: (mark: string) => string | null,
): { readonly text: string; readonly marks: readonly FootnoteMark[] } {
  const marks: FootnoteMark[] = []
  let text = ''
  let end = 0
  for (const match of written.matchAll(MARK)) {
    text += written.slice(end, match.index)
    end = match.index + match[0].length
    const note = noteOf(match[1]!)
    marks.push({ at: text.length, mark: note?.slice(2) ?? match[1]!, note })
  }
  return { text: text + written.slice(end), marks }
}
