import { splitSentences } from '../../../core/text/split-sentences'
import { pick, seeded } from '../../support/random'

/** The text with `‖` where one sentence ends and the next begins. */
function cut(text: string, language: string): string {
  const spans = splitSentences(text, language)
  return spans.reduceRight((marked, { from }, i) => (i === 0 ? marked : insert(marked, from)), text)
}

function insert(text: string, at: number): string {
  return `${text.slice(0, at)}‖${text.slice(at)}`
}

function holds(language: string, marked: string): void {
  expect(cut(marked.replaceAll('‖', ''), language)).toBe(marked)
}

describe('splitSentences in French', () => {
  it.each([
    'Tous naissent libres. ‖Ils sont doués de raison.',
    'M. Dupont et Mme Durand sont élus. ‖Mme. Petit ne l’est pas.',
    'MM. Dupont et Martin, Mgr Roux, le Dr. Blanc parlent. ‖On les écoute.',
    'Voir le par. 5 de l’art. 3. ‖L’Assemblée décide.',
    'Voir chap. IV, sect. A, al. b), p. 7. ‖Les pp. 12 à 15 manquent.',
    'Documents officiels, vol. II, no. 5, rés. 76/299, doc. A/76/L.74. ‖Voir aussi A/76/L.74.',
    'Ibid., par. 12. ‖Cf. Recueil des Traités, vol. 999, no 14668.',
    'La paix, la sûreté, etc. sont visées. ‖Les États, les organes, etc. ‖L’Assemblée les invite.',
    'Les membres (États, organisations, etc.) Parties à la Convention. ‖Fin.',
    'Dupont et al. 2005 le montrent, p. ex. Le Monde, c.-à-d. Paris.',
    'Une part de 3.5 ou de 3,5 %. ‖Le reste suit.',
    'L’O.N.U. siège à New York. ‖Elle relève de l’O.N.U. ‖Le Conseil aussi.',
    'A. de Tocqueville, J.-P. Sartre et A. Le Roy. ‖Fin.',
    'En 44 av. J.-C. Rome change. ‖Il meurt.',
    'La résolution 217 A. ‖Le Conseil la cite.',
    '1. Décide ce qui suit. ‖2. Prie le Secrétaire général. ‖3.1. Invite les États.',
    'A. Questions générales. ‖I. Dispositions. ‖Article 1. Toute personne a des droits.',
    'Le texte de l’article 5. ‖Les autres suivent.',
    'Est-ce vrai ? ‖Oui ! ‖Non…',
    '« Est-ce vrai ? » demande-t-il. ‖« Oui. » ‖Il part.',
    'Il répond : « Oui. » ‖Puis il part.',
    'Il répond «\u00a0Oui.\u00a0» ‖Puis il part\u00a0! ‖Vrai\u202f? ‖Oui.',
    'Qui est M ? ‖Personne. ‖Est-ce l’art ? ‖5 États le disent.',
    '(Il est venu.) ‖Il est reparti (hier). ‖Bien [note.] ‖Fin.',
    'Décide […] que les États … Membres [...] Parties agiront. ‖[…] Fin.',
    'Ils hésitent… mais viennent… ‖Les autres partent... ‖Puis rien.',
    'Le point (?) Suivant. ‖Quoi ?! ‖Rien.',
    'Prie les États : a) De venir ; b) De partir ; c) De rester.',
    'Deux points suivent. ‖a) Les États viennent. ‖b) Ils partent.',
    'Il part. ‖– Non.',
    'Le site www.un.org/fr. ‖Il est ouvert.',
    'Signé S.\u00a0E.\u00a0M. Dupont, prés.\u00a0Martin. ‖Fin.',
    'Les droits. ‖5 États viennent. ‖«\u00a0Bien\u00a0», dit-il. ‖État. ‖Être.',
    'Elle dit oui. ‖Vous êtes d’accord. ‖L’art. ‖Le droit.',
    'Les droits de l’homme',
    'Article premier',
    'Adopté sans vote.¹ ‖Les droits de l’enfant.²',
    'Décide : 1. De créer un fonds\u00a0; 2. De le financer. ‖3. De le fermer.',
    'Telle est la loi.\u00a0‖Le Conseil la lit. ‖Il faut 5 ans env. ‖Il attend.',
    'Décision no 5 du Comité, nos 5 et 6, n° 7. ‖Fin.',
  ])('%s', (marked) => {
    holds('fr', marked)
  })
})

