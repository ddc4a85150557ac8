import type { UnLanguage } from '../model'

/**
 * What a preambular paragraph looks like in a language, on its folded head: the first group is the opening. French, English, Spanish
 * and Russian open with a gerund or participle, Arabic with `وإذ` and a verb. Nouns with the same endings are ruled out by name or by
 * asking for the preposition that a participle needs. Chinese verbs have no such mark.
 */
const SHAPES: Readonly<Record<UnLanguage, readonly RegExp[]>> = {
  fr: [
    /^((?:ayant|etant) (?:ete )?\p{L}{2,}(?:é|i|u|is|it|ert)(?:e|s|es)?)(?![\p{L}\p{N}])/u,
    /^((?:s |se |n |ne )?(?!avant |devant |durant |pendant |suivant |cependant |maintenant |enfant |autant |quant |tant |nonobstant |moyennant |concernant |touchant |auparavant |dorénavant |représentant |montant |habitant |participant |instant |garant |gouvernant |moyennant )\p{L}{2,}ant)(?= )/u,
    /^(\p{L}{3,}[éiu](?:e|s|es)?)(?= (?:par|qu|que) )/u,
  ],
  en: [
    /^((?:having|being) (?:been )?\p{L}{2,}(?:ed|en|t|un|wn|ld|ne))(?![\p{L}\p{N}])/u,
    /^((?:\p{L}{2,}ly )?(?!during |nothing |everything |something |anything |king |evening |morning |spring |thing |building |following |regarding |concerning |according |including |pending |notwithstanding |excluding |funding |training |housing |being )\p{L}{2,}ing)(?= )/u,
    /^((?:\p{L}{2,}ly )?\p{L}{3,}ed)(?= (?:by|at|that|about) )/u,
  ],
  es: [
    /^(habiendo(?:se)? (?:sido )?\p{L}{2,}(?:ado|ido|to|cho|so))(?![\p{L}\p{N}])/u,
    /^((?!cuando |segundo |mando |bando |comando |segundo |fondo )\p{L}{2,}(?:ando|iendo|yendo|ándo(?:se|la|lo)|iéndo(?:se|la|lo)|yéndose))(?= )/u,
    /^(\p{L}{3,}[ai]d[oa]s?)(?= (?:por|que|de que) )/u,
  ],
  ru: [
    /^((?:будучи (?:\p{L}+о )?)\p{L}{4,})(?![\p{L}\p{N}])/u,
    /^(\p{L}{3,}(?:уя|уясь|аясь|яясь|ившись|авшись|ывая|(?<!пр)авая|ючи))(?![\p{L}\p{N}])/u,
  ],
  ar: [
    /^(و?اذ (?:(?:لا|ما|قد|هي|هو) )?\p{L}{2,})(?![\p{L}\p{N}])/u,
    /^(و?(?:قد|بعد ان) \p{L}{2,})(?![\p{L}\p{N}])/u,
    /^(و?\p{L}{3,}ا (?:منها|منه))(?![\p{L}\p{N}])/u,
  ],
  zh: [],
}

/**
 * The number of folded letters that a paragraph's opening takes where it is in no table but looks like a preambular one; 0 where it
 * does not. `head` is what `foldOpening` gives.
 */
export function guessOpening(head: string, language: UnLanguage): number {
  for (const shape of SHAPES[language]) {
    const opening = shape.exec(head)?.[1]
    if (opening) return opening.length
  }
  return 0
}
