import type {
  Check,
  Finding,
  FindingCode,
  Paragraph,
  Row,
  TermHit,
  UnLanguage,
  Version,
} from '../../core/model'

/** A small resolution in four languages with one finding of every kind, written for the tests of the interface. */

const TEXTS: Readonly<Record<'fr' | 'en' | 'ar' | 'zh', Readonly<Record<string, string>>>> = {
  fr: {
    h1: 'Soixante-seizième session',
    title: 'Zone de paix et de coopération',
    enacting: 'L’Assemblée générale,',
    pp1: 'Considérant que l’adoption d’une approche fondée sur le multilatéralisme peut renforcer la paix et la sécurité internationales,',
    pp2: 'Rappelant sa résolution 73/338 du 12 septembre 2019, par laquelle elle a proclamé 2021 Année internationale de la paix,',
    op1: 'Encourage les 24 États de la région à poursuivre la coopération régionale ;',
    op2: 'Prie le Secrétaire général de lui rendre compte du développement durable à sa soixante-dix-septième session.',
    closing: '97e séance plénière, 28 juillet 2022',
    fn1: 'Voir résolution 70/1.',
  },
  en: {
    h1: 'Seventy-sixth session',
    title: 'Zone of peace and cooperation',
    enacting: 'The General Assembly,',
    pp1: 'Acknowledging that an approach based on multilateralism can reinforce international peace and security,',
    pp2: 'Recalling its resolution 73/339 of 13 September 2019, in which it proclaimed 2021 the International Year of Peace,',
    op1: 'Encourages the 25 States of the region to pursue cooperation;',
    closing: '97th plenary meeting, 28 July 2022',
    fn1: 'See resolution 70/1.',
  },
  ar: {
    h1: 'الدورة السادسة والسبعون',
    title: 'منطقة سلام وتعاون',
    enacting: 'إن الجمعية العامة،',
    pp1: 'وإذ تسلم بأن اتباع نهج قائم على تعددية الأطراف يمكن أن يعزز السلام والأمن الدوليين،',
    pp2: 'وإذ تشير إلى قرارها 73/338 المؤرخ 12 أيلول/سبتمبر 2019 الذي أعلنت فيه سنة 2021 سنة دولية للسلام،',
    op1: 'تشجع دول المنطقة البالغ عددها 24 دولة على مواصلة التعاون الإقليمي؛',
    op2: 'تطلب إلى الأمين العام أن يقدم إليها تقريرا عن التنمية المستدامة في دورتها السابعة والسبعين.',
    closing: 'الجلسة العامة 97، 28 تموز/يوليه 2022',
    fn1: 'انظر القرار 70/1.',
  },
  zh: {
    h1: '第七十六届会议',
    title: '和平与合作区',
    enacting: '大会，',
    pp1: '认识到采取基于多边主义的办法可以加强国际和平与安全，',
    pp2: '回顾其2019年9月12日第73/338号决议，其中宣布2021年为国际和平年，',
    op1: '鼓励该区域24个国家继续开展区域合作；',
    op2: '请秘书长向大会第七十七届会议报告可持续发展情况。',
    closing: '2022年7月28日，第97次全体会议',
    fn1: '见第70/1号决议。',
  },
}

const KINDS: Readonly<Record<string, Paragraph['kind']>> = {
  h1: 'heading',
  title: 'title',
  enacting: 'enacting',
  pp1: 'preambular',
  pp2: 'preambular',
  op1: 'operative',
  op2: 'operative',
  closing: 'closing',
  fn1: 'footnote',
}

const OPENINGS: Readonly<Record<string, string>> = {
  fr: 'Considérant|Rappelant|Encourage|Prie',
  en: 'Acknowledging|Recalling|Encourages',
  ar: 'وإذ تسلم|وإذ تشير|تشجع|تطلب',
  zh: '认识到|回顾|鼓励|请',
}

type Sample = keyof typeof TEXTS

function paragraphsOf(language: Sample): readonly Paragraph[] {
  return Object.entries(TEXTS[language]).map(([address, text]) => {
    const opening = (OPENINGS[language] ?? '').split('|').find((word) => text.startsWith(word))
    return {
      address,
      kind: KINDS[address] ?? 'body',
      label: /^op\d$/u.test(address) ? `${address.slice(2)}.` : address === 'fn1' ? '1' : null,
      text,
      marks: address === 'pp1' && language !== 'zh' ? [{ at: text.length - 1, mark: '1', note: 'fn1' }] : [],
      italics: opening === undefined ? [] : [{ from: 0, to: opening.length }],
    }
  })
}

function versionOf(language: Sample): Version {
  return {
    language,
    symbol: 'A/RES/76/299',
    title: TEXTS[language].title ?? null,
    status: language === 'fr' ? 'official' : 'unofficial',
    heading: {
      organ: null,
      distributed: null,
      adopted: '2022-07-28',
      session: 76,
      agendaItem: null,
      origin: [],
      number: '76/299',
      meeting: 97,
    },
    paragraphs: paragraphsOf(language),
    removed: [],
  }
}

