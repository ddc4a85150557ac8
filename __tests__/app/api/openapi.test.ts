import { createConfig, lintFromString } from '@redocly/openapi-core'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { EXPORT_TYPES } from '../../../core/export/write-table'
import { OPERATIONS } from '../../../core/schema/api-operations'
import { EXPORT_FORMATS } from '../../../core/schema/export-formats'
import { openApi } from '../../../core/schema/openapi'
import { PROBLEM_CODES } from '../../../core/schema/problem-codes'
import { loadMessages } from '../../../i18n/load-messages'
import packageJson from '../../../package.json'
import { folderOf } from './send-here'

const root = path.join(__dirname, '../../..')
const api = openApi(packageJson.version)

function routeFolders(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? routeFolders(path.join(folder, entry.name))
      : entry.name === 'route.ts'
        ? [folder]
        : [],
  )
}

it('is valid OpenAPI 3.1, with nothing to warn of', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: JSON.stringify(api), config })
  const told = problems.map(({ ruleId, severity, message, location }) => ({
    ruleId,
    severity,
    message,
    at: location[0]?.pointer,
  }))
  expect(told).toEqual([])
})

it('names every route, and every route is in it', () => {
  const v1 = path.join(root, 'app/api/v1')
  const folders = routeFolders(v1).map((folder) => path.relative(v1, folder))
  const named = Object.keys(api.paths).map((address) => folderOf(address).replace(/^\//u, ''))
  expect([...folders].sort()).toEqual([...named].sort())
})

it('each route serves the operations of its address and no others', () => {
  const named = Object.entries(OPERATIONS).map(([name, { id, path: address }]) => {
    expect(id).toBe(name)
    const file = path.join(root, 'app/api/v1', folderOf(address), 'route.ts')
    return readFileSync(file, 'utf8').includes(`on(OPERATIONS.${name},`)
  })
  expect(named.every(Boolean)).toBe(true)
  const served = routeFolders(path.join(root, 'app/api/v1')).flatMap((folder) => [
    ...readFileSync(path.join(folder, 'route.ts'), 'utf8').matchAll(/on\(\s*OPERATIONS\.(\w+)/gu),
  ])
  expect(served.map(([, name]) => name).sort()).toEqual(Object.keys(OPERATIONS).sort())
})

it('has a sentence for each problem, and knows every format that can be written', () => {
  expect(Object.keys(loadMessages('en').api.problem).sort()).toEqual([...PROBLEM_CODES].sort())
  expect([...EXPORT_FORMATS].sort()).toEqual(Object.keys(EXPORT_TYPES).sort())
  expect(Object.keys(loadMessages('en').api.tag).sort()).toEqual(api.tags.map(({ name }) => name).sort())
})

it('the types of the example client are those of this description', () => {
  const tsx = path.join(root, 'node_modules/tsx/dist/cli.mjs')
  const script = path.join(root, 'bench/write-api-types.ts')
  const made = execFileSync(process.execPath, [tsx, script], { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  expect(readFileSync(path.join(root, 'docs/client/api-types.ts'), 'utf8')).toBe(made)
}, 30_000)
