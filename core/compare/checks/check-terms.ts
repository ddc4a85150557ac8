import type { Check } from '../check-context'
import { checkDeprecatedTerms } from './check-deprecated-terms'
import { checkInconsistentTerms } from './check-inconsistent-terms'
import { checkMissingTerms } from './check-missing-terms'
import { checkTermOrder } from './check-term-order'
import { checkTermVariants } from './check-term-variants'

/** Everything that is asked about terms: what is missing, in the wrong order, not to be used, or rendered otherwise than elsewhere. */
export const checkTerms: Check = (pairs, context) => [
  ...checkMissingTerms(pairs, context),
  ...checkTermOrder(pairs, context),
  ...checkDeprecatedTerms(pairs, context),
  ...checkTermVariants(pairs, context),
  ...checkInconsistentTerms(pairs, context),
]
