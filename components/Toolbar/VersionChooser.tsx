import { UN_LANGUAGES, type Language } from '../../core/model'
import { languageName, OWN_NAMES } from '../../i18n/language-names'
import type { Translator } from '../../i18n/translator'
import { QueryLink } from '../QueryLink/QueryLink'
import classes from './VersionChooser.module.css'

/** The versions on screen in their order, and those that the resolution has. */
export interface VersionChooserProps {
  readonly t: Translator
  readonly path: string
  readonly chosen: readonly Language[]
  readonly available: readonly Language[]
  readonly pivot: Language
}

/** Takes versions in and out and changes their order. Everything is a link, so that the address keeps the choice and works without script. */
export function VersionChooser({ t, path, chosen, available, pivot }: VersionChooserProps) {
  const rest = available.filter((language) => !chosen.includes(language))
  return (
    <div className={classes.chooser}>
      <h2>{t('view.chosen')}</h2>
      <ol>
        {chosen.map((language, k) => {
          const name = languageName(language, t)
          return (
            <li key={language}>
              <span className={classes.name}>
                {name} {language === pivot && chosen.length > 1 ? <small>{t('view.pivot')}</small> : null}
              </span>
              <Step
                t={t}
                path={path}
                to={k > 0 ? swap(chosen, k - 1) : null}
                label={t('view.earlier', { language: name })}
              >
                <path d="M3 10l5-5 5 5" />
              </Step>
              <Step
                t={t}
                path={path}
                to={k < chosen.length - 1 ? swap(chosen, k) : null}
                label={t('view.later', { language: name })}
              >
                <path d="M3 6l5 5 5-5" />
              </Step>
              <Step
                t={t}
                path={path}
                to={chosen.length > 1 ? chosen.filter((own) => own !== language) : null}
                label={t('view.remove', { language: name })}
              >
                <path d="M4 4l8 8M12 4l-8 8" />
              </Step>
            </li>
          )
        })}
      </ol>
      {rest.length > 0 && (
        <>
          <h2>{t('view.available')}</h2>
          <ul>
            {rest.map((language) => (
              <li key={language}>
                <QueryLink
                  path={path}
                  set={{ v: [...chosen, language].join(',') }}
                  label={t('view.add', { language: languageName(language, t) })}
                  className={classes.add}
                >
                  <span aria-hidden="true">+</span> {languageName(language, t)}
                  <OwnName language={language} />
                </QueryLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** What an official language calls itself, once: a second text in it has its number only. */
function OwnName({ language }: { readonly language: Language }) {
  const own = UN_LANGUAGES.find((known) => known === language)
  return own === undefined ? null : <small lang={own}>{OWN_NAMES[own]}</small>
}

/** One step as a link with a sign; a step that leads nowhere keeps its place, empty. */
function Step(props: {
  readonly t: Translator
  readonly path: string
  readonly to: readonly Language[] | null
  readonly label: string
  readonly children: React.ReactNode
}) {
  const { path, to, label, children } = props
  if (to === null) return <span className={classes.step} />
  return (
    <QueryLink path={path} set={{ v: to.join(',') }} label={label} className={classes.step}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {children}
      </svg>
    </QueryLink>
  )
}

/** The list with the items at `k` and `k + 1` changed over. */
function swap<T>(list: readonly T[], k: number): readonly T[] {
  return [...list.slice(0, k), ...list.slice(k, k + 2).reverse(), ...list.slice(k + 2)]
}
