import { Fragment } from 'react'
import type { Finding, Language, UnLanguage, Version } from '../../core/model'
import { baseLanguage, direction } from '../../core/text/languages'
import { describeDecision } from '../../i18n/describe-decision'
import { findingSides, rowAddress } from '../../i18n/describe-finding'
import { languageName } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import type { NumberedFinding } from '../ReadingView/number-findings'
import { SettleFinding } from '../Settle/SettleFinding'
import classes from './Apparatus.module.css'

/** All findings on the page, numbered, and the versions on screen. */
export interface ApparatusProps {
  readonly t: Translator
  readonly locale: UnLanguage
  readonly findings: readonly NumberedFinding[]
  readonly versions: readonly Version[]
}

/**
 * The apparatus: a note for every finding. The desk opens it as a panel that shows one note at a time; on paper, and where no script runs, it is
 * the list of notes at the end.
 */
export function Apparatus({ t, locale, findings }: ApparatusProps) {
  if (findings.length === 0) return null
  return (
    <aside id="apparatus" className={classes.apparatus} aria-label={t('findings.title')}>
      <div className={classes.bar}>
        <h2 className={classes.heading}>{t('findings.title')}</h2>
        <button type="button" data-step="-1" aria-label={t('findings.previous')} aria-keyshortcuts="p">
          <Arrow />
        </button>
        <button type="button" data-step="1" aria-label={t('findings.next')} aria-keyshortcuts="n">
          <Arrow forward />
        </button>
        <button type="button" data-close="" aria-label={t('findings.close')} aria-keyshortcuts="Escape">
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M4 4l8 8M12 4l-8 8" />
          </svg>
        </button>
      </div>
      <ol className={classes.notes} aria-live="polite">
        {findings.map((item) => (
          <Note key={item.number} t={t} locale={locale} item={item} />
        ))}
      </ol>
    </aside>
  )
}

function Note(props: {
  readonly t: Translator
  readonly locale: UnLanguage
  readonly item: NumberedFinding
}) {
  const { t, locale, item } = props
  const { number, finding, row, sentence, settlement } = item
  const decision = settlement?.decision ?? null
  const { pivot, other } = findingSides(finding)
  const address = rowAddress(row, pivot)
  return (
    <li
      id={`f${number}`}
      value={number}
      tabIndex={-1}
      className={classes.note}
      data-note={number}
      data-code={finding.code}
      data-severity={finding.severity}
      data-settled={decision?.verdict}
    >
      <p className={classes.kind}>
        <span className={classes.number}>{number}</span>
        <span className={classes.name}>{t(`findings.name.${finding.code}`)}</span>
        <span className={classes.severity}>{t(`findings.severity.${finding.severity}`)}</span>
        <a href={`#${address}`} className={classes.place}>
          {address}
        </a>
      </p>
      <p className={classes.sentence}>{sentence}</p>
      {finding.code === 'gap' ? null : (
        <dl className={classes.sides}>
          <Side t={t} label={t('findings.expected')} language={pivot} text={finding.expected} />
          <Side t={t} label={t('findings.found')} language={other} text={finding.found} />
          <Sought t={t} finding={finding} language={finding.found === null ? other : pivot} />
        </dl>
      )}
      <p className={classes.rule}>{t(`findings.rule.${finding.code}`)}</p>
      <p className={classes.advice}>{t(`findings.advice.${finding.code}`)}</p>
      {settlement !== null && (
        <SettleFinding
          keys={settlement.keys}
          revisions={settlement.revisions}
          settled={
            decision && {
              scope: decision.scope,
              verdict: decision.verdict,
              line: describeDecision(decision, locale, t),
            }
          }
        />
      )}
    </li>
  )
}

/** The wordings that were looked for in vain, and the form of the term base that matched where it is not what stands in the text. */
function Sought({ t, finding, language }: { t: Translator; finding: Finding; language: Language }) {
  const { sought, matched, expected, found, code } = finding
  const told = code.startsWith('term') || code === 'name' || code === 'country-name'
  const shown = [
    { label: t('findings.sought'), texts: told ? sought : [] },
    {
      label: t('findings.matched'),
      texts: matched === null || matched === expected || matched === found ? [] : [matched],
    },
  ]
  return shown
    .filter(({ texts }) => texts.length > 0)
    .map(({ label, texts }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>
          {texts.map((text, k) => (
            <Fragment key={text}>
              {k > 0 && ' · '}
              <bdi lang={label === t('findings.sought') ? baseLanguage(language) : undefined}>{text}</bdi>
            </Fragment>
          ))}
        </dd>
      </div>
    ))
}

/** What stands in one version, in its own language and direction. */
function Side(props: {
  readonly t: Translator
  readonly label: string
  readonly language: Language
  readonly text: string | null
}) {
  const { t, label, language, text } = props
  return (
    <div>
      <dt>
        {label} <span>· {languageName(language, t)}</span>
      </dt>
      {text === null ? (
        <dd className={classes.nothing}>{t('findings.nothing')}</dd>
      ) : (
        <dd>
          <bdi lang={baseLanguage(language)} dir={direction(language)}>
            {text}
          </bdi>
        </dd>
      )}
    </div>
  )
}

function Arrow({ forward = false }: { readonly forward?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" data-forward={forward ? '' : undefined}>
      <path d={forward ? 'M3 6l5 5 5-5' : 'M3 10l5-5 5 5'} />
    </svg>
  )
}
