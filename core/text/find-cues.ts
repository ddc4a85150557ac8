import type { Cue, Language } from '../model'
import { plainText } from './cues/cue-scanner'
import { cuesOf } from './cues/cues-of'

/**
 * The words of a text that deny it and those that oblige, advise, allow or forbid, in order of offset; a negated modal is both a negation and an obligation.
 * Ranges are UTF-16 code units of `text`. A language outside the six has none.
 */
export function findCues(text: string, language: Language): readonly Cue[] {
  const cues = cuesOf(language)
  if (cues === null) return []
  const plain = plainText(text)
  return [
    ...cues.negations(plain).map((found): Cue => ({ kind: 'negation', ...found })),
    ...cues.obligations(plain).map((found): Cue => ({ kind: 'obligation', ...found })),
  ].sort((a, b) => a.from - b.from || a.to - b.to)
}
