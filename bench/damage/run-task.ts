import type { Tenths } from '../align/reliability'
import { DAMAGE_KINDS, onBothSides } from './damage-kinds'
import { knowledgeFor, type TestKnowledge } from './knowledge-for'
import { measureGrid, measurePairs, type BenchText, type GridScores, type Scores } from './measure'
import type { Pair } from './pairs'
import { readText, type TextName } from './read-text'

/** One seed of one kind on one text. `both` does to the pivot what is done to the others. */
export interface Task {
  readonly text: TextName
  readonly kind: string
  readonly seed: number
  readonly pairs: readonly Pair[]
  readonly both: boolean
  readonly grid: boolean
}

/** What a task gives: `pairs` scores each pair alone, `tenths` counts their rows by confidence; `grid` is null where it was not asked for. */
export interface TaskResult {
  readonly pairs: Scores
  readonly tenths: Tenths
  readonly grid: GridScores | null
}

/** Makes a function that runs tasks and reads each text only once. It throws on a kind or text that is not there. */
export function taskRunner(): (task: Task) => TaskResult {
  const ready = new Map<TextName, { text: BenchText; knowledge: TestKnowledge }>()
  const prepare = (name: TextName) => {
    const text = readText(name)
    if (text === null) throw new Error(`The files of the ${name} are not at hand`)
    const made = { text, knowledge: knowledgeFor(name) }
    ready.set(name, made)
    return made
  }
  return (task) => {
    const { text, knowledge } = ready.get(task.text) ?? prepare(task.text)
    const named = DAMAGE_KINDS[task.kind]
    if (named === undefined) throw new Error(`No such kind: ${task.kind}`)
    const kind = task.both ? onBothSides(named) : named
    const { scores, tenths } = measurePairs(text, kind, task.seed, task.pairs, knowledge)
    return {
      pairs: scores,
      tenths,
      grid: task.grid ? measureGrid(text, kind, task.seed, task.pairs, knowledge) : null,
    }
  }
}
