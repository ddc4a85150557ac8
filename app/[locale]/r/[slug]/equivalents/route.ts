import { hasLocale } from 'next-intl'
import { readVersions } from '../../../../../components/ReadingView/view-query'
import type { AssociatedText } from '../../../../../core/associate/associated-text'
import { routing } from '../../../../../i18n/routing'
import { findEquivalents } from '../../../../../jobs/find-equivalents'
import { StoreError } from '../../../../../store/database/store-error'
import { associateReading } from '../../../../associate-reading'
import { openReading } from '../../../../open-store'
import { orStoreError } from '../../../../or-store-error'
import { refuseStore } from '../../../../refuse-store'

/** What stands in the address before `/equivalents`. */
interface Context {
  readonly params: Promise<{ locale: string; slug: string }>
}

/** Longest range that is answered, in UTF-16 code units. */
const LONGEST = 200

/**
 * `GET …/equivalents?v=fr,en&address=pp3&from=10&to=32`: what answers a range of the pivot's paragraph in the other versions on screen, as
 * `{counterparts}`. 404 for an unknown resolution, 400 with a reason for values that say nothing.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { locale, slug: encoded } = await params
  const slug = decodeURIComponent(encoded)
  if (!hasLocale(routing.locales, locale)) return new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const languages = query.has('v') ? readVersions(query.getAll('v'), locale, []) : null
  if (languages === null) return refuse('v must name official languages: ar, zh, en, fr, ru, es')
  const open = await orStoreError(openReading(slug, languages))
  if (open instanceof StoreError) return refuseStore(open, locale)
  if (open === null) return new Response(null, { status: 404 })
  const { check, reading } = open
  const address = query.get('address') ?? ''
  const [from, to] = [readOffset(query.get('from')), readOffset(query.get('to'))]
  const paragraph = check.versions
    .find(({ language }) => language === check.pivot)
    ?.paragraphs.find((one) => one.address === address)
  if (paragraph === undefined) return refuse('address must be that of a paragraph of the pivot')
  if (from === null || to === null || from >= to) return refuse('from and to must be offsets, from before to')
  if (to > paragraph.text.length) return refuse('to must not lie behind the end of the paragraph')
  if (to - from > LONGEST) return refuse(`the range must not be longer than ${LONGEST}`)
  const texts: AssociatedText[] = []
  for (const { language } of check.versions) {
    if (language === check.pivot || reading === null || request.signal.aborted) continue
    texts.push(await associateReading(reading.alignment.id, check, language))
  }
  return Response.json(
    { counterparts: findEquivalents(check, { address, from, to }, texts) },
    { headers: { 'cache-control': 'no-store' } },
  )
}

function readOffset(value: string | null): number | null {
  return value !== null && /^[0-9]{1,7}$/u.test(value) ? Number(value) : null
}

function refuse(reason: string): Response {
  return new Response(reason, { status: 400, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
