'use client'

import { useEffect, useState } from 'react'
import type { Language, UnLanguage } from '../../core/model'
import { baseLanguage, direction } from '../../core/text/languages'
import classes from './EquivalentsNote.module.css'
import { showEquivalents, type Equivalents } from './show-equivalents'

/** The reading view on screen and the note's words, in the reader's language. */
export interface EquivalentsNoteProps {
  readonly locale: UnLanguage
  /** The reading view's address, without its query. */
  readonly path: string
  /** The versions asked for, in order. */
  readonly languages: readonly Language[]
  readonly pivot: Language
  /** The versions beside the pivot, in order, with their names. */
  readonly others: readonly { readonly language: Language; readonly name: string }[]
  readonly words: {
    readonly title: string
    readonly asking: string
    readonly none: string
    readonly figures: string
  }
}

/** The quiet note at the foot of the window: what answers the words selected in the pivot, in each other version, with its probability and counts. */
export function EquivalentsNote({ locale, path, languages, pivot, others, words }: EquivalentsNoteProps) {
  const [equivalents, setEquivalents] = useState<Equivalents | null>(null)
  // One text stands for the list, which is a new one with each rendering of the page.
  const versions = languages.join(',')

  useEffect(
    () => showEquivalents({ path, languages: versions.split(','), pivot }, setEquivalents),
    [path, versions, pivot],
  )

  const found = equivalents?.counterparts ?? []
  return (
    <div role="status" className={classes.note} data-shown={equivalents === null ? undefined : ''}>
      {equivalents !== null && (
        <>
          <p className={classes.asked}>
            <span className={classes.hidden}>{words.title} </span>
            <bdi lang={baseLanguage(pivot)} className={classes.selected}>
              {equivalents.wording.trim()}
            </bdi>{' '}
            <span aria-hidden="true">{direction(locale) === 'rtl' ? '←' : '→'}</span>{' '}
            <small>
              {equivalents.counterparts === null
                ? words.asking
                : found.length === 0
                  ? words.none
                  : words.figures}
            </small>
          </p>
          {found.length > 0 && (
            <ul className={classes.list}>
              {others.map(({ language, name }) => {
                const counterpart = found.find((one) => one.language === language)
                return (
                  <li key={language}>
                    <span className={classes.name}>{name}</span>{' '}
                    {counterpart === undefined ? (
                      <span className={classes.name}>{words.none}</span>
                    ) : (
                      <>
                        <bdi lang={baseLanguage(language)} className={classes.wording}>
                          {counterpart.wording}
                        </bdi>{' '}
                        <bdi className={classes.figures}>
                          {writeProbability(counterpart.probability, locale)} · {counterpart.count}/
                          {counterpart.of}
                        </bdi>
                      </>
                    )}
                  </li>
                )
              })}
            </ul>
          )}
        </>
      )}
    </div>
  )
}

/** Two decimals, with the reader's decimal mark and the digits of the text's figures. */
function writeProbability(probability: number, locale: UnLanguage): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2, numberingSystem: 'latn' }
  return new Intl.NumberFormat(locale, digits).format(probability)
}
