import { wholeFile } from '../../../core/export/gather-chunks'
import { writeAkn } from '../../../core/export/write-akn'
import { UN_LANGUAGES, type InputError, type Paragraph, type Status, type Version } from '../../../core/model'
import { importFile } from '../../../core/pipeline'
import { readFile } from '../../../core/read/read-document'
import { addressKind } from '../../../core/segment/address-kind'
import { bareVersion } from '../../../core/segment/bare-version'
import { pick, seeded } from '../../support/random'
import { shippedDeclaration, shippedResolution } from '../../support/shipped-versions'

const utf8 = (text: string) => new TextEncoder().encode(text)

/** The bytes of a version's file, written as those of A/RES/1/1. */
const write = (version: Version, note: string | null = null) =>
  wholeFile(
    writeAkn(
      version,
      {
        symbol: version.symbol,
        title: version.title ?? 'Titre',
        adopted: version.heading.adopted,
        pivot: 'fr',
      },
      note,
    ),
  ).bytes

const read = (bytes: Uint8Array) => importFile(bytes, { name: 'a.akn.xml' })

describe.each(UN_LANGUAGES)('our own Akoma Ntoso in %s', (language) => {
  it.each(['official', 'unofficial', 'unknown'] as const)(
    'gives the same version back, %s',
    async (status) => {
      for (const shipped of [shippedResolution(language), shippedDeclaration(language)]) {
        const version = { ...shipped, status, removed: [] }
        const { versions, alignment } = await read(
          write(version, status === 'unofficial' ? 'Traduction.' : null),
        )
        expect(alignment).toBeNull()
        expect(versions).toHaveLength(1)
        expect(versions[0]!.version).toEqual(version)
        expect(versions[0]!.report).toMatchObject({ format: 'akn', languageFrom: 'file', notices: [] })
      }
    },
  )
})

const ADDRESSES = [
  'h1', 'h2', 'title', 'enacting', 'pp1', 'pp2', 's1', 'op1', 'op1.a', 'op1.a.i', 'op1.b', 'op2', 'op2.2', 's2', 'op3', 'art1', 'art1.1', 'art1.1.a',
  't1.r1.c1', 'annex1', 'annex1.p1', 'annex1.p1.a', 'annex1.s1', 'annex1.p2', 'closing', 'fn1', 'fn2', 'fn10', 'fn11',
] // prettier-ignore
const WORDS = ['=1+1', '  deux', 'نص\u200f', '大会', '𠀀😀', '<b>&amp;', 'a\tb', 'c\r\nd', '\u0007', '\ud800', 'km²', '7.', 'ё '] // prettier-ignore

function randomVersion(random: () => number, status: Status): Version {
  const addresses = ADDRESSES.filter(() => pick(random, 5) > 0)
  const notes = addresses.filter((address) => address.startsWith('fn'))
  const paragraphs = addresses.map((address): Paragraph => {
    const text = Array.from({ length: 1 + pick(random, 12) }, () => WORDS[pick(random, WORDS.length)]!).join(
      ' ',
    )
    const isNote = address.startsWith('fn')
    const mark = (note: string) => ({
      at: text.length > 4 && pick(random, 2) === 0 ? 2 : text.length,
      mark: note.slice(2),
      note,
    })
    return {
      address,
      kind: addressKind(address)!,
      label: isNote ? address.slice(2) : pick(random, 2) === 0 ? null : ['7.', '(a)', '（一）', 'Article 1'][pick(random, 4)]!,
      text,
      marks: isNote || notes.length === 0 || pick(random, 3) > 0 ? [] : [mark(notes[pick(random, notes.length)]!)],
      italics: text.length > 4 ? [[], [], [{ from: 0, to: 2 }], [{ from: 0, to: text.length }]][pick(random, 4)]! : [],
    } // prettier-ignore
  })
  return bareVersion('fr-2', status, paragraphs)
}

