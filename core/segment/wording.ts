/** A body whose resolutions are recognised: the beginning of their symbols, and its name with and without article in six languages. */
export interface Organ {
  readonly symbol: string
  readonly names: readonly string[]
}

/** Names as the official texts print them, seen in resolutions and in the rules of procedure. */
export const ORGANS: readonly Organ[] = [
  {
    symbol: 'A/RES/',
    names: [
      'Assemblée générale',
      'General Assembly',
      'Asamblea General',
      'Генеральная Ассамблея',
      'الجمعية العامة',
      '大会',
      '联合国大会',
    ],
  },
  {
    symbol: 'S/RES/',
    names: [
      'Conseil de sécurité',
      'Security Council',
      'Consejo de Seguridad',
      'Совет Безопасности',
      'مجلس الأمن',
      '安全理事会',
    ],
  },
  {
    symbol: 'E/RES/',
    names: [
      'Conseil économique et social',
      'Economic and Social Council',
      'Consejo Económico y Social',
      'Экономический и Социальный Совет',
      'المجلس الاقتصادي والاجتماعي',
      '经济及社会理事会',
    ],
  },
  {
    symbol: 'A/HRC/RES/',
    names: [
      "Conseil des droits de l'homme",
      'Human Rights Council',
      'Consejo de Derechos Humanos',
      'Совет по правам человека',
      'مجلس حقوق الإنسان',
      '人权理事会',
    ],
  },
]

/** Articles and particles that stand before an organ's name where it enacts. */
export const ORGAN_PREFIX = "(?:l['’]\\s?|le\\s|the\\s|la\\s|el\\s|(?:ف|و)?إن\\s)"

/** A line that is the heading of a preamble. */
export const PREAMBLE =
  /^(?:préambule|preamble|preámbulo|преамбула|(?:ال)?ديباجة|序言|序文|前言)\s?[.:：]?$/iu

/** Group 1 is the number; the words before it name an article. Arabic ordinals in words are at most three words long. */
export const ARTICLE_WORDS: readonly RegExp[] = [
  /^article\s+(premier|1\s?er|one|\d{1,4}|[IVXLC]{1,8})(?:\s?(bis|ter|quater|quinquies))?(?![\p{L}\p{N}])/iu,
  /^artículo\s+(primero|único|\d{1,4}|[IVXLC]{1,8})[º°]?(?:\s?(bis|ter|quater|quinquies))?(?![\p{L}\p{N}])/iu,
  /^статья\s+(первая|\d{1,4}|[IVXLC]{1,8})(?:\s?(bis|ter|quater|бис))?(?![\p{L}\p{N}])/iu,
  /^(?:ال)?م[\u064B-\u0652]*ادّ?ة\s+\(?(\d{1,4}|[٠-٩]{1,4}|ال\p{L}+(?:\s(?:عشرة?|وال\p{L}+ون))?)\)?(?:\s?(مكررا?ً?))?(?![\p{L}\p{N}])/u,
  /^第\s?([〇零一二三四五六七八九十百千]{1,7}|\d{1,4})\s?条(?:之?([一二三四]))?/u,
]

/** Group 1 is the number of a chapter. */
export const CHAPTER_WORDS: readonly RegExp[] = [
  /^(?:chapitre|chapter)\s+(premier|one|\d{1,3}|[IVXLC]{1,8})(?![\p{L}\p{N}])/iu,
  /^capítulo\s+(primero|\d{1,3}|[IVXLC]{1,8})(?![\p{L}\p{N}])/iu,
  /^глава\s+(первая|\d{1,3}|[IVXLC]{1,8})(?![\p{L}\p{N}])/iu,
  /^(?:ال)?فصل\s+(\d{1,3}|[٠-٩]{1,3}|ال\p{L}+(?:\s(?:عشر|وال\p{L}+ون))?)(?![\p{L}\p{N}])/u,
  /^第\s?([〇零一二三四五六七八九十百]{1,6}|\d{1,3})\s?章/u,
]

/** Group 1 or 2 is the number of a part, a division above chapters: in figures, in Roman ones or as an ordinal in words. */
export const PART_WORDS: readonly RegExp[] = [
  /^(?:partie|part|parte)\s+(one|\d{1,3}|[IVXLC]{1,8})(?![\p{L}\p{N}])/iu,
  /^(\p{L}{4,20})\s+part(?:i)?e(?![\p{L}\p{N}])/iu,
  /^часть\s+(\d{1,3}|[IVXLC]{1,8}|\p{L}{4,20}ая|третья)(?![\p{L}\p{N}])/iu,
  /^الجزء\s+(\d{1,3}|[٠-٩]{1,3}|ال\p{L}+(?:\s(?:عشر|وال\p{L}+ون))?)(?![\p{L}\p{N}])/u,
  /^第\s?([〇零一二三四五六七八九十百]{1,6}|\d{1,3})\s?(?:部分|编)/u,
]

