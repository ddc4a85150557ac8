import packageJson from '../../../package.json'
import { OPERATIONS } from '../../../core/schema/api-operations'
import { on, serveApi } from '../../serve-api/serve-api'

const RESOURCES = [
  'documents',
  'versions',
  'alignments',
  'findings',
  'decisions',
  'terms',
  'jobs',
  'openapi.json',
]

/** `/api/v1`: what the interface is and where its resources are. */
export const { GET, POST, PUT, DELETE, PATCH, OPTIONS } = serveApi(
  on(OPERATIONS.getIndex, async () => ({
    value: {
      name: 'Concordance',
      version: packageJson.version,
      resources: Object.fromEntries(RESOURCES.map((name) => [name.replace('.json', ''), `/api/v1/${name}`])),
    },
  })),
)
