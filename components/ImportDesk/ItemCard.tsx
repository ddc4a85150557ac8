'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { UN_LANGUAGES, type Status } from '../../core/model'
import { languageName } from '../../i18n/language-names'
import classes from './ImportDesk.module.css'
import type { Item, ItemFields } from './import-items'
import { OriginalLink } from './OriginalLink'
import { ReadingPreview } from './ReadingPreview'

/** A file and what can be done with it. */
export interface ItemCardProps {
  readonly item: Item
  readonly remove: () => void
  readonly correct: (fields: Partial<ItemFields>) => void
  readonly readAgain: () => void
  readonly save: (force: boolean) => void
}

const STATUSES: readonly Status[] = ['official', 'unofficial', 'unknown']

/** One file: how far it is, what was told from it and can be corrected, how it was read, and what became of it. */
export function ItemCard({ item, remove, correct, readAgain, save }: ItemCardProps) {
  const t = useTranslations()
  const id = useId()
  const { name, file, fields, state } = item
  const shown = name.replace(/\.txt$/u, (ending) => (file.type.startsWith('text/plain;') ? '' : ending))
  const refusal = 'refusal' in state ? state.refusal : null
  const answer = 'answer' in state ? state.answer : null
  const unsure = state.kind === 'failed' && state.refusal.code === 'language-unsure'
  const single = answer !== null && answer.texts.length === 1
  const open = state.kind === 'ready' || state.kind === 'refused'
  const going = state.kind === 'waiting' || state.kind === 'sending' || state.kind === 'reading'
  return (
    <article className={classes.item} aria-labelledby={`${id}-name`} data-state={state.kind}>
      <header>
        <h3 id={`${id}-name`}>
          <bdi>{shown}</bdi>
        </h3>
        <p role="status" className={classes.state}>
          {state.kind === 'sending'
            ? t('import.state.sending', { percent: state.percent })
            : t(`import.state.${state.kind}`)}
        </p>
        {state.kind !== 'saving' && (
          <button
            type="button"
            className={classes.cross}
            aria-label={going ? t('import.cancel', { name: shown }) : t('import.remove', { name: shown })}
            onClick={remove}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M4 4l8 8M12 4l-8 8" />
            </svg>
          </button>
        )}
      </header>
      {going && (
        <progress
          aria-labelledby={`${id}-name`}
          max={100}
          value={state.kind === 'sending' ? state.percent : state.kind === 'reading' ? 100 : 0}
        />
      )}
      {refusal !== null && (
        <p role="alert" className={classes.refusal}>
          {refusal.message}
        </p>
      )}
      {(open || unsure) && (
        <div className={classes.fields}>
          {open && (
            <label className={classes.field}>
              <span>{t('import.symbol')}</span>
              <input
                dir="ltr"
                value={fields.symbol}
                autoComplete="off"
                spellCheck={false}
                aria-describedby={fields.symbol.trim() === '' ? `${id}-symbol` : undefined}
                onChange={({ currentTarget }) => correct({ symbol: currentTarget.value })}
              />
            </label>
          )}
          {(single || unsure) && (
            <label className={classes.field}>
              <span>{t('import.language')}</span>
              <select
                value={fields.language}
                onChange={({ currentTarget }) =>
                  correct({ language: UN_LANGUAGES.find((own) => own === currentTarget.value) ?? '' })
                }
              >
                {unsure && <option value="">{t('import.chooseLanguage')}</option>}
                {UN_LANGUAGES.map((language) => (
                  <option key={language} value={language}>
                    {languageName(language, t)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {open && (
            <label className={classes.field}>
              <span>{t('import.status')}</span>
              <select
                value={fields.status}
                onChange={({ currentTarget }) =>
                  correct({ status: STATUSES.find((own) => own === currentTarget.value) ?? 'unknown' })
                }
              >
                {STATUSES.map((status) => (
                  <option key={status} value={status}>
                    {t(`status.${status}`)}
                  </option>
                ))}
              </select>
            </label>
          )}
          {open && single && (
            <label className={classes.field} data-wide="">
              <span>{t('import.textTitle')}</span>
              <input
                dir="auto"
                value={fields.title}
                autoComplete="off"
                onChange={({ currentTarget }) => correct({ title: currentTarget.value })}
              />
            </label>
          )}
        </div>
      )}
      {open && fields.symbol.trim() === '' && (
        <p id={`${id}-symbol`} className={classes.needed}>
          {t('import.symbolNeeded')}
        </p>
      )}
      {answer?.texts.map((text) => (
        <ReadingPreview key={text.language} text={text} named={!single} />
      ))}
      {answer !== null && answer.rows > 0 && (
        <p className={classes.hint}>{t('import.alignedRows', { count: answer.rows })}</p>
      )}
      <footer>
        {open && (
          <button
            type="button"
            disabled={fields.symbol.trim() === ''}
            onClick={() => save(refusal?.code === 'worse')}
          >
            {refusal?.code === 'worse' ? t('import.replace') : t('import.save')}
          </button>
        )}
        {state.kind === 'failed' && state.refusal.code === '' && (
          <button type="button" onClick={readAgain}>
            {t('import.retry')}
          </button>
        )}
        {state.kind === 'saved' && (
          <p>
            {state.saved.texts
              .map(({ language, outcome }) =>
                t(`import.outcome.${outcome}`, { language: languageName(language, t) }),
              )
              .join(' · ')}
          </p>
        )}
        <OriginalLink name={name} file={file} />
      </footer>
    </article>
  )
}
