import type { Language } from '../../core/model'
import { checkVersions } from '../../core/pipeline'
import { makeReady, measureRecall, type Ready, type Recall } from './measure-recall'
import { noiseOf, type Noise } from './noise'
import { CHECK_TEXTS, readCheckText, type CheckText, type CheckTextName } from './read-check-text'
import { readHansard } from './read-hansard'

/** Errors of some kinds in one pair, over all texts; or false alarms in one text and pair. */
export type CheckTask =
  | { readonly do: 'recall'; readonly language: Language; readonly kind: string; readonly wanted: number }
  | { readonly do: 'noise'; readonly language: Language; readonly text: CheckTextName | 'hansard' }

/** What a task gives; null where the text is not at hand or not in that language. */
export type CheckResult =
  { readonly do: 'recall'; readonly recall: Recall } | { readonly do: 'noise'; readonly noise: Noise | null }

/** Makes a function that runs tasks and reads each text only once. */
export function checkTaskRunner(): (task: CheckTask) => CheckResult {
  const texts = new Map<CheckTextName, CheckText | null>()
  const readies = new Map<string, Ready>()
  const textOf = (name: CheckTextName) => {
    if (!texts.has(name)) texts.set(name, readCheckText(name))
    return texts.get(name) ?? null
  }
  const readyOf = (name: CheckTextName, language: Language) => {
    const text = textOf(name)
    if (text === null) return null
    const key = `${name} ${language}`
    const ready = readies.get(key) ?? makeReady(text, language)
    readies.set(key, ready)
    return ready
  }
  return (task) => {
    if (task.do === 'noise') {
      if (task.text === 'hansard')
        return { do: 'noise', noise: task.language === 'en' ? noiseOf(readHansard()) : null }
      const text = textOf(task.text)
      if (text === null) return { do: 'noise', noise: null }
      const versions = [text.versions.fr!, text.versions[task.language]!]
      return { do: 'noise', noise: noiseOf(checkVersions(versions, text.knowledge, 'fr')) }
    }
    return { do: 'recall', recall: recallOf(task.kind, task.wanted, (name) => readyOf(name, task.language)) }
  }
}

/** Errors shared out over the texts; what one has no room for, the next is asked for. */
function recallOf(kind: string, wanted: number, readyOf: (name: CheckTextName) => Ready | null): Recall {
  let all: Recall = { made: 0, found: 0, any: 0, missed: [] }
  const readies = CHECK_TEXTS.map(readyOf).filter((ready) => ready !== null)
  for (let seed = 1; all.made < wanted && seed <= 3; seed += 1) {
    const before = all.made
    for (const ready of readies) {
      const share = Math.ceil((wanted - before) / readies.length)
      const one = measureRecall(ready, kind, Math.min(share, wanted - all.made), seed)
      all = {
        made: all.made + one.made,
        found: all.found + one.found,
        any: all.any + one.any,
        missed: [...all.missed, ...one.missed],
      }
    }
  }
  return all
}