describe('splitSentences in English', () => {
  it.each([
    'All are born free. ‖They are endowed with reason.',
    'Mr. Smith, Mrs. Jones and Dr. Brown met St. John. ‖They agreed.',
    'See para. 5, art. 3, vol. II, pp. 7–9, No. 14668. ‖See also No. 5.',
    'He said no. ‖The Assembly agreed. ‖They said no. ‖I agree. ‖See No. A/5.',
    'Official Records, Supplement No. 1 (A/76/1). ‖Treaty Series, vol. 999, No. 14668.',
    'Sales No. E.03.II.A.1 and corrigendum, chap. I, resolution 2, annex. ‖He lives in Washington, D.C. ‖They moved.',
    'States, e.g. France, i.e. Parties, cf. Treaty Series. ‖Others, organizations, etc. ‖They agree.',
    'The U.N. Charter and the U.S. Government. ‖It rests with the U.N. ‖The Council met at 3 p.m. in New York. ‖It rose at 6 p.m. ‖All left.',
    'A share of 3.5 per cent. ‖10 States abstained.',
    'Recalling A/76/L.74 and A/76/L.74/Add.1. ‖See A/RES/76/299.',
    'J. R. R. Tolkien and George W. Bush. ‖See annex I. ‖The Committee met.',
    '“Is it true?” he asked. ‖“Yes.” ‖He left. ‖He said "no." ‖She left.',
    '‘Never!’ ‖They left.',
    'Nicaragua v. United States of America, Judgment, p. 14. ‖Ibid. ‖See Rev. 1 and Corr. 2.',
    '(a) To meet. ‖(b) To agree; (c) to leave.',
    'To agree. ‖(ii) To leave. ‖a) to stay.',
    'Wait . . . There is more. ‖Well... ‖All right.',
    'On 5 Sept. 2005 and 6 Dec. 2006. ‖Jones et al. 2005. ‖Jones et al. ‖Others.',
    'Really?! ‖Yes!!! ‖No.',
    'UNIVERSAL DECLARATION OF HUMAN RIGHTS',
    'The rights; the duties; the freedoms: All of them.',
    'The Assembly . ‖The Council . ‖Fin .',
    'Adopted. * * *',
  ])('%s', (marked) => {
    holds('en', marked)
  })
})

describe('splitSentences in Spanish', () => {
  it.each([
    'Todos nacen libres. ‖Están dotados de razón.',
    'El Sr. Pérez, la Sra. Gómez y el Dr. Ruiz. ‖Hablaron.',
    'Véase Núm. 5, párr. 7, art. 3, pág. 8, págs. 9 y 10, cap. IV. ‖Fin.',
    'Los EE. UU. y México. ‖Viene de EE. UU. ‖El Consejo, p. ej. España, n.º 5.',
    '¿Es verdad? ‖¡Sí! ‖¿No? no. ‖«¿Es verdad?», preguntó. ‖“Sí.” ‖Fin.',
    'Los Estados, los órganos, etc. ‖La Asamblea los invita.',
    'La Carta de la O.N.U. ‖Este es el texto.',
    'Un 3,5 % o 1.000 dólares. ‖Árboles. ‖Él viene.',
  ])('%s', (marked) => {
    holds('es', marked)
  })
})

