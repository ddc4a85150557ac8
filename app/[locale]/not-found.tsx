import { getLocale, getTranslations } from 'next-intl/server'
import { NotFound } from '../../components/NotFound/NotFound'

/** The page for an unknown resolution, version, language or address, in the reader's language. */
export default async function NotFoundPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations()])
  return (
    <NotFound
      title={t('notFound.title')}
      body={t('notFound.body')}
      back={t('notFound.back')}
      home={`/${locale}`}
    />
  )
}
