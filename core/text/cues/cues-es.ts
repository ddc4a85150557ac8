import { begins, word, type CueTable } from './cue-table'

/** Adjectives before which `no` is part of a word: territorios no autónomos. */
const QUALITY = '(?:autónom|permanente|gubernamental|discriminat|violen|proliferac|oficial|alinead)\\p{L}*'

/** Cues of Spanish. A negative word after `no` belongs to that `no`. */
export const CUES_ES: CueTable = {
  guards: [word('no s[oó]lo|no solamente|no obstante|no menos')],
  negations: [
    `(?<![\\p{L}\\p{N}])no(?![\\p{L}\\p{N}])(?! ${QUALITY})(?:[^.;:,]{0,40}? (?:nadie|ning(?:ún|uno|una)|nada|nunca|jamás)(?!\\p{L}))?`,
    word('nunca|jamás|tampoco'),
    // After its verb such a word only goes on with a `no`; before it, at the head of a clause, it denies by itself.
    '(?<=^|[.;:,] |[.;:,] y |(?<!\\p{L})(?:que|cual) |(?<!\\p{L})en )(?:nadie|ning(?:ún|uno|una)|nada)(?!\\p{L})',
  ],
  faint: [
    `(?<!\\p{L})no ${QUALITY}`,
    word('ni|sin|sino|salvo|excepto|sólo|solo|solamente|menos|contra|hasta|más que|fuera de'),
    begins(
      'neg(?=a|á|ó)|niegu|rehús|rehus|impid|imped|prohib|falta|ausen|imposib|inalienab|abst|perjui|priv|independien|arbitrari|ileg|inviolab|incapa|exclu|exen|indivis|insufic|inadec|injust|incompat|evit|carec|descono',
    ),
  ],
  obligationGuards: [],
  obligations: [
    ['must-not', word('no (?:\\p{L}+ )?(?:debe|deben|deberá|deberán|puede|pueden|podrá|podrán)')],
    ['should', word('debería|deberían|convendría')],
    ['must', word('debe|deben|deberá|deberán|ha de|han de|habrá de|tiene que|obligad[oa]s?')],
    ['may', word('puede|pueden|podrá|podrán|podría|podrían|pueda|puedan')],
  ],
}