it('random texts come back character by character, forbidden ones as U+FFFD', async () => {
  const random = seeded(20)
  for (let round = 0; round < 60; round += 1) {
    const version = randomVersion(random, 'unofficial')
    const { addressed } = (await readFile(write(version), 'a.xml')) as Extract<
      Awaited<ReturnType<typeof readFile>>,
      { kind: 'addressed' }
    >
    expect(addressed.language).toBe('fr-2')
    expect(addressed.paragraphs).toEqual(
      version.paragraphs.map(({ address, label, text, marks, italics }) => ({
        address,
        label,
        text: text.replace(/\u0007|\p{Surrogate}/gu, '\ufffd'),
        marks,
        italics,
      })),
    )
  }
})

it('paragraphs that somebody has added without an identifier are numbered by their place', async () => {
  const xml = new TextDecoder().decode(write(shippedResolution('fr')))
  const added =
    '<paragraph><num>9.</num><content><p>Ajouté.</p></content></paragraph><p eId="para_1">Aussi.</p></mainBody>'
  const { versions } = await read(utf8(xml.replace('</mainBody>', added)))
  const paragraphs = versions[0]!.version.paragraphs.filter(({ address }) => /^p\d+$/u.test(address))
  expect(paragraphs.map(({ label, text, kind }) => [label, text, kind])).toEqual([
    ['9.', 'Ajouté.', 'body'],
    [null, 'Aussi.', 'body'],
  ])
  expect(versions[0]!.version.paragraphs).toHaveLength(shippedResolution('fr').paragraphs.length + 2)
})

const FOREIGN = `<?xml version="1.0"?>
<an:akomaNtoso xmlns:an="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><an:doc name="resolution">
<an:meta><an:identification source="#un"><an:FRBRExpression><an:FRBRlanguage language="eng"/></an:FRBRExpression></an:identification></an:meta>
<an:preface><an:p><an:docTitle>Strengthening of
  the process</an:docTitle></an:p></an:preface>
<an:mainBody><an:paragraph eId="para_1"><an:num>1.</an:num><an:content><an:p><an:i>Requests</an:i> the Secretary-General<an:authorialNote marker="1"><an:p>See A/1.</an:p></an:authorialNote> to
  report;</an:p></an:content></an:paragraph>
<an:paragraph eId="para_2"><an:num>2.</an:num><an:intro><an:p>Decides:</an:p></an:intro><an:point><an:num>(a)</an:num><an:content><an:p>To meet.</an:p></an:content></an:point></an:paragraph></an:mainBody>
</an:doc></an:akomaNtoso>`

it('a file of other people is read by its paragraphs, numbers in front, notes apart', async () => {
  const file = await readFile(utf8(FOREIGN), 'a.xml')
  if (file.kind !== 'document') throw new Error(file.kind)
  const { blocks, notes, language, format } = file.document
  expect({ language, format }).toEqual({ language: 'en', format: 'akn' })
  expect(blocks.map(({ text }) => text)).toEqual([
    'Strengthening of the process',
    '1. Requests the Secretary-General to report;',
    '2. Decides:',
    '(a) To meet.',
  ])
  expect(blocks[1]).toMatchObject({ italics: [{ from: 3, to: 11 }], marks: [{ at: 33, mark: '1' }] })
  expect(notes?.map(({ text, marks }) => [text, marks])).toEqual([['See A/1.', [{ at: 0, mark: '1' }]]])
})

it.each([
  ['cut short', () => write(shippedResolution('fr')).slice(0, 3000), /^damaged: line \d+$/u],
  [
    'with a document type',
    () => utf8(FOREIGN.replace('?>', '?><!DOCTYPE an:akomaNtoso>')),
    /^unsafe: DOCTYPE$/u,
  ],
  ['without text', () => utf8('<akomaNtoso/>'), /^no-text$/u],
])('a file %s is refused', async (_, bytes, said) => {
  const error: unknown = await readFile(bytes(), 'a.xml').catch((reason: unknown) => reason)
  expect((error as InputError).message).toMatch(said)
})
