import type { UnLanguage } from '../../core/model'
import { describeDecision } from '../../i18n/describe-decision'
import type { Translator } from '../../i18n/translator'
import type { SettledReading } from '../Settle/settled-reading'
import { TakeBack } from '../Settle/TakeBack'
import classes from './KeptNote.module.css'

/** What people have settled in a resolution, in the reader's language. */
export interface KeptNoteProps {
  readonly t: Translator
  readonly locale: UnLanguage
  readonly settled: SettledReading
}

/** At the foot: confirmed rows and decisions that have no place on the page any more, each with the reason and the way to take it back. Nothing where there are none. */
export function KeptNote({ t, locale, settled }: KeptNoteProps) {
  const { unkeptRows, lostDecisions } = settled
  if (unkeptRows.length + lostDecisions.length === 0) return null
  return (
    <section className={classes.kept} aria-labelledby="kept">
      <h2 id="kept">{t('kept.title')}</h2>
      <ul>
        {unkeptRows.map(({ key, revision, places, reason }) => {
          const what = t('kept.row', { places: `\u2068${places}\u2069` })
          return (
            <li key={key}>
              {what} — {t(`kept.reason.${reason}`)}{' '}
              <TakeBack place="rows" body={{ action: 'withdraw', key, revision }} about={what} />
            </li>
          )
        })}
        {lostDecisions.map((decision) => {
          const { scope, key, revision } = decision
          const what = describeDecision(decision, locale, t)
          return (
            <li key={`${scope} ${key}`}>
              {what} — {t('kept.decision')}{' '}
              <TakeBack place="decisions" body={{ action: 'undo', scope, key, revision }} about={what} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
