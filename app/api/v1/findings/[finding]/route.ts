import { OPERATIONS } from '../../../../../core/schema/api-operations'
import { readFindings } from '../../../../../jobs/read-findings'
import { appStore } from '../../../../open-store'
import { Problem } from '../../../../serve-api/problem'
import { on, serveApi } from '../../../../serve-api/serve-api'
import { showFinding } from '../../../../serve-api/show-finding'

/** `/api/v1/findings/…`: a finding. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getFinding, async ({ params: { finding = '' } }) => {
    const [, alignment = '', position = ''] = /^(.+)\.(\d{1,9})$/u.exec(finding) ?? []
    const [found] =
      position === ''
        ? []
        : await readFindings(await appStore(), { alignment, position: Number(position), limit: 1 })
    if (found === undefined) throw new Problem('not-found')
    return { value: showFinding(found) }
  }),
)
