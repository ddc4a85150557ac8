import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { SEVERITIES } from '../core/compare/make-finding'
import type { FindingReport, Language, ReportFile } from '../core/model'
import { decodeText } from '../core/read/decode-text'
import type { CheckReport } from '../core/schema'
import { locateParagraphs, type Locate } from '../core/text/locate-paragraphs'
import { buildFindingReport } from '../i18n/build-finding-report'
import { makeTranslator } from '../i18n/translator'
import { fails, type FailOn } from './decide-check'
import { environmentLocale } from './make-table'
import type { ReadSource } from './read-files'
import { DASH } from './standard-input'

/** What a report needs besides the check: `sources` has the file of each of its versions; `all` says that what is only told is in it too. */
export interface MakeReportOptions {
  readonly sources: readonly ReadSource[]
  readonly failOn: FailOn
  readonly all?: boolean
  readonly version: string
}

/** A check as a report in the language of the environment, with the places in its files. */
export function makeReport(
  report: CheckReport,
  { sources, failOn, all = false, version }: MakeReportOptions,
  environment: NodeJS.ProcessEnv,
): FindingReport {
  const locale = environmentLocale(environment)
  const { pivot, versions, rows } = report
  const files = sources.filter((source, k) => sources.findIndex(({ name }) => name === source.name) === k)
  const sourceOf = (language: Language) => sources[versions.findIndex((one) => one.language === language)]
  const found = new Map<Language, Locate>()
  const locatorOf = (language: Language): Locate => {
    const known = found.get(language)
    if (known !== undefined) return known
    const source = sourceOf(language)
    const own = versions.find((one) => one.language === language)
    const locate =
      source === undefined || source.encoding === null || own === undefined
        ? () => null
        : locateParagraphs(decodeText(source.bytes), own.paragraphs)
    found.set(language, locate)
    return locate
  }
  const first = versions.find(({ language }) => language === pivot)
  return buildFindingReport(
    {
      alignment: { pivot, versions, rows },
      findings: report.findings
        .filter(({ severity }) => all || severity !== 'info')
        .map((finding) => ({ ...finding, fails: fails(finding, failOn) })),
      severities: SEVERITIES,
      files: files.map(fileOf),
      fileOf: (language) => {
        const own = sourceOf(language)
        const at = files.findIndex(({ name }) => name === own?.name)
        return at < 0 ? null : at
      },
      locate: (language, address, stretch) => locatorOf(language)(address, stretch),
      subject: first?.symbol ?? path.basename(sourceOf(pivot)?.name ?? ''),
      version,
    },
    makeTranslator(locale),
    locale,
  )
}

/** A file under the working folder by its way from there, any other by its full address; standard input by that name. */
function fileOf({ name, encoding }: ReadSource): ReportFile {
  if (name === DASH) return { uri: 'stdin', inside: false, encoding }
  const way = path.relative('', path.resolve(name))
  const inside = way !== '' && way.split(path.sep)[0] !== '..' && !path.isAbsolute(way)
  return inside
    ? { uri: way.split(path.sep).map(encodeURIComponent).join('/'), inside, encoding }
    : { uri: pathToFileURL(name).href, inside, encoding }
}