/** Group 1 or 2 is the number of a protocol, where the line has one: a text with articles of its own behind another. */
export const PROTOCOL_WORDS: readonly RegExp[] = [
  /^(?:optional\s+protocol|protocole?\s+facultatif|protocolo\s+facultativo|факультативный\s+протокол|protocole?|protocolo|протокол)(?:\s+(?:no\.?\s?|n[º°o]\s?|núm\.\s?|№\s?)?(\d{1,2}|[IVX]{1,6}))?$/iu,
  /^ال?بروتوكول(?:\s+الاختياري)?(?:\s+(\d{1,2}|[٠-٩]{1,2}|ال\p{L}+))?$/u,
  /^(?:第([一二三四五六七八九十]{1,3}))?(?:任择)?议定书$/u,
]

/** A line that is the heading of an annex, with or without its number; group 1 is a title behind a colon or dash. */
export const ANNEX =
  /^(?:annexe?|anexo|приложение|(?:ال)?مرفق|附件)(?:\s*(?:\d{1,2}|[IVX]{1,5}|[A-Z]|[一二三四五六七八九十]{1,3}|(?:ال)?(?:أول|ثاني|ثالث|رابع|خامس|سادس)))?(?:\s*[:：.–—-]\s*(\S.{0,200}))?$/iu

/** A resolution's number before its title: `76/299`, `S-8/1`, `31/16 A`, `3363 (XXX)`, `217 A (III)`, `217 ألف (د - 3)`. */
const NUMBER_FORMS = [
  '(?:19|20)\\d\\d/\\d{1,3}(?:\\s?[A-Z](?![\\p{L}]))?',
  '(?:[A-Z]{1,2}-)?[0-9٠-٩]{1,2}/[0-9٠-٩]{1,3}(?:\\s?(?:[A-Z]|ألف|باء|جيم|甲|乙)(?![\\p{L}]))?',
  '\\d{1,4}(?:\\s(?:[A-Z]|ألف|باء|جيم|甲|乙))?\\s?\\((?:[IVXLC]{1,8}|[SES-]{1,3}[IVX]{1,6}|د(?:إ|أ)?[-\\s–]{1,4}\\d{1,3})\\)',
  '\\d{3,4}\\s?\\((?:19|20)\\d\\d\\)',
].join('|')

/** The number that a title's label begins with; group 1. */
export const RESOLUTION_NUMBER = new RegExp(`^(${NUMBER_FORMS})`, 'u')

/** A numbered title: group 1 the label as printed, group 2 the number; the title is behind. */
export const NUMBERED_TITLE = new RegExp(`^((${NUMBER_FORMS})\\s?(?:[.．:：]|[-–—−](?=\\s|\\p{L})))\\s*`, 'u')

/**
 * A line such as "Resolution 1440 (2002)", which is the title of its text, or "RESOLUTION 3363 (XXX)", which may have a title below it. Group 1 is
 * the number, group 2 its session where it has one in Roman figures or as Arabic counts sessions.
 */
export const RESOLUTION_LINE =
  /^(?:résolution|resolution|resolución|резолюция|القرار|第?)\s?(\d{1,4}(?:\s?(?:[A-Z]|ألف|باء|جيم))?\s?\((?:(?:19|20)\d\d|((?:E?S-)?[IVXLC]{1,8}|د(?:إ|أ)?[-\s–]{1,4}\d{1,3}))\)(?:\s?[A-Z])?)(?:\s?号决议)?[,،，]?$/iu

/** Distribution line of a document's head. */
export const DISTRIBUTION = /^(?:distr\.?(?![\p{L}])|distribution|distribución|التوزيع|分发)/iu

/** Line that says which body adopted the resolution, and when. */
export const ADOPTED =
  /^(?:(?:(?:résolution|décision)s?\s+)?adoptée?s?\s+par|(?:(?:resolution|decision)s?\s+)?adopted\s+by|(?:(?:resolución|decisión)\s+)?(?:aprobada|adoptada)\s+por|(?:(?:резолюция|решение),?\s+)?принят(?:ая|ое)\s|(?:(?:ال)?(?:قرار|مقرر)\s+)?(?:الذي\s+)?(?:اتخذته|اعتمدته|اتخذه|اعتمده)\s|(?:\d{4}年\d{1,2}月\d{1,2}日)?\p{Script=Han}{0,8}(?:大会|议会|理事会).{0,40}通过(?:的(?:决议|决定))?$|(?:决议|决定)[,，]?.{0,30}通过$)/iu

