import type { Language, Version } from '../model'
import { baseLanguage } from '../text/languages'
import type { XmlMaker } from '../text/make-xml'

/** What is known of a resolution for the head of its files; `pivot` is the version that unofficial translations are made from. */
export interface AknSource {
  readonly symbol: string | null
  readonly title: string
  /** ISO 8601. */
  readonly adopted: string | null
  readonly pivot: Language
}

/** The codes of ISO 639-3 that Akoma Ntoso asks for, of the six languages. */
const ALPHA_3: Readonly<Record<string, string>> = {
  ar: 'ara',
  zh: 'zho',
  en: 'eng',
  fr: 'fra',
  ru: 'rus',
  es: 'spa',
}

/** The format has no way to leave a date open; this one stands where none is known, under the name `unknown`. */
const NO_DATE = '0001-01-01'

/** The head of a version's file: the work by its symbol, the expression by its language with whether it is authoritative, the manifestation as made by this program. */
export function aknMeta({ language, status }: Version, source: AknSource, xml: XmlMaker): string {
  const value = (name: string, given: string) => xml.element(name, { value: given })
  const date = (given: string | null) =>
    xml.element('FRBRdate', {
      date: given ?? NO_DATE,
      name: given === null ? 'unknown' : 'adoption',
    })
  const author = (agent: string) => xml.element('FRBRauthor', { href: `#${agent}` })
  const work = `/akn/un/statement/resolution/${source.adopted ?? NO_DATE}/${slug(source.symbol ?? source.title)}`
  const expression = `${work}/${alpha3(language)}@`
  const unofficial = status === 'unofficial'
  const identification = [
    xml.element(
      'FRBRWork',
      {},
      value('FRBRthis', `${work}/!main`) +
        value('FRBRuri', work) +
        (source.symbol === null ? '' : xml.element('FRBRalias', { value: source.symbol, name: 'symbol' })) +
        date(source.adopted) +
        author('un') +
        value('FRBRcountry', 'un') +
        (source.symbol === null ? '' : value('FRBRnumber', source.symbol)) +
        value('FRBRname', source.title),
    ),
    xml.element(
      'FRBRExpression',
      {},
      value('FRBRthis', `${expression}/!main`) +
        value('FRBRuri', expression) +
        date(unofficial ? null : source.adopted) +
        author(unofficial ? 'translator' : 'un') +
        (status === 'unknown' ? '' : value('FRBRauthoritative', String(!unofficial))) +
        xml.element('FRBRlanguage', { language: alpha3(language) }) +
        (unofficial && source.pivot !== language
          ? xml.element('FRBRtranslation', {
              href: `${work}/${alpha3(source.pivot)}@`,
              fromLanguage: alpha3(source.pivot),
              authoritative: 'false',
              by: '#translator',
            })
          : ''),
    ),
    xml.element(
      'FRBRManifestation',
      {},
      value('FRBRthis', `${expression}/!main.xml`) +
        value('FRBRuri', `${expression}.akn`) +
        date(null) +
        author('concordance') +
        value('FRBRformat', 'application/akn+xml'),
    ),
  ]
  const organization = (id: string, name: string) =>
    xml.element('TLCOrganization', { eId: id, href: `/akn/ontology/organization/${id}`, showAs: name })
  const references = [
    organization('un', 'United Nations'),
    organization('concordance', 'Concordance'),
    ...(unofficial ? [organization('translator', 'unofficial translator')] : []),
  ]
  return xml.element(
    'meta',
    {},
    xml.element('identification', { source: '#concordance' }, identification.join('')) +
      xml.element('references', { source: '#concordance' }, references.join('')),
  )
}

function alpha3(language: Language): string {
  return ALPHA_3[baseLanguage(language)] ?? baseLanguage(language)
}

/** A symbol or title as a part of an address. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 120)
}
