'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState, type SubmitEvent } from 'react'
import { UN_LANGUAGES, type UnLanguage } from '../../core/model'
import { languageName } from '../../i18n/language-names'
import { writeQuery } from '../ReadingView/view-query'
import classes from './ImportDesk.module.css'
import type { SaveAnswer } from './import-answers'
import { savedReadings } from './import-items'

/** How far the text of a language is. */
type Got =
  | { readonly kind: 'waiting' | 'asking' | 'stopped' }
  | { readonly kind: 'saved'; readonly saved: SaveAnswer }
  | { readonly kind: 'failed'; readonly message: string }

/** Gets the official texts of a symbol, one language after another; one that fails says why, and the others go on, unless there is no way to the site. */
export function FetchForm({ locale }: { readonly locale: UnLanguage }) {
  const t = useTranslations()
  const [chosen, setChosen] = useState<readonly UnLanguage[]>(UN_LANGUAGES)
  const [got, setGot] = useState<ReadonlyMap<UnLanguage, Got>>(new Map())
  const [symbol, setSymbol] = useState('')
  const gone = useRef<AbortController | null>(null)
  const [busy, setBusy] = useState(false)
  const tell = (language: UnLanguage, state: Got) => setGot((before) => new Map(before).set(language, state))

  const fetchAll = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || symbol.trim() === '' || chosen.length === 0) return
    const own = new AbortController()
    gone.current = own
    setBusy(true)
    setGot(new Map(chosen.map((language) => [language, { kind: 'waiting' }])))
    for (const language of chosen) {
      if (!own.signal.aborted) tell(language, { kind: 'asking' })
      const { answer, away } = own.signal.aborted
        ? { answer: { kind: 'stopped' } as const, away: false }
        : await fetchOne(`/${locale}/import/fetch`, { symbol, language }, own.signal, t('import.unanswered'))
      tell(language, answer)
      if (away) own.abort()
    }
    setBusy(false)
  }

  const outcome = (state: Got, language: UnLanguage): string => {
    const name = languageName(language, t)
    if (state.kind === 'failed') return t('fetch.line', { language: name, what: state.message })
    if (state.kind !== 'saved')
      return t('fetch.line', { language: name, what: t(`fetch.state.${state.kind}`) })
    return t(`import.outcome.${state.saved.texts[0]?.outcome ?? 'added'}`, { language: name })
  }

  // A link out of the page comes when nothing is being fetched any more: see ImportDesk.
  const kept = busy ? [] : [...got.values()]
  const readings = savedReadings(kept.flatMap((state) => (state.kind === 'saved' ? [state.saved] : [])))
  return (
    <section className={classes.fetch} aria-labelledby="fetch">
      <h2 id="fetch" className={classes.subtitle}>
        {t('fetch.title')}
      </h2>
      <p className={classes.hint}>{t('fetch.intro')}</p>
      <form onSubmit={(event) => void fetchAll(event)}>
        <label className={classes.field}>
          <span>{t('import.symbol')}</span>
          <input
            dir="ltr"
            value={symbol}
            placeholder="A/RES/76/299"
            autoComplete="off"
            spellCheck={false}
            onChange={({ currentTarget }) => setSymbol(currentTarget.value)}
          />
        </label>
        <fieldset className={classes.languages}>
          <legend>{t('fetch.languages')}</legend>
          {UN_LANGUAGES.map((language) => (
            <label key={language}>
              <input
                type="checkbox"
                checked={chosen.includes(language)}
                onChange={({ currentTarget }) =>
                  setChosen(
                    UN_LANGUAGES.filter((own) =>
                      own === language ? currentTarget.checked : chosen.includes(own),
                    ),
                  )
                }
              />
              {languageName(language, t)}
            </label>
          ))}
        </fieldset>
        {busy ? (
          <button type="button" onClick={() => gone.current?.abort()}>
            {t('fetch.stop')}
          </button>
        ) : (
          <button type="submit" disabled={symbol.trim() === '' || chosen.length === 0}>
            {t('fetch.go')}
          </button>
        )}
      </form>
      <div role="status">
        <ul className={classes.got}>
          {[...got].map(([language, state]) => (
            <li key={language} data-state={state.kind}>
              {outcome(state, language)}
            </li>
          ))}
        </ul>
      </div>
      {readings.map(({ slug, symbol: own, languages }) => (
        <p key={slug} className={classes.readings}>
          <a href={`/${locale}/r/${encodeURIComponent(slug)}${writeQuery({ v: languages })}`}>
            {t('import.read', { symbol: `\u2068${own}\u2069` })}
          </a>
        </p>
      ))}
    </section>
  )
}

/** One text; `away` where there is no way to the site, so that nothing more need be asked. */
async function fetchOne(
  address: string,
  body: { readonly symbol: string; readonly language: UnLanguage },
  signal: AbortSignal,
  unanswered: string,
): Promise<{ readonly answer: Got; readonly away: boolean }> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal,
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return { answer: { kind: 'saved', saved: answer as SaveAnswer }, away: false }
    const { code, message } = (answer ?? {}) as { readonly code?: unknown; readonly message?: unknown }
    return {
      answer: { kind: 'failed', message: typeof message === 'string' ? message : unanswered },
      away: code === 'offline',
    }
  } catch {
    return {
      answer: signal.aborted ? { kind: 'stopped' } : { kind: 'failed', message: unanswered },
      away: false,
    }
  }
}