/** Session line. */
export const SESSION =
  /(?<!\p{L})session(?:\s+extraordinaire(?:\s+d['’]urgence)?)?$|(?<!\p{L})sesiones$|(?<!\p{L})сессия$|^الدورة(?!\p{L})|届(?:紧急)?(?:特别)?(?:会议|常会)$/iu

/** Agenda item: group 1 (of the language's pattern) is the number with what belongs to it, group 2 a title on the same line. */
export const AGENDA_ITEM: readonly RegExp[] = [
  /^points?\s+(\d.{0,40}?)\s+de\s+l['’]\s?ordre\s+du\s+jour(?:\s+provisoire)?\*?(?:\s*[:：–—-]\s*(.+))?$/iu,
  /^items?\s+(\d[\d\s,()a-z]{0,40}?)\s+of\s+the\s+(?:provisional\s+)?agenda\*?(?:\s*[:：–—-]\s*(.+))?$/iu,
  /^(?:provisional\s+)?agenda\s+items?\s+(\d[\d\s,()a-z]{0,40}?)\*?(?:\s*[:：–—-]\s*(.+))?$/iu,
  /^temas?\s+(\d.{0,40}?)\s+del\s+programa(?:\s+provisional)?\*?(?:\s*[:：–—-]\s*(.+))?$/iu,
  /^пункты?\s+(\d.{0,40}?)\s+(?:предварительной\s+)?повестки\s+дня\*?(?:\s*[:：–—-]\s*(.+))?$/iu,
  /^(?:البند|البنود|البندان)\s+(\d.{0,40}?)\s+من\s+جدول\s+الأعمال(?:\s+المؤقت)?\*?(?:\s*[:：–—-]\s*(.+))?$/u,
  /^(?:临时)?议程项目\s*(\d[\d\s,、和()（）a-z]{0,40}?)\*?(?:\s*[:：–—-]\s*(.+))?$/u,
]

/** Meeting of the closing line: group 1 is its number. */
export const MEETING: readonly RegExp[] = [
  /(\d{1,5})\s?(?:\^?\{?(?:re|ère|e|er|ème)\}?)?\s+séance/iu,
  /(\d{1,5})\s?(?:st|nd|rd|th)?\s+(?:\(\w+\)\s+)?(?:plenary\s+)?meeting/iu,
  /(\d{1,5})\s?(?:ª|a|\.ª|a\.)?\s+sesión/iu,
  /(\d{1,5})\s?(?:-?(?:е|я|м|ом))?\s+(?:пленарно[ем]\s+)?заседани/iu,
  /(?:الجلسة|جلست(?:ه|ها))\s+(?:العامة\s+)?\(?(\d{1,5})/u,
  /第\s?(\d{1,5})\s?次\s?(?:全体)?会议/u,
]

/** Words with which a preamble leads over to its decision. */
export const THEREFORE =
  /^(?:now,?\s+therefore|ahora,?\s+por\s+(?:lo\s+)?tanto|en\s+conséquence|因此|兹|поэтому|وعليه)/iu

/** Words with which a decision begins that says at which meeting a body decided. */
export const AT_MEETING =
  /^(?:at\s+(?:its|the\s+same)\s.{0,60}?meeting|(?:à|lors\s+de)\s+(?:sa|la\s+même)\s.{0,60}?séance|en\s+(?:su|la\s+misma)\s.{0,60}?sesión|на\s+(?:своем|своём|том\s+же|его|ее)\s.{0,60}?заседании|(?:و?في|و?خلال)\s+(?:ال)?جلست?(?:ها|ه|ة)\s|\p{Script=Han}{0,20}在.{0,40}会议上)/iu

/** A line that says that a text is a decision and not a resolution; group 1 is its number. */
export const DECISION_LINE =
  /^(?:décision|decision|decisión|решение|(?:ال)?مقرر|第?)\s?((?:(?:S|ES)-)?\d{1,4}\/\d{1,3})(?:\s?号决定)?[,،，]?$/iu

/** A line under a report's title that says whose report, or note, it is. */
export const REPORT_LINE =
  /^(?:(?:\p{L}+\s)?(?:report|note)\s+(?:of|by)|(?:rapport|note)\s+(?:du|de|présenté)|(?:informe|nota)\s+(?:del?|presentad)|(?:доклад|записка)\s|(?:تقرير|مذكرة)\s|.{0,30}(?:的报告|的说明|报告)$)/iu

/** A line of a heading that says that what follows is a decision. */
export const DECISION_HEAD =
  /^(?:(?:décision|decision|decisión)(?:\s+(?:adoptée?|adopted|adoptada|aprobada)|\s+[\d/]+$)|решение,?\s+(?:принят|[\d/]+$)|(?:ال)?مقرر\s+(?:(?:الذي\s+)?(?:اتخذ|اعتمد)|[\d/]+$)|.{0,40}通过的决定$|第?\s?[\d/]+\s?号决定$)/iu
