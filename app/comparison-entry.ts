import type { ResolutionEntry } from '../components/ReadingView/ReadingView'
import type { Check } from '../core/model'
import type { Translator } from '../i18n/translator'

/** Texts that are only compared, as the reading view heads them: by their symbol where they all have one and the same, else as a comparison. */
export function comparisonEntry({ versions }: Check, t: Translator): ResolutionEntry {
  const symbols = new Set(versions.map(({ symbol }) => symbol))
  const [symbol] = symbols
  const first = versions[0]?.heading
  return {
    slug: 'comparison',
    symbol: symbols.size === 1 && symbol != null ? symbol : t('compare.symbol'),
    adopted: first?.adopted ?? null,
    meeting: first?.meeting ?? null,
    titles: Object.fromEntries(
      versions.flatMap(({ language, title }) => (title === null ? [] : [[language, title]])),
    ),
    versions: versions.map(({ language, status }) => ({ language, status, source: '' })),
  }
}
