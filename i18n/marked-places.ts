import type { Finding, Language, Place } from '../core/model'
import { findingSides } from './describe-finding'

/**
 * The ranges of a finding that are worth marking in one version's text: those where something stands. A side where nothing was found points at
 * its whole paragraph, and a gap at a whole paragraph too; both are told by a mark beside the text, so they give no range here.
 */
export function markedPlaces(finding: Finding, language: Language): readonly Place[] {
  const stands = language === findingSides(finding).pivot ? finding.expected : finding.found
  if (stands === null || finding.code === 'gap') return []
  return (finding.places[language] ?? []).filter(({ from, to }) => to > from)
}
