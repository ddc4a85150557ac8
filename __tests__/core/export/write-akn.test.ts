import { readFileSync } from 'node:fs'
import path from 'node:path'
import { aknParts } from '../../../core/export/akn-tree'
import { wholeFile } from '../../../core/export/gather-chunks'
import { writeAkn } from '../../../core/export/write-akn'
import { writeLinks } from '../../../core/export/write-links'
import { UN_LANGUAGES, type Paragraph, type Version } from '../../../core/model'
import { readVersion } from '../../../core/pipeline'
import { bareVersion } from '../../../core/segment/bare-version'
import { paragraph } from '../../support/versions'
import { allOf, parseXml, textOf, type Element } from './parse-xml'

const SOURCE = { symbol: 'A/RES/1/1', title: 'Titre', adopted: '2022-07-28', pivot: 'fr' }

function write(version: Version, note: string | null = null): Element {
  return parseXml(new TextDecoder().decode(wholeFile(writeAkn(version, SOURCE, note)).bytes))
}

const own = (notation: string, more: Partial<Paragraph> = {}): Paragraph => ({
  ...paragraph(notation),
  ...more,
})

/** Elements with an address, nested as they stand: `paragraph#op1(subparagraph#op1.a)`. */
function outline(element: Element): string {
  const inner = element.children
    .flatMap((child) => (typeof child === 'string' ? [] : [outline(child)]))
    .filter((text) => text !== '')
    .join(' ')
  const id = element.attributes['eId']
  if (id === undefined) return inner
  return `${element.name}#${id}${inner === '' ? '' : `(${inner})`}`
}

test('a resolution has preface, preamble, body and conclusions, with addresses as identifiers', () => {
  const version = bareVersion('fr', 'official', [
    own('h1: Session', { kind: 'heading' }),
    own('title: Titre', { kind: 'title', label: '1/1.' }),
    own('enacting: L’Assemblée,', { kind: 'enacting' }),
    own('pp1: Rappelant[1],', { italics: [{ from: 0, to: 9 }] }),
    own('s1: I', { kind: 'section' }),
    own('op1: Prie[1][2] :'),
    own('op1.a: De faire ;', { label: 'a)' }),
    own('op1.a.i: Ceci ;', { label: 'i)' }),
    own('op1.b: Cela.', { label: 'b)' }),
    own('op2: Décide.'),
    own('closing: Séance', { kind: 'closing' }),
    own('annex1: Annexe', { kind: 'annex' }),
    own('annex1.p1: Texte', { kind: 'body' }),
    own('fn1: Note une.', { label: '1' }),
    own('fn9: Note perdue.', { label: '9' }),
  ])
  const root = write(version)
  const part = (name: string) => outline(allOf(root, name)[0]!)
  expect(part('preface')).toBe('p#h1 longTitle#title')
  expect(part('preamble')).toBe('formula#enacting recital#pp1(authorialNote#fn1)')
  expect(part('mainBody')).toBe(
    'section#s1(paragraph#op1(subparagraph#op1.a(point#op1.a.i) subparagraph#op1.b) paragraph#op2) hcontainer#annex1(paragraph#annex1.p1)',
  )
  expect(part('conclusions')).toBe('p#closing p#fn9')
  expect(allOf(root, 'docNumber').map(textOf)).toEqual(['1/1.'])
  expect(allOf(root, 'num').map(textOf)).toEqual(['1.', 'a)', 'i)', 'b)', '2.'])
  // A note stands where it is first called; further calls refer to it, and a mark without a note is raised text.
  expect(allOf(root, 'noteRef').map(({ attributes }) => attributes)).toEqual([{ href: '#fn1', marker: '1' }])
  expect(allOf(root, 'sup').map(textOf)).toEqual(['2'])
  expect(allOf(root, 'i').map(textOf)).toEqual(['Rappelant'])
})

test('articles have their paragraphs inside them', () => {
  const article = { kind: 'article', label: 'Article 1' } as const
  const version = bareVersion('fr', 'official', [
    own('art1: Tous.', article),
    own('art2: Chacun :', article),
    own('art2.1: un', { kind: 'article', label: '1.' }),
    own('art2.1.a: deux', { kind: 'article', label: 'a)' }),
  ])
  expect(outline(allOf(write(version), 'mainBody')[0]!)).toBe(
    'article#art1 article#art2(paragraph#art2.1(subparagraph#art2.1.a))',
  )
})

