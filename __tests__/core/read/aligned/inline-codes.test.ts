import { importFile } from '../../../../core/pipeline'
import { readFile } from '../../../../core/read/read-document'
import { drawn } from '../../../support/drawn'
import { encodeText } from '../../../support/encode-text'

const tmx = (seg: string) =>
  `<tmx version="1.4"><header creationtool="x" srclang="en"/><body><tu><tuv xml:lang="fr"><seg>${seg}</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>`
const xliff = (source: string) =>
  `<xliff version="1.2"><file original="a" source-language="fr" target-language="en"><body><trans-unit id="1"><source>${source}</source><target>b</target></trans-unit></body></file></xliff>`
const xliff2 = (source: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="fr" trgLang="en"><file id="f"><unit id="1"><segment><source>${source}</source><target>b</target></segment></unit></file></xliff>`

/** The French text of a file of one unit, line by line, italics and marks drawn where the file tells them. */
async function french(text: string): Promise<readonly string[]> {
  const read = await readFile(encodeText(text, 'utf-8'), 'a')
  if (read.kind !== 'aligned') throw new Error(read.kind)
  const [unit] = read.aligned.units
  return unit!.paragraphs?.['fr']?.map(drawn) ?? [`plain: ${unit!.texts['fr']}`]
}

describe('inline codes of other programs', () => {
  it.each([
    ['a highlight in italics', tmx('<hi type="italic">Prie</hi> a'), ['⟪Prie⟫ a']],
    ['a highlight of another kind', tmx('<hi type="bold">Prie</hi> a'), ['plain: Prie a']],
    ['codes in pairs', tmx('a <bpt i="1" type="italic">&lt;i></bpt>b <bpt i="2" type="bold">&lt;b></bpt>c<ept i="1">&lt;/i></ept> d<ept i="2">&lt;/b></ept>'), ['a ⟪b c⟫ d']],
    ['white space of the layout around italics', tmx('\n  a\n  <hi type="italic">\n b\n  c </hi>\n  d\n'), ['a ⟪b c⟫ d']],
    ['italics inside others', tmx('<hi type="italic">a <hi type="italic">b</hi> c</hi>'), ['⟪a b c⟫']],
    ['a footnote mark', tmx('a<ph x="1" type="fnote">12</ph> b'), ['a⟦12⟧ b']],
    ['a footnote whose code is no mark', tmx('a<ph type="fnote">\\footnote{<sub>note</sub>}</ph> b'), ['plain: a b\nnote']],
    ['a mark beside such a note', tmx('a<ph type="fnote">*</ph><ph type="fnote">{<sub>note</sub>}</ph>'), ['a⟦*⟧', 'note']],
    ['markup of XLIFF 1', xliff('<g id="1" ctype="italic">a</g> <g id="2" ctype="bold">b</g>'), ['⟪a⟫ b']],
    ['pairs of XLIFF 1', xliff('a <bx id="1" rid="7" ctype="italic"/>b<ex id="2" rid="7"/> c'), ['a ⟪b⟫ c']],
    ['markup of XLIFF 2', xliff2('<pc id="1" type="fmt" subType="xlf:i">a</pc> b'), ['⟪a⟫ b']],
    ['pairs of XLIFF 2', xliff2('a <sc id="1" type="fmt" subType="xlf:i"/>b<ec startRef="1"/> c'), ['a ⟪b⟫ c']],
    ['a mark in brackets', tmx('a<ph type="fnote">(12)</ph>'), ['a⟦12⟧']],
    ['a mark in front of a label', tmx('<ph type="fnote">1</ph> 1. Prie'), ['⟦1⟧1. Prie']],
    ['no-break spaces around italics', tmx('\u00a0<hi type="italic">Prie</hi> le\u00a0'), ['⟪Prie⟫ le']],
    ['lines inside italics', tmx('<hi type="italic">a\u2028b</hi>'), ['⟪a⟫', '⟪b⟫']],
    ['a line that ends in a code that ends', tmx('a<bpt i="1">&lt;b></bpt>b<ept i="1">&lt;br/></ept>c'), ['plain: ab c']],
    ['a note whose mark the code tells', xliff('a<ph id="1" ctype="x-footnote" equiv-text="1">&lt;fn><sub>Texte de la note</sub>&lt;/fn></ph>b'), ['a⟦1⟧b', 'Texte de la note']],
    ['metadata of others', xliff2('Line one\n  line two').replace('<segment>', '<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup category="row"><mda:meta type="kind">title</mda:meta></mda:metaGroup></mda:metadata><segment>'), ['plain: Line one line two']],
    ['what XML forbids, in XLIFF 2', xliff2('a<cp hex="001b"/>b<cp hex="000A"/>c<cp hex="zz"/><cp hex="110000"/>d<cp hex="0000"/>'), ['plain: a\u001bb cd\ufffd']],
  ])('reads %s', async (_what, text, expected) => {
    expect(await french(text)).toEqual(expected)
  }) // prettier-ignore

  it.each([
    [
      'TMX',
      `<tmx version="1.4"><header creationtool="Concordance" srclang="fr"/><body><tu tuid="r1"><prop type="address">op1</prop><tuv xml:lang="fr"><prop type="label">1.</prop><seg>\n          <hi x="1" type="italic">Prie</hi>\n          <ph x="2" type="fnote">7</ph>\n        </seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>`,
    ],
    [
      'XLIFF',
      `<xliff version="1.2"><file original="a" source-language="fr" target-language="en" tool-id="concordance"><body><trans-unit id="r1" resname="op1"><source>\n  <g id="1" ctype="italic">Prie</g>\n  <x id="2" ctype="x-footnote" equiv-text="7"/>\n</source><target>b</target><context-group><context context-type="x-label-source">1.</context></context-group></trans-unit></body></file></xliff>`,
    ],
  ])('%s of ours that another program has indented keeps its paragraph', async (_format, text) => {
    const { versions } = await importFile(encodeText(text, 'utf-8'), { name: 'a' })
    const [paragraph, ...others] = versions[0]!.version.paragraphs
    expect([paragraph!.address, paragraph!.label, drawn(paragraph!), others]).toEqual([
      'op1',
      '1.',
      '⟪Prie⟫⟦7⟧',
      [],
    ])
  })

  it('a text with very many raised figures is read in no time', async () => {
    const { versions } = await importFile(encodeText(`fr\ten\n${'mot¹ '.repeat(50_000)}\tword`, 'utf-8'), {
      name: 'a.tsv',
    })
    expect(versions[0]!.version.paragraphs[0]!.marks).toHaveLength(50_000)
  })

  it.each([
    ['ar', '<hi type="italic">وإذ تؤكد</hi> أهمية القرار¹', ['⟪وإذ تؤكد⟫ أهمية القرار⟦1⟧']],
    ['zh', '<hi type="italic">重申</hi>其决议²，', ['⟪重申⟫其决议⟦2⟧，']],
    ['en', '1. <hi type="italic">Requests</hi> 5 km² of land;³', ['⟪Requests⟫ 5 km² of land;⟦3⟧']],
    ['fr', '1. <hi type="italic">Prie</hi> le Secrétaire général¹²', ['⟪Prie⟫ le Secrétaire général⟦12⟧']],
    ['ru', '1. <hi type="italic">просит</hi> Генерального секретаря¹;', ['⟪просит⟫ Генерального секретаря⟦1⟧;']],
    ['es', 'a) <hi type="italic">Pide</hi> al Secretario General¹', ['⟪Pide⟫ al Secretario General⟦1⟧']],
  ])('labels and raised figures are taken off such a text too, in %s', async (language, seg, expected) => {
    const text = `<tmx version="1.4"><header srclang="${language}"/><body><tu tuid="op1"><tuv xml:lang="${language}"><seg>${seg}</seg></tuv></tu></body></tmx>`
    const { versions } = await importFile(encodeText(text, 'utf-8'), { name: 'a.tmx' })
    expect(versions[0]!.version.paragraphs.map(drawn)).toEqual(expected)
  }) // prettier-ignore
})
