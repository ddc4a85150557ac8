/** Letters that a stem keeps at least: Arabic roots have three. */
const ROOT = 3

/** What is written in front of a noun without a space; the longer first. `لل` is ل with the article. */
const PREFIXES = [
  'وبال', 'فبال', 'وكال', 'فكال', 'ولل', 'فلل', 'وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'وب', 'فب', 'وك', 'فك', 'ول', 'فل', 'و', 'ف', 'ب', 'ك', 'ل',
] // prettier-ignore

/** Prefixes that hold the article: words hardly ever begin like these by themselves, so a stem may drop them unseen. */
const ARTICLED = PREFIXES.filter((prefix) => prefix.endsWith('ال') || prefix.endsWith('لل'))
const BARE = PREFIXES.filter((prefix) => !ARTICLED.includes(prefix))

/** The future, before the first letter of a verb in the present tense. */
const FUTURE = ['وس', 'فس', 'س']
/** First letters of all these. */
const CLITICS = 'وفبكلاس'
const FUTURE_VERB = 'يتنا'

/**
 * Folded stems whose first letter is their own though it looks like a clitic: what would be left without it is another word (ولاية, not و before
 * لاية; لجنة, not ل before جنة).
 */
const OWN_FIRST: ReadonlySet<string> = new Set(
  (
    'وزار وزير وزرا وثيق وثايق وقت وفد وفود وكال وكيل وكلا ولاي ولايات وحد واقع واجب وسيل وسايل وسيط وسط وطن وطني وضع وصول وعي ورق وظيف ' +
    'وظايف وصاي وفا وفيات وقاي وقف ورش وساط ولاد وباء وبا وراث وجود وجه وثق وقود وزن وسم ودايع ودي ' +
    'بلد بلدان بلاد برنامج برامج بيي بيان بيانات بحر بحار بحث بحوث بنا بند بنود بعث بعثات بشر بشري بقا بطال بدايل بديل بداي برلمان بنك بنوك ' +
    'بضايع بذل بذور بلاغ بروتوكول برتوكول بنان باب بريد بساط بصر بضاع بطاق بكال ' +
    'فقر فقرا فقرات فرد فريق فرص فتر فلسطين فلسطيني فضا فيضان فساد فصل فهم فاعل فعال فعل فرع فكر فجو فحص فرق فتا فيي فيات فايد فواصل ' +
    'كرام كارث كوارث كامل كيان كيانات كتاب كتب كفا كفال كره كراهي كمي كميات كوكب كلم كسب كفاح كشف ' +
    'لجن لجان لغ لغات لاجي لقا لايح لوايح لبنان ليبيا لبناني ليبي لقاح لوح'
  ).split(' '),
)

/** Possessive pronouns; the longer first. */
const PRONOUNS = ['هما', 'كما', 'هم', 'هن', 'كم', 'ها', 'نا', 'ه']

/** Endings of number and gender; the longer first. `ه` is what a folded ة has become. */
const ENDINGS = ['تين', 'تان', 'ات', 'ان', 'ين', 'ون', 'ه']

/** Last letters of all these. */
const LAST_LETTERS = 'نته'

/** Drops the first of some endings that the word has, unless fewer letters than a root would stay. */
function drop(word: string, endings: readonly string[]): string {
  for (const ending of endings) {
    if (word.endsWith(ending)) {
      return word.length - ending.length >= ROOT ? word.slice(0, -ending.length) : word
    }
  }
  return word
}

const FEMININE = ['ت']
const HAMZA = ['ء']
const ALEF = ['ا']

/**
 * The word without the endings of its number and gender, again and again (اتجاه, اتجاهات); and without a last hamza, whose carrier changes
 * with the case and with a pronoun behind it.
 */
function dropEnding(word: string): string {
  let short = word
  while (LAST_LETTERS.includes(short.charAt(short.length - 1))) {
    const next = drop(short, ENDINGS)
    if (next === short) break
    short = next
  }
  return short.endsWith('ء') ? drop(short, HAMZA) : short
}

/** The word without a possessive pronoun, with the feminine ت and the hamza that stand before it in their free form; null where there is none. */
function dropPronoun(word: string): string | null {
  const bare = drop(word, PRONOUNS)
  if (bare === word) return null
  const last = bare.charAt(bare.length - 1)
  const before = bare.charAt(bare.length - 2)
  // أعضاؤها: the hamza's carrier; ممثلوهم, ممثليها: a plural that has lost its ن before the pronoun.
  if ((last === 'ي' || last === 'و') && before === 'ا') return bare.slice(0, -1)
  return dropEnding(last === 'ت' && before !== 'ا' ? drop(bare, FEMININE) : bare)
}

