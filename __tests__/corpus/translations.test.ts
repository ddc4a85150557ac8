import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Status } from '../../core/model'

const ROOT = path.resolve(__dirname, '../..')
const CORPUS = path.join(ROOT, 'corpus')
const FOLDER = path.join(CORPUS, 'A-RES-76-299')
const LANGUAGES = ['fr', 'en', 'es', 'ru', 'ar', 'zh'] as const
const TRANSLATIONS = LANGUAGES.filter((language) => language !== 'fr')

type Code = (typeof LANGUAGES)[number]

/** The French text is carried unchanged: its bytes never differ from the ones that were received. */
const FRENCH_SHA256 = 'a599f74d5b65a73c35ea32ae1eb18062f532b470c5e9ca59e16c491428f64837'

const ENACTING: Readonly<Record<Code, string>> = {
  fr: "L'Assemblée générale,",
  en: 'The General Assembly,',
  es: 'La Asamblea General,',
  ru: 'Генеральная Ассамблея,',
  ar: 'إن الجمعية العامة،',
  zh: '大会，',
}

/** Where the French file is cut by a page: what stands before the cut, and what goes on behind it. */
const FRENCH_CUTS: readonly (readonly [RegExp, RegExp])[] = [
  [/cinq ans$/u, /^l'Année/u],
  [/renforcement des$/u, /^capacités/u],
]

const NOTE = /^[¹²³⁴] /u
const LABEL = /^(\d{1,2})(?:\.| -) ?/u

function read(language: Code): string {
  return readFileSync(path.join(FOLDER, `${language}.txt`), 'utf8')
}

/** The text's paragraphs in the order of the file; notes apart, the French cuts closed. */
function readParts(language: Code): { head: string[]; body: string[]; notes: string[]; closing: string[] } {
  const all = read(language)
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
  const notes = all.filter((paragraph) => NOTE.test(paragraph))
  const text = all.filter((paragraph) => !NOTE.test(paragraph))
  const start = text.indexOf(ENACTING[language])
  const isClosing = (paragraph: string) => /^\*[^*]*97[^*]*\*$/u.test(paragraph)
  const joined: string[] = []
  for (const paragraph of text.slice(start + 1)) {
    const last = joined.at(-1)
    const isCut =
      language === 'fr' &&
      last !== undefined &&
      FRENCH_CUTS.some(([before, behind]) => before.test(last) && behind.test(paragraph))
    if (isCut) joined[joined.length - 1] = `${last} ${paragraph}`
    else joined.push(paragraph)
  }
  return {
    head: text.slice(0, start),
    body: joined.filter((paragraph) => !isClosing(paragraph)),
    notes,
    closing: joined.filter(isClosing),
  }
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1
}

/** Every symbol, resolution number and other figure of a text, once each, in order; labels, raised endings and marks are none. */
function readFigures(text: string): string[] {
  const plain = text
    .replace(/^\d{1,2}(?:\.| -) ?(?=\*)/gmu, '')
    .replace(/\(#\)/gu, '')
    .replace(/(?<=^|\n)1\^\{er\}/gu, '1')
  // Chinese writes the months of its dates as figures; the other languages write them as words.
  const wordMonths = plain.replace(/(\d{4})年\d{1,2}月(\d{1,2})日/gu, '$1年 $2日')
  return [...new Set(wordMonths.match(/A\/[\dA-Z/.]*\d(?:\/Add\.\d+)?|\d+(?:\/\d+)?/gu))].sort()
}

describe('the French text of A/RES/76/299', () => {
  test('is carried unchanged, byte for byte', () => {
    const bytes = readFileSync(path.join(FOLDER, 'fr.txt'))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(FRENCH_SHA256)
  })
})

describe.each(LANGUAGES)('A/RES/76/299 in %s', (language) => {
  const { head, body, notes, closing } = readParts(language)

  test('has 20 preambular and 10 numbered operative paragraphs after the enacting words', () => {
    const labels = body.map((paragraph) => LABEL.exec(paragraph)?.[1] ?? '')
    expect(labels).toEqual([
      ...Array.from({ length: 20 }, () => ''),
      ...Array.from({ length: 10 }, (_, index) => String(index + 1)),
    ])
  })

  test('has seven heading paragraphs, a numbered title and one closing line', () => {
    expect(head).toHaveLength(8)
    expect(head.at(-1)).toMatch(/^76\/299(?:\.| -) \S/u)
    expect(closing).toHaveLength(1)
  })

  test('names each of the figures and symbols', () => {
    const text = read(language)
    for (const figure of [
      '73/338',
      '2030',
      '70/1',
      '53/243',
      '75/272',
      '76/299',
      'A/76/L.74',
      'A/76/L.74/Add.1',
      '97',
      '66',
    ])
      expect([figure, countOf(text, figure) > 0]).toEqual([figure, true])
  })

  test('has the same figures and symbols as the French, and no others', () => {
    expect(readFigures(read(language))).toEqual(readFigures(read('fr')))
  })

  test.each([
    ['¹', 8],
    ['²', 9],
    ['³', 13],
    ['⁴', 16],
  ] as const)('carries the mark %s once in preambular paragraph %i and once at its note', (mark, place) => {
    const holders = body.flatMap((paragraph, index) => (paragraph.includes(mark) ? [index + 1] : []))
    expect(holders).toEqual([place])
    expect(countOf(body[place - 1] ?? '', mark)).toBe(1)
    expect(notes.filter((note) => note.startsWith(mark))).toHaveLength(1)
    expect(countOf(read(language), mark)).toBe(2)
  })

  test('opens every operative paragraph with a verb in italics and ends it with a semicolon, the last with a full stop', () => {
    const operative = body.slice(20)
    for (const paragraph of operative)
      expect(paragraph).toMatch(/^\d{1,2}(?:\.| -) ?\*[\p{L}\p{M}][\p{L}\p{M} ]*\*/u)
    for (const paragraph of operative.slice(0, -1)) expect(paragraph).toMatch(/[;；؛]$/u)
    expect(operative.at(-1)).toMatch(/[.。]$/u)
  })

  test('ends every preambular paragraph with a comma, or a comma and a mark', () => {
    for (const paragraph of body.slice(0, 20)) expect(paragraph).toMatch(/[,，،][¹²³⁴]?$/u)
  })
})

describe.each(TRANSLATIONS)('the working translation in %s', (language) => {
  const text = read(language)

  test('is a clean file: LF, one blank line between paragraphs, no links, no stray spaces, one last LF', () => {
    expect(text).not.toMatch(/\r|\uFEFF|\t/u)
    expect(text).not.toMatch(/^\s|\n{3}|\n\n$| {2}| \n|\n /u)
    expect(text).toMatch(/[^\n]\n$/u)
    expect(text).not.toMatch(/\]\(|\^\{/u)
  })

  test('has its four notes together behind the closing line', () => {
    const paragraphs = text.trimEnd().split('\n\n')
    expect(paragraphs.slice(-4).map((paragraph) => paragraph[0])).toEqual(['¹', '²', '³', '⁴'])
    expect(paragraphs.at(-5)).toBe(readParts(language).closing[0])
  })

  test('repeats the title in operative paragraph 10', () => {
    const { head, body } = readParts(language)
    const title = (head.at(-1) ?? '').replace(/^76\/299(?:\.| -) /u, '')
    expect(title).not.toBe('')
    expect(body.at(-1)).toMatch(/[“”«][^“”»]+[”“»]/u)
    expect(/[“”«]([^“”»]+)[”“»]/u.exec(body.at(-1) ?? '')?.[1]).toBe(title)
  })
})

describe.each(['ru', 'ar', 'zh'] as const)('the working translation in %s', (language) => {
  test('has no run of three or more words in Latin script', () => {
    expect(read(language)).not.toMatch(/\p{Script=Latin}{2,}(?:[ ,.'’-]+\p{Script=Latin}{2,}){2,}/u)
  })
})

interface Entry {
  readonly language: string
  readonly file: string
  readonly package?: string
  readonly type: string
  readonly status: Status
  readonly source: string
}

interface Description {
  readonly symbol: string
  readonly adopted: string
  readonly meeting: number
  readonly title: Readonly<Record<string, string>>
  readonly versions: readonly Entry[]
}

const SLUGS = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name.startsWith('A-'))
  .map((entry) => entry.name)

test('the corpus ships A/RES/76/299 and the Universal Declaration', () => {
  expect(SLUGS).toEqual(expect.arrayContaining(['A-RES-217(III)', 'A-RES-76-299']))
})

describe.each(SLUGS)('the description of %s', (slug) => {
  const folder = path.join(CORPUS, slug)
  const description = JSON.parse(readFileSync(path.join(folder, 'resolution.json'), 'utf8')) as Description

  test('has the symbol that its folder is named after, an ISO date and a meeting', () => {
    expect(description.symbol.replace(/\//gu, '-')).toBe(slug)
    expect(description.adopted).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
    expect(description.meeting).toBeGreaterThan(0)
  })

  test('has a title and one version in each of the six languages', () => {
    const sorted = [...LANGUAGES].sort()
    expect(Object.keys(description.title).sort()).toEqual(sorted)
    expect(description.versions.map(({ language }) => language).sort()).toEqual(sorted)
  })

  test('lists files that exist, each with a status and a source', () => {
    for (const version of description.versions) {
      const base = version.package ? path.join(ROOT, 'node_modules', version.package) : folder
      expect([version.file, existsSync(path.join(base, version.file))]).toEqual([version.file, true])
      expect(version.type).toBe(version.file.endsWith('.html') ? 'html' : 'text')
      expect(['official', 'unofficial']).toContain(version.status)
      expect(version.source).toMatch(/^[a-z]+(?:-[a-z]+)*$/u)
    }
  })

  test('lists every text of its folder', () => {
    const texts = readdirSync(folder).filter((name) => name !== 'resolution.json')
    const listed = description.versions.flatMap((version) => (version.package ? [] : [version.file]))
    expect(texts.sort()).toEqual(listed.sort())
  })
})

test('only the French text of A/RES/76/299 is official, and its titles are those of the files', () => {
  const description = JSON.parse(
    readFileSync(path.join(FOLDER, 'resolution.json'), 'utf8'),
  ) as Description
  for (const { language, status } of description.versions)
    expect([language, status]).toEqual([language, language === 'fr' ? 'official' : 'unofficial'])
  for (const language of LANGUAGES)
    expect(readParts(language).head.at(-1)).toMatch(new RegExp(`^76/299(?:\\.| -) ${description.title[language] ?? '-'}$`, 'u'))
})
