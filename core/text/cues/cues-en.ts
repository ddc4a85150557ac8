import { begins, word, type CueTable } from './cue-table'

/** Cues of English. */
export const CUES_EN: CueTable = {
  guards: [word('not only|no later than|whether or not|if not|no\\.|nos\\.')],
  negations: [
    word(
      "not|cannot|no one|nobody|no|none|nothing|never|neither|(?:do|does|did|is|are|was|were|has|have|shall|ca|wo|would|should|could)n't",
    ),
  ],
  restrictions: [
    word('(?:not|cannot|no|none|never|nothing)') +
      '(?=[^.;:]{0,60}? (?:but|except|until|unless|other than)(?!\\p{L}))',
  ],
  faint: [
    ['nor', word('nor')],
    ['regardless', word('without (?:distinction|regard|consideration)')],
    ['without', word('without|free (?:from|of)|in the absence of')],
    [
      'except',
      word(
        'except|unless|other than|outside|save|(?<!(?:be|is|are|been|being|not) )subject to|apart from|with the exception of|saving',
      ),
    ],
    ['only', word('(?:not|no) (?:more|less) than|only|solely|exclusively|merely|simply|sole|least|minimum')],
    ['until', word('until|till|before|pending|rather than|instead of|as long as|while')],
    ['refuse', begins('refus|reject|den(?=y|ie)|disagree|disapprov')],
    ['forbid', begins('prohibit|forbid|forbad|ban(?=s|ned|ning)|outlaw')],
    ['prevent', begins('prevent|preclud|avoid|hinder|imped|obstruct|averting|avert')],
    ['lack', begins('absen|lack|inadequa|insufficien|scarc|shortage')],
    ['lack', word('little|few|less')],
    ['fail', begins('fail|omit|omission|neglect|disregard|default|ceas|wrong')],
    ['fail', word('have yet to|has yet to|remains? to be')],
    ['abstain', begins('abst|refrain')],
    ['deprive', begins('depriv|exclud|exclus(?=ion)|forfeit')],
    ['deprive', word('los(?:e|es|t|ing|s)')],
    ['free', begins('exempt|immun|protect')],
    ['not', word('lest|so as not')],
    ['not', begins('non-(?=\\p{L})')],
    ['firm', begins('inalienab|arbitrar|independent|inviolab|indivisib')],
    [
      'un',
      begins(
        'impossib|unable|unlawful|impun|illicit|incapab|unfavou?r|impract|unjust|inadmiss|inadvis|illegitim|incompat|illegal|unaccept|unavail|unaffect|unwill|unlikel|unknown|unreason|unfair|invalid|ineligib|disqualif',
      ),
    ],
    ['against', word('against|contrary|counter')],
    ['against', begins('prejudic|impair|oppos|inconsisten')],
    ['regardless', begins('irrespective|regardless')],
  ],
  prohibitions: [
    word('(?:shall|must|may|can|should) not|cannot|no \\p{L}+ (?:shall|may|can)|no one|nothing|nobody'),
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
