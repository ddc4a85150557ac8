import type { UnLanguage, Verdict } from '../core/model'
import { UN_LANGUAGES } from '../core/model'
import type { DecisionWords } from '../core/text/decision-sheet'
import { makeTranslator } from './translator'

const VERDICTS: readonly Verdict[] = ['error', 'accepted', 'ignored']

/** The words of all six languages. */
export function decisionWords(locales: readonly UnLanguage[] = UN_LANGUAGES): DecisionWords {
  const translators = locales.map(makeTranslator)
  const heads = (label: 'decision' | 'note' | 'row' | 'mixed') =>
    new Set(translators.map((t) => t(`export.sheet.${label}`)))
  const verdicts = VERDICTS.flatMap((verdict): readonly (readonly [string, Verdict])[] => [
    [verdict, verdict],
    ...translators.map((t) => [t(`settle.verdict.${verdict}`).toLowerCase(), verdict] as const),
  ])
  return {
    decision: heads('decision'),
    note: heads('note'),
    row: heads('row'),
    mixed: heads('mixed'),
    verdicts: new Map(verdicts),
  }
}
