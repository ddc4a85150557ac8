import { begins, word, type CueTable } from './cue-table'

const NE = "(?:ne (?!\\p{L}+(?: \\p{L}+){0,3} qu(?:e |'))|n'(?!\\p{L}+(?: \\p{L}+){0,3} qu(?:e |')))"

/** Cues of French. A `ne` with its particle is one negation; `ne … que` is none; a particle alone is faint. */
export const CUES_FR: CueTable = {
  guards: [word('non seulement|non moins|pas moins|plus tard que'), "(?<!\\p{L})n'importe"],
  negations: [
    `(?<![\\p{L}\\p{N}])${NE}(?:[^.;:,]{0,40}? (?:pas|point|plus|jamais|aucune?|rien|nul|nullement|personne)(?!\\p{L}))`,
    `(?<![\\p{L}\\p{N}])${NE}`,
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
    [
      'may',
      word(
        'peu(?:t|vent)|pourr(?:a|ont|ait|aient)|puiss(?:e|ent)|loisible|a le droit|ont le droit|a droit|ont droit',
      ),
    ],
  ],
}