function spanOf(language: Sample, address: string, words: string) {
  const from = (TEXTS[language][address] ?? '').indexOf(words)
  if (from < 0) throw new Error(`${language} ${address} has no "${words}"`)
  return { from, to: from + words.length }
}

const hit = (language: Sample, address: string, words: string, concept: string): TermHit => ({
  ...spanOf(language, address, words),
  concepts: [concept],
  wording: words,
  status: 'preferred',
})

function finding(
  code: FindingCode,
  address: string,
  other: Sample,
  expected: string | null,
  found: string | null,
): Finding {
  const side = (language: Sample, words: string | null) => {
    const text = TEXTS[language][address]
    if (text === undefined) return []
    if (code === 'footnote' && words !== null)
      return [{ address, from: text.length - 1, to: text.length - 1 }]
    return [
      words === null || words === text
        ? { address, from: 0, to: text.length }
        : { address, ...spanOf(language, address, words) },
    ]
  }
  return {
    code,
    severity: ['number', 'date', 'symbol', 'gap'].includes(code) ? 'error' : 'warning',
    row: `r${Object.keys(TEXTS.fr).indexOf(address) + 1}`,
    places: { fr: side('fr', expected), [other]: side(other, found) },
    expected,
    found,
    rule: found === null ? 'absent' : expected === null ? 'extra' : 'changed',
    sought: [],
    matched: null,
    concept: null,
    confidence: 1,
  }
}

/** The whole sample as a check, in the given versions. */
export function sampleCheck(languages: readonly Sample[] = ['fr', 'en']): Check {
  const versions = languages.map(versionOf)
  const rows = Object.keys(TEXTS.fr).map((address, k): Row => ({
    id: `r${k + 1}`,
    kind: KINDS[address] ?? 'body',
    cells: Object.fromEntries(
      languages.map((language) => [language, TEXTS[language][address] === undefined ? [] : [address]]),
    ),
    confidence: address === 'pp2' ? 0.62 : 0.99,
    evidence: [],
    moved: [],
  }))
  const findings = [
    finding('opening-verb', 'pp1', 'en', 'Considérant', 'Acknowledging'),
    finding('footnote', 'pp1', 'zh', '1', null),
    finding('symbol', 'pp2', 'en', '73/338', '73/339'),
    finding('date', 'pp2', 'en', '12 septembre 2019', '13 September 2019'),
    finding('number', 'op1', 'en', '24', '25'),
    finding('term-missing', 'op1', 'en', 'coopération régionale', null),
    finding('gap', 'op2', 'en', TEXTS.fr.op2 ?? '', null),
    finding('term-variant', 'op2', 'ar', 'développement durable', 'التنمية المستدامة'),
  ].filter(({ places }) => Object.keys(places).every((key) => languages.some((own) => own === key)))
  const hits: Record<Sample, Record<string, readonly TermHit[]>> = {
    fr: {
      pp1: [
        hit('fr', 'pp1', 'multilatéralisme', 'c1'),
        hit('fr', 'pp1', 'la paix et la sécurité internationales', 'c2'),
      ],
      op1: [hit('fr', 'op1', 'coopération régionale', 'c3')],
      op2: [hit('fr', 'op2', 'développement durable', 'c4'), hit('fr', 'op2', 'Secrétaire général', 'c5')],
    },
    en: {
      pp1: [
        hit('en', 'pp1', 'multilateralism', 'c1'),
        hit('en', 'pp1', 'international peace and security', 'c2'),
      ],
    },
    ar: {
      pp1: [hit('ar', 'pp1', 'تعددية الأطراف', 'c1'), hit('ar', 'pp1', 'السلام والأمن الدوليين', 'c2')],
      op2: [hit('ar', 'op2', 'التنمية المستدامة', 'c4'), hit('ar', 'op2', 'الأمين العام', 'c5')],
    },
    zh: { pp1: [hit('zh', 'pp1', '多边主义', 'c1'), hit('zh', 'pp1', '国际和平与安全', 'c2')] },
  }
  return { pivot: 'fr', versions, rows, findings, hits }
}

/** What the list knows of the sample. */
export const SAMPLE_ENTRY = {
  slug: 'A-RES-76-299',
  symbol: 'A/RES/76/299',
  adopted: '2022-07-28',
  meeting: 97,
  titles: Object.fromEntries(Object.entries(TEXTS).map(([language, texts]) => [language, texts.title ?? ''])),
  versions: (['fr', 'en', 'ar', 'zh'] as const satisfies readonly UnLanguage[]).map((language) => ({
    language,
    status: language === 'fr' ? ('official' as const) : ('unofficial' as const),
    source: 'sample',
  })),
}
