import type { Language, Severity } from '../model'
import type { VerbPattern, VerbRendering, VerbUse } from './verb-pattern'

/**
 * A departure from the usual pairing of opening verbs, over one resolution or many. `rendered-otherwise`: the verb is rendered by `wording` here and by `usual` most often;
 * `rendering-shared`: `wording` answers the verb here and the verb `usual` most often. A warning where the table of opening verbs does not have the two answer each other, else info.
 */
export interface VerbFinding {
  readonly rule: 'rendered-otherwise' | 'rendering-shared'
  readonly severity: Severity
  readonly language: Language
  readonly verb: string
  readonly wording: string
  readonly count: number
  readonly usual: string
  readonly usualCount: number
  readonly uses: readonly VerbUse[]
}

/** The departures of a pattern (see verbPattern), warnings first, then in the pattern's order. A pairing that departs in both ways is told once, as rendered otherwise. */
export function verbFindings(patterns: readonly VerbPattern[]): readonly VerbFinding[] {
  const findings = [...patterns.flatMap(renderedOtherwise), ...renderingsShared(patterns)]
  const told = new Set<string>()
  const once = findings.filter(({ language, verb, wording }) => {
    const key = [language, verb, wording].join('\n')
    return !told.has(key) && told.add(key)
  })
  return [
    ...once.filter(({ severity }) => severity !== 'info'),
    ...once.filter(({ severity }) => severity === 'info'),
  ]
}

function renderedOtherwise({ language, verb, renderings }: VerbPattern): readonly VerbFinding[] {
  const usual = usualOf(renderings, (rendering) => rendering)
  return renderings
    .filter((rendering) => rendering !== usual)
    .map(({ key, count, accepted, uses }) => ({
      rule: 'rendered-otherwise',
      severity: accepted ? 'info' : 'warning',
      language,
      verb,
      wording: key,
      count,
      usual: usual.key,
      usualCount: usual.count,
      uses,
    }))
}

function renderingsShared(patterns: readonly VerbPattern[]): readonly VerbFinding[] {
  const pairs = patterns.flatMap(({ language, verb, renderings }) =>
    renderings.filter(({ shared }) => shared).map((rendering) => ({ language, verb, rendering })),
  )
  return pairs.flatMap(({ language, verb, rendering }): readonly VerbFinding[] => {
    const like = pairs.filter((one) => one.language === language && one.rendering.key === rendering.key)
    const usual = usualOf(like, (one) => one.rendering)
    if (usual.verb === verb) return []
    return [
      {
        rule: 'rendering-shared',
        severity: rendering.accepted ? 'info' : 'warning',
        language,
        verb,
        wording: rendering.key,
        count: rendering.count,
        usual: usual.verb,
        usualCount: usual.rendering.count,
        uses: rendering.uses,
      },
    ]
  })
}

/** The commonest of some pairings; of equally common ones an accepted one, then the first. */
function usualOf<T>(list: readonly T[], renderingOf: (item: T) => VerbRendering): T {
  return list.reduce((one, other) => {
    const [a, b] = [renderingOf(one), renderingOf(other)]
    return b.count > a.count || (b.count === a.count && b.accepted && !a.accepted) ? other : one
  })
}
