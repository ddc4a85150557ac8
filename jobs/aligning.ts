import type { Alignment, Check, Knowledge, Language, Version } from '../core/model'
import { alignVersions, compareAlignment, splitCheck, type Means } from '../core/pipeline'

/** The work of aligning and checking, which takes seconds: in this thread (`alignHere`), or in one of its own (`startGuard`), so that others are answered meanwhile. */
export interface Aligning {
  /** As alignVersions of the pipeline. */
  align(versions: readonly Version[], pivot?: Language): Promise<Alignment>
  /** As compareAlignment of the pipeline. */
  compare(alignment: Alignment): Promise<Check>
  /** As splitCheck of the pipeline. */
  split(check: Check): Promise<Check>
}

/** Aligns and checks in this thread. */
export function alignHere(knowledge: Knowledge, means: Means = {}): Aligning {
  return {
    align: async (versions, pivot) => alignVersions(versions, knowledge, pivot, means),
    compare: async (alignment) => compareAlignment(alignment, knowledge),
    split: async (check) => splitCheck(check, knowledge),
  }
}
