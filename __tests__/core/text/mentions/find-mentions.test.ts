import { findMentions } from '../../../../core/text/find-mentions'
import { UN_LANGUAGES, type Language, type Mention } from '../../../../core/model'
import { pick, seeded } from '../../../support/random'

/** `s:` symbol, `d:` date, `n:` number in figures, `w:` in words; value, then the words it stands in between brackets. */
function notate(text: string, language: Language): string {
  const letter = ({ kind, written }: Mention) =>
    kind === 'number' ? (written === 'words' ? 'w' : 'n') : kind[0]
  return findMentions(text, language)
    .map((mention) => `${letter(mention)}:${mention.value}[${text.slice(mention.from, mention.to)}]`)
    .join(' ')
}

describe('points at what it found, in the original text', () => {
  test.each<[Language, string, string]>([
    ['fr', 'Rappelant sa résolution 73/338 du 12 septembre 2019, dans laquelle elle a proclamé 2021 Année', 's:res:73/338[73/338] d:2019-09-12[12 septembre 2019] n:2021[2021]'],
    ['fr', '¹ Résolutions 53/243 A et B.', 's:res:53/243A+B[53/243 A et B]'],
    ['fr', '[sans renvoi à une grande commission (A/76/L.74 et A/76/L.74/Add.1)]', 's:A/76/L.74[A/76/L.74] s:A/76/L.74/Add.1[A/76/L.74/Add.1]'],
    ['fr', 'sa soixante-dix-septième session', 'w:77[soixante-dix-septième]'],
    ['fr', '97e séance plénière\n28 juillet 2022', 'n:97[97e] d:2022-07-28[28 juillet 2022]'],
    ['fr', 'Distr. générale\n1er août 2022', 'd:2022-08-01[1er août 2022]'],
    ['en', 'July 28, 2022, 1.5 million people', 'd:2022-07-28[July 28, 2022] n:1500000[1.5 million]'],
    ['ru', '12 сентября 2019 года — 61-е заседание', 'd:2019-09-12[12 сентября 2019] n:61[61-е]'],
    ['zh', '1999年9月13日第53/243 A和B号决议', 'd:1999-09-13[1999年9月13日] s:res:53/243A+B[53/243 A和B]'],
    ['zh', '１９９８年１２月１７日第５３／２０２号决议', 'd:1998-12-17[１９９８年１２月１７日] s:res:53/202[５３／２０２]'],
    ['ar', 'قرارها ٢١٧ ألف (د - ٣) المؤرخ ١٠ كانون الأول/ديسمبر ١٩٤٨', 's:res:217(III)A[٢١٧ ألف (د - ٣)] d:1948-12-10[١٠ كانون الأول/ديسمبر ١٩٤٨]'],
    ['ar', 'والسِّتِّين', 'w:60[والسِّتِّين]'],
    ['en', '𝒳 in 2030', 'n:2030[2030]'],
    ['en', '𝟚𝟘𝟛𝟘', 'n:2030[𝟚𝟘𝟛𝟘]'],
  ])('%s: %s', (language, text, expected) => {
    expect(notate(text, language)).toBe(expected)
  }) // prettier-ignore
})

