import type { List, ListLevel, Numbering } from '../list-counter'
import { DOC_TABLES, tablePlace, type DocFile } from './read-pieces'

/** Number formats by their number ([MS-OSHARED] 2.2.1.3, MSONFC), as writeNumeral names them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  8: 'hex',
  9: 'chicago',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  45: 'hebrew1',
  46: 'arabicAlpha',
  47: 'hebrew2',
  48: 'arabicAbjad',
  51: 'hindiNumbers',
  57: 'numberInDash',
  58: 'russianLower',
  59: 'russianUpper',
  255: 'none',
}

const LEVELS = 9
const LIST_SIZE = 28
const LEVEL_SIZE = 28
const USE_SIZE = 16

/** A level ([MS-DOC] 2.9.150, LVL) and where the next one begins. */
function readLevel(table: DataView, at: number): { level: ListLevel; next: number } {
  const flags = table.getUint8(at + 5)
  const start = table.getInt32(at, true)
  const skip = table.getUint8(at + 24) + table.getUint8(at + 25)
  const words = at + LEVEL_SIZE + skip
  const length = table.getUint16(words, true)
  let text = ''
  for (let i = 0; i < length; i += 1) {
    const code = table.getUint16(words + 2 + i * 2, true)
    text += code < LEVELS ? `%${code + 1}` : String.fromCharCode(code)
  }
  return {
    level: {
      start,
      format: FORMATS[table.getUint8(at + 4)] ?? 'decimal',
      text,
      restart: (flags & 0x08) === 0 ? null : table.getUint8(at + 26),
      legal: (flags & 0x04) !== 0,
    },
    next: words + 2 + length * 2,
  }
}

/** The lists of an old Word file, by the number with which paragraphs name them (from 1). */
export function readDocLists({ main, table }: DocFile): Numbering {
  const place = tablePlace(main, DOC_TABLES.lists)
  const definitions = new Map<number, Map<number, ListLevel>>()
  if (place.to - place.from >= 2) {
    const count = table.getUint16(place.from, true)
    let at = place.from + 2 + count * LIST_SIZE
    for (let i = 0; i < count; i += 1) {
      const own = place.from + 2 + i * LIST_SIZE
      const simple = (table.getUint8(own + 26) & 1) !== 0
      const levels = new Map<number, ListLevel>()
      for (let level = 0; level < (simple ? 1 : LEVELS); level += 1) {
        const read = readLevel(table, at)
        levels.set(level, read.level)
        at = read.next
      }
      definitions.set(table.getInt32(own, true), levels)
    }
  }
  return { lists: readUses(table, tablePlace(main, DOC_TABLES.listUses), definitions), byStyle: new Map() }
}

function readUses(
  table: DataView,
  { from, to }: { readonly from: number; readonly to: number },
  definitions: ReadonlyMap<number, ReadonlyMap<number, ListLevel>>,
): Map<string, List> {
  const lists = new Map<string, List>()
  if (to - from < 4) return lists
  const count = Math.min(table.getUint32(from, true), Math.floor((to - from) / USE_SIZE))
  let at = from + 4 + count * USE_SIZE
  for (let i = 0; i < count; i += 1) {
    const own = from + 4 + i * USE_SIZE
    const definition = table.getInt32(own, true)
    const overrides = table.getUint8(own + 12)
    let levels = definitions.get(definition) ?? new Map<number, ListLevel>()
    const starts = new Map<number, number>()
    at += 4
    for (let k = 0; k < overrides && at + 8 <= to; k += 1) {
      const flags = table.getUint32(at + 4, true)
      const level = flags & 0x0f
      if ((flags & 0x10) !== 0) starts.set(level, table.getInt32(at, true))
      at += 8
      if ((flags & 0x20) === 0) continue
      const read = readLevel(table, at)
      levels = new Map([...levels, [level, read.level]])
      if ((flags & 0x10) !== 0) starts.set(level, read.level.start)
      at = read.next
    }
    lists.set(String(i + 1), { definition: String(definition), levels, starts })
  }
  return lists
}
