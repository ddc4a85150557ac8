import { checkNegation } from '../../../../core/compare/checks/check-negation'
import { checkCues } from '../../../support/check-cues'

const check = (language: string, french: string, text: string) =>
  checkCues(checkNegation, language, french, text)

/** A French sentence, what the others make of it, and the same without its denial. */
const DENIALS: readonly (readonly [
  french: string,
  texts: Readonly<Record<string, readonly [said: string, lost: string]>>,
])[] = [
  [
    'Ces mesures ne doivent pas entraver l’aide.',
    {
      en: ['Those measures must not impede aid.', 'Those measures must impede aid.'],
      es: ['Esas medidas no deben obstaculizar la ayuda.', 'Esas medidas deben obstaculizar la ayuda.'],
      ru: ['Эти меры не должны препятствовать помощи.', 'Эти меры должны препятствовать помощи.'],
      ar: ['هذه التدابير لا يجوز أن تعرقل المساعدة.', 'هذه التدابير يجوز أن تعرقل المساعدة.'],
      zh: ['这些措施不得妨碍援助。', '这些措施得妨碍援助。'],
    },
  ],
  [
    'Demande aux États de ne pas retarder le versement.',
    {
      en: ['Calls upon States not to delay the payment.', 'Calls upon States to delay the payment.'],
      es: ['Pide a los Estados que no retrasen el pago.', 'Pide a los Estados que retrasen el pago.'],
      ru: ['просит государства не задерживать платеж.', 'просит государства задерживать платеж.'],
      ar: ['تطلب إلى الدول عدم تأخير الدفع.', 'تطلب إلى الدول تأخير الدفع.'],
      zh: ['请各国不拖延付款。', '请各国拖延付款。'],
    },
  ],
  [
    'Le vote ne peut avoir lieu qu’en séance.',
    {
      en: ['The vote may take place only at a meeting.', 'The vote may take place at a meeting.'],
      es: ['La votación solo puede tener lugar en sesión.', 'La votación puede tener lugar en sesión.'],
      ru: [
        'Голосование может проводиться только на заседании.',
        'Голосование может проводиться на заседании.',
      ],
      ar: ['لا يجوز التصويت إلا في جلسة.', 'يجوز التصويت في جلسة.'],
      zh: ['表决只可在会议上进行。', '表决可在会议上进行。'],
    },
  ],
  [
    'Aucune contribution ne sera exigée, sans préjudice des arriérés.',
    {
      en: [
        'No contribution shall be required, without prejudice to arrears.',
        'A contribution shall be required, without prejudice to arrears.',
      ],
      es: [
        'No se exigirá contribución, sin perjuicio de los atrasos.',
        'Se exigirá contribución, sin perjuicio de los atrasos.',
      ],
      ru: [
        'Взнос не взимается, без ущерба для задолженности.',
        'Взнос взимается, без ущерба для задолженности.',
      ],
      ar: ['لا تطلب أي مساهمة، دون إخلال بالمتأخرات.', 'تطلب مساهمة، دون إخلال بالمتأخرات.'],
      zh: ['不要求缴款，但无损于欠款。', '要求缴款，但无损于欠款。'],
    },
  ],
]

describe('checkNegation', () => {
  const cases = DENIALS.flatMap(([french, texts]) =>
    Object.entries(texts).flatMap(([language, [said, lost]]) => [
      { language, french, text: said, warned: false },
      { language, french, text: lost, warned: true },
    ]),
  )

  it.each(cases)('$language: $french / $text → $warned', ({ language, french, text, warned }) => {
    expect(check(language, french, text).filter((rule) => rule !== 'extra').length > 0).toBe(warned)
  })

  it.each([
    ['en', 'Aucune prolongation ne sera accordée.', 'No extension will be granted.', []],
    ['en', 'Aucune prolongation ne sera accordée.', 'An extension will be granted.', ['absent']],
    ['es', 'Il ne doit jamais voter.', 'Nunca debe votar.', []],
    ['ar', 'Il ne vote pas.', 'لا يصوت.', []],
    ['zh', 'Il ne vote pas.', '投票。', ['absent']],
    // Words that hold a denial answer for it near its own place.
    ['en', 'Les parties ne réussissent pas.', 'The parties fail.', []],
    [
      'es',
      'Une partie ne satisfait pas à ses obligations.',
      'Una parte dejare de cumplir sus obligaciones.',
      [],
    ],
    ['ar', 'Les parties ne réussissent pas.', 'أخفقت الأطراف.', []],
    ['zh', 'Un État qui n’est pas Membre.', '非会员国之国家。', []],
    // A nor, a never or a nobody that has lost its no does not stand for it.
    ['es', 'Ils ne solliciteront ni n’accepteront rien.', 'Solicitarán ni recibirán nada.', ['absent']],
    ['es', 'Il ne doit jamais servir.', 'Debe utilizarse nunca como arma.', ['absent']],
    [
      'ru',
      'Aucune disposition n’affecte ce droit.',
      'Устав ни в коей мере затрагивает, а право не дано.',
      ['changed'],
    ],
    [
      'ru',
      'Aucune mesure ne doit nuire.',
      'Никакие меры, принимаемые Анголой, Кубой и Мали, не должны вредить.',
      [],
    ],
    // A prohibition that has become a permission, beside another denial.
    ['zh', 'Nul ne peut être privé de ce droit par quiconque.', '亦得撤销，此权利不得剥夺。', ['changed']],
    // Pleonastic: nothing is denied.
    [
      'en',
      'Il ne vote pas, à moins que le Conseil ne le demande.',
      'He shall not vote, unless the Council asks.',
      [],
    ],
  ])('%s: %s / %s', (language, french, text, rules) => {
    expect(check(language, french, text)).toEqual(rules)
  })
})
