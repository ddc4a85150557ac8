import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { printHeads } from '../../../../components/ReadingView/print-heads'
import { ReadingView } from '../../../../components/ReadingView/ReadingView'
import { pickVersions, readCodes } from '../../../../components/ReadingView/view-query'
import { routing } from '../../../../i18n/routing'
import { comparisonEntry } from '../../../comparison-entry'
import { heldComparisons } from '../../../held-comparisons'
import { leaveInDocument } from '../../../leave-rows'

/** The name under which a comparison is held, and what the reader has on screen: see the page of a resolution. */
interface Props {
  readonly params: Promise<{ locale: string; id: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** What is held is forgotten after a while. */
export const dynamic = 'force-dynamic'

/** No one else is to find the address. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) return {}
  const t = await getTranslations({ locale })
  return { title: t('compare.symbol'), robots: { index: false } }
}

/** The reading view of texts that are not kept. */
export default async function ComparePage({ params, searchParams }: Props) {
  const [{ locale, id }, query] = await Promise.all([params, searchParams])
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const t = await getTranslations()
  const check = heldComparisons().find(id)
  const languages =
    check &&
    pickVersions(
      query.v,
      check.versions.map(({ language }) => language),
    )
  if (check === null || languages === null) notFound()
  const entry = comparisonEntry(check, t)
  const leave = await leaveInDocument()
  return (
    <>
      <style>{printHeads(entry.symbol, '', languages.length)}</style>
      <ReadingView
        t={t}
        locale={locale}
        entry={entry}
        check={check}
        failures={[]}
        languages={languages}
        codes={readCodes(query.codes)}
        path={`/${locale}/compare/${id}`}
        note={t('compare.note')}
        leave={leave}
      />
    </>
  )
}