describe('splitSentences in Russian', () => {
  it.each([
    'Все люди рождаются свободными. ‖Они наделены разумом.',
    'См. ст. 5, п. 3, пп. 4 и 5, стр. 7, гл. IV. ‖Конец.',
    'Генеральная Ассамблея приняла ее 10 декабря 1948 г. ‖Совет согласился.',
    '10 декабря 1948 г. Генеральная Ассамблея приняла ее. ‖В 2005–2006 гг. Комитет заседал.',
    'Совещание всех государств-членов прошло зимой в г. Москве. ‖В XX в. Такого не было.',
    'Государства, т.е. Стороны, и т. е. Участники. ‖Органы и т.д. ‖Совет и т. п. ‖Комитет и др. ‖Ассамблея.',
    'Пушкин, А. С. Пушкин, им. А.С. Пушкина, Дж. Байден. ‖Он писал.',
    'Это право дано им. ‖Они им пользуются. ‖Библиотека им. Ломоносова.',
    'Заседание длилось 3 ч. ‖В Женеве, см. разд. А, п. Б доклада, шел дождь.',
    'А.С. Пушкин; 5 млн. долл. США, 3,5 тыс. человек. ‖Конец.',
    '«Правда?» — спросил он. ‖«Да». ‖«Нет.» ‖Он ушел. ‖Ёлка.',
    'Право на жизнь; право на свободу.',
    'а) Право есть. ‖б) Права нет. ‖в) Все.',
  ])('%s', (marked) => {
    holds('ru', marked)
  })
})

describe('splitSentences in Arabic', () => {
  it.each([
    'يولد جميع الناس أحرارا. ‖وقد وهبوا عقلا.',
    'هل هذا صحيح؟ ‖نعم! ‖لا۔ ‖هذا كل شيء.',
    'هل هذا صحيح؟‖نعم.',
    'انظر ص. 5 وكلمة د. أحمد. ‖وقالت أ. د. سميرة ذلك.',
    'الدول والمنظمات، الخ. وتدعو الجمعية العامة. ‖انتهى.',
    'الحق في الحياة؛ والحق في الحرية؛ والحق في الأمن.',
    'قال «نعم.» ‖ثم خرج (أمس.) ‖ولم يعد.',
    'في ٣.٥ في المائة. ‖١. تقرر ما يلي. ‖2. تدعو الدول.',
    'الوثيقة A/76/L.74 والوثيقة A/RES/76/299. ‖انتهى.',
    'م. ع. حسن حاضر.\u200f ‖وهو عضو.',
    'حُقُوقٌ. ‖وَحُرِّيَّاتٌ… ‖ثم انتهى.',
    'عقدت الجمعية العامة دورتها في نيويورك سنة 2005 م. ‖وقررت ذلك. ‖في عام 2005 م. قررت الجمعية.',
    'حقوق الإنسان',
  ])('%s', (marked) => {
    holds('ar', marked)
  })
})

describe('splitSentences in Chinese', () => {
  it.each([
    '人人生而自由,在尊严和权利上一律平等。‖他们赋有理性和良心。',
    '是吗？‖是！‖不。‖好?‖对!‖完',
    '他说：“是吗？”‖“是。”‖他走了（昨天。）‖完。',
    '他说："是。"‖他走了。‖"好。"',
    '「是吗？」‖『是。』‖《书。》‖完。',
    '大会决定……各国…应当。‖完……',
    '权利；义务；自由。‖完；',
    '1.决定如下。‖2. 请秘书长。‖一、总则。‖（一）目的。',
    '占3.5%，见A/76/L.74。‖第53/202号决议。',
    '人人平等．‖他们自由．',
    '人人平等.‖他们自由. ‖完',
    '占３．５。‖１．决定。‖“好。”，他说。',
    '第一条',
  ])('%s', (marked) => {
    holds('zh', marked)
  })
})

