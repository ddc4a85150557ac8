import type { Check, ExportTable } from '../core/model'
import { buildExportTable } from '../i18n/build-export-table'
import { chooseLocale } from '../i18n/choose-locale'
import { makeTranslator } from '../i18n/translator'

/**
 * A check as a table for export, all versions in their order, in the language that the environment asks for (LC_ALL, LC_MESSAGES, LANG; English where
 * that is none of the six).
 */
export function makeTable(check: Check, environment: NodeJS.ProcessEnv): ExportTable {
  const asked = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  const locale = chooseLocale(asked.replace(/[.@].*$/u, '').replace('_', '-'))
  const pivot = check.versions.find(({ language }) => language === check.pivot)
  const source = {
    check,
    symbol: pivot?.symbol ?? null,
    title: pivot?.title ?? null,
    adopted: pivot?.heading.adopted ?? null,
    meeting: pivot?.heading.meeting ?? null,
  }
  return buildExportTable(source, makeTranslator(locale), {
    locale,
    languages: check.versions.map(({ language }) => language),
  })
}
