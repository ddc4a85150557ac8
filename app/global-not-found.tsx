import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { NotFound } from '../components/NotFound/NotFound'
import { Document } from './document'

/** The browser's tab for an address where there is nothing. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations()
  return { title: `${t('notFound.title')} · ${t('site.name')}` }
}

/**
 * The page for every address where there is nothing: unknown resolution, version, language or page. It is a whole document in the reader's
 * language, which the proxy chose, and comes with the status 404.
 */
export default async function GlobalNotFound() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()])
  return (
    <Document locale={locale}>
      <NotFound
        title={t('notFound.title')}
        body={t('notFound.body')}
        back={t('notFound.back')}
        home={`/${locale}`}
      />
    </Document>
  )
}
