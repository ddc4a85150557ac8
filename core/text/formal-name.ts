/**
 * The note of a wording that is a country's formal name, `the Republic of Kenya` beside `Kenya`. A note, since term bases in TBX carry one and know no such kind of
 * wording.
 */
export const FORMAL_NAME = 'formal'
