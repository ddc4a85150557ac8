import type { ResolutionEntry } from '../components/ReadingView/ReadingView'
import type { Check } from '../core/model'
import type { Translator } from '../i18n/translator'

/** Texts that are only compared, as the reading view heads them: by their symbol where those that have one have the same, else as a comparison. */
export function comparisonEntry({ versions }: Check, t: Translator): ResolutionEntry {
  const [symbol, ...others] = new Set(versions.flatMap((version) => version.symbol ?? []))
  const first = versions[0]?.heading
  return {
    slug: 'comparison',
    symbol: symbol !== undefined && others.length === 0 ? symbol : t('compare.symbol'),
    adopted: first?.adopted ?? null,
    meeting: first?.meeting ?? null,
    titles: Object.fromEntries(
      versions.flatMap(({ language, title }) => (title === null ? [] : [[language, title]])),
    ),
    versions: versions.map(({ language, status }) => ({ language, status, source: '' })),
  }
}
