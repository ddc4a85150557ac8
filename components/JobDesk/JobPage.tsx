import { useTranslations } from 'next-intl'
import type { UnLanguage } from '../../core/model'
import { JobDesk } from './JobDesk'
import classes from './JobDesk.module.css'
import type { ShownJob } from './shown-job'

/** The page of what is worked on in the background. */
export function JobPage({
  locale,
  jobs,
}: {
  readonly locale: UnLanguage
  readonly jobs: readonly ShownJob[]
}) {
  const t = useTranslations()
  return (
    <main id="text" tabIndex={-1} className={classes.page}>
      <h1>{t('jobs.title')}</h1>
      <p className={classes.intro}>{t('jobs.intro')}</p>
      <JobDesk
        address={`/${locale}/jobs/list`}
        first={jobs}
        words={{
          alignCorpus: t('jobs.alignCorpus'),
          list: t('jobs.list'),
          none: t('jobs.none'),
          cancel: t('jobs.cancel'),
          unanswered: t('jobs.unanswered'),
          stale: t('jobs.stale'),
        }}
      />
    </main>
  )
}
