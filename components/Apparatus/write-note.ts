import type { Finding, Language } from '../../core/model'
import { baseLanguage, direction } from '../../core/text/languages'
import { findingSides, rowAddress } from '../../i18n/describe-finding'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import type { NumberedFinding } from '../ReadingView/number-findings'
import { writeChildren, writeElement, type Markup } from '../ReadingView/write-element'
import classes from './Apparatus.module.css'

/** What a note says of its finding, as HTML, whatever is settled of it: its kind, one sentence, both sides, the rule and what one can do. */
export function writeNote(t: Translator, { number, finding, row, sentence }: NumberedFinding): string {
  const { code, severity, expected, found } = finding
  const { pivot, other } = findingSides(finding)
  const address = rowAddress(row, pivot)
  return writeChildren([
    writeElement(
      'p',
      { class: classes.kind },
      writeElement('span', { class: classes.number }, number),
      writeElement('span', { class: classes.name }, t(`findings.name.${code}`)),
      writeElement('span', { class: classes.severity }, t(`findings.severity.${severity}`)),
      writeElement('a', { href: `#${address}`, class: classes.place }, address),
    ),
    writeElement('p', { class: classes.sentence }, sentence),
    code !== 'gap' &&
      writeElement(
        'dl',
        { class: classes.sides },
        writeSide(t, t('findings.expected'), pivot, expected),
        writeSide(t, t('findings.found'), other, found),
        ...writeSought(t, finding, found === null ? other : pivot),
      ),
    writeElement('p', { class: classes.rule }, t(`findings.rule.${code}`)),
    writeElement('p', { class: classes.advice }, t(`findings.advice.${code}`)),
  ])
}

/** The wordings that were looked for in vain, and the form of the term base that matched where it is not what stands in the text. */
function writeSought(t: Translator, finding: Finding, language: Language): readonly Markup[] {
  const { sought, matched, expected, found, code } = finding
  const told = code.startsWith('term') || code === 'name' || code === 'country-name'
  const other = matched === null || matched === expected || matched === found ? [] : [matched]
  return [
    ...writeWordings(t('findings.sought'), told ? sought : [], baseLanguage(language)),
    ...writeWordings(t('findings.matched'), other, null),
  ]
}

function writeWordings(label: string, wordings: readonly string[], lang: string | null): readonly Markup[] {
  if (wordings.length === 0) return []
  const shown = wordings.flatMap((wording, k) => [k > 0 && ' · ', writeElement('bdi', { lang }, wording)])
  return [writeElement('div', {}, writeElement('dt', {}, label), writeElement('dd', {}, ...shown))]
}

/** What stands in one version, in its own language and direction. */
function writeSide(t: Translator, label: string, language: Language, text: string | null): Markup {
  return writeElement(
    'div',
    {},
    writeElement('dt', {}, `${label} `, writeElement('span', {}, `· ${languageName(language, t)}`)),
    text === null
      ? writeElement('dd', { class: classes.nothing }, t('findings.nothing'))
      : writeElement(
          'dd',
          {},
          writeElement('bdi', { lang: baseLanguage(language), dir: direction(language) }, text),
        ),
  )
}
