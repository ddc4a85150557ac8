import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { printHeads } from '../../../../components/ReadingView/print-heads'
import { StoreNotice } from '../../../../components/StoreNotice/StoreNotice'
import type { UnLanguage } from '../../../../core/model'
import { ReadingView } from '../../../../components/ReadingView/ReadingView'
import { readCodes, readOpen, readVersions } from '../../../../components/ReadingView/view-query'
import { describeStoreError } from '../../../../i18n/describe-store-error'
import { routing } from '../../../../i18n/routing'
import { makeTranslator } from '../../../../i18n/translator'
import { StoreError } from '../../../../store/database/store-error'
import { leaveInDocument } from '../../../leave-rows'
import { settledOf } from '../../../settled-of'
import { openReading } from '../../../open-store'
import { orStoreError } from '../../../or-store-error'

/** The slug of a resolution, and what the reader has on screen: `v` the versions, `codes` the kinds of finding, `open` the open ones only. */
interface Props {
  readonly params: Promise<{ locale: string; slug: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A page costs three statements: what its head and its body need is read once. */
const openPage = cache(async (slug: string, v: string | undefined, locale: UnLanguage) => {
  // Without a choice the usual pair is tried at once; only where a resolution lacks one of them is it asked which it has.
  const usual = readVersions(v, locale, [])
  if (usual === null) return null
  const open = await openReading(slug, usual)
  if (open === null || v !== undefined || open.failures.length === 0)
    return open && { open, languages: usual }
  const languages =
    readVersions(
      v,
      locale,
      open.entry.versions.map(({ language }) => language),
    ) ?? usual
  const other = await openReading(slug, languages)
  return other && { open: other, languages }
})

const read = ({ v }: Awaited<Props['searchParams']>) => (v === undefined ? undefined : [v].flat().join(','))

/** The symbol and title in the reader's language, for the browser's tab. */
export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ locale, slug }, query] = await Promise.all([params, searchParams])
  if (!hasLocale(routing.locales, locale)) return {}
  const page = await orStoreError(openPage(decodeURIComponent(slug), read(query), locale))
  if (page === null || page instanceof StoreError) return {}
  const { symbol, titles } = page.open.entry
  return { title: [symbol, titles[locale] ?? ''].join(' ').trim() }
}

/** The reading view of one resolution. */
export default async function ReadingPage({ params, searchParams }: Props) {
  const [{ locale, slug: encoded }, query] = await Promise.all([params, searchParams])
  if (!hasLocale(routing.locales, locale)) notFound()
  const t = makeTranslator(locale)
  const page = await orStoreError(openPage(decodeURIComponent(encoded), read(query), locale))
  if (page === null) notFound()
  if (page instanceof StoreError)
    return <StoreNotice title={t('store.title')} reason={describeStoreError(page, t)} />
  const { open, languages } = page
  const leave = await leaveInDocument()
  return (
    <>
      <style>{printHeads(open.entry.symbol, open.entry.titles[locale] ?? '', languages.length)}</style>
      <ReadingView
        t={t}
        locale={locale}
        entry={open.entry}
        check={open.check}
        failures={open.failures}
        languages={languages}
        codes={readCodes(query.codes)}
        openOnly={readOpen(query.open)}
        settled={settledOf(open)}
        leave={leave}
      />
    </>
  )
}
