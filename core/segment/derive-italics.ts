import type { Language, Paragraph } from '../model'
import { findOpening } from '../text/find-opening'

/** Sets the opening words of preambular paragraphs in italics where the file marks none, as the official print does. */
export function deriveItalics(paragraphs: readonly Paragraph[], language: Language): Paragraph[] {
  return paragraphs.map((paragraph) => {
    if (paragraph.kind !== 'preambular' || paragraph.italics.length > 0) return paragraph
    const opening = findOpening(paragraph.text, language, paragraph.italics)
    return opening === null ? paragraph : { ...paragraph, italics: [{ from: opening.from, to: opening.to }] }
  })
}
