import type { Check, UnLanguage, Version } from '../../core/model'
import { describeDecision } from '../../i18n/describe-decision'
import type { Translator } from '../../i18n/translator'
import { keepWith } from '../ReadingView/keep-with'
import type { NumberedFinding } from '../ReadingView/number-findings'
import { SettleFinding } from '../Settle/SettleFinding'
import classes from './Apparatus.module.css'
import { writeNote } from './write-note'

/** All findings of a check between the versions on screen, numbered; `t` speaks the language of `locale`. */
export interface ApparatusProps {
  readonly t: Translator
  readonly locale: UnLanguage
  readonly check: Check
  readonly findings: readonly NumberedFinding[]
  readonly versions: readonly Version[]
}

/** What the notes of a check say, in their order, by the reader's language and the columns: one choice in all six languages. */
const notes = keepWith<Check, readonly string[]>(6)

/**
 * The apparatus: a note for every finding. The desk opens it as a panel that shows one note at a time; on paper, and where no script runs, it is
 * the list of notes at the end.
 */
export function Apparatus({ t, locale, check, findings, versions }: ApparatusProps) {
  if (findings.length === 0) return null
  const name = [locale, ...versions.map(({ language }) => language)].join()
  const told = notes(check, name, () => findings.map((item) => writeNote(t, item)))
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
        {findings.map((item, k) => (
          <Note
            key={item.number}
            told={told[k] ?? ''}
            line={
              item.settlement?.decision == null ? '' : describeDecision(item.settlement.decision, locale, t)
            }
            item={item}
          />
        ))}
      </ol>
    </aside>
  )
}

function Note({
  told,
  line,
  item,
}: {
  readonly told: string
  readonly line: string
  readonly item: NumberedFinding
}) {
  const { number, finding, settlement } = item
  const decision = settlement?.decision ?? null
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
      <div className={classes.told} dangerouslySetInnerHTML={{ __html: told }} />
      {settlement !== null && (
        <SettleFinding
          keys={settlement.keys}
          revisions={settlement.revisions}
          settled={decision && { scope: decision.scope, verdict: decision.verdict, line }}
        />
      )}
    </li>
  )
}

function Arrow({ forward = false }: { readonly forward?: boolean }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" data-forward={forward ? '' : undefined}>
      <path d={forward ? 'M3 6l5 5 5-5' : 'M3 10l5-5 5 5'} />
    </svg>
  )
}
