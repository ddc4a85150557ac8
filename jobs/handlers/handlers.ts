import { alignCorpus } from './align-corpus'
import { alignResolution } from './align-resolution'
import type { JobHandler } from './job-handler'

/** Everything that can be done as a job. */
export const HANDLERS: readonly JobHandler[] = [alignResolution, alignCorpus]
