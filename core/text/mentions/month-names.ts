/**
 * Month names of the six languages, as they stand in a folded text, lower case: January first, alternatives of a pattern. Russian in every case;
 * Arabic with the names of the Levant, of Egypt and the Gulf, of Tunisia and Algeria and of Morocco. Latin abbreviations may take a point.
 */
export const MONTH_NAMES: readonly string[] = [
  'janvier|janv|january|jan|enero|январ(?:ь|я|ю|е|ем)|كانون الثاني|يناير|جانفي',
  'fevrier|fevr|february|feb|febrero|феврал(?:ь|я|ю|е|ем)|شباط|فبراير|فيفري',
  'mars|march|marzo|март(?:а|у|е|ом)?|اذار|مارس',
  'avril|avr|april|apr|abril|апрел(?:ь|я|ю|е|ем)|نيسان|ابريل|افريل',
  'mai|may|mayo|ма(?:и|я|ю|е|ем)|ايار|مايو|ماي',
  'juin|june|junio|июн(?:ь|я|ю|е|ем)|حزيران|يونيه|يونيو|جوان',
  'juillet|juil|july|julio|июл(?:ь|я|ю|е|ем)|تموز|يوليه|يوليو|جويليه|يوليوز',
  'aout|august|aug|agosto|август(?:а|у|е|ом)?|اب|اغسطس|اوت|غشت',
  'septembre|september|sept|septiembre|setiembre|сентябр(?:ь|я|ю|е|ем)|ايلول|سبتمبر|شتنبر',
  'octobre|october|oct|octubre|октябр(?:ь|я|ю|е|ем)|تشرين الاول|اكتوبر',
  'novembre|november|nov|noviembre|ноябр(?:ь|я|ю|е|ем)|تشرين الثاني|نوفمبر|نونبر',
  'decembre|december|dec|diciembre|декабр(?:ь|я|ю|е|ем)|كانون الاول|ديسمبر|دجنبر',
]
