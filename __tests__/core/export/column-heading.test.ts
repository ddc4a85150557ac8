import { columnHeading } from '../../../core/export/column-heading'

test.each([
  ['fr', 'Arabe', 'Traduction non officielle', 'Arabe (traduction non officielle)'],
  ['ru', 'Арабский', 'Неофициальный перевод', 'Арабский (неофициальный перевод)'],
  ['zh', '阿拉伯文', '非正式译文', '阿拉伯文（非正式译文）'],
  ['ar', 'العربية', 'ترجمة غير رسمية', 'العربية (ترجمة غير رسمية)'],
  ['fr', 'Français', null, 'Français'],
])('in %s, %s with status %s is headed %s', (locale, heading, statusName, expected) => {
  expect(columnHeading({ heading, statusName }, locale)).toBe(expected)
})
