import type { Language, Paragraph, TermHit } from '../../core/model'
import { baseLanguage, direction } from '../../core/text/languages'
import { paragraphDirection } from '../../core/text/paragraph-direction'
import type { Translator } from '../../i18n/translator'
import { closingBreak } from './closing-break'
import type { NumberedFinding } from './number-findings'
import classes from './ParagraphText.module.css'
import { splitRuns, type MarkedSpan, type MarkRun, type TextRun } from './split-runs'
import { splitTight } from './split-tight'
import { writeElement, type Child, type Markup } from './write-element'

/** A paragraph with what is to be shown in it; `marked` are the findings' ranges within this paragraph. */
export interface ParagraphText {
  readonly language: Language
  readonly paragraph: Paragraph
  readonly hits: readonly TermHit[]
  /** Where each note is first called, by the note's address. */
  readonly calls: ReadonlyMap<string, string>
  readonly marked: readonly MarkedSpan[]
  readonly findings: readonly NumberedFinding[]
}

/** A paragraph as printed: its label, italics, footnote marks; and over them the terms and findings. */
export function writeParagraph(t: Translator, shown: ParagraphText): Markup {
  const { language, paragraph, hits, marked, findings } = shown
  const { address, kind, label, text } = paragraph
  const base = baseLanguage(language)
  const lineBreak = closingBreak(paragraph, language)
  const byNumber = new Map(findings.map((item) => [item.number, item]))
  const column = direction(language)
  return writeElement(
    'p',
    {
      class: classes.paragraph,
      dir: paragraphDirection(text, column) === column ? null : 'ltr',
      'data-address': address,
      'data-kind': kind,
      'data-depth': address.split('.').length - 1,
    },
    writeLabel(t, language, paragraph),
    label === null || (base === 'zh' && /\p{P}$/u.test(label)) ? null : ' ',
    ...splitRuns(paragraph, hits, marked, lineBreak === null ? [] : [lineBreak]).flatMap((run) =>
      run.kind === 'mark'
        ? [writeNote(t, run, shown)]
        : [
            run.from === lineBreak && writeElement('br', {}),
            ...writeRun(run, base === 'fr', byNumber.get(run.findings[0] ?? 0)),
          ],
    ),
  )
}

function writeLabel(t: Translator, language: Language, { address, kind, label }: Paragraph): Markup | null {
  if (label === null) return null
  const attributes = { 'data-label': '', class: classes.label }
  if (kind !== 'footnote') return writeElement('span', attributes, label)
  return writeElement(
    'a',
    {
      ...attributes,
      href: `#ref-${language}-${address}`,
      'aria-label': t('view.backToText', { mark: label }),
    },
    label,
  )
}

function writeNote(t: Translator, { mark }: MarkRun, { language, paragraph, calls }: ParagraphText): Markup {
  const { note } = mark
  return writeElement(
    'sup',
    { 'data-skip': '', class: classes.note },
    note === null
      ? mark.mark
      : writeElement(
          'a',
          {
            id: calls.get(note) === paragraph.address ? `ref-${language}-${note}` : null,
            href: `#${note}`,
            'aria-label': t('view.footnote', { mark: mark.mark }),
          },
          mark.mark,
        ),
  )
}

function writeRun(run: TextRun, french: boolean, item: NumberedFinding | undefined): readonly Child[] {
  const text = french ? tightText(run.text) : [run.text]
  const words = run.italic ? [writeElement('em', {}, ...text)] : text
  const concepts = run.concepts.length > 0 ? run.concepts.join(' ') : null
  if (item !== undefined) {
    const { number, finding, settlement } = item
    return [
      writeElement(
        'a',
        {
          href: `#f${number}`,
          class: classes.finding,
          'data-f': run.findings.join(' '),
          'data-code': finding.code,
          'data-severity': finding.severity,
          'data-settled': settlement?.decision?.verdict,
          'data-concept': concepts,
        },
        ...words,
      ),
    ]
  }
  if (concepts === null) return words
  return [writeElement('span', { 'data-concept': concepts, tabindex: -1, class: classes.term }, ...words)]
}

/** The text unchanged, but without line breaks inside French punctuation. */
function tightText(text: string): readonly Child[] {
  return splitTight(text).map((piece, k) =>
    k % 2 === 0 ? piece : writeElement('span', { class: classes.tight }, piece),
  )
}