/** Letters of a participle at least, its م included, whose plural or whose owner one letter at its end may tell: ممثلو, ممثلي. */
const PARTICIPLE = 5

/**
 * The word without the و or ي of a sound plural before its genitive, or of the first person's possession. Of participles alone: behind other nouns the same
 * letter makes an adjective (قانوني, دولي) or is the root's.
 */
function dropConstruct(word: string): string | null {
  const last = word.charAt(word.length - 1)
  if (last !== 'ي' && last !== 'و') return null
  if (!word.startsWith('م') || word.length < PARTICIPLE) return null
  return dropEnding(word.endsWith('تي') ? drop(word.slice(0, -1), FEMININE) : word.slice(0, -1))
}

/** The second person's possession, of nouns long enough that it is hardly a root's letter, and never behind alef (اشتراك). */
function dropYour(word: string): string | null {
  if (word.length <= ROOT + 1 || !word.endsWith('ك') || word.endsWith('اك')) return null
  const bare = word.slice(0, -1)
  return dropEnding(bare.endsWith('ت') && !bare.endsWith('ات') ? drop(bare, FEMININE) : bare)
}

interface Rest {
  readonly rest: string
  /** The article stood before it, so that no pronoun stands behind it. */
  readonly articled: boolean
}

function restsOf(word: string): readonly Rest[] {
  const rests: Rest[] = [{ rest: word, articled: false }]
  // Most words begin with none of these letters.
  if (!CLITICS.includes(word.charAt(0))) return rests
  for (const prefix of FUTURE) {
    if (!word.startsWith(prefix) || word.length - prefix.length <= ROOT) continue
    const rest = word.slice(prefix.length)
    if (FUTURE_VERB.includes(rest.charAt(0))) rests.push({ rest, articled: false })
  }
  if (!OWN_FIRST.has(dropEnding(word)) && !OWN_FIRST.has(dropPronoun(word) ?? '')) {
    pushRests(word, BARE, false, rests)
  }
  pushRests(word, ARTICLED, true, rests)
  return rests
}

function pushRests(word: string, prefixes: readonly string[], articled: boolean, rests: Rest[]) {
  for (const prefix of prefixes) {
    if (word.length - prefix.length < ROOT || !word.startsWith(prefix)) continue
    rests.push({ rest: word.slice(prefix.length), articled })
  }
}

/** Every way to read a folded word without what may be written in front of it, itself first. */
export function arabicRests(word: string): readonly string[] {
  return restsOf(word).map(({ rest }) => rest)
}

/** A folded word as a dictionary cites it: without the article. */
export function arabicCited(word: string): string {
  return word.startsWith('ال') && word.length - 2 >= ROOT ? word.slice(2) : word
}

/** Last letters of what only a word without the article may end with. */
const OWNED = 'هامنكيو'

function addOwned(rest: string, readings: Set<string>) {
  if (!OWNED.includes(rest.charAt(rest.length - 1))) return
  // The indefinite accusative: its alef stays when the vowel marks go.
  if (rest.endsWith('ا')) readings.add(dropEnding(drop(rest, ALEF)))
  const owned = drop(rest, PRONOUNS)
  const plural = owned === rest ? null : dropConstruct(owned)
  for (const other of [dropPronoun(rest), dropConstruct(rest), dropYour(rest), plural]) {
    if (other !== null) readings.add(other)
  }
}

/**
 * All the stems that a written word may stand for, since only a dictionary tells whether its first letter is a clitic (و ف ب ك ل, the
 * article, the future's س) or its own, and its last ones a pronoun. `word` is folded (see `fold`). The first is the reading of a word without clitics:
 * article and ending off. Never empty; a stem has at least three letters unless the word has fewer. Behind the article no pronoun is read.
 */
export function arabicReadings(word: string): readonly string[] {
  const readings = new Set([dropEnding(arabicCited(word))])
  for (const { rest, articled } of restsOf(word)) {
    readings.add(dropEnding(rest))
    if (!articled) addOwned(rest, readings)
  }
  return [...readings]
}

/**
 * One stem of a folded Arabic word, after the light stemmer of Larkey, Ballesteros and Connell (2007): the article with what precedes it,
 * else و alone before a longer word, or the future's س before a verb; then one ending. Never fewer than three letters unless the word has
 * fewer.
 */
export function stemArabic(word: string): string {
  const prefix = ARTICLED.find((start) => word.startsWith(start) && word.length - start.length >= ROOT)
  if (prefix !== undefined) return withoutEnd(word.slice(prefix.length))
  return withoutEnd(word.replace(/^(?:و(?=.{4})|س(?=[يتن].{3}))/u, ''))
}

function withoutEnd(word: string): string {
  return dropPronoun(word) ?? dropEnding(word)
}
