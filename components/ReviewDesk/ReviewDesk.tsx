'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { DropField } from '../ImportDesk/DropField'
import shared from '../ImportDesk/ImportDesk.module.css'
import { sendFile } from '../ImportDesk/send-file'
import { refusalOf } from '../ImportDesk/use-import'
import type { PlanAnswer, PlanLine, ToldLine } from './plan-answer'
import classes from './ReviewDesk.module.css'

/** The resolution's own address, and the most bytes of a file. */
export interface ReviewDeskProps {
  readonly path: string
  readonly limit: number
}

/** How far a workbook is; `plan` is what the server last said of it. */
type State =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read' | 'applying'; readonly plan: PlanAnswer }
  | { readonly kind: 'failed'; readonly message: string; readonly plan?: PlanAnswer }

const KINDS = ['set', 'changed', 'withdrawn'] as const

/** Takes a workbook, shows line by line what following it would do, and does it where that is asked for. Nothing but the page itself remembers the file, which is sent anew. */
export function ReviewDesk({ path, limit }: ReviewDeskProps) {
  const t = useTranslations()
  const [file, setFile] = useState<File | null>(null)
  const [state, setState] = useState<State>({ kind: 'none' })
  const running = useRef(new AbortController())
  const megabytes = Math.floor(limit / 100_000) / 10
  const sayings = {
    tooLarge: t('import.tooLarge', { limit: megabytes }),
    unanswered: t('import.unanswered'),
  }

  useEffect(() => () => running.current.abort(), [])

  const read = async (given: File | undefined) => {
    // What is being written is not given up for another file.
    if (given === undefined || state.kind === 'applying') return
    running.current.abort()
    const own = (running.current = new AbortController())
    setFile(given)
    if (given.size > limit) {
      setState({ kind: 'failed', message: sayings.tooLarge })
      return
    }
    setState({ kind: 'sending', percent: 0 })
    try {
      const sent = await sendFile(`${path}/decisions/import/read`, given, {
        signal: own.signal,
        progress: (share) =>
          setState(share < 1 ? { kind: 'sending', percent: Math.floor(share * 100) } : { kind: 'reading' }),
      })
      setState(
        sent.status === 200
          ? { kind: 'read', plan: sent.answer as PlanAnswer }
          : { kind: 'failed', message: refusalOf(sent, sayings).message },
      )
    } catch (error) {
      if (!own.signal.aborted) throw error
    }
  }

  const apply = async (given: File, plan: PlanAnswer) => {
    setState({ kind: 'applying', plan })
    // Leaving the page does not undo what is being written.
    const sent = await sendFile(`${path}/decisions/import/apply`, given, {
      signal: new AbortController().signal,
    })
    setState(
      sent.status === 200
        ? { kind: 'read', plan: sent.answer as PlanAnswer }
        : { kind: 'failed', message: refusalOf(sent, sayings).message, plan },
    )
  }

  const name = `\u2068${file?.name ?? ''}\u2069`
  const plan = 'plan' in state ? (state.plan ?? null) : null
  const going = state.kind === 'sending' || state.kind === 'reading' || state.kind === 'applying'
  const count = plan === null ? 0 : KINDS.reduce((sum, kind) => sum + plan[kind].length, 0)
  return (
    <>
      <DropField
        words={{
          drop: t('review.drop'),
          choose: t('review.choose'),
          limit: t('review.limit', { limit: megabytes }),
        }}
        accept=".xlsx"
        className={classes.drop}
        take={([first]) => void read(first)}
      />
      <p role="status" className={classes.state}>
        {state.kind === 'sending' && t('review.sending', { name, percent: state.percent })}
        {state.kind === 'reading' && t('review.reading', { name })}
        {state.kind === 'applying' && t('review.applying', { name })}
        {state.kind === 'read' &&
          (state.plan.applied
            ? t('review.written', { count, refused: state.plan.refused.length })
            : count + state.plan.refused.length + state.plan.edited.length === 0
              ? t('review.nothing')
              : [
                  ...KINDS.map((kind) => [t(`review.kind.${kind}`), state.plan[kind].length] as const),
                  [t('review.refused'), state.plan.refused.length] as const,
                ]
                  .filter(([, number]) => number > 0)
                  .map(([what, number]) => t('review.count', { what, count: number }))
                  .join(' · '))}
      </p>
      {state.kind === 'failed' && (
        <p role="alert" className={shared.refusal}>
          {state.message}
        </p>
      )}
      {plan !== null && count + plan.refused.length + plan.edited.length > 0 && (
        <section aria-labelledby="plan" className={classes.plan} aria-busy={going}>
          <h2 id="plan">{plan.applied ? t('review.result', { name }) : t('review.plan', { name })}</h2>
          {KINDS.filter((kind) => plan[kind].length > 0).map((kind) => (
            <PlannedLines
              key={kind}
              title={plan.applied ? t(`review.done.${kind}`) : t(`review.kind.${kind}`)}
              lines={plan[kind]}
            />
          ))}
          {plan.refused.length > 0 && <ToldLines title={t('review.refused')} lines={plan.refused} />}
          {plan.edited.length > 0 && <ToldLines title={t('review.edited')} lines={plan.edited} />}
          {!plan.applied && file !== null && (
            <p className={classes.apply}>
              <button
                type="button"
                className={shared.main}
                disabled={count === 0 || going}
                onClick={() => void apply(file, plan)}
              >
                {t('review.apply', { count })}
              </button>
            </p>
          )}
        </section>
      )}
    </>
  )
}

function PlannedLines({ title, lines }: { readonly title: string; readonly lines: readonly PlanLine[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ place, address, finding, before, after }, k) => (
          <li key={k}>
            <Place place={place} address={address} />
            <span className={classes.what}>{finding}</span>
            <span className={classes.verdict}>
              {before !== null && <s>{before}</s>} {after}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function ToldLines({ title, lines }: { readonly title: string; readonly lines: readonly ToldLine[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ place, address, what }, k) => (
          <li key={k}>
            <Place place={place} address={address} />
            <span className={classes.what}>{what}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Place({ place, address }: { readonly place: string; readonly address: string }) {
  return (
    <span className={classes.place}>
      {place}
      {address !== '' && (
        <>
          {' · '}
          <bdi>{address}</bdi>
        </>
      )}
    </span>
  )
}
