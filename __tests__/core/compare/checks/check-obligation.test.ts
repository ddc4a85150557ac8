import { checkObligation } from '../../../../core/compare/checks/check-obligation'
import { checkCues } from '../../../support/check-cues'

const check = (language: string, french: string, text: string) =>
  checkCues(checkObligation, language, french, text)

describe('checkObligation', () => {
  it.each([
    ['en', 'Il peut voter.', 'He shall vote.', ['other-strength']],
    ['en', 'Il peut voter.', 'He may vote.', []],
    ['zh', 'Il devrait voter.', '他应投票。', []],
    ['ru', 'Il doit voter.', 'Он может голосовать.', ['other-strength']],
    // One on either side is one thing said twice, wherever it stands.
    [
      'en',
      'L’Assemblée peut, sur avis conforme du Conseil, voter.',
      'On the advice of the Council, the Assembly shall vote.',
      ['other-strength'],
    ],
    [
      'es',
      'L’Assemblée peut, sur avis conforme du Conseil, voter.',
      'Con el dictamen del Consejo, la Asamblea deberá votar.',
      ['other-strength'],
    ],
    [
      'ru',
      'L’Assemblée peut, sur avis conforme du Conseil, voter.',
      'По заключению Совета Ассамблея должна голосовать.',
      ['other-strength'],
    ],
    [
      'ar',
      'L’Assemblée peut, sur avis conforme du Conseil, voter.',
      'بناء على رأي المجلس يجب على الجمعية أن تصوت.',
      ['other-strength'],
    ],
    [
      'zh',
      'L’Assemblée peut, sur avis conforme du Conseil, voter.',
      '经安理会提出意见，大会应投票。',
      ['other-strength'],
    ],
    // Nobody denies the whole of a sentence.
    [
      'en',
      'Aucune partie à un traité qui n’est pas enregistré ne peut l’invoquer.',
      'No party to any treaty which has never been registered with anybody may invoke it.',
      [],
    ],
    [
      'es',
      'Aucune partie à un traité qui n’est pas enregistré ne peut l’invoquer.',
      'Ninguna de las partes en un tratado que no haya sido registrado podrá invocarlo.',
      [],
    ],
    // May not … but is may only.
    [
      'ru',
      'Le mariage ne peut être conclu qu’avec leur consentement.',
      'Брак может быть заключен только с их согласия.',
      [],
    ],
    [
      'en',
      'Le mariage ne peut être conclu qu’avec leur consentement.',
      'Marriage may be entered into only with their consent.',
      [],
    ],
    [
      'ar',
      'Le mariage ne peut être conclu qu’avec leur consentement.',
      'لا يجوز عقد الزواج إلا برضاهما.',
      [],
    ],
    // What might be is not what is allowed.
    ['es', 'Toute action qui pourrait être nécessaire.', 'Las acciones que deberán emprenderse.', []],
    // A relative clause beside a duty in the future tense.
    [
      'en',
      'Les amendements qui peuvent y être apportés feront l’objet d’un accord.',
      'Any amendment shall be agreed upon.',
      [],
    ],
    // As soon as possible allows nothing.
    ['ar', 'Les accords devront être ratifiés.', 'تصدق الاتفاقات بأسرع ما يمكن.', []],
  ])('%s: %s / %s', (language, french, text, rules) => {
    expect(check(language, french, text)).toEqual(rules)
  })
})
