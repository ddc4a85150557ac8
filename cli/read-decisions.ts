import type { Decision } from '../core/model'
import { decisionsSchema } from '../core/schema'
import { readBytes } from './read-files'
import { fileLabel } from './standard-input'
import { UsageError } from './usage-error'

/** Reads a file of decisions, a JSON list in UTF-8. Throws UsageError with the file's name and the first place in it that is not as it should be. */
export async function readDecisions(name: string): Promise<readonly Decision[]> {
  const parsed = decisionsSchema.safeParse(parseJson(await readBytes(name), name))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = issue === undefined || issue.path.length === 0 ? 'the file' : issue.path.join('.')
  throw new UsageError(fileLabel(name), `not a list of decisions: ${path}: ${issue?.message ?? 'invalid'}`)
}

function parseJson(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new UsageError(fileLabel(name), 'not JSON in UTF-8')
  }
}
