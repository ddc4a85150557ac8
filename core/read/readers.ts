import type { PlainDocument } from '../model'
import { readHtml } from './read-html'
import { readText } from './read-text'

/** A file type: how its content or else its name is told, and what reads it. */
export interface Reader {
  readonly format: PlainDocument['format']
  /** True where the decoded content itself says that it is of this type. */
  readonly content: (text: string) => boolean
  /** Endings of file names, lower case, without the point. */
  readonly endings: readonly string[]
  readonly read: (text: string) => PlainDocument
}

/** From file type to reader. The last one takes whatever no other claims. */
export const READERS: readonly Reader[] = [
  {
    format: 'html',
    content: (text) =>
      /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/iu.test(
        text.slice(0, 4000),
      ),
    endings: ['html', 'htm', 'xhtml'],
    read: readHtml,
  },
  { format: 'text', content: () => false, endings: ['txt', 'text', 'md', 'markdown'], read: readText },
]
