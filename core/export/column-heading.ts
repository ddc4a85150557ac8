import type { ExportColumn } from '../model'
import { baseLanguage } from '../text/languages'

/**
 * A column's heading on one line, with its status in brackets where it is not official: `Arabe (traduction non officielle)`, in Chinese
 * `阿拉伯文（非正式译文）`. `locale` is the reader's language, whose letters and brackets are used.
 */
export function columnHeading(
  { heading, statusName }: Pick<ExportColumn, 'heading' | 'statusName'>,
  locale: string,
): string {
  if (statusName === null) return heading
  if (baseLanguage(locale) === 'zh') return `${heading}（${statusName}）`
  const [first = ''] = statusName
  return `${heading} (${first.toLocaleLowerCase(locale)}${statusName.slice(first.length)})`
}
