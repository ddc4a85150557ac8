import type { AlignedParagraph } from '../../core/model'

/** A paragraph in one notation: marks and italics where they stand, line by line. */
export function drawn({
  text,
  marks,
  italics,
}: Pick<AlignedParagraph, 'text' | 'marks' | 'italics'>): string {
  const out: string[] = []
  let slanted = false
  for (let at = 0; at <= text.length; at += 1) {
    const breaks = /[\r\n]/u.test(text[at] ?? '')
    const now = !breaks && italics.some(({ from, to }) => from <= at && at < to)
    if (slanted && !now) out.push('⟫')
    for (const mark of marks) if (mark.at === at) out.push(`⟦${mark.mark}⟧`)
    if (!slanted && now) out.push('⟪')
    slanted = now
    out.push(text[at] ?? '')
  }
  return out.join('')
}

/** A drawn line without white space at its ends, wherever italics and marks stand there; figures of marks that touch are one. */
export function tidyLine(line: string): string {
  return line
    .replace(/^((?:⟪|⟫|⟦[^⟧]*⟧)*)\s+/u, '$1')
    .replace(/\s+((?:⟪|⟫|⟦[^⟧]*⟧)*)$/u, '$1')
    .replaceAll('⟪⟫', '')
    .replace(/(?<=\d)⟧⟦(?=\d)/gu, '')
}
