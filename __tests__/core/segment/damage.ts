import type { Paragraph, Version } from '../../../core/model'

/** A repeatable source of random numbers from 0 to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** What is done to a text on its way through a word processor, a printer and a PDF. */
export interface Damage {
  /** Columns at which lines are wrapped; 0 leaves paragraphs on one line. */
  readonly wrap: number
  /** Page breaks, each at a word boundary inside a paragraph. */
  readonly breaks: number
  readonly breakStyle: 'form-feed' | 'blank-lines' | 'furniture'
  /** Where notes stand: at the end, or in the first cut behind their marks. */
  readonly notes: 'end' | 'cut'
  readonly marks: 'superscript' | 'markdown' | 'caret' | 'glued'
  /** No blank line between numbered paragraphs. */
  readonly tight: boolean
  readonly lineEnd: '\n' | '\r\n'
}

const SUPERSCRIPTS = [...'⁰¹²³⁴⁵⁶⁷⁸⁹']

function printedMark(mark: string, style: Damage['marks']): string {
  if (style === 'markdown') return `[^${mark}]`
  if (style === 'caret') return `^{${mark}}`
  if (style === 'glued') return mark
  return [...mark].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('')
}

/** The label is an article's heading, which stands on a line of its own. */
function headsArticle({ kind, label }: Paragraph): boolean {
  return kind === 'article' && /\p{L}{3}|条/u.test(label ?? '')
}

function printed(paragraph: Paragraph, damage: Damage): string {
  let text = paragraph.text
  for (const { at, mark } of [...paragraph.marks].sort((a, b) => b.at - a.at))
    text = text.slice(0, at) + printedMark(mark, damage.marks) + text.slice(at)
  const gap = /[\u4e00-\u9fff]/u.test(text) ? '' : ' '
  if (paragraph.label === null) return text
  // The heading of a part, a chapter or an article stands above the words behind it.
  return paragraph.kind === 'section' || headsArticle(paragraph)
    ? `${paragraph.label}\n${text}`
    : `${paragraph.label}${gap}${text}`
}

function printedNote(note: Paragraph, damage: Damage): string {
  const mark = printedMark(note.label ?? '', damage.marks)
  return damage.marks === 'markdown' ? `${mark}: ${note.text}` : `${mark} ${note.text}`
}

