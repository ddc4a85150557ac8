import path from 'node:path'
import type { Context } from './main'

/** What tells one state of the program from another: its version, and where it runs from its sources also the folder that is named after their content. */
export function programState({ version, entry }: Pick<Context, 'version' | 'entry'>): string {
  return entry === null ? version : `${version} ${path.basename(path.dirname(entry))}`
}
