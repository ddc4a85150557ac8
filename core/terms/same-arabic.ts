import { arabicCited, arabicRests } from '../text/stem-arabic'

const PRONOUN = '(?:هما|كما|هم|هن|كم|ها|نا|ه|ك)'

/**
 * What a form may add where the cited form ends with what stands before the colon, once the letters that both share are off: sound plurals and duals, with and
 * without their ن, the accusative's alef, pronouns, and the ت that ة becomes before them.
 */
const ENDINGS: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    '': `^(?:|ا|ه|و|ي|ت?ان|ت?ين|ون|(?:ات|تا|تي|ت|ا|و|ي)?${PRONOUN}|ات)$`,
    ه: `^(?:|ا|ان|ين|ون|ت?${PRONOUN}|ت|تا|تي|تان|تين|ات|ات${PRONOUN})$`,
    ات: `^(?:|ه|ت?${PRONOUN}|ت|تان|تين)$`,
    ء: `^(?:ا|[ويا]?${PRONOUN}|[ويا](?:ان|ين|ون)|و|ي|)$`,
    ا: `^(?:|ت?${PRONOUN}|ت|ه)$`,
  }).map(([cited, form]) => [cited, new RegExp(form, 'u')]),
)

const SOUND_PLURAL = /^(?:ون|ين)$/u
const PLURAL_FORM = new RegExp(`^(?:|ا|ه|و|ي|ون|ين|ان|ات|[وي]?${PRONOUN})$`, 'u')
/** Letters before a sound plural's ending from which a singular may be found; shorter ones are a word of their own (تأمين, تعاون). */
const LEAST_STEM = 4

/** The one broken plural in ان whose singular is what stands before it. */
const PLURAL_IN_AN = 'بلدان'
const DUAL_FORM = new RegExp(`^(?:ان|ين|ا|ي)$`, 'u')
const DUAL_ADJECTIVE = /[يت]$/u
/** Before the ending of a dual adjective: that of any other number. */
const ADJECTIVE_FORM = /^(?:|ه|ا|ات|ان|ين|ون)$/u

/**
 * Whether a folded Arabic word of a text is a form of the folded word that a term base cites: equal behind clitics but for what number, gender, case and possession
 * change at its end. Keeps apart words whose light stems are one: عدوان and عدو, لبنان and لبن, تأمين and تام, منظمة and منظمي.
 */
export function isArabicForm(cited: string, written: string): boolean {
  const bare = arabicCited(cited)
  return written === cited || arabicRests(written).some((rest) => agree(bare, rest) || agree(cited, rest))
}

function agree(cited: string, rest: string): boolean {
  let common = 0
  while (common < cited.length && cited[common] === rest[common]) common += 1
  // ت of a pronoun's sake is ه in the free form; letters that both have may belong to either's ending.
  for (let cut = common; cut >= Math.max(2, common - 3); cut -= 1) {
    if (endingsAgree(cited.slice(0, cut), cited.slice(cut), rest.slice(cut), cited)) return true
  }
  return false
}

function endingsAgree(stem: string, end: string, form: string, cited: string): boolean {
  if (end === form) return true
  if (SOUND_PLURAL.test(end) && PLURAL_FORM.test(form)) {
    return stem.length >= LEAST_STEM || SOUND_PLURAL.test(form)
  }
  if (end === 'ان') {
    if (DUAL_FORM.test(form)) return true
    if (cited === PLURAL_IN_AN) return form === ''
    return DUAL_ADJECTIVE.test(stem) && ADJECTIVE_FORM.test(form)
  }
  return ENDINGS.get(end)?.test(form) ?? false
}
