import type { NumberLanguage } from './number-word'

/** French number words, those of Belgium and Switzerland among them. */
export const FRENCH: NumberLanguage = {
  cardinals: {
    un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12, treize: 13,
    quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70,
    huitante: 80, octante: 80, nonante: 90, cent: 100, cents: 100, mil: 1000, mille: 1000, million: 1e6, millions: 1e6,
    milliard: 1e9, milliards: 1e9,
  },
  ordinals: {
    premier: 1, premiere: 1, unieme: 1, second: 2, seconde: 2, deuxieme: 2, troisieme: 3, quatrieme: 4, cinquieme: 5, sixieme: 6,
    septieme: 7, huitieme: 8, neuvieme: 9, dixieme: 10, onzieme: 11, douzieme: 12, treizieme: 13, quatorzieme: 14, quinzieme: 15,
    seizieme: 16, vingtieme: 20, trentieme: 30, quarantieme: 40, cinquantieme: 50, soixantieme: 60, septantieme: 70, huitantieme: 80,
    octantieme: 80, nonantieme: 90, centieme: 100,
  },
  ordinalEnding: null,
  compound: null,
  bare: ['mil', 'mille'],
  tensJoiner: ['et'],
  hundredsJoiner: [],
  article: [],
} // prettier-ignore

/** English number words. */
export const ENGLISH: NumberLanguage = {
  cardinals: {
    one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13,
    fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fourty: 40,
    fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90, hundred: 100, thousand: 1000, million: 1e6, billion: 1e9, trillion: 1e12,
  },
  ordinals: {
    first: 1, second: 2, third: 3, fourth: 4, fifth: 5, sixth: 6, seventh: 7, eighth: 8, ninth: 9, tenth: 10, eleventh: 11, twelfth: 12,
    thirteenth: 13, fourteenth: 14, fifteenth: 15, sixteenth: 16, seventeenth: 17, eighteenth: 18, nineteenth: 19, twentieth: 20,
    thirtieth: 30, fortieth: 40, fiftieth: 50, sixtieth: 60, seventieth: 70, eightieth: 80, ninetieth: 90, hundredth: 100,
  },
  ordinalEnding: null,
  compound: null,
  bare: [],
  tensJoiner: [],
  hundredsJoiner: ['and'],
  article: ['a', 'an'],
} // prettier-ignore

/** Spanish number words. */
export const SPANISH: NumberLanguage = {
  cardinals: {
    un: 1, uno: 1, una: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, nueve: 9, diez: 10, once: 11, doce: 12,
    trece: 13, catorce: 14, quince: 15, dieciseis: 16, diecisiete: 17, dieciocho: 18, diecinueve: 19, veinte: 20, veintiun: 21,
    veintiuno: 21, veintiuna: 21, veintidos: 22, veintitres: 23, veinticuatro: 24, veinticinco: 25, veintiseis: 26, veintisiete: 27,
    veintiocho: 28, veintinueve: 29, treinta: 30, cuarenta: 40, cincuenta: 50, sesenta: 60, setenta: 70, ochenta: 80, noventa: 90,
    cien: 100, ciento: 100, doscientos: 200, doscientas: 200, trescientos: 300, trescientas: 300, cuatrocientos: 400,
    cuatrocientas: 400, quinientos: 500, quinientas: 500, seiscientos: 600, seiscientas: 600, setecientos: 700, setecientas: 700,
    ochocientos: 800, ochocientas: 800, novecientos: 900, novecientas: 900, mil: 1000, millon: 1e6, millones: 1e6,
  },
  ordinals: {
    primer: 1, primero: 1, primera: 1, segundo: 2, segunda: 2, tercer: 3, tercero: 3, tercera: 3, cuarto: 4, cuarta: 4, quinto: 5,
    quinta: 5, sexto: 6, sexta: 6, septimo: 7, septima: 7, setimo: 7, octavo: 8, octava: 8, noveno: 9, novena: 9, decimo: 10,
    decima: 10, undecimo: 11, undecima: 11, decimoprimero: 11, decimoprimera: 11, duodecimo: 12, duodecima: 12, decimosegundo: 12,
    decimosegunda: 12, decimotercer: 13, decimotercero: 13, decimotercera: 13, decimocuarto: 14, decimocuarta: 14, decimoquinto: 15,
    decimoquinta: 15, decimosexto: 16, decimosexta: 16, decimoseptimo: 17, decimoseptima: 17, decimoctavo: 18, decimoctava: 18,
    decimonoveno: 19, decimonovena: 19, vigesimo: 20, vigesima: 20, vigesimoprimer: 21, vigesimoprimero: 21, vigesimoprimera: 21,
    vigesimosegundo: 22, vigesimosegunda: 22, vigesimotercer: 23, vigesimotercero: 23, vigesimotercera: 23, vigesimocuarto: 24,
    vigesimocuarta: 24, vigesimoquinto: 25, vigesimoquinta: 25, vigesimosexto: 26, vigesimosexta: 26, vigesimoseptimo: 27,
    vigesimoseptima: 27, vigesimoctavo: 28, vigesimoctava: 28, vigesimonoveno: 29, vigesimonovena: 29, trigesimo: 30, trigesima: 30,
    cuadragesimo: 40, cuadragesima: 40, quincuagesimo: 50, quincuagesima: 50, sexagesimo: 60, sexagesima: 60, septuagesimo: 70,
    septuagesima: 70, octogesimo: 80, octogesima: 80, nonagesimo: 90, nonagesima: 90, centesimo: 100, centesima: 100,
    ducentesimo: 200, ducentesima: 200, tricentesimo: 300, tricentesima: 300,
  },
  ordinalEnding: null,
  compound: null,
  bare: ['mil'],
  tensJoiner: ['y'],
  hundredsJoiner: [],
  article: [],
} // prettier-ignore

