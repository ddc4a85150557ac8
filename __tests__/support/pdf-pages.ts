/** What a page of a made PDF holds: pieces of text in small notation, rules, a picture over all of it. */
export interface MadePage {
  /** `x y size face text`, in points from the top left corner to the baseline; faces are R, B, I, turned a quarter to the left T, and for Chinese C. */
  readonly pieces: readonly string[]
  /** `x0 x1 y`: a thin line. */
  readonly rules?: readonly string[]
  readonly picture?: boolean
}

const WIDTH = 612
const HEIGHT = 792

const FACES: Readonly<Record<string, string>> = {
  R: 'Times-Roman',
  B: 'Times-Bold',
  I: 'Times-Italic',
  T: 'Times-Roman',
}

/** WinAnsi text as a PDF string; signs outside Latin-1 that the tests use are mapped by hand. */
function toPdfString(text: string): string {
  const bytes = [...text].map((char) => {
    const code = { '–': 0x96, '’': 0x92, '“': 0x93, '”': 0x94 }[char] ?? char.codePointAt(0)!
    if (code > 0xff) throw new Error(`no sign of WinAnsi: ${char}`)
    return code.toString(16).padStart(2, '0')
  })
  return `<${bytes.join('')}>`
}

function toUcs2String(text: string): string {
  return `<${[...text].map((char) => char.codePointAt(0)!.toString(16).padStart(4, '0')).join('')}>`
}

function toContent({ pieces, rules = [], picture = false }: MadePage): string {
  const out: string[] = []
  if (picture) out.push(`q ${WIDTH} 0 0 ${HEIGHT} 0 0 cm /Im Do Q`)
  for (const rule of rules) {
    const [x0, x1, y] = rule.split(' ').map(Number)
    out.push(`${x0} ${HEIGHT - y!} m ${x1} ${HEIGHT - y!} l 0.5 w S`)
  }
  for (const piece of pieces) {
    const [, x, y, size, face, text] = /^(\S+) (\S+) (\S+) ([RBITC]) ([\s\S]*)$/u.exec(piece)!
    const matrix = face === 'T' ? `0 1 -1 0 ${x} ${HEIGHT - Number(y)}` : `1 0 0 1 ${x} ${HEIGHT - Number(y)}`
    out.push(
      `BT /${face} ${size} Tf ${matrix} Tm ${face === 'C' ? toUcs2String(text!) : toPdfString(text!)} Tj ET`,
    )
  }
  return out.join('\n')
}

/** A Chinese font that is not embedded, whose codes only the character maps of the reader explain. */
const CHINESE =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 /FontBBox [-25 -254 1000 880] >> >>] >>'

/** A PDF written by hand: one text object a piece, standard fonts that are not embedded. */
export function makePdf(pages: readonly MadePage[]): Uint8Array {
  const objects: string[] = []
  const faces = [...Object.keys(FACES), 'C']
  const fonts = faces.map((face, i) => `/${face} ${3 + i} 0 R`).join(' ')
  const picture = 3 + faces.length
  const first = picture + 1
  objects.push('<< /Type /Catalog /Pages 2 0 R >>')
  objects.push(
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(' ')}] >>`,
  )
  for (const face of Object.keys(FACES))
    objects.push(`<< /Type /Font /Subtype /Type1 /BaseFont /${FACES[face]!} /Encoding /WinAnsiEncoding >>`)
  objects.push(CHINESE)
  objects.push(
    '<< /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 4 >>\nstream\nabcd\nendstream',
  )
  pages.forEach((page, i) => {
    const content = toContent(page)
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${first + i * 2 + 1} 0 R /Resources << /Font << ${fonts} >> /XObject << /Im ${picture} 0 R >> >> >>`,
    )
    objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  })
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const offset = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** Lines of text set one below the other: each in the notation of a piece without its y, from `y` on by `leading`. */
export function stack(y: number, leading: number, lines: readonly string[]): string[] {
  return lines.map((line, i) => line.replace(/^(\S+) /u, `$1 ${y + i * leading} `))
}
