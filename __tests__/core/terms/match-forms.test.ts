import type { Language, Term, TermBase } from '../../../core/model'
import { buildMatcher } from '../../../core/terms/build-matcher'
import { matchTerms } from '../../../core/terms/match-terms'

/** The base of one wording: `=` before it asks for its exact form, `*` behind it for what it begins, `_` behind it for gaps. */
function base(language: Language, notation: string): TermBase {
  const wording = notation.replace(/^=|[*_]$/gu, '')
  const match: Term['match'] = notation.startsWith('=')
    ? 'exact'
    : notation.endsWith('*')
      ? 'begins'
      : 'inflected'
  const term: Term = { wording, status: 'preferred', match, gap: notation.endsWith('_') }
  return [{ id: 't', field: '', terms: { [language]: [term] } }]
}

/** What of the text is found, between bars. */
function found(language: Language, notation: string, text: string): string {
  return matchTerms(text, buildMatcher(base(language, notation), language))
    .map(({ from, to }) => text.slice(from, to))
    .join(' | ')
}

/** Lines of `language; wording; form, form`: every form stands alone and is found whole. */
function forms(table: string): readonly (readonly [Language, string, string])[] {
  return table
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [language = '', wording = '', list = ''] = line.trim().split('; ')
      return list.split(', ').map((form) => [language, wording, form] as const)
    })
}

test.each(
  forms(`
  ru; Генеральная Ассамблея; Генеральная Ассамблея, Генеральной Ассамблеи, Генеральной Ассамблее, Генеральную Ассамблею, Генеральной Ассамблеей, Генеральною Ассамблеею
  ru; права человека; права человека, прав человека, правам человека, правами человека, правах человека, право человека
  ru; вооруженный конфликт; вооруженный конфликт, вооружённого конфликта, вооруженному конфликту, вооруженным конфликтом, вооружённом конфликте, вооруженные конфликты, вооруженных конфликтов, вооруженным конфликтам, вооруженными конфликтами, вооруженных конфликтах
  ru; беженец; беженец, беженца, беженцу, беженцем, беженце, беженцы, беженцев, беженцам, беженцами, беженцах
  ru; коренной народ; коренной народ, коренного народа, коренные народы, коренных народов, коренным народам, коренными народами
  ru; государство-член; государство-член, государства-члены, государств-членов, государствам-членам, государствами-членами
  ru; устойчивое развитие; устойчивое развитие, устойчивого развития, устойчивому развитию, устойчивым развитием, устойчивом развитии
  ru; санкция; санкция, санкции, санкций, санкциям, санкциями, санкциях
  ru; Совет Безопасности; Совет Безопасности, Совета Безопасности, Совету Безопасности, Советом Безопасности, Совете Безопасности
  fr; droit national; droit national, droits nationaux
  fr; institution nationale; institution nationale, institutions nationales
  fr; peuple autochtone; peuple autochtone, peuples autochtones
  fr; mesure législative; mesure législative, mesures législatives
  fr; dispositif régional; dispositif régional, dispositifs régionaux
  fr; État Membre; État Membre, États Membres, Etats Membres, ÉTATS MEMBRES, ETATS MEMBRES
  fr; réfugié; réfugié, réfugiés, réfugiée, réfugiées
  fr; mise en œuvre; mise en œuvre, mise en oeuvre, mises en œuvre, MISE EN ŒUVRE
  fr; Programme 2030; Programme 2030, programme 2030, Programme ２０３０
  fr; décision du Conseil; décision du Conseil, décisions du Conseil, décision de Conseil
  fr; droit à l’alimentation; droit à l’alimentation, droit à l'alimentation, droit à l’ali\u00admentation
  fr; licencié ès lettres; licencié ès lettres, licenciés en lettres
  fr; accès aux soins; accès aux soins, accès à soins
  es; nación; nación, naciones
  es; Estado Miembro; Estado Miembro, Estados Miembros
  es; refugiado; refugiado, refugiada, refugiados, refugiadas
  es; pueblo indígena; pueblo indígena, pueblos indígenas
  es; derecho al desarrollo; derecho al desarrollo, derechos al desarrollo
  es; Carta del Organismo; Carta del Organismo, Carta de Organismo
  es; paz; paz, paces
  en; Member State; Member State, Member States, Member State’s, Member State's
  en; child; child, child’s
  en; refugee; refugee, refugees, refugee’s
  en; non-proliferation; non-proliferation, non proliferation, non‑proliferation
  en; United Nations; United\u00a0Nations, United\u202fNations, UNITED NATIONS, Ｕｎｉｔｅｄ Ｎａｔｉｏｎｓ, Uni\u00adted Nations
  zh; 2030年议程; 2030年议程, ２０３０年议程, 2030 年议程
  zh; 联合国; 联合国, 联 合国
  zh; 联合国IT系统; 联合国IT系统, 联合国 IT 系统, 联合国ＩＴ系统
  ar; خطة عام 2030; خطة عام 2030, خطة عام ٢٠٣٠
`),
)('%s: finds %s in all its forms: %s', (language, wording, form) => {
  expect(found(language, wording, form)).toBe(form)
})

