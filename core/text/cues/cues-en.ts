import { begins, word, type CueTable } from './cue-table'

/** Cues of English. */
export const CUES_EN: CueTable = {
  guards: [word('not only|no later than|no less than|no more than|whether or not|if not|no\\.|nos\\.')],
  negations: [
    word(
      "not|cannot|no one|nobody|no|none|nothing|never|neither|(?:do|does|did|is|are|was|were|has|have|shall|ca|wo|would|should|could)n't",
    ),
  ],
  faint: [
    word('nor|without|unless|except|only|until|lest|less|against|other than|outside|rather than'),
    begins(
      'refus|prevent|prohibit|fail|absen|lack|unable|impossib|inalienab|abst|forbid|prejudice|preclud|depriv|den(?=y|ie)|irrespective|regardless|non-?\\p{L}|' +
        'unless|unlawful|arbitrar|incapab|independent|inviolab|disregard|exempt|free from|unfavou?r|indivisib|impract|insufficien|inadequa|unjust|inadmiss|illegitim|incompat',
    ),
  ],
  obligationGuards: [word('in may|may \\d+|\\d{1,2} may(?= \\d)')],
  obligations: [
    ['must-not', word('(?:shall|must|may|can|should) not|cannot|is not to|are not to')],
    ['must-not', word('no \\p{L}+ (?:shall|may|can)|nothing [^.;]{0,60}? (?:shall|may)')],
    ['must', word('shall|must|is to|are to|is obliged to|are obliged to')],
    ['should', word('should|ought to')],
    ['may', word('may|can')],
  ],
}