describe('splitSentences in other languages', () => {
  it.each([
    ['pt', 'O Sr. Silva fala. ‖Ele parte, etc. ‖Fim, cf. Anexo. ‖J. Silva.'],
    ['hi', 'सभी स्वतंत्र हैं। ‖वे समान हैं।'],
    ['el', 'Όλοι ελεύθεροι. ‖Έχουν λογική! ‖Ναι.'],
    ['ka', 'ყველა თავისუფალია. ‖მათ აქვთ გონება.'],
    ['hy', 'Բոլորը ազատ են։ ‖Նրանք ունեն, ոչ ոք․ պետք է։'],
    ['ur', 'سب آزاد ہیں۔ ‖وہ برابر ہیں۔'],
    ['fr-2', 'M. Dupont parle. ‖Il part.'],
    ['', 'One. ‖Two.'],
  ])('%s: %s', (language, marked) => {
    holds(language, marked)
  })
})

describe('splitSentences', () => {
  it.each(['', '   ', '\u00a0\n'])('has no sentence in white space alone: %j', (text) => {
    expect(splitSentences(text, 'fr')).toEqual([])
  })

  it('gives half-open spans into the original, without white space around them', () => {
    expect(splitSentences('  Un.\u00a0 Deux\u202f!\n', 'fr')).toEqual([
      { from: 2, to: 5 },
      { from: 7, to: 13 },
    ])
  })

  it('leaves what has no letter with the sentence before it', () => {
    expect(cut('Fin. * * *', 'fr')).toBe('Fin. * * *')
    expect(cut('... — !', 'fr')).toBe('... — !')
    expect(cut('! ! Oui. ! Non.', 'fr')).toBe('! ! Oui. ! ‖Non.')
  })

  const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es', 'de']
  const PIECES = [
    ...'. ! ? … ؟ 。 ！ ； ; ؛ « » “ ” ( ) [ ] " \' ’ - — , : / * 。” 」 ．'.split(' '),
    ...'M. par. Núm. т.е. د. 平等 États A/76/L.74 3.5 1. U.N. etc. г. Все الناس Le le I 𠀀 é'.split(' '),
    ' ',
    ' ',
    ' ',
    '\u00a0',
    '\u202f',
    '\u200f',
    '\n',
    'e\u0301',
    '\ud800',
  ]

  it('covers every character that is not white space, in order and without overlap, in random texts', () => {
    const random = seeded(11)
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: pick(random, 30) }, () => PIECES[pick(random, PIECES.length)]).join(
        '',
      )
      const spans = splitSentences(text, LANGUAGES[round % LANGUAGES.length]!)
      const ends = [0, ...spans.map(({ to }) => to)]
      const starts = [...spans.map(({ from }) => from), text.length]
      const gaps = starts.map((from, i) => text.slice(ends[i], from))
      const bare = spans.every(
        ({ from, to }) => from < to && text.slice(from, to) === text.slice(from, to).trim(),
      )
      const ordered = starts.every((from, i) => from >= ends[i]!)
      expect([text, gaps.join('').trim(), bare, ordered]).toEqual([text, '', true, true])
    }
  })

  it('cuts between any two whole sentences', () => {
    const sentences = ['Tous sont libres.', 'M. Dupont parle.', '« Oui ! »', 'Voir par. 5.', 'Qui ?', 'Rien…']
    const random = seeded(5)
    for (let round = 0; round < 200; round += 1) {
      const chosen = Array.from(
        { length: 1 + pick(random, 8) },
        () => sentences[pick(random, sentences.length)],
      )
      expect(cut(chosen.join(' '), 'fr')).toBe(chosen.join(' ‖'))
    }
  })

  it.each(['Tous sont libres. ', '. ', '.', 'a', ' ', 'A. ', '.»".” ', '。"一', '.(((" ', 'т. е. п. '])(
    'comes to an end on 40,000 characters of "%s" and covers them',
    (piece) => {
      const text = `A.${piece.repeat(40_000 / piece.length)}`
      // A quadratic reader takes half a minute here.
      const spans = splitSentences(text, 'ru')
      expect(spans[0]?.from).toBe(0)
      expect(spans[spans.length - 1]?.to).toBe(text.trimEnd().length)
    },
  )
})
