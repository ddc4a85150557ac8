import type { ExportLoss, ExportLossCode } from '../core/model'

const WORDS: Readonly<Record<ExportLossCode, readonly [one: string, more: string]>> = {
  'control-characters': [
    'a character that the format forbids was written as U+FFFD',
    'characters that the format forbids were written as U+FFFD',
  ],
  'lone-surrogates': [
    'half of a character was written as U+FFFD',
    'halves of characters were written as U+FFFD',
  ],
  gaps: [
    'row was left out, since only one version has it',
    'rows were left out, since only one version has them',
  ],
  'no-source': [
    'row was left out, since the source has no text there',
    'rows were left out, since the source has no text there',
  ],
  'footnote-marks': [
    'footnote mark was left out; --inline keeps it',
    'footnote marks were left out; --inline keeps them',
  ],
  'long-texts': [
    'a text was cut at the 32,767 characters that a cell holds',
    'texts were cut at the 32,767 characters that a cell holds',
  ],
}

/** What a file does not hold, in words: `3 rows were left out, since only one version has them`. */
export function describeLoss({ code, count }: ExportLoss): string {
  const [one, more] = WORDS[code]
  if (count === 1) return /^(?:a|half) /u.test(one) ? one : `1 ${one}`
  return `${count} ${more}`
}
