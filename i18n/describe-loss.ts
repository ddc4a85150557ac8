import type { ExportLoss } from '../core/model'
import type { Translator } from './translator'

/** What a file does not hold, in the reader's words: `3 rows were left out, since only one version has them`. */
export function describeLoss({ code, count }: ExportLoss, t: Translator): string {
  return t(`export.loss.${code}`, { count })
}
