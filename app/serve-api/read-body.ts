import path from 'node:path'
import { Problem } from './problem'

/** The longest body of JSON, and the largest file, in bytes: a resolution with its pictures has a few megabytes. */
export const LONGEST = { json: 100_000, file: 50_000_000 } as const

/** A file that was sent, with the words that were sent beside it in a form. */
export interface Upload {
  readonly bytes: Uint8Array
  readonly name: string
  readonly fields: Readonly<Record<string, string>>
}

/** Reads a body of JSON, or throws a Problem. No body at all is an empty object. */
export async function readJson(request: Request): Promise<unknown> {
  const type = mediaTypeOf(request)
  const bytes = await readBytes(request, LONGEST.json)
  if (bytes.length === 0 && type === '') return {}
  if (type !== 'application/json')
    throw new Problem('unsupported-type', {
      detail: 'application/json',
      headers: { 'accept-post': 'application/json' },
    })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Problem('bad-body', { detail: error instanceof Error ? error.message : '' })
  }
}

/** Endings of the types that say what the bytes do not. */
const ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/markdown': '.md',
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
}

/** Reads a file that is the body, or the part `file` of a form, or throws a Problem. */
export async function readUpload(request: Request): Promise<Upload> {
  const type = mediaTypeOf(request)
  if (type === 'application/x-www-form-urlencoded')
    throw new Problem('unsupported-type', {
      detail: 'application/octet-stream, multipart/form-data',
      headers: { 'accept-post': '*/*' },
    })
  const bytes = await readBytes(request, LONGEST.file)
  if (type !== 'multipart/form-data') return { bytes, name: `document${ENDINGS[type] ?? ''}`, fields: {} }
  const form = await readForm(bytes, request.headers.get('content-type') ?? '')
  const file = form.get('file')
  if (!(file instanceof Blob))
    throw new Problem('bad-body', { errors: [{ name: 'file', message: 'missing' }] })
  const fields = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: plainName(file.name),
    fields: Object.fromEntries(fields) as Record<string, string>,
  }
}

/** A file's name without the way to it and without control characters. */
export function plainName(name: string): string {
  return path.basename(name.replaceAll('\\', '/')).replace(/\p{Cc}/gu, '') || 'document'
}

async function readForm(bytes: Uint8Array, type: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Problem('bad-body', { detail: 'multipart/form-data' })
  }
}

function mediaTypeOf(request: Request): string {
  return (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
}

/** Reads no more than so many bytes, whatever the request says of its length. */
async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  const tooLarge = () => new Problem('too-large', { detail: `${most}` })
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  const parts: Uint8Array[] = []
  let length = 0
  const reader = request.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (next === undefined || next.done) break
    length += next.value.length
    if (length > most) {
      await reader?.cancel()
      throw tooLarge()
    }
    parts.push(next.value)
  }
  return new Uint8Array(Buffer.concat(parts))
}
