import type { Decision } from '../../../../../../core/model'
import { OPERATIONS } from '../../../../../../core/schema/api-operations'
import { decisionSchema } from '../../../../../../core/schema'
import { decide, decisionHistory, undoDecision, type DecideResult } from '../../../../../../store/decisions'
import type { Store } from '../../../../../../store/database/open-store'
import { readStored } from '../../../../../../store/resolutions'
import { appStore } from '../../../../../open-store'
import { Problem } from '../../../../../serve-api/problem'
import { revisionTag } from '../../../../../serve-api/revision'
import { on, serveApi } from '../../../../../serve-api/serve-api'
import { showDecision } from '../../../../../serve-api/show-decision'

/** `/api/v1/decisions/…/…`: what is settled under a key. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getDecision, async ({ params }) => show(await appStore(), readTarget(params))),
  on(OPERATIONS.settle, async ({ params, body, revision }) => {
    const { document, verdict, by, others } = body
    const reason = body.reason === '' ? null : body.reason
    const target = { ...readTarget(params), revision, by, others }
    return async (store) => {
      if (document !== null && (await readStored(store, document)) === null)
        throw new Problem('unknown-document', { detail: document })
      return done(store, await decide(store, { ...target, resolution: document, verdict, reason }))
    }
  }),
  on(OPERATIONS.undoDecision, async ({ params, revision }) => {
    const target = { ...readTarget(params), revision, by: null }
    return async (store) => done(store, await undoDecision(store, target))
  }),
)

/** What can be no scope and key is an address where there is nothing. */
function readTarget(params: Readonly<Record<string, string>>): Pick<Decision, 'scope' | 'key'> {
  const target = decisionSchema.pick({ scope: true, key: true }).safeParse(params)
  if (!target.success) throw new Problem('not-found')
  return target.data
}

async function done(store: Store, result: DecideResult) {
  if (result.kind === 'decided') return show(store, result.entry)
  const { theirs } = result
  throw new Problem('revision-stale', { theirs: theirs === null ? null : showDecision(theirs) })
}

async function show(store: Store, { scope, key }: Pick<Decision, 'scope' | 'key'>) {
  const history = (await decisionHistory(store, scope, key)).map(showDecision)
  const last = history.at(-1)
  if (last === undefined) throw new Problem('not-found')
  return { value: { ...last, history }, tag: revisionTag(last.revision) }
}
