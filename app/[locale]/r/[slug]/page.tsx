import type { Metadata } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { printHeads } from '../../../../components/ReadingView/print-heads'
import { ReadingView } from '../../../../components/ReadingView/ReadingView'
import { readCodes, readVersions } from '../../../../components/ReadingView/view-query'
import { routing } from '../../../../i18n/routing'
import { listResolutions } from '../../../../jobs/corpus'
import { openShipped } from '../../../open-shipped'
import { programHome } from '../../../../store/program-home'

/** The slug of a resolution, and what the reader has on screen: `v` the versions, `codes` the kinds of finding. */
interface Props {
  readonly params: Promise<{ locale: string; slug: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const entryOf = cache(async (slug: string) =>
  (await listResolutions(programHome())).find((entry) => entry.slug === slug),
)

/** The symbol and title in the reader's language, for the browser's tab. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params
  const entry = await entryOf(decodeURIComponent(slug))
  return entry === undefined ? {} : { title: [entry.symbol, entry.titles[locale] ?? ''].join(' ').trim() }
}

/** The reading view of one resolution. */
export default async function ReadingPage({ params, searchParams }: Props) {
  const [{ locale, slug: encoded }, query] = await Promise.all([params, searchParams])
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  const slug = decodeURIComponent(encoded)
  const entry = await entryOf(slug)
  const languages = readVersions(query.v, locale, entry?.versions.map(({ language }) => language) ?? [])
  if (languages === null) notFound()
  const open = await openShipped(slug, languages)
  if (open === null) notFound()
  const t = await getTranslations()
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
      />
    </>
  )
}