test.each(
  forms(`
  ar; دولة; الدولة, والدولة, بالدولة, للدولة, وللدولة, كالدولة, دولته, دولتها, دولتهم, دولتهما, دولتكم, دولتنا, دولتك, دولتان, دولتين, ولدولتها
  ar; منظمة; منظمات, المنظمات, ومنظماتها, بمنظماته, منظماتهم, منظمتي
  ar; موظف; موظف, الموظف, موظفون, الموظفين, موظفو, موظفي, وموظفيها, موظفوها, لموظفيه, موظفان
  ar; قرار; قرارات, القرار, قراره, قرارها, وقراراتها, قراران, القرارين, قرارا, بقرار, فالقرار, ولقراراته
  ar; حقوق; حقوقه, حقوقها, حقوقهم, حقوقهما, حقوقكم, حقوقنا, حقوقك, بحقوقهن, حُقُوق, حقـوق
  ar; أعضاء; الأعضاء, أعضائه, أعضاؤها, وأعضائها, بأعضائهم, اعضاء
  ar; مسؤولية; مسؤولية, المسؤولية, مسئولية, مسؤولياتها, ومسؤوليته
  ar; لاجئ; لاجئ, اللاجئون, اللاجئين, لاجئين, للاجئين, واللاجئ
  ar; إعلان; إعلان, الإعلان, إعلانات, الاعلان, بإعلانها, وإعلاناتهما
  ar; اتجاه; اتجاه, اتجاهات, الاتجاهات, اتجاهها, واتجاهاتها
  ar; قانون; قانون, القانون, قانونها, بالقانون
  ar; المدنيون; المدنيون, المدنيين, للمدنيين, مدني
  ar; وزارة; وزارة, الوزارات, ووزارة, بوزارتها, لوزارة
  ar; تقرر; تقرر, ستقرر, وستقرر, وتقرر
  ar; سياسة; سياسة, السياسات, سياساتها, وسياسته, بسياسات
`),
)('%s: finds %s behind clitics, before pronouns, in every number: %s', (language, wording, form) => {
  expect(found(language, wording, form)).toBe(form)
})

test.each(
  forms(`
  ar; دولة; دولي, الدولي, دولية, تداول
  ar; سياسة; سياسي, السياسية, السياسي
  ar; اجتماع; اجتماعي, الاجتماعي, الاجتماعية, جماعة
  ar; قانون; قانوني, القانونية, قان
  ar; منظمة; منظمي
  ar; عدوان; عدو, العدو, أعداء
  ar; لبنان; لبن, اللبن, لبنة
  ar; إنسان; آنسة, إنساني, الإنسانية
  ar; تأمين; تام, التامة
  ar; زارة; وزارة, الوزارة
  ar; جنة; لجنة, لجان
  ar; حدة; وحدة, وحدتها
  ar; رامة; كرامة, كرامتهم
  ar; اشتراء; اشتراك
  ar; تفاة; التفاهم
  ar; لدان; بلدان
`),
)('%s: does not take for %s what only looks like it: %s', (language, wording, form) => {
  expect(found(language, wording, form)).toBe('')
})

test.each<[Language, string, string, string]>([
  ['fr', 'décoloni*', 'la décolonisation, décoloniser, décolonise, colonisation', 'décolonisation | décoloniser | décolonise'],
  ['fr', 'processus de décoloni*', 'le processus de décolonisation', 'processus de décolonisation'],
  ['fr', 'décoloni*', 'DECOLONISATION', 'DECOLONISATION'],
  ['en', 'decoloni*', 'decolonization, decolonize, colonization', 'decolonization | decolonize'],
  ['es', 'descoloniza*', 'la descolonización', 'descolonización'],
  ['ru', 'деколониз*', 'деколонизации, деколонизировать', 'деколонизации | деколонизировать'],
  ['ar', 'استعمار*', 'والاستعمارية، استعماري، للاستعمار', 'والاستعمارية | استعماري | للاستعمار'],
  ['zh', '非殖民*', '非殖民化进程', '非殖民'],
  ['fr', '=Organisation', 'l’Organisation, une organisation, ORGANISATION, Organisations', 'Organisation'],
  ['fr', '=Charte', 'la Charte, la charte', 'Charte'],
  ['fr', '=ONU', 'l’ONU, l’Onu, ＯＮＵ', 'ONU | ＯＮＵ'],
  ['ru', '=ООН', 'в ООН, оон', 'ООН'],
  ['en', '=Member States', 'Member\u00a0States, Member State, member states', 'Member\u00a0States'],
  ['ar', '=الأونكتاد', 'الأونكتاد، وللأونكتاد، بالأونكتـاد', 'الأونكتاد | وللأونكتاد | بالأونكتـاد'],
  ['zh', '=宪章', '《宪章》', '宪章'],
  ['fr', 'mettre en œuvre_', 'mettre pleinement en œuvre, mettre en œuvre, mettre en pleine œuvre', 'mettre pleinement en œuvre | mettre en œuvre | mettre en pleine œuvre'],
  ['fr', 'mettre en œuvre_', 'mettre très pleinement en œuvre', ''],
  ['fr', 'mettre en œuvre_', 'mettre, pleinement, en œuvre', ''],
  ['fr', 'mettre en œuvre', 'mettre pleinement en œuvre', ''],
  ['en', 'take into account_', 'take fully into account', 'take fully into account'],
  ['es', 'poner en práctica_', 'poner plenamente en práctica', 'poner plenamente en práctica'],
  ['ru', 'принимать меры_', 'принимать срочные меры', 'принимать срочные меры'],
  ['ar', 'تضع في الاعتبار_', 'تضع أيضا في الاعتبار', 'تضع أيضا في الاعتبار'],
  ['zh', '发展中国家', '在发展中国家和中国', '发展中国家'],
  ['fr', 'paix', 'qu’une paix, jusqu’à la paix, lorsqu’en paix, puisqu’il', 'paix | paix | paix'],
  ['fr', 'Assemblée', 'd’Assemblée, l\'Assemblée, qu’Assemblée, c’Assemblée, n’assemblée, jusqu’Assemblée', 'Assemblée | Assemblée | Assemblée | Assemblée | assemblée | Assemblée'],
])('%s, %s, in %s', (language, notation, text, expected) => {
  expect(found(language, notation, text)).toBe(expected)
}) // prettier-ignore
