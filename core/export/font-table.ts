import { FONTS } from './docx-styles'

/** For each font of a document: what a machine without it, which is most machines, takes instead. Fonts that Word and Windows bring. */
const SUBSTITUTES = [
  { name: FONTS.ascii, instead: 'Times New Roman', charset: '00', family: 'roman' },
  { name: FONTS.cs, instead: 'Traditional Arabic', charset: 'B2', family: 'roman' },
  { name: FONTS.eastAsia, instead: 'SimSun', charset: '86', family: 'roman' },
] as const

/** The font table of a Word document, `word/fontTable.xml` (ISO/IEC 29500-1, 17.8.3), as XML: each font with its substitute. */
export function fontTable(): string {
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...SUBSTITUTES.map(
      ({ name, instead, charset, family }) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="${charset}"/>` +
        `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
    ),
    '</w:fonts>',
  ].join('')
}
