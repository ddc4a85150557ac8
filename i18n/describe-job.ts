import type { InputErrorCode } from '../core/model'
import { describeStoreError, type StoreErrorKey } from './describe-store-error'
import { languageName } from './language-names'
import type { Messages } from './load-messages'
import type { Translator } from './translator'

/** Kinds of job that have a sentence of their own. */
export type JobKindKey = keyof Messages['jobs']['kind']

const KINDS: readonly JobKindKey[] = ['align-resolution', 'align-corpus']

/** The codes of jobs themselves; the others are those of inputs and of the store. */
const OWN_ERRORS: readonly Exclude<keyof Messages['jobs']['error'], 'parts'>[] = [
  'unknown-kind',
  'bad-input',
  'nothing',
  'busy',
  'internal',
  'gave-up',
  'stopped',
]

const INPUT_ERRORS: readonly InputErrorCode[] = ['empty', 'binary', 'encoding', 'language-unsure', 'no-text']

/** What a job does, in the reader's language. A resolution is named by `name`, its slug unless given; a kind without a sentence of its own is named as it is. */
export function describeJob(
  { kind, input }: { readonly kind: string; readonly input: unknown },
  t: Translator,
  name: (slug: string) => string = (slug) => slug,
): string {
  const known = KINDS.find((own) => own === kind)
  if (known === undefined) return kind
  return t(`jobs.kind.${known}`, { slug: `\u2068${name(slugOf(input) ?? '')}\u2069` })
}

/** The slug in a job's input, or null. */
export function slugOf(input: unknown): string | null {
  const { slug } = (input ?? {}) as { readonly slug?: unknown }
  return typeof slug === 'string' ? slug : null
}

/** The languages in a job's input, as the reader's language names them; empty where it names none. */
export function describeLanguages(input: unknown, t: Translator): string {
  const { languages } = (input ?? {}) as { readonly languages?: unknown }
  if (!Array.isArray(languages)) return ''
  return languages.map((language) => languageName(String(language), t)).join(' · ')
}

/** Why a job has failed, in one plain line in the reader's language, with what it is about in brackets. A code that nobody knows is told as it is. */
export function describeJobError(
  { code, detail }: { readonly code: string; readonly detail: string },
  t: Translator,
): string {
  if (code === 'parts') return t('jobs.error.parts', { count: Number(detail) })
  const own = OWN_ERRORS.find((known) => known === code)
  const reason =
    own !== undefined
      ? t(`jobs.error.${own}`)
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
