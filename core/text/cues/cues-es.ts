import { begins, word, type CueTable } from './cue-table'

/** Adjectives before which `no` is part of a word: territorios no autónomos. */
const QUALITY = '(?:autónom|permanente|gubernamental|discriminat|violen|proliferac|oficial|alinead)\\p{L}*'

/** What follows an adverb that stands behind its verb. */
const BEHIND_A_VERB =
  '(?:a|al|ante|bajo|como|con|contra|de|del|desde|durante|e|el|la|los|las|un|una|en|entre|hacia|hasta|más|ni|o|para|por|según|sin|sobre|su|sus|y|u|que)(?!\\p{L})'

/** Cues of Spanish. A negative word after `no` belongs to that `no`. */
export const CUES_ES: CueTable = {
  guards: [word('sin embargo|no s[oó]lo|no solamente|no obstante|no menos')],
  negations: [
    `(?<![\\p{L}\\p{N}])no(?![\\p{L}\\p{N}])(?! ${QUALITY})(?:[^.;:,]{0,40}? (?:nadie|ning(?:ún|uno|una)|nada|nunca|jamás)(?!\\p{L}))?`,
    word('tampoco'),
    // Behind its verb such a word only goes on with a `no`.
    `(?<![\\p{L}\\p{N}])(?:nunca|jamás)(?= (?!${BEHIND_A_VERB})\\p{L})`,
    // After its verb such a word only goes on with a `no`; before it, at the head of a clause, it denies by itself.
    '(?=n)(?<=(?:^|[.;:,] |[.;:,] y |(?<!\\p{L})(?:que|cual) )(?:(?:a|de|por|con|bajo|para) )?|(?<!\\p{L})en )(?:nadie|ning(?:ún|uno|una)|nada)(?!\\p{L})',
  ],
  restrictions: [word('no') + '(?=[^.;:]{0,60}? (?:sino|salvo|excepto|hasta|más que)(?!\\p{L}))'],
  faint: [
    ['un', `(?<!\\p{L})no ${QUALITY}`],
    ['nor', word('ni')],
    ['regardless', word('sin (?:consideración|distinción|limitación)')],
    ['without', word('sin')],
    [
      'except',
      word(
        'salvo|excepto|a menos que|a no ser que|fuera de|a reserva de|con excepción de|a excepción de|aparte de',
      ),
    ],
    ['only', word('sólo|solo|solamente|únicamente|exclusivamente|únic[oa]s?|menor|mínim[oa]s?')],
    ['until', word('hasta|antes de|mientras|en vez de|en lugar de')],
    ['refuse', begins('neg(?=ar|ad|ó|and|at)|niegu|rehús|rehus|rechaz')],
    ['forbid', begins('prohib|prohíb|vedad')],
    ['prevent', begins('impid|imped|evit|obstacul|entorpe|preven')],
    ['lack', begins('falta|ausen|carec|carez|insufic|inadec|escas')],
    ['fail', begins('omit|omis|incumpl|fracas|descono')],
    ['fail', word('dej(?:a|e|are|ara|an|en|aren|ase|ado|ar|ó) de')],
    ['abstain', begins('abst')],
    ['deprive', begins('priv(?=a)|despoj|exclu(?=[iy]|sión)|perd(?=er|id|i[óe])|pierd|pérdid')],
    ['free', begins('exen|exim|inmun|proteg|protec')],
    ['firm', begins('inalienab|independien|arbitrari|inviolab|indivis|irrenunc')],
    ['un', begins('imposib|impun|ilegal|ilícit|ilegít|incapa|injust|incompat|inadmis|inacept')],
    ['against', word('contra|en contra')],
    ['against', begins('perjui|perjud|menoscab|contrari|opon|opus')],
    ['regardless', begins('independientemente')],
  ],
  prohibitions: [
    `(?<![\\p{L}\\p{N}])no (?:se )?(?:\\p{L}+r(?:á|án)|deb\\p{L}+|pued\\p{L}+)`,
    word('nadie|ning(?:ún|uno|una)|nada'),
  ],
  obligationGuards: [],
  obligations: [
    ['must-not', word('no (?:\\p{L}+ )?(?:debe|deben|deberá|deberán|puede|pueden|podrá|podrán)')],
    ['should', word('debería|deberían|convendría')],
    ['must', word('debe|deben|deberá|deberán|ha de|han de|habrá de|tiene que|obligad[oa]s?')],
    ['may', word('puede|pueden|podrá|podrán|podría|podrían|pueda|puedan')],
  ],
}