test('the metadata say what is known and no more', () => {
  const head = (version: Version, note: string | null = null) => {
    const root = write(version, note)
    const [expression] = allOf(root, 'FRBRExpression')
    return {
      work: allOf(root, 'FRBRWork')
        .flatMap((one) => allOf(one, 'FRBRuri'))
        .map(({ attributes }) => attributes['value']),
      authoritative: allOf(expression!, 'FRBRauthoritative').map(({ attributes }) => attributes['value']),
      language: allOf(expression!, 'FRBRlanguage').map(({ attributes }) => attributes['language']),
      translation: allOf(expression!, 'FRBRtranslation').map(({ attributes }) => attributes['fromLanguage']),
      author: allOf(expression!, 'FRBRauthor').map(({ attributes }) => attributes['href']),
      said: allOf(root, 'container').map(textOf),
    }
  }
  const work = ['/akn/un/statement/resolution/2022-07-28/a-res-1-1']
  const text = [own('op1: a')]
  expect(head(bareVersion('fr', 'official', text))).toEqual({ work, authoritative: ['true'], language: ['fra'], translation: [], author: ['#un'], said: [] }) // prettier-ignore
  expect(head(bareVersion('ar', 'unofficial', text), 'Non officielle.')).toEqual({ work, authoritative: ['false'], language: ['ara'], translation: ['fra'], author: ['#translator'], said: ['Non officielle.'] }) // prettier-ignore
  expect(head(bareVersion('en', 'unknown', text))).toEqual({ work, authoritative: [], language: ['eng'], translation: [], author: ['#un'], said: [] }) // prettier-ignore
})

test('a date that is not known is said not to be', () => {
  const { bytes } = wholeFile(
    writeAkn(bareVersion('fr', 'official', []), { ...SOURCE, adopted: null, symbol: null }),
  )
  const dates = allOf(parseXml(new TextDecoder().decode(bytes)), 'FRBRdate')
  expect(dates.map(({ attributes }) => attributes['name'])).toEqual(['unknown', 'unknown', 'unknown'])
})

test.each(UN_LANGUAGES)(
  'every paragraph of 76/299 stands in its file once, with all its text: %s',
  (language) => {
    const name = path.resolve(__dirname, `../../../corpus/A-RES-76-299/${language}.txt`)
    const version = readVersion(readFileSync(name), { name, language })
    const root = write(version)
    const ids = [...outline(root).matchAll(/#([^\s()]+)/gu)].map(([, id]) => id!)
    const texts = ids.filter((id) => !['un', 'concordance', 'translator'].includes(id))
    expect([...texts].sort()).toEqual(version.paragraphs.map(({ address }) => address).sort())
    const without = (element: Element): string =>
      element.children
        .map((child) =>
          typeof child === 'string'
            ? child
            : ['authorialNote', 'sup'].includes(child.name)
              ? ''
              : without(child),
        )
        .join('')
    const all = [without(root), ...allOf(root, 'authorialNote').map(textOf)].join('\n')
    for (const { text } of version.paragraphs) expect(all).toContain(text)
  },
)

test('the parts of a version hold every paragraph once', () => {
  const version = bareVersion(
    'fr',
    'official',
    ['op1: a', 'pp1: b', 'op1.a: c', 'op2: d'].map((one) => own(one)),
  )
  const { preface, preamble, body, conclusions, notes } = aknParts(version)
  const flat = (nodes: typeof body): readonly Paragraph[] => nodes.flatMap((node) => [node.paragraph, ...flat(node.children)]) // prettier-ignore
  expect([...preface, ...preamble, ...flat(body), ...conclusions, ...notes.values()]).toHaveLength(4)
})

test('the alignment is links between the files’ identifiers, a link a row, what stands alone counted', () => {
  const rows = [
    { id: 'r1', kind: 'operative', cells: { fr: ['op1'], en: ['op1', 'op2'] }, confidence: 0.98765, evidence: [], moved: [] },
    { id: 'r2', kind: 'operative', cells: { fr: ['op2'], en: [] }, confidence: 1, evidence: [], moved: [] },
  ] as const // prettier-ignore
  const files = { fr: 'a.fr.akn.xml', en: 'a b.en.akn.xml' }
  const { bytes, losses } = wholeFile(writeLinks({ rows }, ['en', 'fr'], files, 'A/RES/1/1'))
  const links = allOf(parseXml(new TextDecoder().decode(bytes)), 'link')
  expect(links.map(({ attributes }) => attributes)).toEqual([
    { n: 'r1', target: 'a%20b.en.akn.xml#op1 a%20b.en.akn.xml#op2 a.fr.akn.xml#op1', cert: '0.988' },
  ])
  expect(losses).toEqual([{ code: 'gaps', count: 1 }])
})
