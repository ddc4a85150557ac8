import { baseLanguage } from '../text/languages'
import { fold } from '../text/fold'
import type { Language } from '../model'

/** Little words by language, folded: what a term neither begins nor ends with. `inner` may stand inside one. */
export interface StopWords {
  readonly all: ReadonlySet<string>
  readonly inner: ReadonlySet<string>
}

const LISTS: Readonly<Record<string, readonly [all: string, inner: string]>> = {
  fr: [
    'le la les l un une des du de d au aux à a et ou ni mais donc or car que qui quoi dont où qu ne pas plus se s sa son ses leur leurs ce cet cette ces il elle ils elles on nous vous y en dans par pour sur sous avec sans entre vers chez contre selon être est sont sera seront soit soient était ont avoir ait fait peut peuvent doit doivent tout toute tous toutes aucun aucune nul autre autres même mêmes ainsi aussi afin lors lorsque si comme quelque tel telle tels telles notamment conformément présent présente ci après avant',
    'de du des d la le les l à',
  ],
  en: [
    'the a an of and or nor but in on at by for with without from to into as is are be been being was were shall should will would may might must can could has have had do does not no any all each every other such this that these those it its they their them he his him she her we our which who whom whose what when where if than then also so under upon between among against within through during before after including own same more most only there here',
    'of the for',
  ],
  es: [
    'el la los las lo un una unos unas de del al a y e o u ni pero que quien quienes cual cuales cuyo cuya en por para con sin sobre entre hacia hasta desde contra según se su sus le les no más muy es son será serán sea sean fue ser ha han haber podrá podrán puede pueden debe deben deberá todo toda todos todas ningún ninguna otro otra otros otras mismo misma este esta estos estas ese esa esos esas como cuando si así también',
    'de del la el los las',
  ],
  ru: [
    'и а но или ни не что чтобы как так же бы ли в во на с со к ко о об обо от ото до из изо у за под над при про по для без через между перед он она оно они его ее их ему им ей мы нас нам вы я который которая которое которые которых которого которой которым этот эта это эти этого этой этих тот та то те тех того той все всех всем весь вся всего всей каждый каждого каждая быть был была было были есть будет будут может могут должен должна должно должны другой другие других также если когда где какой какие каких либо свой свои своих своей себя таких такие такой',
    '',
  ],
  ar: [
    'في من إلى على عن مع بين أو أم و ف ثم لا لم لن ما أن إن أنه أنها هذا هذه ذلك تلك هو هي هم التي الذي الذين كل أي أية كان كانت يكون تكون قد لكل كما عند عندما حتى إذا بعد قبل دون غير بها به له لها فيه فيها منه منها عليه عليها وفي ومن وعلى وأن ولا جميع بعض كافة يجوز يجب',
    '',
  ],
  zh: [
    '的 和 与 及 或 之 其 在 于 为 以 而 并 应 须 得 不 有 是 由 对 将 所 此 该 本 各 任 何 亦 均 则 者 如 因 从 向 等 但 且 无 被 使 时 内 下 上 中 人 他',
    '',
  ],
}

/** The little words of a language; none for languages outside the six. */
export function stopWords(language: Language): StopWords {
  const [all, inner] = LISTS[baseLanguage(language)] ?? ['', '']
  const toSet = (list: string) => new Set(list.split(' ').map((word) => fold(word)))
  return { all: toSet(all), inner: toSet(inner) }
}
