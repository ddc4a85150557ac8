import type { ImportedFile } from '../core/pipeline'

/** A file of one version whose title a person has corrected; a file of several is as it was, since a title is of one language. */
export function withTitle(file: ImportedFile, title: string): ImportedFile {
  const [only, ...more] = file.versions
  if (only === undefined || more.length > 0) return file
  return { ...file, versions: [{ ...only, version: { ...only.version, title } }] }
}
