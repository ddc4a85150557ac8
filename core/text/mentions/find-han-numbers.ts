import type { FoldedMention } from './folded-text'

const DIGITS = '〇一二三四五六七八九'
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const NUMERALS = /[〇零一二两三四五六七八九十百千万亿]+/gu

/** Words that count what stands behind them; only before one of these is a single numeral a number. */
const MEASURE =
  /^(?:年|个|大|项|次|条|届|国|名|位|人(?!称)|天|日|种|类|份|章|节|段|款|部分|级|层|岁|家|处(?!理)|所|区|州|省|城市|倍|轮|期|代|组|支柱|支|套|批|件|座|场|步|阶段|领域|洲|小时|分钟|公里|米|美元|票|席|号|周|票|方面|本|卷|篇|句|点|艘|架|辆|台|只|头|亩|公顷|吨|公斤|千克|克|升|成|类|口|户|间|栋|幅|张|页|行|列|排|队|团|股|道|门|所|院|校|班|部|册|期|刻|秒|世纪|周年|常任|地区|流域|理事|委员|成员|会员|主要|基本|不同|重要)/u
const FOUR_SIDES = /^(?:处|周|面|季|边|角|方(?!面)|重|通|邻|海)/u
/** `数十`, `几百`, `上千` are vague; `以上三个` is not. */
const VAGUE = /[数几]$|[若多上]\|[十百千万]/u
const THIRD = /^(?:方(?!面)|国|者|世界|人)/u

/** Parts whose first and second count as well: 第一条 is Article 1, 第二项 paragraph 2, 附件二 is annex II, 附件一和二 are annexes I and II. */
const LABELLED_AFTER = /^[条章款段]|^项(?!目)/u
const LABELLED_BEFORE = /附(?:件|录|表)(?:[一二三四五六七八九十]+[和及与、])*$/u

/** The value of a Chinese numeral in its proper form (`七十七`, `一百零五`, `一千九百四十五`, `三百万`), or null. */
function readProper(text: string): number | null {
  let total = 0
  let section = 0
  let digit = -1
  let unit = Infinity
  let scale = Infinity
  for (const character of text.replace(/两/gu, '二').replace(/零/gu, '〇')) {
    const value = DIGITS.indexOf(character)
    const size = UNITS[character]
    if (value === 0) {
      if (digit >= 0) return null
      continue
    }
    if (value > 0) {
      if (digit >= 0) return null
      digit = value
    } else if (size !== undefined) {
      // Ten alone is ten, but a hundred needs its one.
      if (size >= unit || (digit < 0 && (size !== 10 || section > 0))) return null
      section += (digit < 0 ? 1 : digit) * size
      digit = -1
      unit = size
    } else {
      const power = character === '亿' ? 1e8 : 1e4
      const count = section + Math.max(0, digit)
      if (power >= scale || count === 0) return null
      total += count * power
      scale = power
      section = 0
      digit = -1
      unit = Infinity
    }
  }
  const value = total + section + Math.max(0, digit)
  return value === 0 ? null : value
}

/** Figures written one after the other, `一九四五`, `二一七`; null for anything else. */
function readDigits(text: string): number | null {
  const figures = [...text.replace(/零/gu, '〇')].map((character) => DIGITS.indexOf(character))
  return figures.length > 1 && figures.every((figure) => figure >= 0) && figures[0] !== 0
    ? Number(figures.join(''))
    : null
}

function isNumber(value: number, text: string, before: string, after: string): boolean {
  const ordinal = before.endsWith('第')
  if ((ordinal && LABELLED_AFTER.test(after)) || LABELLED_BEFORE.test(before)) return true
  if (
    value < 3 ||
    VAGUE.test(before) ||
    VAGUE.test(`${before}|${text}`) ||
    /^[多余]?分之/u.test(after) ||
    /^月/u.test(after)
  )
    return false
  if (value === 10 && /^年(?!代)/u.test(after)) return false
  if (value === 3 && ordinal && THIRD.test(after)) return false
  if (before.endsWith('分之') || ordinal) return true
  if (text.length > 1) return true
  return (
    MEASURE.test(after) &&
    !(value === 4 && FOUR_SIDES.test(after)) &&
    !(value === 3 && /^(?:角|军|思|边)/u.test(after))
  )
}

/**
 * Chinese numerals of a folded text, in order of offset, never overlapping. A single numeral counts behind 第 or before a word of measure, several
 * where they are a numeral in proper form, figures one after the other where 第 or 年 makes them one; 一 and 二 alone, denominators, vague figures
 * (数十, 十几, 三四个) and 十年, a decade, are left out.
 */
export function findHanNumbers(text: string): FoldedMention[] {
  const found: FoldedMention[] = []
  for (const { 0: numeral, index } of text.matchAll(NUMERALS)) {
    const to = index + numeral.length
    const before = text.slice(Math.max(0, index - 8), index)
    const after = text.slice(to, to + 4)
    if (numeral.length > 16 || /^[几]/u.test(after)) continue
    const digits = readDigits(numeral)
    const spelt =
      digits !== null && (before.endsWith('第') || (numeral.length === 4 && after.startsWith('年')))
    const value = spelt ? digits : readProper(numeral)
    if (value === null || !isNumber(value, numeral, before, after)) continue
    found.push({ kind: 'number', value: String(value), written: 'words', from: index, to })
  }
  return found
}
