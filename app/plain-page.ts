import { writeElement, type Markup } from '../components/ReadingView/write-element'
import type { UnLanguage } from '../core/model'
import { direction } from '../core/text/languages'
import type { Translator } from '../i18n/translator'

/** The colours of global.css, and the measures of StoreNotice; no file of the application is needed. */
const STYLE = `:root{color-scheme:light dark;background:#fcfbf7;color:#26231f;font:1rem/1.5 system-ui,sans-serif}
@media (prefers-color-scheme:dark){:root{background:#211f1c;color:#ebe5da}}
main{max-inline-size:40rem;margin:12vh auto;padding-inline:1.25rem}
h1{margin:0 0 .5rem;font-size:1.25rem;font-weight:500}
p{margin:0;overflow-wrap:anywhere}p::first-letter{text-transform:uppercase}`

/** STYLE holds no sign that is escaped, so that it stands as it is. */
const style: Markup = writeElement('style', {}, STYLE)

/** An answer of that status in place of what was asked for: a whole document in the reader's language that says why and what to do. The framework cannot give a page that it renders such a status. */
export function plainPage(
  title: string,
  message: string,
  { t, locale }: { readonly t: Translator; readonly locale: UnLanguage },
  init: { readonly status: number; readonly headers?: Readonly<Record<string, string>> },
): Response {
  const { html } = writeElement(
    'html',
    { lang: locale, dir: direction(locale) },
    writeElement(
      'head',
      {},
      writeElement('meta', { charset: 'utf-8' }),
      writeElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      writeElement('title', {}, `${title} · ${t('site.name')}`),
      style,
    ),
    writeElement(
      'body',
      {},
      writeElement(
        'main',
        { id: 'text' },
        writeElement('h1', {}, title),
        writeElement('p', { role: 'alert' }, message),
      ),
    ),
  )
  return new Response(`<!doctype html>${html}`, {
    status: init.status,
    headers: { ...init.headers, 'content-type': 'text/html; charset=utf-8' },
  })
}
