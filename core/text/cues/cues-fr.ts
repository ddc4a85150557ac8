import { begins, word, type CueTable } from './cue-table'

const NE = "(?:ne (?!\\p{L}+(?: \\p{L}+){0,3} qu(?:e |'))|n'(?!\\p{L}+(?: \\p{L}+){0,3} qu(?:e |')))"

/** Not the second of two verbs that one particle denies: « aucune disposition n’affecte ou n’interdit ». */
const ALONE = '(?<![\\p{L}\\p{N}])(?<!(?<!\\p{L})(?:ni|ou) )'

/**
 * Cues of French. A `ne` with its particle, before or behind it, is one negation, and so is a bare `ne` with a verb that needs no particle; any other bare `ne` denies nothing (« à
 * moins qu’il ne le demande »), nor does `ne … que`. A particle alone is faint.
 */
export const CUES_FR: CueTable = {
  guards: [word('non seulement|non moins|pas moins|plus tard que'), "(?<!\\p{L})n'importe"],
  negations: [
    `${ALONE}${NE}(?:[^.;:,]{0,40}? (?:pas|point|plus|jamais|aucune?|rien|nul|nullement|personne|ni)(?!\\p{L}))`,
    `(?<=(?<!\\p{L})(?:aucune?|nul|nulle|rien|personne|ni)(?!\\p{L})[^.;:]{0,150})${ALONE}${NE}`,
    `${ALONE}${NE}(?=(?:\\p{L}+ )?(?:peu|pouv|pourr|puiss|saur|cess|os)\\p{L}*)`,
  ],
  faint: [
    word("ni|sans|sauf|non|moins|seulement|contre|plutôt|autres? que|hors|hormis|tant que|jusqu'à"),
    begins(
      "refus|empêch|interdi|défaut|absen|manqu|imposs|inaliénab|absten|s'abst|abstien|préjudic|priv|indépendam|arbitrair|illég|dépourv|inviolab|incapab|exclu|indivis|insuffis|inadéqu|injust|inacceptab|incompat|incompét|méconn|exempt|dispens",
    ),
  ],
  obligationGuards: [word('peut-être')],
  obligations: [
    [
      'must-not',
      "(?<!\\p{L})(?:ne |n')(?:\\p{L}+ ){0,2}?(?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|saurai(?:t|ent))(?!\\p{L})",
    ],
    ['should', word('devrai(?:t|ent)|il convient')],
    ['must', word('doi(?:t|vent)|devr(?:a|ont)|est tenue?|sont tenue?s|oblig(?:é|ée|és|ées)')],
    ['may', word('peu(?:t|vent)|pourr(?:a|ont|ait|aient)|puiss(?:e|ent)|loisible')],
  ],
}
