import { baseLanguage } from '../text/languages'
import type { Language, TermBase, TermHit, TermHits } from '../model'
import { matcherFor } from './find-hits'
import { findCandidates } from './match-terms'

/** What the base says of a wording besides its concepts. */
interface About {
  readonly weak: boolean
  readonly inside: readonly string[]
}

type AboutWording = (wording: string) => About

const PLAIN: About = { weak: false, inside: [] }

const laidOut = new WeakMap<TermBase, Map<Language, AboutWording>>()

/**
 * Hits with what follows from their wording: `weak` where it only answers (see Term), and `inside`, the concepts of shorter wordings that it holds: `financing of
 * terrorism` is about terrorism as well.
 */
export function annotateHits(hits: TermHits, base: TermBase): TermHits {
  return Object.fromEntries(
    Object.entries(hits).map(([language, paragraphs]) => {
      const about = aboutIn(base, baseLanguage(language))
      return [
        language,
        Object.fromEntries(
          Object.entries(paragraphs).map(([address, list]) => [
            address,
            list.map((hit) => annotate(hit, about)),
          ]),
        ),
      ]
    }),
  )
}

function annotate(hit: TermHit, about: AboutWording): TermHit {
  const { weak, inside } = about(hit.wording)
  if (!weak && inside.length === 0) return hit
  return { ...hit, ...(weak && { weak }), ...(inside.length > 0 && { inside }) }
}

function aboutIn(base: TermBase, language: Language): AboutWording {
  const known = laidOut.get(base) ?? new Map<Language, AboutWording>()
  laidOut.set(base, known)
  const made = known.get(language) ?? makeAbout(base, language)
  known.set(language, made)
  return made
}

function makeAbout(base: TermBase, language: Language): AboutWording {
  const weak = new Set(
    base.flatMap(({ terms }) =>
      (terms[language] ?? []).filter((term) => term.weak === true).map(({ wording }) => wording),
    ),
  )
  const remembered = new Map<string, About>()
  return (wording) => {
    const known = remembered.get(wording)
    if (known !== undefined) return known
    const candidates = findCandidates(wording, matcherFor(base, language))
    const whole = candidates.find(({ from, to }) => from === 0 && to === wording.length)
    const inside = new Set(
      candidates.filter((one) => one !== whole && !weak.has(one.wording)).flatMap(({ concepts }) => concepts),
    )
    for (const id of whole?.concepts ?? []) inside.delete(id)
    const about =
      weak.has(wording) || inside.size > 0 ? { weak: weak.has(wording), inside: [...inside] } : PLAIN
    remembered.set(wording, about)
    return about
  }
}
