import { findDenyingWords } from '../../../core/text/find-denying-words'

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
      expect([text, findDenyingWords(text, language).words.some((word) => word.sense === sense)]).toEqual([
        text,
        true,
      ])
  })

  it('takes the negation of a longer wording with it, but not a word that a negation is made of', () => {
    expect(
      findDenyingWords('до тех пор, пока Совет не примет мер', 'ru').words.map(({ sense }) => sense),
    ).toContain('until')
    expect(findDenyingWords('没有武器', 'zh').words).toEqual([])
    expect(findDenyingWords('sans', 'xx')).toEqual({ words: [], restrictions: [], prohibitions: [] })
  })
})

describe('restrictions', () => {
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
    expect(findDenyingWords(text, language).restrictions).toHaveLength(count)
  })
})

describe('prohibitions', () => {
  it.each([
    ['fr', 'Nul ne sera condamné', 1],
    ['fr', 'un État qui n’est pas Membre', 0],
    ['en', 'They shall not vote', 1],
    ['es', 'No votarán', 1],
    ['ru', 'Они не могут голосовать', 1],
    ['ar', 'لا يجوز التصويت', 1],
    ['zh', '不得投票', 1],
  ])('%s: %s → %i', (language, text, count) => {
    expect(findDenyingWords(text, language).prohibitions).toHaveLength(count)
  })
})
