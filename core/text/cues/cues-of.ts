import type { CueValue, Language } from '../../model'
import { baseLanguage } from '../languages'
import { cueScanner, type CueScanner } from './cue-scanner'
import type { CueTable, DenyingSense } from './cue-table'
import { CUES_AR } from './cues-ar'
import { CUES_EN } from './cues-en'
import { CUES_ES } from './cues-es'
import { CUES_FR } from './cues-fr'
import { CUES_RU } from './cues-ru'
import { CUES_ZH } from './cues-zh'

/** The table of a language, ready to be looked for. */
export interface Cues {
  readonly negations: CueScanner<'not'>
  readonly obligations: CueScanner<CueValue>
  readonly denyingWords: CueScanner<DenyingSense>
  readonly restrictions: CueScanner<'only'>
  readonly prohibitions: CueScanner<'must-not'>
  readonly concord: CueScanner<'not'>
}

const TABLES: Readonly<Record<Language, CueTable>> = {
  ar: CUES_AR,
  zh: CUES_ZH,
  en: CUES_EN,
  fr: CUES_FR,
  ru: CUES_RU,
  es: CUES_ES,
}

// A module-level cache, pure in effect: laying out the patterns of a language takes longer than looking a paragraph through.
const ready = new Map<string, Cues>()

/** The cues of a language (a second version's are those of its language), or null outside the six. */
export function cuesOf(language: Language): Cues | null {
  const base = baseLanguage(language)
  const known = ready.get(base)
  if (known !== undefined) return known
  const table = TABLES[base]
  if (table === undefined) return null
  const cues = layOut(table)
  ready.set(base, cues)
  return cues
}

function layOut(table: CueTable): Cues {
  const { guards, concord = [] } = table
  return {
    negations: cueScanner(guards, [['not', table.negations.join('|')]]),
    obligations: cueScanner(table.obligationGuards, table.obligations),
    denyingWords: cueScanner(guards, table.faint),
    restrictions: cueScanner(guards, [['only', table.restrictions.join('|')]]),
    prohibitions: cueScanner(guards, [['must-not', table.prohibitions.join('|')]]),
    concord: cueScanner([], concord.length === 0 ? [] : [['not', concord.join('|')]]),
  }
}