describe('reads figures as the language writes them', () => {
  test.each<[Language, string, string]>([
    ['fr', '1,5 et 2 500,75', '1.5 2500.75'],
    ['fr', '1.500', '1500'],
    ['en', '1,500.25 and 1.5', '1500.25 1.5'],
    ['en', 'items 3,4,5 and 6', '3 4 5 6'],
    ['es', '1.500,5', '1500.5'],
    ['ru', '10 000,5 и 0,25', '10000.5 0.25'],
    ['ar', '١٬٥٠٠٫٥ و 0,5', '1500.5 0.5'],
    ['zh', '1,500.50元，200人', '1500.5 200'],
    ['fr', 'cible 5.2.1', '5 2 1'],
    ['fr', 'de 2015 à 2030, 2015-2030, 2015–2030', '2015 2030 2015 2030 2015 2030'],
    ['fr', '2015/2016 et 15/10/2020', '2015 2016 2020-10-15'],
    ['fr', '32/10/2020, 12/13/2020, A/12/09/2019', '32 10 2020 12 13 2020 A/12/09/2019'],
    ['fr', "l'horizon 2030³, 12/09/2019¹", '2030 2019-09-12'],
    ['en', 'BY 2030³', '2030'],
    ['fr', 'chap. V', '5'],
    ['fr', '007', '7'],
    ['de', '12,5 und 1\u00A0000', '12.5 1000'],
    ['pt-BR', 'resolução 73/338 de 2019', 'res:73/338 2019'],
    ['fr-2', 'cinq ans', '5'],
    ['en', 'twenty-five million', '25000000'],
    ['fr', '999999999999999999999', '999999999999999999999'],
    ['zh', '1亿2000万', '120000000'],
    ['ar', '150 ألف شخص', '150000'],
    ['en', '31 February 2020', '31 2020-02'],
    ['en', '2019-13-01', '2019 13 1'],
  ])('%s: %s', (language, text, expected) => {
    expect(findMentions(text, language).map(({ value }) => value).join(' ')).toBe(expected)
  }) // prettier-ignore
})

describe('stays quiet', () => {
  test.each<[string, Language, string[]]>([
    ['about one and two', 'fr', ['une résolution', 'un', 'les deux', 'la seconde', 'le premier', 'la deuxième']],
    ['about one and two', 'en', ['one of the', 'two States', 'a second time', 'first', 'both', 'twice', 'seconds']],
    ['about one and two', 'es', ['una', 'uno de los dos', 'primera', 'segundo']],
    ['about one and two', 'ru', ['один', 'одного из двух', 'друг друга', 'первый', 'второй']],
    ['about one and two', 'ar', ['أحد', 'إحدى', 'واحدة', 'الأولى', 'ثانية', 'المسألتين', 'سنتان', 'اثنان']],
    ['about one and two', 'zh', ['一个', '两国', '二者', '首次', '第一次', '第二届']],
    ['about words that hold a numeral', 'zh', ['一切', '一致', '十分', '千方百计', '万一', '三思', '统一', '第三方', '四处', '三角', '数十个', '几十年', '三四个', '十几个', '千万', '一一', '三分之一', '百分之百', '三三两两', '万众一心', '国际十年', '三边']],
    ['about words that look like numbers', 'fr', ['un équipement neuf', 'remis à neuf', 'pour cent', 'des milliers', 'des centaines', 'une douzaine', 'le tiers', 'un quart', 'un cinquième de la population', 'troisièmement', 'Décennie', 'dix ans', 'les dix dernières années']],
    ['about words that look like numbers', 'en', ['dozens', 'thousands of', 'hundreds', 'millions', 'per cent', 'a third', 'one third', 'third parties', 'the Third World', 'quarter', 'decade', 'ten years', 'may', 'march']],
    ['about words that look like numbers', 'es', ['por ciento', 'miles', 'docenas', 'la cuarta parte', 'terceros', 'un tercio', 'decenio', 'diez años']],
    ['about words that look like numbers', 'ru', ['семью', 'основывать семью', 'тысячи людей', 'десятки', 'треть', 'четверть', 'одна пятая', 'третьим лицам', 'десятилетие', 'десять лет', 'сорт', 'стал']],
    ['about words that look like numbers', 'ar', ['في المائة', 'بالمائة', 'آلاف', 'ملايين', 'عشرات', 'مئات', 'لست', 'طرف ثالث', 'ثلث', 'عقد', 'عشر سنوات', 'السنوات العشر', 'ألف', 'خامسا', 'وسط', 'أربعاء', 'الثلاثاء']],
    ['about fractions', 'fr', ['les 2/3 des membres', '1/2']],
    ['about figures in names', 'en', ['G20', 'H5N1', 'COVID-19', 'the disease COVID‑19']],
    ['about figures in names', 'zh', ['2019冠状病毒病', '2019新型冠状病毒']],
    ['about months alone', 'zh', ['9月', '九月份']],
    ['about Roman letters that are no numerals', 'fr', ['I', 'V', 'X', 'CD', 'MIX', 'MMXX', 'le VIH']],
    ['about footnote marks', 'fr', ['la paix¹ et²³']],
    ['about symbols without a figure', 'en', ['A/B', 'and/or', 'N/A', 'E/S']],
    ['about nothing at all', 'fr', ['', ' ', '\uD83D', '\uDE00\uD83D', '///', '...,,,', '((((']],
  ])('%s in %s', (_, language, texts) => {
    expect(texts.filter((text) => findMentions(text, language).length > 0)).toEqual([])
  }) // prettier-ignore
})

