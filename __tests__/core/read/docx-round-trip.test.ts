import JSZip from 'jszip'
import { UN_LANGUAGES, type Version } from '../../../core/model'
import { importFile } from '../../../core/pipeline'
import { shippedDeclaration, shippedResolution } from '../../support/shipped-versions'
import { writeUnDocx } from '../../support/un-docx'

const parts = ({ title, heading, paragraphs }: Version) => ({ title, heading, paragraphs })

/** A version with an annex that has a list, sub-paragraphs and a note of its own. */
function withAnnex(version: Version): Version {
  const annex = { ar: 'المرفق', zh: '附件', en: 'Annex', fr: 'Annexe', ru: 'Приложение', es: 'Anexo' }[
    version.language
  ]!
  const letters = {
    ar: ['(أ)', '(ب)'],
    zh: ['(a)', '(b)'],
    en: ['(a)', '(b)'],
    fr: ['a)', 'b)'],
    ru: ['а)', 'б)'],
    es: ['a)', 'b)'],
  }[version.language]!
  const [first] = version.paragraphs.filter(({ kind }) => kind === 'preambular')
  const body = (address: string, label: string | null, text: string) => ({
    address,
    kind: 'body' as const,
    label,
    text,
    marks: [],
    italics: [],
  })
  const words = (first?.text ?? '').replace(/[,،，]$/u, '')
  const end = version.language === 'zh' ? '；' : version.language === 'ar' ? '؛' : ';'
  const notes = version.paragraphs.findIndex(({ kind }) => kind === 'footnote')
  const added = [
    { ...body('annex1', null, annex), kind: 'annex' as const },
    body('annex1.p1', '1.', words + end),
    body('annex1.p1.a', letters[0]!, words + end),
    body('annex1.p1.b', letters[1]!, words + end),
    body('annex1.p2', '2.', words + end),
  ]
  return {
    ...version,
    paragraphs: [...version.paragraphs.slice(0, notes), ...added, ...version.paragraphs.slice(notes)],
  }
}

describe.each(UN_LANGUAGES)('a resolution set as DOCX in %s', (language) => {
  const resolution = shippedResolution(language)
  const declaration = shippedDeclaration(language)

  it.each(['typed', 'automatic'] as const)('is read as it was written, labels %s', async (numbering) => {
    for (const version of numbering === 'typed' ? [resolution] : [resolution, declaration]) {
      const bytes = await writeUnDocx(version, { numbering })
      const xml = await (await JSZip.loadAsync(bytes)).file('word/document.xml')?.async('string')
      expect(xml?.includes('<w:numPr>')).toBe(numbering === 'automatic')
      const { versions } = await importFile(bytes, { name: 'resolution.docx' })
      const [read] = versions
      expect(read?.version.language).toBe(language)
      expect(parts(read!.version)).toEqual(parts(version))
      expect(read?.report.notices).toEqual([])
    }
  })

  it('keeps the symbol and the furniture of its pages apart', async () => {
    const { versions } = await importFile(await writeUnDocx(resolution), { name: 'resolution.docx' })
    const { version, report } = versions[0]!
    expect(version.symbol).toBe('A/RES/76/299')
    const letter = { ar: 'A', zh: 'C', en: 'E', fr: 'F', ru: 'R', es: 'S' }[language]
    expect(report.removed.map(({ kind, text }) => `${kind} ${text}`).slice(1)).toEqual([
      `running-head A/RES/76/299 ${version.title}`,
      'job-number 22-11873 /',
      `job-number 22-11873 (${letter})    010822`,
      'barcode *2211873*',
      'running-head A/RES/76/299',
    ])
  })

  it('keeps an annex with its list', async () => {
    const version = withAnnex(resolution)
    const { versions } = await importFile(await writeUnDocx(version, { numbering: 'automatic' }), {
      name: 'a.docx',
    })
    const texts = ({ paragraphs }: Version) =>
      paragraphs.map(({ kind, label, text }) => `${kind} ${label} ${text}`)
    expect(texts(versions[0]!.version)).toEqual(texts(version))
  })
})
