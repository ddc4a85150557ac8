import type { InputErrorCode } from '../core/model'
import { describeStoreError, type StoreErrorKey } from './describe-store-error'
import { languageName } from './language-names'
import type { Messages } from './load-messages'
import type { Translator } from './translator'

/** Kinds of job that have a sentence of their own. */
export type JobKindKey = keyof Messages['jobs']['kind']

type OwnErrorKey = keyof Messages['jobs']['error']

const KINDS: readonly JobKindKey[] = ['align-resolution', 'align-corpus']

const INPUT_ERRORS: readonly InputErrorCode[] = ['empty', 'binary', 'encoding', 'language-unsure', 'no-text']

/** What a job does, in the reader's language: with the resolution and languages of its input, where it has them. A kind without a sentence of its own is named as it is. */
export function describeJob(
  { kind, input }: { readonly kind: string; readonly input: unknown },
  t: Translator,
): string {
  const known = KINDS.find((own) => own === kind)
  if (known === undefined) return kind
  const { slug, languages } = (input ?? {}) as { readonly slug?: unknown; readonly languages?: unknown }
  const what = t(`jobs.kind.${known}`, { slug: `\u2068${String(slug ?? '')}\u2069` })
  if (!Array.isArray(languages)) return what
  return t('jobs.languages', {
    what,
    languages: languages.map((language) => languageName(String(language), t)).join(' · '),
  })
}

/** Why a job has failed, in one plain line in the reader's language, with what it is about in brackets. A code that nobody knows is told as it is. */
export function describeJobError(
  { code, detail }: { readonly code: string; readonly detail: string },
  t: Translator,
): string {
  if (code === 'parts') return t('jobs.error.parts', { count: Number(detail) })
  const own = `jobs.error.${code as Exclude<OwnErrorKey, 'parts'>}` as const
  const reason = t.has(own)
    ? t(own)
    : INPUT_ERRORS.some((known) => known === code)
      ? t(`errors.${code as InputErrorCode}`)
      : null
  if (reason === null) {
    return t.has(`store.error.${code as StoreErrorKey}`)
      ? describeStoreError({ code: code as StoreErrorKey, detail }, t)
      : [code, detail].filter((part) => part !== '').join(': ')
  }
  return detail === '' ? reason : t('errors.detail', { reason, detail: `\u2068${detail}\u2069` })
}
