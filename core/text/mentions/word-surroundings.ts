import type { Surroundings } from './find-alphabetic-numbers'

/*
 * A decade is named in so many ways (`décennie`, `десятилетие`, 十年) that ten years in words say nothing: they are left out in every language. Ten years
 * that became five still show, as the five. Fractions are left out for the same reason, and so are third parties and the Third World (`tiers`).
 */

/** French. `neuf` is new as well, so it counts only before a plural; `cents` alone is money. */
export const FRENCH_SURROUNDINGS: Surroundings = {
  no: [
    /(?:^| )pour \|cent\|/u,
    /\|cents\|/u,
    /\|neuf\| (?!\S*[sx](?: |$)|(?:ou|a|et) |d(?:e|entre) (?:ses|ces|leurs|nos|vos|les|vingt|trente))/u,
    /\|(?:dix|dixieme)\| (?:\S+ )?(?:ans|annees?)(?: |$)/u,
    /(?:^| )(?:un|le) \|\p{L}+ieme\| (?:de|des|du|d)(?: |$)/u,
  ],
  label: /(?:^| )(?:articles?|chapitre) \|premier\|/u,
}

/** English. */
export const ENGLISH_SURROUNDINGS: Surroundings = {
  no: [
    /\|(?:ten|tenth)\| (?:\S+ )?years?(?: |$)/u,
    /\|third\| (?:part(?:y|ies)|countr(?:y|ies)|states?|persons?|world)(?: |$)/u,
    /(?:^| )half \|a /u,
    /(?:^| )(?:a|one|two|three|four) \|(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth)\|/u,
  ],
  label: /(?:^| )(?:articles?|chapter|annex) \|(?:one|two)\|/u,
}

/** Spanish. `cuarta parte` is a fraction, `tercer país` no ordinal elsewhere. */
export const SPANISH_SURROUNDINGS: Surroundings = {
  no: [
    /(?:^| )por \|(?:ciento|cien)\|/u,
    /\|(?:ciento|cien)\| por cien/u,
    /\|(?:diez|decimo)\| (?:\S+ )?anos?(?: |$)/u,
    /(?:^| )anos \|diez\|/u,
    /\|[^|]*[oa]\| partes?(?: |$)/u,
    /\|tercer[oa]?\| (?:pais|estado|persona|mundo)(?: |$)/u,
    /(?:^| )un \|(?:cuarto|quinto|sexto|septimo|octavo|decimo)\| de(?: |$)/u,
    /\|cuarto\| de hora/u,
  ],
  label: /(?:^| )(?:articulo|capitulo) \|(?:primero|segundo)\|/u,
}

/** Russian. */
export const RUSSIAN_SURROUNDINGS: Surroundings = {
  no: [
    /\|десят(?:ь|и|ью)\| (?:\S+ )?(?:лет|годам|годами|годах)(?: |$)/u,
    /\|десят\p{L}+\| год/u,
    /(?:^| )лет \|десят[ьи]\|/u,
    /\|трет\p{L}+\| (?:сторон|стран|лиц|государств|мир)\p{L}{0,3}(?: |$)/u,
    /(?:^| )(?:одна|однои|одну) \|\p{L}+\|/u,
  ],
  label: /(?:^| )(?:стать|глав)\p{L}{1,2} \|(?:перв|втор)\p{L}+\|/u,
}
