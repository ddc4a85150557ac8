import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'

/** The condition that a text begins with another, whatever the case of either. */
export function likeStart(column: Expression<string>, start: string): RawBuilder<SqlBool> {
  const pattern = `${start.toLowerCase().replace(/[\\%_]/gu, '\\$&')}%`
  return sql<SqlBool>`lower(${column}) like ${pattern} escape '\\'`
}
