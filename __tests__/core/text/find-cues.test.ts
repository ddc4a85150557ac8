import { findCues } from '../../../core/text/find-cues'

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
