import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { openApi } from '../core/schema/openapi'
import packageJson from '../package.json'

// Writes the types of the example client, from the description of the interface, to stdout: see `npm run write:api-types`.
const api = JSON.parse(JSON.stringify(openApi(packageJson.version))) as OpenAPI3
const types = astToString(await openapiTS(api, { defaultNonNullable: false }))
process.stdout.write(
  `/** Made from the OpenAPI document by \`npm run write:api-types\`; not to be changed by hand. */\n${types}`,
)