function wrapLines(text: string, width: number): string {
  if (width === 0) return text
  const lines: string[] = []
  let line = ''
  // Chinese may break anywhere but before a mark.
  const words = text.match(/[\u4e00-\u9fff][，。；：、）」》〉]*|[^\s\u4e00-\u9fff]+|\s+/gu) ?? []
  let columns = 0
  for (const word of words) {
    const size = [...word].reduce((sum, c) => sum + (/[\u3000-\u9fff\uff00-\uff60]/u.test(c) ? 2 : 1), 0)
    if (columns + size > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = word.trimStart()
      columns = line === '' ? 0 : size
    } else {
      line += word
      columns += size
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines.join('\n')
}

function pageEdge(damage: Damage, version: Version, page: number, notes: readonly string[]): string {
  const foot = notes.length > 0 ? `\n\n${notes.join('\n\n')}` : ''
  if (damage.breakStyle === 'form-feed') return `${foot}\n\f`
  if (damage.breakStyle === 'blank-lines') return `${foot}\n\n\n\n`
  return `${foot}\n\n22-11873 ${page}/3\n\f${version.title ?? ''}\n${version.symbol ?? 'A/RES/76/299'}\n\n`
}

/** Prints a version as a plain text file with the damage asked for, at places that the random source chooses. */
export function damaged(version: Version, damage: Damage, random: () => number): string {
  const main = version.paragraphs.filter(({ kind }) => kind !== 'footnote')
  const notes = version.paragraphs.filter(({ kind }) => kind === 'footnote')
  const long = main.flatMap((paragraph, i) =>
    (paragraph.kind === 'preambular' || paragraph.kind === 'operative') && paragraph.text.length > 120
      ? [i]
      : [],
  )
  const cuts = new Set<number>()
  while (cuts.size < Math.min(damage.breaks, long.length))
    cuts.add(long[Math.floor(random() * long.length)] ?? 0)
  const waiting = [...notes]
  const seen = new Set<string>()
  let page = 0
  let out = ''
  main.forEach((paragraph, i) => {
    const next = main[i + 1]
    let text = printed(paragraph, damage)
    if (cuts.has(i)) {
      page += 1
      const places = [
        ...text.matchAll(/(?<=[\p{L}])\s(?=[\p{Ll}\p{Lo}])|(?<=[\u4e00-\u9fff]{3})(?=[\u4e00-\u9fff]{3})/gu),
      ].filter(({ index }) => index > 50 && index < text.length - 20)
      const place = places[Math.floor(random() * places.length)]
      if (place !== undefined) {
        const first = text.slice(0, place.index)
        for (const { at, mark } of paragraph.marks) if (at < place.index) seen.add(mark)
        const ready = damage.notes === 'cut' ? waiting.filter(({ label }) => seen.has(label ?? '')) : []
        for (const note of ready) waiting.splice(waiting.indexOf(note), 1)
        const foot = ready.map((note) => wrapLines(printedNote(note, damage), damage.wrap))
        text = `${wrapLines(first, damage.wrap)}${pageEdge(damage, version, page, foot)}${wrapLines(text.slice(place.index).trimStart(), damage.wrap)}`
      } else text = wrapLines(text, damage.wrap)
    } else
      text = text
        .split('\n')
        .map((line) => wrapLines(line, damage.wrap))
        .join('\n')
    for (const { mark } of paragraph.marks) seen.add(mark)
    const close = damage.tight && paragraph.kind === 'operative' && next?.kind === 'operative'
    const heading = paragraph.kind === 'heading' && next?.kind === 'heading'
    out += text + (close || (heading && damage.tight) ? '\n' : '\n\n')
  })
  out += waiting.map((note) => wrapLines(printedNote(note, damage), damage.wrap)).join('\n\n')
  return out.replace(/\n/gu, damage.lineEnd)
}

/** One kind of damage of each sort, chosen at random. */
export function randomDamage(random: () => number): Damage {
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return {
    wrap: one([0, 0, 66, 78, 90, 100]),
    breaks: one([0, 1, 2, 3]),
    breakStyle: one(['form-feed', 'blank-lines', 'furniture'] as const),
    notes: one(['end', 'cut'] as const),
    marks: one(['superscript', 'markdown', 'caret', 'glued'] as const),
    tight: one([true, false]),
    lineEnd: one(['\n', '\r\n'] as const),
  }
}

/** How often each letter and figure stands in a text, superscripts written plainly. */
export function letters(texts: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const text of texts)
    for (const letter of text.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [])
      counts[letter] = (counts[letter] ?? 0) + 1
  return counts
}

/** All the texts that a version holds: labels, words, marks and what was taken out. */
export function held({ paragraphs, removed }: Version): string[] {
  return [
    ...paragraphs.flatMap(({ label, text, marks }) => [label ?? '', text, ...marks.map(({ mark }) => mark)]),
    ...removed.map(({ text }) => text),
  ]
}

/** Cuts a text at random places and puts furniture, notes and nonsense in: nothing that a segmenter could undo. */
export function torn(text: string, random: () => number): string {
  const pieces = [
    '\n',
    '\n\n',
    '\n\n\n\n',
    '\f',
    '\r\n',
    '2/3\n',
    '\n22-11873 (F)\n',
    '\n*2211873*\n',
    '\n\n050822\n\n',
    '\nA/RES/76/299\n',
    '\n¹ Note.\n',
    '[^2]',
    '1\n2\n',
    '\n1\n',
    '*',
    '_',
    '(a) ',
    '1. ',
    '\nArticle 3\n',
    '\nAnnexe\n',
    '\\',
    '^{3}',
    '[a](b)',
    '(i)',
    '٣ - ',
    '\nL’Assemblée générale,\n',
    '大会，\n',
    '# ',
    '\nA\n',
    '\nباء\n',
    '\nPartie I\n',
    '\nProtocole II\n',
    '\nDécision 86/501\n',
    '\nI. Titre\n',
    'أ - ',
    '一、',
  ]
  let out = text
  for (let i = 0; i < 12; i += 1) {
    const at = Math.floor(random() * out.length)
    out = out.slice(0, at) + (pieces[Math.floor(random() * pieces.length)] ?? '') + out.slice(at)
  }
  return out
}
