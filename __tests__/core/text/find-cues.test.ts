import {
  findCues,
  findDenyingWords,
  findLoneNegatives,
  findProhibitions,
  findRestrictions,
  isPossibility,
} from '../../../core/text/find-cues'

describe('findCues', () => {
  it.each([
    ['fr', 'Nul ne peut être détenu', 'not must-not'],
    ['fr', 'Il ne vise que la paix', ''],
    ['en', 'No one shall be held', 'not must-not'],
    ['en', 'Members may vote', 'may'],
    ['es', 'No podrán votar', 'not must-not'],
    ['ru', 'Никто не должен голосовать', 'not must-not'],
    ['ar', 'لا يجوز', 'not must-not'],
    ['zh', '不得投票', 'not must-not'],
    ['zh', '不仅如此', ''],
    // Before an infinitive, behind an apostrophe, and with a que of its own.
    ['fr', 'Il décide de ne pas voter', 'not'],
    ['fr', 'Elles ne sont assorties d’aucune condition', 'not'],
    ['fr', 'Il ne pense pas que la paix dure', 'not'],
    ['fr', 'à moins que le Conseil ne le demande', ''],
    ['es', 'A nadie se privará', 'not'],
    ['es', 'Debe usarse nunca', 'must'],
    ['ar', 'لا يزال الوضع', ''],
    ['ar', 'ما لا يقل عن 2', ''],
    ['ar', 'وعد، ولا ينبغي له أن يصوت', 'not must-not'],
    ['ar', 'بأسرع ما يمكن', ''],
    ['ar', 'يجوز للصندوق أن يقدم', 'may'],
    ['zh', '非会员国之国家', 'not'],
    ['zh', '非法行为', ''],
    ['zh', '乍得和佛得角', ''],
    ['zh', '人民不可剥夺的权利', ''],
    ['zh', '不可侵犯国家主权', 'not'],
    ['xx', 'not', ''],
  ])('%s: %s → %s', (language, text, values) => {
    expect(
      findCues(text, language)
        .map(({ value }) => value)
        .sort((a, b) => b.localeCompare(a))
        .sort((a) => (a === 'not' ? -1 : 1))
        .join(' '),
    ).toBe(values)
  })
})

const LANGUAGES = ['fr', 'en', 'es', 'ru', 'ar', 'zh']

/** One meaning in French, English, Spanish, Russian, Arabic and Chinese. */
const inAll = (texts: readonly string[]) => texts.map((text, k) => [LANGUAGES[k]!, text] as const)

describe('findDenyingWords', () => {
  it.each([
    ['without', ['sans vote', 'without vote', 'sin voto', 'без голосования', 'دون تصويت', '无投票权']],
    ['except', ['sauf cela', 'except this', 'salvo esto', 'кроме этого', 'إلا هذا', '除此以外']],
    ['only', ['seulement ceci', 'only this', 'solo esto', 'лишь это', 'هذا فقط', '仅此']],
    ['forbid', ['interdit', 'prohibited', 'prohibido', 'запрещено', 'محظور', '禁止']],
    ['deprive', ['privé de vote', 'deprived of vote', 'privado de voto', 'лишены голоса', 'حرمان', '剥夺']],
    ['firm', ['inaliénable', 'inalienable', 'inalienable', 'неотъемлемый', 'تعسف', '不可剥夺']],
  ] as const)('%s in all six languages', (sense, texts) => {
    for (const [language, text] of inAll(texts))
      expect([text, findDenyingWords(text, language).some((word) => word.sense === sense)]).toEqual([
        text,
        true,
      ])
  })

  it('takes the negation of a longer wording with it, but not a word that a negation is made of', () => {
    expect(
      findDenyingWords('до тех пор, пока Совет не примет мер', 'ru').map(({ sense }) => sense),
    ).toContain('until')
    expect(findDenyingWords('没有武器', 'zh')).toEqual([])
    expect(findDenyingWords('sans', 'xx')).toEqual([])
  })
})

describe('findRestrictions', () => {
  it.each([
    ['fr', 'Il ne vise que la paix', 1],
    ['fr', 'Il ne pense pas que la paix dure', 0],
    ['en', 'It shall not act except by vote', 1],
    ['es', 'No actuará sino por votación', 1],
    ['ru', 'Он не действует иначе, как голосованием', 1],
    ['ar', 'لا يعمل إلا بالتصويت', 1],
    ['zh', '非经表决不得行动', 1],
    ['xx', 'ne vise que', 0],
  ])('%s: %s → %i', (language, text, count) => {
    expect(findRestrictions(text, language)).toHaveLength(count)
  })
})

describe('findProhibitions', () => {
  it.each([
    ['fr', 'Nul ne sera condamné', 1],
    ['fr', 'un État qui n’est pas Membre', 0],
    ['en', 'They shall not vote', 1],
    ['es', 'No votarán', 1],
    ['ru', 'Они не могут голосовать', 1],
    ['ar', 'لا يجوز التصويت', 1],
    ['zh', '不得投票', 1],
  ])('%s: %s → %i', (language, text, count) => {
    expect(findProhibitions(text, language)).toHaveLength(count)
  })
})

describe('findLoneNegatives', () => {
  it.each([
    ['ru', 'Никто должен голосовать', 1],
    ['ru', 'Никто не должен голосовать', 0],
    ['ru', 'Никто, кроме членов, не голосует', 0],
    ['ru', 'Устав ни в коей мере затрагивает право, и не требует', 1],
    ['ru', 'Не следует применять никаких норм', 0],
    ['es', 'Nadie votará', 0],
    ['xx', 'никто', 0],
  ])('%s: %s → %i', (language, text, count) => {
    expect(findLoneNegatives(text, language)).toHaveLength(count)
  })
})

describe('isPossibility', () => {
  it.each([
    ['fr', 'pourrait', true],
    ['fr', 'pourra', false],
    ['en', 'could', true],
    ['ru', 'могло бы', true],
    ['xx', 'pourrait', false],
  ])('%s: %s → %s', (language, modal, possible) => {
    expect(isPossibility(modal, language)).toBe(possible)
  })
})