const PIECES = [
  '1', '23', '2019', '0', '007', '/', ' ', '\u00A0', '\u202F', '-', '–', ',', '.', '(', ')', 'III', 'A', ' et ', ' and ', '年', '月', '日', '第', '号', '三',
  '十', '百', '万', '亿', 'septembre ', ' September ', 'сентября ', 'أيلول/سبتمبر', 'ألف', ' و', 'باء', '(د - 3)', 'vingt', '-deux', 'seventy', 'семьдесят ',
  'первый', 'ثلاثة', ' عشر', 'والعشرين', 'A/RES/', 'S-', 'L.', 'Add.', '\u200F', '\u200E', '\u064B', 'ـ', '😀', '𝟙', '\uD83D', 'é', 'e\u0301', '٣', '３', '%',
  ' million', ' mil ', 'millones', '^{er}', 'X', 'Chapitre ', 'А', '\n', '１', '⑤', '½',
] // prettier-ignore

describe('holds on any input', () => {
  const random = seeded(20220728)
  const texts = Array.from({ length: 3000 }, () =>
    Array.from({ length: 1 + pick(random, 14) }, () => PIECES[pick(random, PIECES.length)]!).join(''),
  )

  test.each([...UN_LANGUAGES, 'de', 'fr-2'])('ordered, apart, in bounds and canonical in %s', (language) => {
    const VALUES = {
      symbol: /^(?:res:)?[A-Z0-9][A-Za-z0-9/.()[\]+-]*$/u,
      date: /^(?:[12]\d{3}-\d{2}(?:-\d{2})?|--\d{2}-\d{2}|\d{4}-\d{2}(?:-\d{2})?)$/u,
      number: /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/u,
    }
    for (const text of texts) {
      let end = 0
      for (const { from, to, kind, value } of findMentions(text, language)) {
        const whole = text.slice(from, to)
        const problem = [
          from >= end && to > from && to <= text.length ? '' : 'place',
          VALUES[kind].test(value) ? '' : 'value',
          /^[\uDC00-\uDFFF]/u.test(whole) && /[\uD800-\uDBFF]$/u.test(text.slice(0, from)) ? 'cut' : '',
          /^\p{M}/u.test(whole) ? 'mark' : '',
        ].join('')
        if (problem !== '') throw new Error(`${problem} ${value} at ${from}–${to} of ${JSON.stringify(text)}`)
        end = to
      }
    }
  })

  test('gives the same for the same text', () => {
    for (const text of texts.slice(0, 200)) expect(findMentions(text, 'fr')).toEqual(findMentions(text, 'fr'))
  })

  test.each(['1', '1/', '1 ', '111 ', '1/2 ', '1 1/ ', '73/338, ', '(', '1(', 'A/', 'A/1', 'A, ', '1 A, ', '12, ', '一', '一十', '1年1月1日', '1月', 'mai ', '1 mai ', '5, 4 et ', 'cent ', 'mille ', 'vingt-', 'trois ', 'ثلاثة و', 'ثلاثة ', '.1', '1.1,', 'X', 'X ', '\u064B', 'a', '第1、', '1、', 'ألف و', '1 ألف '])(
    'comes to an end on 30,000 characters of %j, with mentions in order',
    (piece) => {
      const text = piece.repeat(Math.ceil(30_000 / piece.length))
      for (const language of ['fr', 'zh', 'ar']) {
        const found = findMentions(text, language)
        expect(found.every(({ from }, k) => k === 0 || from >= found[k - 1]!.to)).toBe(true)
      }
    },
  ) // prettier-ignore
})
