'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import type { UnLanguage } from '../../core/model'
import { writeQuery } from '../ReadingView/view-query'
import { FetchForm } from './FetchForm'
import { FileDrop } from './FileDrop'
import classes from './ImportDesk.module.css'
import { savedReadings } from './import-items'
import { ItemCard } from './ItemCard'
import { sendFile } from './send-file'
import { refusalOf, useImport } from './use-import'

/** The reader's locale, and the most bytes of a file. */
export interface ImportDeskProps {
  readonly locale: UnLanguage
  readonly limit: number
}

/** All of the page on which texts are brought in: files, pasted texts, texts from the document site, what they were read as, and what is done with them. */
export function ImportDesk({ locale, limit }: ImportDeskProps) {
  const t = useTranslations()
  const router = useRouter()
  const sayings = useMemo(
    () => ({
      limit,
      tooLarge: t('import.tooLarge', { limit: megabytes(limit) }),
      unanswered: t('import.unanswered'),
    }),
    [limit, t],
  )
  const { items, add, remove, correct, readAgain, save } = useImport(`/${locale}/import`, sayings)
  const [message, setMessage] = useState('')
  const [comparing, setComparing] = useState(false)
  const [savingAll, setSavingAll] = useState(false)
  const ready = items.filter(({ state, fields }) => state.kind === 'ready' && fields.symbol.trim() !== '')
  const readable = items.filter(({ state }) => 'answer' in state)
  const versions = readable.reduce(
    (sum, { state }) => sum + ('answer' in state ? state.answer.texts.length : 0),
    0,
  )
  // A link out of the page comes when all is kept: whoever followed it before would leave what is still being sent.
  const kept = savingAll || items.some(({ state }) => state.kind === 'saving') ? [] : items
  const readings = savedReadings(kept.flatMap(({ state }) => (state.kind === 'saved' ? [state.saved] : [])))
  // They are sent as one.
  const tooLarge = limit < readable.reduce((sum, { file }) => sum + file.size, 0)

  const saveAll = async () => {
    setSavingAll(true)
    for (const item of ready) await save(item)
    setSavingAll(false)
  }
  const compare = async () => {
    if (comparing) return
    setComparing(true)
    const form = new FormData()
    for (const { name, file, fields, corrected } of readable) {
      form.append('file', file, name)
      form.append('language', corrected.includes('language') ? fields.language : '')
    }
    const sent = await sendFile(`/${locale}/compare/new`, form, { signal: new AbortController().signal })
    setComparing(false)
    if (sent.status === 200) router.push((sent.answer as { readonly address: string }).address)
    else setMessage(refusalOf(sent, sayings).message)
  }

  return (
    <>
      <div className={classes.ways}>
        <FileDrop limit={megabytes(limit)} add={add} />
        <FetchForm locale={locale} />
      </div>
      <section aria-labelledby="brought">
        <h2 id="brought" className={classes.subtitle}>
          {t('import.list')}
        </h2>
        {items.length === 0 ? (
          <p className={classes.none}>{t('import.none')}</p>
        ) : (
          <ul className={classes.items}>
            {items.map((item) => (
              <li key={item.id}>
                <ItemCard
                  item={item}
                  remove={() => remove(item.id)}
                  correct={(fields) => correct(item.id, fields)}
                  readAgain={() => readAgain(item.id)}
                  save={(force) => void save(item, force)}
                />
              </li>
            ))}
          </ul>
        )}
        {items.length > 0 && (
          <div className={classes.actions}>
            <button
              type="button"
              className={classes.main}
              disabled={ready.length === 0}
              onClick={() => void saveAll()}
            >
              {t('import.saveAll', { count: ready.length })}
            </button>
            <button
              type="button"
              disabled={versions < 2 || versions > MOST || tooLarge}
              aria-busy={comparing}
              aria-describedby="compare-hint"
              onClick={() => void compare()}
            >
              {t('import.compare')}
            </button>
            <span id="compare-hint" className={classes.hint}>
              {t('import.compareHint')}
            </span>
          </div>
        )}
        <p role="status" className={classes.message}>
          {message}
        </p>
        {readings.length > 0 && (
          <ul className={classes.readings}>
            {readings.map(({ slug, symbol, languages }) => (
              <li key={slug}>
                <a href={`/${locale}/r/${encodeURIComponent(slug)}${writeQuery({ v: languages })}`}>
                  {t('import.read', { symbol: `\u2068${symbol}\u2069` })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

/** Versions that stand side by side at most. */
const MOST = 6

/** Megabytes, with one place after the point at most. */
function megabytes(bytes: number): number {
  return Math.floor(bytes / 100_000) / 10
}
