import path from 'node:path'
import { OPERATIONS } from '../../../core/schema/api-operations'
import type { RouteHandler } from '../../../app/serve-api/serve-api'

/** The folder of an operation's route, below `app/api/v1`. */
export function folderOf(address: string): string {
  return address.replace(/\{(\w+)\}/gu, '[$1]')
}

const PATHS = [...new Set(Object.values(OPERATIONS).map((operation) => operation.path))]

/** A fetch that hands requests to the route handlers in this process, as the framework would: the same module, the parameters still encoded. */
export const sendHere: typeof fetch = async (input, init) => {
  const request = new Request(input, init)
  const { pathname } = new URL(request.url)
  const below = pathname.replace(/^\/api\/v1/u, '').replace(/\/$/u, '')
  for (const known of PATHS) {
    const pattern = new RegExp(
      `^${known.replace(/\{(\w+)\}/gu, '(?<$1>[^/]+)').replaceAll('.', '\\.')}$`,
      'u',
    )
    const found = pattern.exec(below)
    if (found === null) continue
    const file = path.join(__dirname, '../../../app/api/v1', folderOf(known), 'route')
    const route = (await import(file)) as Readonly<Record<string, RouteHandler>>
    const handler = route[request.method === 'HEAD' ? 'GET' : request.method]
    if (handler === undefined) throw new Error(`no ${request.method} in ${file}`)
    return handler(request, {
      params: Promise.resolve(found.groups === undefined ? undefined : { ...found.groups }),
    })
  }
  const { GET } = await import('../../../app/api/[...path]/route')
  return GET(request)
}
