import type { Language } from '../model'

/**
 * The BCP 47 tag by which files for other programs name a version: `fr`, `pt-BR`. A second version of a language, `fr-2`, becomes the private variant `fr-x-2`, so that no reader
 * takes one version for the other.
 */
export function exchangeCode(key: Language): string {
  return key.replace(/-(\d{1,2})$/u, '-x-$1')
}
