import type { Check, ExportTable, UnLanguage } from '../core/model'
import { buildExportTable, type TableOptions, type TableSource } from '../i18n/build-export-table'
import { chooseLocale } from '../i18n/choose-locale'
import { makeTranslator } from '../i18n/translator'

/** The language that the environment asks for (LC_ALL, LC_MESSAGES, LANG; English where that is none of the six). */
export function environmentLocale(environment: NodeJS.ProcessEnv): UnLanguage {
  const asked = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return chooseLocale(asked.replace(/[.@].*$/u, '').replace('_', '-'))
}

/**
 * A check as a table for export in the language of the environment: all versions in their order unless `languages` says otherwise; what is known of the resolution beside its text goes before what the text of the pivot says.
 */
export function makeTable(
  check: Check,
  environment: NodeJS.ProcessEnv,
  known: Partial<Omit<TableSource, 'check'>> = {},
  options: Partial<TableOptions> = {},
): ExportTable {
  const locale = environmentLocale(environment)
  const pivot = check.versions.find(({ language }) => language === check.pivot)
  const source = {
    check,
    symbol: pivot?.symbol ?? null,
    title: pivot?.title ?? null,
    adopted: pivot?.heading.adopted ?? null,
    meeting: pivot?.heading.meeting ?? null,
    ...known,
  }
  return buildExportTable(source, makeTranslator(locale), {
    locale,
    languages: check.versions.map(({ language }) => language),
    ...options,
  })
}
