import { par, run, type WordParts } from './word-parts'

const mark = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
const list = (index: number) => `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr>`
const cell = (content: string, properties = '') =>
  `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>${properties}</w:tcPr>${content}</w:tc>`
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const note = (kind: string, id: number, text: string) =>
  `<w:${kind} w:id="${id}">${par(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)}</w:${kind}>`
const change = (name: string, content: string) =>
  `<w:${name} w:id="9" w:author="A" w:date="2022-01-01T00:00:00Z">${content}</w:${name}>`

/** A text that has of everything that the readers of word processors' files must tell apart: what fixtures in the binary format were made from. */
export const featureParts: WordParts = {
  body: [
    par('Paix et sécurité', '<w:pStyle w:val="Titre1"/>'),
    par(
      run('Rappelant', '<w:i/>') +
        run(' sa résolution 70/1') +
        mark('footnote', 2) +
        run(', et celle qui suit') +
        mark('endnote', 2) +
        run(','),
    ),
    par(run('Décide', '<w:i/>') + run(' de poursuivre;'), list(0)),
    par('les travaux du sous-comité;', list(1)),
    par('l’examen de la question;', list(1)),
    par(
      run('Prie', '<w:i/>') + run(' le Secrétaire général de faire rapport') + mark('footnote', 3) + run('.'),
      list(0),
    ),
    par(
      run('Paix ') +
        change('del', '<w:r><w:delText>durable</w:delText></w:r>') +
        change('ins', run('juste')) +
        run(' et cachée', '<w:vanish/>') +
        run('.'),
    ),
    par(
      '<w:r><w:t>Première ligne</w:t><w:br/><w:t>sous</w:t><w:noBreakHyphen/><w:t>ligne</w:t><w:tab/><w:t>suite</w:t></w:r>',
    ),
    par(
      run('Voir page ') +
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        run('12') +
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ),
    `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>${row(cell(par('Rubrique')), cell(par('Montant')))}${row(cell(par('Voyages') + par('officiels')), cell(par('187,7')))}</w:tbl>`,
    par(run('تقرر', '<w:iCs/><w:rtl/>') + run(' أن تدرج البند', '<w:rtl/>'), '<w:bidi/>'),
    par('决定将该项目列入临时议程。'),
    par('решает включить пункт в повестку дня.', '<w:pageBreakBefore/>'),
    '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:footerReference w:type="default" r:id="f1"/><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>',
  ].join(''),
  styles:
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  numbering:
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl></w:abstractNum>' +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
  footnotes: `<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p/></w:footnote>${note('footnote', 2, 'Résolution 70/1.')}${note('footnote', 3, 'Voir A/76/L.74.')}`,
  endnotes: `<w:endnote w:type="separator" w:id="0"><w:p/></w:endnote><w:endnote w:type="continuationSeparator" w:id="1"><w:p/></w:endnote>${note('endnote', 2, 'Adoptée sans vote.')}`,
  pages: { h1: ['hdr', par('A/RES/76/299')], f1: ['ftr', par('22-11873 (F)')] },
}
