import type { Alignment, ExportLoss, Language } from '../model'
import { makeXml, XML_DECLARATION } from '../text/make-xml'
import { tallyLosses } from '../text/tally-losses'
import { gatherChunks } from './gather-chunks'

/**
 * Which paragraphs of several files answer each other, as stand-off links of TEI P5 (`standOff`, `linkGrp`, `link`): a link a row, its targets `file#address` in the order of `languages`, `n` the row's id, `cert` its
 * confidence. `files` names the file of each version. A row with fewer than two targets is no link; it is left out and counted.
 */
export function writeLinks(
  { rows }: Pick<Alignment, 'rows'>,
  languages: readonly Language[],
  files: Readonly<Record<Language, string>>,
  title: string,
): Generator<string, readonly ExportLoss[], void> {
  return gatherChunks(writePieces(rows, languages, files, title))
}

function* writePieces(
  rows: Alignment['rows'],
  languages: readonly Language[],
  files: Readonly<Record<Language, string>>,
  title: string,
): Generator<string, readonly ExportLoss[], void> {
  const tally = tallyLosses()
  const xml = makeXml(tally)
  const paragraph = (text: string) => xml.element('p', {}, xml.text(text))
  const file = xml.element(
    'fileDesc',
    {},
    xml.element('titleStmt', {}, xml.element('title', {}, xml.text(title))) +
      xml.element('publicationStmt', {}, paragraph('Concordance')) +
      xml.element('sourceDesc', {}, paragraph(languages.map((one) => files[one] ?? '').join(', '))),
  )
  yield `${XML_DECLARATION}${xml.open('TEI', { xmlns: 'http://www.tei-c.org/ns/1.0' })}\n`
  yield `${xml.element('teiHeader', {}, file)}\n<standOff>\n<linkGrp type="alignment">\n`
  for (const { id, cells, confidence } of rows) {
    const targets = languages.flatMap((language) =>
      (cells[language] ?? []).map((address) => `${encodeURI(files[language] ?? '')}#${encodeURI(address)}`),
    )
    if (languages.filter((language) => (cells[language] ?? []).length > 0).length < 2) {
      tally.add('gaps')
      continue
    }
    const cert = String(Math.round(confidence * 1000) / 1000)
    yield `${xml.element('link', { n: id, target: targets.join(' '), cert })}\n`
  }
  yield '</linkGrp>\n</standOff>\n</TEI>\n'
  return tally.list()
}
