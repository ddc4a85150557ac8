import { writeNumeral } from '../../../core/read/write-numeral'

describe('writeNumeral', () => {
  it.each([
    ['decimal', '1 9 10 100'],
    ['decimalZero', '01 09 10 100'],
    ['none', '   '],
    ['lowerLetter', 'a i j vvvv'],
    ['upperRoman', 'I IX X C'],
    ['russianLower', 'а и к нннн'],
    ['arabicAbjad', 'أ ط ي عععع'],
    ['arabicAlpha', 'أ ذ ر طططط'],
    ['hebrew1', 'א ט י ק'],
    ['chicago', '* *** ††† §§§§§§§§§§§§§§§§§§§§§§§§§'],
    ['ideographDigital', '一 九 一〇 一〇〇'],
    ['chineseCounting', '一 九 十 一○○'],
    ['taiwaneseCounting', '一 九 十 一○○'],
    ['chineseCountingThousand', '一 九 十 一百'],
    ['taiwaneseCountingThousand', '一 九 十 一百'],
    ['chineseLegalSimplified', '壹 玖 壹拾 壹佰'],
    ['ideographTraditional', '甲 壬 癸 癸癸癸癸癸癸癸癸癸癸'],
    ['ideographZodiac', '子 申 酉 卯卯卯卯卯卯卯卯卯'],
    ['decimalFullWidth', '１ ９ １０ １００'],
    ['decimalEnclosedCircle', '① ⑨ ⑩ 100'],
    ['decimalEnclosedParen', '⑴ ⑼ ⑽ 100'],
    ['ordinal', '1st 9th 10th 100th'],
    ['numberInDash', '- 1 - - 9 - - 10 - - 100 -'],
    ['unheardOf', '1 9 10 100'],
    ['constructor', '1 9 10 100'],
  ])('%s', (format, expected) => {
    expect([1, 9, 10, 100].map((value) => writeNumeral(value, format)).join(' ')).toBe(expected)
  })

  it.each([
    [11, 'chineseCounting', '十一'],
    [20, 'chineseCounting', '二十'],
    [99, 'chineseCounting', '九十九'],
    [111, 'chineseCountingThousand', '一百一十一'],
    [1001, 'chineseCountingThousand', '一千零一'],
    [1010, 'chineseCountingThousand', '一千零一十'],
    [27, 'lowerLetter', 'aa'],
    [28, 'upperLetter', 'BB'],
    [30, 'russianLower', 'аа'],
    [15, 'hebrew1', 'טו'],
    [16, 'hebrew1', 'טז'],
    [21, 'ordinal', '21st'],
    [12, 'ordinal', '12th'],
    [0, 'lowerLetter', '0'],
    [0, 'lowerRoman', '0'],
    [0, 'chineseCounting', '〇'],
  ])('%d as %s is %s', (value, format, expected) => {
    expect(writeNumeral(value, format)).toBe(expected)
  })
})
