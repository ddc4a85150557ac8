import { elementAt, elementsOf, type XmlElement } from '../../text/parse-xml'
import type { List, ListLevel, Numbering } from '../list-counter'
import type { Styles } from './read-styles'
import { isOn, numberOf, valueOf } from './word-names'

/** Lists have nine levels. */
const LEVELS = 9

/** A definition may stand for another by way of a numbering style; so many steps at most. */
const DEEPEST = 10

function readLevel(level: XmlElement): ListLevel {
  // A format of a newer Word stands beside one that older programs know.
  const choice = elementAt(level, 'mc:AlternateContent', 'mc:Fallback')
  const format = valueOf(level, 'w:numFmt') ?? valueOf(choice, 'w:numFmt') ?? 'decimal'
  return {
    start: numberOf(level, 'w:start') ?? 0,
    format,
    text: valueOf(level, 'w:lvlText') ?? '',
    restart: numberOf(level, 'w:lvlRestart'),
    legal: isOn(level, 'w:isLgl') ?? false,
  }
}

function readLevels(holder: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const level of elementsOf(holder, 'w:lvl')) {
    const index = Number(level.attributes['w:ilvl'] ?? '')
    if (index >= 0 && index < LEVELS) levels.set(index, readLevel(level))
  }
  return levels
}

/** Reads the numbering part; a file without one has no lists. */
export function readNumbering(part: XmlElement | null, styles: Styles): Numbering {
  const definitions = new Map<string, XmlElement>()
  for (const definition of elementsOf(part ?? undefined, 'w:abstractNum'))
    definitions.set(definition.attributes['w:abstractNumId'] ?? '', definition)
  const instances = new Map<string, XmlElement>()
  for (const instance of elementsOf(part ?? undefined, 'w:num'))
    instances.set(instance.attributes['w:numId'] ?? '', instance)
  const resolve = (id: string, depth: number): string => {
    const style = valueOf(definitions.get(id), 'w:numStyleLink')
    const list = style === null ? null : styles.list(style)
    const next = list === null ? null : valueOf(instances.get(list), 'w:abstractNumId')
    return next === null || next === id || depth > DEEPEST ? id : resolve(next, depth + 1)
  }
  const levelsOf = new Map<string, Map<number, ListLevel>>()
  const lists = new Map<string, List>()
  const byStyle = new Map<string, { list: string; level: number }>()
  for (const [id, instance] of instances) {
    const definition = resolve(valueOf(instance, 'w:abstractNumId') ?? '', 0)
    const holder = definitions.get(definition)
    if (holder === undefined) continue
    const common = levelsOf.get(definition) ?? readLevels(holder)
    levelsOf.set(definition, common)
    let levels = common
    const starts = new Map<number, number>()
    for (const override of elementsOf(instance, 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl'] ?? '')
      if (!(level >= 0 && level < LEVELS)) continue
      const start = numberOf(override, 'w:startOverride')
      if (start !== null) starts.set(level, start)
      const own = elementAt(override, 'w:lvl')
      if (own !== undefined) levels = new Map([...levels, [level, readLevel(own)]])
    }
    lists.set(id, { definition, levels, starts })
    for (const level of elementsOf(holder, 'w:lvl')) {
      const style = valueOf(level, 'w:pStyle')
      if (style !== null && !byStyle.has(style))
        byStyle.set(style, { list: id, level: Number(level.attributes['w:ilvl'] ?? '0') })
    }
  }
  return { lists, byStyle }
}
