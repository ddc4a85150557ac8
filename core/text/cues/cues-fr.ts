import { begins, word, type CueTable } from './cue-table'

/** A word between `ne` and its `que` that makes the `que` another word's: a particle of denial, or half of a conjunction. */
const NOT_BETWEEN =
  '(?!(?:pas|point|plus|jamais|guère|aucune?|rien|nul|nulle|personne|ni|tant|afin|alors|bien|avant|après|dès|lors|ainsi|autant|tel|telle|tels|telles|même|aussi|pour|sans)(?!\\p{L}))'

const QUE = `(?=\\p{L}+(?: ${NOT_BETWEEN}\\p{L}+){0,3} qu(?:e |'))`

/** `ne … que`: a restriction, not a denial. */
const NE_QUE = `(?:ne |n')${QUE}`

const NE = `(?:ne |n')(?!${QUE})`

/** Not the second of two verbs that one particle denies (« aucune disposition n’affecte ou n’interdit »), nor the `ne` that `à moins que` only brings along. */
const ALONE =
  "(?=n[e'])(?<![\\p{L}\\p{N}])(?<!(?<!\\p{L})(?:ni|ou) )(?<!(?<!\\p{L})(?:à moins|avant|de peur|de crainte) qu[e'][^.;:,]{0,80})"

/**
 * Cues of French. A `ne` with its particle, before or behind it, is one negation, and so is a bare `ne` with a verb that needs no particle; any other bare `ne` denies nothing (« à
 * moins qu’il ne le demande »), nor does `ne … que`. A particle alone is faint.
 */
export const CUES_FR: CueTable = {
  guards: [word('non seulement|non moins|pas moins|plus tard que'), "(?<!\\p{L})n'importe"],
  negations: [
    `${ALONE}${NE}(?:(?:[^.;:,]{0,40}?[ '])?(?:pas|point|plus|jamais|guère|aucune?|rien|nul|nullement|personne)(?!\\p{L})|(?=[^.;:,]{0,40}? ni(?!\\p{L})))`,
    `(?=n[e'])(?<=(?<!\\p{L})(?:aucune?|nul|nulle|rien|personne|ni)(?!\\p{L})[^.;:]{0,150})${ALONE}${NE}`,
    `${ALONE}${NE}(?=(?:\\p{L}+ )?(?:peu|pouv|pourr|puiss|saur|cess|os)\\p{L}*)`,
  ],
  restrictions: [`(?<![\\p{L}\\p{N}])${NE_QUE}`],
  faint: [
    ['nor', word('ni')],
    ['nor', "(?<![\\p{L}\\p{N}])ou n(?:e |')"],
    [
      'regardless',
      word('sans (?:considération|distinction|égard)\\p{L}*|quelle? que soit|quels? que soi(?:t|ent)'),
    ],
    ['without', word("sans|en l'absence d[eu']")],
    [
      'except',
      word(
        "sauf|hors|hormis|autres? (?:\\p{L}+ )?qu[e']|excepté|à moins|à l'exception|sous réserve|à part|exception faite",
      ),
    ],
    ['only', word('seulement|uniquement|exclusivement|minimum|seule?s?')],
    ['until', word("tant que|jusqu'à|jusqu'au|avant|plutôt|au lieu d[eu]|en attendant")],
    ['refuse', begins('refus|rejet|rejett')],
    ['refuse', begins('(?:dé)?ni(?=er|e(?!\\p{L})|é)')],
    ['forbid', begins('interdi|prohib|proscri')],
    ['prevent', begins('empêch|évit|prév(?=en|ie)|entrav|obstacle|gên(?=er|e)')],
    ['lack', begins('absen|insuffis|inadéqu|carence|dépourv|pénurie')],
    ['lack', word('moins|faute|peu')],
    ['fail', begins('défaut|manqu|omett|omission|omis|néglig|échou|méconn|cess')],
    ['abstain', begins("absten|s'abst|abstien")],
    ['deprive', begins('exclu(?=[ets]|re)|perd|perte')],
    ['deprive', begins('priv(?=é|er|ation|ant|e(?!\\p{L}))')],
    ['free', begins('exempt|dispens|affranch|immun|protég|protec|libér')],
    ['not', word("de peur d[e']|de crainte d[e']|pour éviter")],
    ['not', word('non(?=[ -]\\p{L})')],
    ['firm', begins('inaliénab|indépendan|arbitrair|inviolab|indivis')],
    [
      'un',
      begins(
        'imposs|impun|trafic|illég|illicit|incapab|injust|inacceptab|inadmiss|incompat|incompét|irrecev',
      ),
    ],
    ['against', word("contre|à l'encontre")],
    ['against', begins('préjudic|atteint|oppos|contrair|contrev')],
    ['regardless', begins('indépendamment')],
  ],
  prohibitions: [
    `(?<![\\p{L}\\p{N}])${NE}(?:\\p{L}+ )?(?:\\p{L}+r(?:a|ont)|peu(?:t|vent)|doi(?:t|vent)|saurai(?:t|ent)|devrai(?:t|ent))(?!\\p{L})`,
    `(?=n[e'])(?<=(?<!\\p{L})(?:aucune?|nul|nulle|rien|personne)(?!\\p{L})[^.;:]{0,150})(?<![\\p{L}\\p{N}])${NE}`,
  ],
  obligationGuards: [word('peut-être')],
  obligations: [
    [
      'must-not',
      "(?<!\\p{L})(?:ne |n')(?:(?:le|la|les|lui|leur|se|y|en|nous|vous) |l'|s'|en |y )*(?:peu(?:t|vent)|pourr(?:a|ont)|doi(?:t|vent)|devr(?:a|ont)|saurai(?:t|ent))(?!\\p{L})",
    ],
    ['should', word('devrai(?:t|ent)|il convient')],
    ['must', word('doi(?:t|vent)|devr(?:a|ont)|est tenue?|sont tenue?s|oblig(?:é|ée|és|ées)')],
    ['may', word('peu(?:t|vent)|pourr(?:a|ont|ait|aient)|puiss(?:e|ent)|loisible')],
  ],
}
