import type { Language } from '../../core/model'
import type { Translator } from '../../i18n/translator'
import { Popover } from '../Popover/Popover'
import { QueryLink } from '../QueryLink/QueryLink'
import { EXPORT_OPTIONS, optionsOf, type ExportOption } from './export-options'
import classes from './ExportMenu.module.css'
import { LossNote } from './LossNote'
import { QueryFields } from './QueryFields'

/** What is exported: the chosen versions of the page at `path` (its address without its query). `review` says whether decisions can come back from a workbook. */
export interface ExportMenuProps {
  readonly t: Translator
  readonly path: string
  readonly chosen: readonly Language[]
  readonly review: boolean
}

/** The formats by what they are for, each with the ending of its files. The versions of XLIFF and TBX that fewer programs read are left to the command line. */
const FORMAT_GROUPS = [
  {
    name: 'tables',
    formats: [
      ['docx', 'docx'],
      ['xlsx', 'xlsx'],
      ['csv', 'csv'],
      ['tsv', 'tsv'],
    ],
  },
  {
    name: 'memories',
    formats: [
      ['tmx', 'tmx'],
      ['xliff', 'xlf'],
      ['tbx', 'tbx'],
    ],
  },
  {
    name: 'documents',
    formats: [
      ['html', 'html'],
      ['markdown', 'md'],
      ['akn', 'xml'],
      ['json', 'json'],
    ],
  },
] as const

/** What is made of two versions, and of more one file a pair. */
const OF_PAIRS: readonly string[] = ['tmx', 'xliff']

const OPTIONS = Object.keys(EXPORT_OPTIONS) as readonly ExportOption[]

/** Whether a format makes several files of so many versions, which then come in an archive. */
function isArchive(format: string, versions: number): boolean {
  return format === 'akn' ? versions > 1 : OF_PAIRS.includes(format) && versions > 2
}

/** Whether an option can make a difference to the page: what cannot be confirmed has no confirmed rows, and two versions are one pair. */
function isOffered(option: ExportOption, versions: number, review: boolean): boolean {
  if (option === 'confirmed') return review
  return option !== 'multilingual' || versions > 2
}

/** The button that opens all that can be downloaded, with a form for what is asked for more rarely, and the way back for workbooks. Without script it works too. */
export function ExportMenu({ t, path, chosen, review }: ExportMenuProps) {
  const groups = FORMAT_GROUPS.map(({ name, formats }) => ({
    name,
    formats: formats.filter(([format]) => chosen.length > 1 || !OF_PAIRS.includes(format)),
  }))
  const all = groups.flatMap(({ formats }) => formats)
  return (
    <Popover
      id="export"
      name={t('export.title')}
      align="end"
      label={
        <>
          <Download />
          <span className={classes.word}>{t('export.title')}</span>
        </>
      }
    >
      <p className={classes.hint}>{t('export.hint')}</p>
      {groups.map(({ name, formats }) => (
        <section key={name} className={classes.group}>
          <h2 className={classes.subtitle}>{t(`export.${name}`)}</h2>
          <ul className={classes.menu}>
            {formats.map(([format, ending]) => (
              <li key={format}>
                <QueryLink path={`${path}/export`} set={{ v: chosen.join(','), format }} file>
                  {t(`export.${format}`)}{' '}
                  <span dir="ltr">
                    .{ending}
                    {isArchive(format, chosen.length) ? '.zip' : ''}
                  </span>
                </QueryLink>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <details className={classes.more}>
        <summary>{t('export.options')}</summary>
        <form action={`${path}/export`} method="get" className={classes.form}>
          <QueryFields set={{ v: chosen.join(',') }} />
          <label className={classes.format}>
            <span>{t('export.format')}</span>
            <select name="format">
              {all
                .filter(([format]) => optionsOf(format).length > 0)
                .map(([format]) => (
                  <option key={format} value={format}>
                    {t(`export.${format}`)}
                  </option>
                ))}
            </select>
          </label>
          {OPTIONS.filter((option) => isOffered(option, chosen.length, review)).map((option) => (
            <label
              key={option}
              data-of={all
                .map(([format]) => format)
                .filter((format) => optionsOf(format).includes(option))
                .join(' ')}
            >
              <input type="checkbox" name={option} value={EXPORT_OPTIONS[option]} />
              <span>{t(`export.option.${option}`)}</span>
            </label>
          ))}
          <button type="submit">{t('export.download')}</button>
        </form>
      </details>
      {review && (
        <p className={classes.back}>
          <a href={`${path}/decisions/import`}>{t('export.review')}</a>
        </p>
      )}
      <LossNote />
    </Popover>
  )
}

/** The sign for taking a file away, where there is no room for the word. */
function Download() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" className={classes.download}>
      <path d="M8 2.5v7.5M4.5 7L8 10.5 11.5 7M3 13.5h10" />
    </svg>
  )
}