/** Russian number words, in every case; ordinals as stems. `семью` is left out: it is a family as well. */
export const RUSSIAN: NumberLanguage = {
  cardinals: {
    один: 1, одного: 1, одному: 1, одним: 1, одном: 1, одна: 1, одну: 1, однои: 1, одно: 1, два: 2, две: 2, двух: 2, двум: 2, двумя: 2,
    три: 3, трех: 3, трем: 3, тремя: 3, трое: 3, троих: 3, четыре: 4, четырех: 4, четырем: 4, четырьмя: 4, четверо: 4, четверых: 4,
    пять: 5, пяти: 5, пятью: 5, пятеро: 5, шесть: 6, шести: 6, шестью: 6, семь: 7, семи: 7, восемь: 8, восьми: 8, восемью: 8,
    восьмью: 8, девять: 9, девяти: 9, девятью: 9, десять: 10, десяти: 10, десятью: 10, одиннадцать: 11, одиннадцати: 11,
    одиннадцатью: 11, двенадцать: 12, двенадцати: 12, двенадцатью: 12, тринадцать: 13, тринадцати: 13, тринадцатью: 13,
    четырнадцать: 14, четырнадцати: 14, четырнадцатью: 14, пятнадцать: 15, пятнадцати: 15, пятнадцатью: 15, шестнадцать: 16,
    шестнадцати: 16, шестнадцатью: 16, семнадцать: 17, семнадцати: 17, семнадцатью: 17, восемнадцать: 18, восемнадцати: 18,
    восемнадцатью: 18, девятнадцать: 19, девятнадцати: 19, девятнадцатью: 19, двадцать: 20, двадцати: 20, двадцатью: 20, тридцать: 30,
    тридцати: 30, тридцатью: 30, сорок: 40, сорока: 40, пятьдесят: 50, пятидесяти: 50, пятьюдесятью: 50, шестьдесят: 60,
    шестидесяти: 60, шестьюдесятью: 60, семьдесят: 70, семидесяти: 70, семьюдесятью: 70, восемьдесят: 80, восьмидесяти: 80,
    восемьюдесятью: 80, восьмьюдесятью: 80, девяносто: 90, девяноста: 90, сто: 100, ста: 100, двести: 200, двухсот: 200,
    двумстам: 200, двумястами: 200, двухстах: 200, триста: 300, трехсот: 300, тремстам: 300, тремястами: 300, трехстах: 300,
    четыреста: 400, четырехсот: 400, четыремстам: 400, четырьмястами: 400, четырехстах: 400, пятьсот: 500, пятисот: 500,
    пятистам: 500, пятьюстами: 500, пятистах: 500, шестьсот: 600, шестисот: 600, шестистам: 600, шестьюстами: 600, шестистах: 600,
    семьсот: 700, семисот: 700, семистам: 700, семьюстами: 700, семистах: 700, восемьсот: 800, восьмисот: 800, восьмистам: 800,
    восемьюстами: 800, восьмистах: 800, девятьсот: 900, девятисот: 900, девятистам: 900, девятьюстами: 900, девятистах: 900,
    тысяча: 1000, тысячу: 1000, тысячи: 1000, тысяч: 1000, тысяче: 1000, тысячеи: 1000, тысячам: 1000, тысячами: 1000, тысячах: 1000,
    миллион: 1e6, миллиона: 1e6, миллионов: 1e6, миллионам: 1e6, миллионами: 1e6, миллионах: 1e6, миллиард: 1e9, миллиарда: 1e9,
    миллиардов: 1e9, миллиардам: 1e9, миллиардами: 1e9, миллиардах: 1e9,
  },
  ordinals: {
    перв: 1, втор: 2, трет: 3, четверт: 4, пят: 5, шест: 6, седьм: 7, восьм: 8, девят: 9, десят: 10, одиннадцат: 11, двенадцат: 12,
    тринадцат: 13, четырнадцат: 14, пятнадцат: 15, шестнадцат: 16, семнадцат: 17, восемнадцат: 18, девятнадцат: 19, двадцат: 20,
    тридцат: 30, сороков: 40, пятидесят: 50, шестидесят: 60, семидесят: 70, восьмидесят: 80, девяност: 90, сот: 100, двухсот: 200,
    трехсот: 300, четырехсот: 400, пятисот: 500, шестисот: 600, семисот: 700, восьмисот: 800, девятисот: 900,
  },
  ordinalEnding: /(?:(?<=трет)(?:ии|ья|ье|ьего|ьему|ьим|ьем|ьеи|ью|ьи|ьих|ьими)|(?<!трет)(?:ыи|ои|ая|ое|ого|ому|ым|ом|ую|ою|ые|ых|ыми))$/u,
  compound: /^(двух|трех|четырех|пяти|шести|семи|восьми|девяти|одиннадцати|двенадцати|пятнадцати|двадцати|тридцати|сорока|пятидесяти)(?:летн|годичн|дневн|месячн|недельн|часов|процентн)\p{L}{2,3}$/u,
  bare: ['тысяча', 'тысячу', 'миллион', 'миллиард'],
  tensJoiner: [],
  hundredsJoiner: [],
  article: [],
} // prettier-ignore
