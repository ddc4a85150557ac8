import type { VerbPattern } from '../core/compare/verb-pattern'
import type { Alignment, Language, Row } from '../core/model'
import type { VerbTable } from '../core/schema'

/** The pattern of opening verbs of one alignment (see verbPattern), with the addresses of its rows. */
export function makeVerbTable({ pivot, rows }: Alignment, patterns: readonly VerbPattern[]): VerbTable {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return {
    pivot,
    verbs: patterns.map(({ language, verb, count, renderings }) => ({
      language,
      verb,
      count,
      renderings: renderings.map(({ key, count: own, shared, uses }) => ({
        wording: key,
        count: own,
        shared,
        uses: uses.map(({ row }) => ({ row, cells: cellsOf(byId.get(row), [pivot, language]) })),
      })),
    })),
  }
}

function cellsOf(
  row: Row | undefined,
  languages: readonly Language[],
): Readonly<Record<Language, readonly string[]>> {
  return Object.fromEntries(languages.map((language) => [language, row?.cells[language] ?? []]))
}

/**
 * A table of opening verbs as text: a heading for each language, then a line for each rendering, `encourage  encourages  2  op1, op4 ~ op5`: verb, rendering, count and
 * where, the other version's address only where it differs. ` *` behind a rendering says that it answers another verb too.
 */
export function writeVerbs({ pivot, verbs }: VerbTable): string {
  const languages = [...new Set(verbs.map(({ language }) => language))]
  const blocks = languages.map((language) => {
    const lines = verbs
      .filter((one) => one.language === language)
      .flatMap(({ verb, renderings }) =>
        renderings.map(({ wording, count, shared, uses }) =>
          [
            verb,
            `${wording}${shared ? ' *' : ''}`,
            String(count),
            uses.map(({ cells }) => addressesOf(cells, pivot, language)).join(', '),
          ].join('  '),
        ),
      )
    return [`${pivot}–${language}`, ...lines].map((line) => `${line}\n`).join('')
  })
  return blocks.length === 0 ? 'no opening verbs\n' : blocks.join('\n')
}

function addressesOf(
  cells: Readonly<Record<Language, readonly string[]>>,
  pivot: Language,
  language: Language,
): string {
  const [left, right] = [pivot, language].map((key) => (cells[key] ?? []).join('+'))
  return left === right ? left! : `${left} ~ ${right}`
}
