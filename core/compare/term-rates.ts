import { answers as answersTo, type Hit, type TermRow } from './term-pairs'

/** In how many rows of the text, the row at hand left out, a concept stands on one side, and in how many of them the other side answers it. */
export interface AnswerCount {
  readonly asked: number
  readonly answered: number
}

/** Counts for a hit that is not answered in its own row. */
export type AnswerRate = (hit: Hit) => AnswerCount

/** Counts over all rows of a text how surely the other side answers each concept of `side`. */
export function countAnswers(rows: readonly TermRow[], side: 'pivot' | 'other'): AnswerRate {
  const counts = new Map<string, { asked: number; answered: number }>()
  for (const row of rows) {
    const [own, answers] = side === 'pivot' ? [row.pivot, row.other] : [row.other, row.pivot]
    const seen = new Set<string>()
    for (const hit of own) {
      if (hit.item.weak === true) continue
      for (const id of hit.item.concepts) {
        if (seen.has(id)) continue
        seen.add(id)
        const count = counts.get(id) ?? { asked: 0, answered: 0 }
        counts.set(id, count)
        count.asked += 1
        if (answers.some((answer) => answersTo(answer, hit))) count.answered += 1
      }
    }
  }
  return (hit) => {
    // Of several readings the one that is answered least decides: the claim must hold for all.
    const all = hit.item.concepts.map((id) => counts.get(id) ?? { asked: 1, answered: 0 })
    const worst = all.reduce((a, b) => (a.answered * b.asked <= b.answered * a.asked ? a : b))
    return { asked: worst.asked - 1, answered: worst.answered }
  }
}
