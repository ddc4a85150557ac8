import { InputError, UN_LANGUAGES, type UnLanguage } from '../core/model'
import { describeInputError } from '../i18n/describe-input-error'
import { makeTranslator } from '../i18n/translator'
import { refuse } from './refuse'

/** The longest file name that is kept, in UTF-16 code units. */
const LONGEST_NAME = 200

/** The name of a file as it is kept: its last part, without control characters. */
export function fileName(given: string | null): string {
  const name = (given ?? '').replace(/^.*[\\/]/su, '').replace(/[\p{Cc}\p{Cf}]/gu, '')
  return name === '' ? 'text.txt' : name.slice(-LONGEST_NAME)
}

/** The official language that a request names, or undefined where it names none. */
export function givenLanguage(given: unknown): UnLanguage | undefined {
  return UN_LANGUAGES.find((language) => language === given)
}

/** What reading gives, or 422 with the reason where the file cannot be read: `code` is InputError's, `detail` its detail. */
export async function orInputError<T>(work: Promise<T>, locale: UnLanguage): Promise<T | Response> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    const { code, detail } = error
    return refuse(422, code, describeInputError(error, makeTranslator(locale)), { detail })
  }
}
