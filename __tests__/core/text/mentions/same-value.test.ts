import { findMentions } from '../../../../core/text/find-mentions'
import { UN_LANGUAGES, type UnLanguage } from '../../../../core/model'

/** The same thing said in the six languages; several ways within one language stand apart by ` | `. */
type Wordings = Readonly<Partial<Record<UnLanguage, string>>>

const SAME: readonly (readonly [string, Wordings])[] = [
  ['res:73/338', { fr: 'sa résolution 73/338', en: 'its resolution 73/338', es: 'su resolución 73/338', ru: 'свою резолюцию 73/338', ar: 'قرارها 73/338 | القرار ٧٣/٣٣٨', zh: '其第73/338号决议 | 第 73/338 号决议 | 第７３／３３８号决议' }],
  ['res:73/338', { fr: 'A/RES/73/338 | А/RES/73/338 | Ａ／ＲＥＳ／７３／３３８', en: 'A/RES/73/338 | А/RES/73/338 | Ａ／ＲＥＳ／７３／３３８', es: 'A/RES/73/338 | А/RES/73/338 | Ａ／ＲＥＳ／７３／３３８', ru: 'A/RES/73/338 | А/RES/73/338 | Ａ／ＲＥＳ／７３／３３８', ar: 'A/RES/73/338 | А/RES/73/338 | Ａ／ＲＥＳ／７３／３３８', zh: 'A/RES/73/338 | А/RES/73/338 | Ａ／ＲＥＳ／７３／３３８' }],
  ['res:1325(2000)', { fr: 'S/RES/1325 (2000) | S/RES/1325(2000)', en: 'S/RES/1325 (2000) | S/RES/1325(2000)', es: 'S/RES/1325 (2000) | S/RES/1325(2000)', ru: 'S/RES/1325 (2000) | S/RES/1325(2000)', ar: 'S/RES/1325 (2000) | S/RES/1325(2000)', zh: 'S/RES/1325 (2000) | S/RES/1325(2000)' }],
  ['res:217(III)A', { fr: 'A/RES/217(III)A | A/RES/217 A (III) | A/RES/217(III) A', en: 'A/RES/217(III)A | A/RES/217 A (III) | A/RES/217(III) A', es: 'A/RES/217(III)A | A/RES/217 A (III) | A/RES/217(III) A', ru: 'A/RES/217(III)A | A/RES/217 A (III) | A/RES/217(III) A', ar: 'A/RES/217(III)A | A/RES/217 A (III) | A/RES/217(III) A', zh: 'A/RES/217(III)A | A/RES/217 A (III) | A/RES/217(III) A' }],
  ['res:2020/12', { fr: 'E/RES/2020/12', en: 'E/RES/2020/12', es: 'E/RES/2020/12', ru: 'E/RES/2020/12', ar: 'E/RES/2020/12', zh: 'E/RES/2020/12' }],
  ['A/HRC/RES/48/13', { fr: 'A/HRC/RES/48/13', en: 'A/HRC/RES/48/13', es: 'A/HRC/RES/48/13', ru: 'A/HRC/RES/48/13', ar: 'A/HRC/RES/48/13', zh: 'A/HRC/RES/48/13' }],
  ['A/76/L.74/Add.1', { fr: 'A/76/L.74/Add.1 | A/76/L.74/ADD.1', en: 'A/76/L.74/Add.1 | A/76/L.74/ADD.1', es: 'A/76/L.74/Add.1 | A/76/L.74/ADD.1', ru: 'A/76/L.74/Add.1 | A/76/L.74/ADD.1', ar: 'A/76/L.74/Add.1 | A/76/L.74/ADD.1', zh: 'A/76/L.74/Add.1 | A/76/L.74/ADD.1' }],
  ['A/76/L.74/Rev.2/Corr.1', { fr: 'A/76/L.74/REV.2/CORR.1', en: 'A/76/L.74/REV.2/CORR.1', es: 'A/76/L.74/REV.2/CORR.1', ru: 'A/76/L.74/REV.2/CORR.1', ar: 'A/76/L.74/REV.2/CORR.1', zh: 'A/76/L.74/REV.2/CORR.1' }],
  ['2019-09-12', { fr: '12/09/2019 | 12.09.2019 | 12/9/2019 | 2019-09-12', en: '12/09/2019 | 12.09.2019 | 12/9/2019 | 2019-09-12', es: '12/09/2019 | 12.09.2019 | 12/9/2019 | 2019-09-12', ru: '12/09/2019 | 12.09.2019 | 12/9/2019 | 2019-09-12', ar: '12/09/2019 | 12.09.2019 | 12/9/2019 | 2019-09-12', zh: '12/09/2019 | 12.09.2019 | 12/9/2019 | 2019-09-12' }],
  ['res:1325(2000)', { fr: 'résolution 1325 (2000)', en: 'resolution 1325 (2000)', es: 'resolución 1325 (2000)', ru: 'резолюция 1325 (2000)', ar: 'القرار 1325 (2000)', zh: '第1325(2000)号决议' }],
  ['res:53/243A+B', { fr: 'RÉSOLUTIONS 53/243 A ET B.', en: 'RESOLUTIONS 53/243 A AND B.', es: 'RESOLUCIONES 53/243 A Y B.', ru: 'РЕЗОЛЮЦИИ 53/243 А И В.' }],
  ['res:56/1A+B+C', { fr: '56/1 A, B ET C | 56/1 A À C', en: '56/1 A TO C | 56/1 A, B, AND C', es: '56/1 A, B Y C', ru: '56/1 А, В И С' }],
  ['res:53/243A+B', { fr: 'Résolutions 53/243 A et B.', en: 'Resolutions 53/243 A and B. | 53/243 A-B', es: 'Resoluciones 53/243 A y B.', ru: 'Резолюции 53/243 A и B. | 53/243 А и В.', ar: 'القراران 53/243 ألف وباء. | 53/243 ألف و باء', zh: '第53/243 A和B号决议。 | 53/243 A 和 B | 第53/243A号和第53/243B号决议 | 第53/243 A号和53/243 B号决议' }],
  ['res:56/1A+B+C', { fr: '56/1 A, B et C | 56/1 A à C', en: '56/1 A, B and C | 56/1 A to C | 56/1 A, B, and C', es: '56/1 A, B y C | 56/1 A a C', ru: '56/1 A, B и C', ar: '56/1 ألف وباء وجيم | 56/1 ألف إلى جيم', zh: '56/1 A、B和C' }],
  ['res:217(III)A', { fr: 'résolution 217 A (III) | 217A(III) | 217(III)A | 217 (III) A | 217 A (III)', en: 'resolution 217 A (III)', es: 'resolución 217 A (III)', ru: 'резолюцию 217 A (III) | 217 А (III)', ar: '217 ألف (د - 3) | 217 ألف (د-3) | ٢١٧ ألف (د-٣) | 217 ألف (د -3) | ‏217 ألف‎ (د–3)', zh: '第217 A(III)号决议 | 第217A（III）号决议 | 第217 A (III)号决议 | 第２１７ Ａ（ＩＩＩ）号' }],
  ['res:3363(XXX)', { fr: '3363 (XXX)', en: '3363 (XXX) | 3363(XXX)', es: '3363 (XXX)', ru: '3363 (XXX) | 3363 (ХХХ)', ar: '3363 (د - 30) | 3363 (د-30)', zh: '第3363(XXX)号决议 | 第3363（XXX）号' }],
  ['res:3201(S-VI)', { fr: '3201 (S-VI)', en: '3201 (S-VI)', es: '3201 (S-VI)', ru: '3201 (S-VI)', ar: '3201 (دإ-6) | 3201 (د إ - 6)', zh: '第3201(S-VI)号决议' }],
  ['res:2200(XXI)A', { fr: '2200 A (XXI)', en: '2200 A (XXI)', es: '2200 A (XXI)', ru: '2200 A (XXI)', ar: '2200 ألف (د-21)', zh: '第2200 A(XXI)号决议' }],
  ['res:S-8/1', { fr: 'S-8/1 | S‑8/1', en: 'resolution S-8/1', es: 'S-8/1', ru: 'S-8/1', ar: 'دإ-8/1 | د إ - 8/1 | S-8/1', zh: '第S-8/1号决议' }],
  ['res:ES-10/1', { fr: 'ES-10/1', en: 'ES-10/1', es: 'ES-10/1', ru: 'ES-10/1', ar: 'دإط-10/1 | د إ ط - 10/1', zh: '第ES-10/1号决议' }],
  ['res:1440(2002)', { fr: '1440 (2002) | 1440 (2002)', en: 'resolution 1440 (2002)', es: 'resolución 1440 (2002)', ru: '1440 (2002)', ar: '1440 (2002)', zh: '第1440(2002)号决议 | 第1440（2002）号决议' }],
  ['res:31/16A', { fr: '31/16 A', en: '31/16 A', es: '31/16 A', ru: '31/16 А', ar: '31/16 ألف', zh: '第31/16 A号决议' }],
  ['res:5/1', { fr: 'résolution 5/1', en: 'resolution 5/1 | decision 5/1', es: 'resolución 5/1', ru: 'резолюции 5/1', ar: 'القرار 5/1', zh: '第5/1号决议' }],
  ['res:1996/31', { fr: 'sa résolution 1996/31', en: '1996/31', es: '1996/31', ru: '1996/31', ar: '1996/31', zh: '第1996/31号决议' }],
  ['A/76/L.74/Add.1', { fr: 'A/76/L.74/Add.1', en: '(A/76/L.74/Add.1)', es: 'A/76/L.74/Add.1.', ru: 'A/76/L.74/Add.1', ar: 'وA/76/L.74/Add.1 | ‎A/76/L.74/Add.1‏', zh: '和A/76/L.74/Add.1）' }],
  ['res:76/299', { fr: 'A/RES/76/299', en: 'see A/RES/76/299.', es: 'A/RES/76/299', ru: 'А/RЕS/76/299', ar: 'A/RES/76/299', zh: 'A/RES/76/299' }],
  ['res:217(III)A', { fr: 'A/RES/217(III)A | A/RES/217 A (III)', en: 'A/RES/217 (III) A' }],
  ['res:1440(2002)', { fr: 'S/RES/1440 (2002)', en: 'S/RES/1440(2002)', ru: 'S/RES/1440 (2002)', ar: 'S/RES/1440 (2002)', zh: 'S/RES/1440（2002）' }],
  ['A/CONF.216/16', { fr: 'A/CONF.216/16', zh: '(A/CONF.216/16,' }],
  ['E/CN.4/2005/102/Add.1', { fr: 'E/CN.4/2005/102/Add.1', ar: 'E/CN.4/2005/102/Add.1' }],
  ['res:1/CP.21', { fr: 'décision 1/CP.21', en: '1/CP.21', zh: '第1/CP.21号决定' }],

  ['2022-08-01', { fr: '1er août 2022 | 1^{er} août 2022 | 1^er août 2022 | 1ᵉʳ août 2022', en: '1 August 2022 | 1st August 2022 | August 1, 2022 | 1st of August 2022', es: '1 de agosto de 2022 | 1º de agosto de 2022 | primero de agosto de 2022', ru: '1 августа 2022 года | 1-го августа 2022 г.', ar: '1 آب/أغسطس 2022 | الأول من آب 2022 | 1 أوت 2022 | 1 غشت 2022', zh: '2022年8月1日 | ２０２２年８月１日 | 二〇二二年八月一日' }],
  ['2019-09-12', { fr: '12 septembre 2019 | du 12 septembre 2019,', en: '12 September 2019 | September 12, 2019 | 2019-09-12', es: '12 de septiembre de 2019 | 12 de setiembre de 2019 | 12 de septiembre del 2019', ru: '12 сентября 2019 года | 12 сентября 2019 г. | 12.09.2019', ar: '12 أيلول/سبتمبر 2019 | 12 أيلول / سبتمبر 2019 | 12 أيلول 2019 | 12 سبتمبر 2019 | ١٢ أيلول/سبتمبر ٢٠١٩ | 12 من أيلول/سبتمبر عام 2019', zh: '2019年9月12日 | 2019 年 9 月 12 日 | 二〇一九年九月十二日 | 二○一九年九月十二日' }],
  ['2006-12-06', { fr: '6 décembre 2006', en: '6 December 2006', es: '6 de diciembre de 2006', ru: '6 декабря 2006 года', ar: '6 كانون الأول/ديسمبر 2006 | 6 كانون الأول / ديسمبر 2006 | 6 ديسمبر 2006', zh: '2006年12月6日 | 二〇〇六年十二月六日' }],
  ['2010-01-31', { fr: '31 janvier 2010', en: '31 January 2010', es: '31 de enero de 2010', ru: '31 января 2010 года', ar: '31 كانون الثاني/يناير 2010 | 31 جانفي 2010', zh: '2010年1月31日' }],
  ['1945-06-26', { fr: '26 juin 1945', en: '26 June 1945', es: '26 de junio de 1945', ru: '26 июня 1945 года', ar: '26 حزيران/يونيه 1945 | 26 يونيو 1945 | 26 جوان 1945', zh: '1945年6月26日 | 一九四五年六月二十六日 | 一千九百四十五年六月二十六日' }],
  ['2019-09', { fr: 'en septembre 2019', en: 'in September 2019', es: 'en septiembre de 2019', ru: 'в сентябре 2019 года', ar: 'في أيلول/سبتمبر 2019 | لأيلول/سبتمبر 2019 | في شهر سبتمبر 2019', zh: '2019年9月' }],
  ['--09-12', { fr: 'le 12 septembre', en: '12 September | on September 12.', es: 'el 12 de septiembre', ru: '12 сентября', ar: '12 أيلول/سبتمبر', zh: '9月12日' }],
  ['2019-09-12 2019-09-15', { fr: 'du 12 au 15 septembre 2019', en: 'from 12 to 15 September 2019 | 12-15 September 2019 | 12–15 September 2019', es: 'del 12 al 15 de septiembre de 2019', ru: 'с 12 по 15 сентября 2019 года', ar: 'من 12 إلى 15 أيلول/سبتمبر 2019', zh: '2019年9月12日至15日 | 2019年9月12至15日' }],
  ['2019-07-12 2019-10-03', { fr: '12 juillet et 3 octobre 2019', en: '12 July and 3 October 2019', es: '12 de julio y el 3 de octubre de 2019', ru: '12 июля и 3 октября 2019 года', ar: '12 تموز/يوليه و 3 تشرين الأول/أكتوبر 2019', zh: '2019年7月12日和10月3日' }],
  ['2019-03 2019-06', { fr: 'de mars à juin 2019', en: 'from March to June 2019', es: 'de marzo a junio de 2019', ru: 'с марта по июнь 2019 года', ar: 'من آذار/مارس إلى حزيران/يونيه 2019', zh: '2019年3月至6月' }],
  ['2020-05-03 2020-05-04 2020-05-05', { fr: 'les 3, 4 et 5 mai 2020', en: '3, 4 and 5 May 2020', es: '3, 4 y 5 de mayo de 2020', ru: '3, 4 и 5 мая 2020 года', ar: '3، 4 و 5 أيار/مايو 2020', zh: '2020年5月3日、4日和5日 | 2020年5月3、4和5日' }],

  ['2030', { fr: "à l'horizon 2030", en: 'by 2030', es: 'para 2030', ru: 'к 2030 году', ar: 'عام 2030 | لعام ٢٠٣٠', zh: '2030年 | ２０３０年' }],
  ['1500000', { fr: '1,5 million | 1 500 000 | 1 500 000 | 1500000', en: '1.5 million | 1,500,000', es: '1,5 millones | 1.500.000 | 1 500 000', ru: '1,5 миллиона | 1,5 млн | 1 500 000', ar: '1٫5 مليون | ١٬٥٠٠٬٠٠٠ | 1.5 مليون | 1,5 مليون | 1 500 000', zh: '150万 | 1.5百万 | 1,500,000 | 一百五十万' }],
  ['1000000', { fr: 'un million', en: 'a million | one million', es: 'un millón', ru: 'миллион | один миллион', ar: 'مليون', zh: '一百万 | 100万' }],
  ['1', { fr: 'article premier | Article 1 | Chapitre I', en: 'Article 1 | Chapter I', es: 'artículo 1 | Capítulo I', ru: 'статья 1 | Глава I', ar: 'المادة الأولى | المادة 1 | الفصل الأول', zh: '第一条 | 第一章' }],
  ['9 10', { fr: 'Chapitres IX et X', en: 'Chapters IX and X', es: 'Capítulos IX y X', ru: 'главах IX и X', ar: 'الفصلين التاسع والعاشر', zh: '第九章及第十章' }],
  ['2000000000', { fr: '2 milliards | deux milliards', en: '2 billion | two billion', es: '2.000 millones | 2 mil millones | dos mil millones', ru: '2 млрд | 2 миллиарда | два миллиарда', ar: '2 مليار | 2 بليون', zh: '20亿 | 二十亿' }],
  ['120000000', { fr: '120 millions', en: '120 million', es: '120 millones', ru: '120 миллионов', ar: '120 مليون | 120 مليونا', zh: '1亿2000万 | 1.2亿' }],
  ['5000', { fr: 'cinq mille | 5 000', en: 'five thousand | 5,000', es: 'cinco mil | 5 mil | 5.000', ru: 'пять тысяч | 5 тысяч | 5 тыс.', ar: '5 آلاف | خمسة آلاف', zh: '5000 | 5千 | 五千' }],
  ['0.7', { fr: '0,7 % | 0,70 %', en: '0.7 per cent', es: '0,7 %', ru: '0,7 процента | 0,7%', ar: '0,7 في المائة | ٠٫٧ في المائة | 0.7%', zh: '0.7% | ０．７％' }],
  ['25', { fr: '25 pour cent', en: '25 per cent', es: '25 por ciento', ru: '25 процентов', ar: '25 في المائة', zh: '25% | 百分之二十五 | 百分之25' }],
  ['97', { fr: '97e séance | 97^e séance | 97^{e} | 97ème | quatre-vingt-dix-septième | Quatre‑vingt‑dix‑septième', en: '97th meeting | ninety-seventh', es: '97ª sesión | 97.ª sesión | 97a sesión | nonagésimo séptimo | nonagésima séptima', ru: '97-е заседание | 97-м | девяносто седьмой | девяносто седьмого | девяносто седьмую', ar: 'الجلسة 97 | السابعة والتسعين | السابعة والتسعون', zh: '第97次会议 | 第九十七次' }],
  ['77', { fr: 'soixante-dix-septième session | septante-septième | soixante-dix-sept', en: 'seventy-seventh session | Seventy-Seventh | seventy-seven', es: 'septuagésimo séptimo período | septuagésima séptima | setenta y siete', ru: 'семьдесят седьмая сессия | семьдесят седьмой | семьдесят седьмую | семьдесят седьмом | семьдесят седьмых | семидесяти семи', ar: 'السابعة والسبعين | السابعة والسبعون | لدورتها السابعة والسبعين | سبعة وسبعون | سبع وسبعين', zh: '第七十七届 | 七十七' }],
  ['76', { fr: 'Soixante-seizième session', en: 'Seventy-sixth session', es: 'Septuagésimo sexto', ru: 'Семьдесят шестая сессия', ar: 'الدورة السادسة والسبعون', zh: '第七十六届' }],
  ['91', { fr: 'quatre-vingt-onzième | quatre-vingt-onze | nonante et unième', en: 'ninety-first', es: 'nonagésimo primer | nonagésimo primero | noventa y uno', ru: 'девяносто первая | девяносто одного', ar: 'الحادية والتسعون | واحد وتسعين', zh: '第九十一' }],
  ['71', { fr: 'soixante et onze | soixante et onzième', en: 'seventy-one', es: 'setenta y un', ru: 'семьдесят один', ar: 'واحد وسبعون', zh: '七十一' }],
  ['80', { fr: 'quatre-vingts | quatre-vingtième', en: 'eighty | eightieth', es: 'ochenta | octogésimo', ru: 'восемьдесят | восьмидесятый', ar: 'ثمانون | الثمانين', zh: '八十' }],
  ['21', { fr: 'vingt et un | vingt et unième | XXIe siècle', en: 'twenty-one | twenty-first century', es: 'veintiuno | siglo XXI', ru: 'двадцать первый | XXI век | ХХI век', ar: 'الحادي والعشرين', zh: '二十一世纪 | 21世纪' }],
  ['17', { fr: 'dix-sept | dix-septième', en: 'seventeen', es: 'decimoséptimo | décimo séptimo', ru: 'семнадцатый', ar: 'السابعة عشرة | سبعة عشر', zh: '十七' }],
  ['12', { fr: 'douze', en: 'twelfth', es: 'duodécimo', ru: 'двенадцати', ar: 'الثانية عشرة | اثنا عشر', zh: '十二' }],
  ['365', { fr: 'trois cent soixante-cinq', en: 'three hundred and sixty-five | three hundred sixty-five', es: 'trescientos sesenta y cinco', ru: 'триста шестьдесят пять | трехсот шестидесяти пяти', ar: 'ثلاثمائة وخمسة وستون | ثلاثمئة وخمس وستين', zh: '三百六十五' }],
  ['105', { fr: 'cent cinq', en: 'one hundred and five | a hundred and five', es: 'ciento cinco', ru: 'сто пять', ar: 'مائة وخمسة', zh: '一百零五' }],
  ['1945', { fr: 'mil neuf cent quarante-cinq', en: 'one thousand nine hundred and forty-five', es: 'mil novecientos cuarenta y cinco', ru: 'тысяча девятьсот сорок пятого', zh: '一九四五年 | 一千九百四十五' }],
  ['3', { fr: 'les trois grands domaines | Chapitre III', en: 'three main areas | three-year', es: 'las tres esferas', ru: 'в трех основных областях | трёхлетний | тремя | третьей', ar: 'المجالات الثلاثة | ثلاث', zh: '三大领域 | 以上三个领域 | 第三 | 附件三' }],
  ['5', { fr: 'tous les cinq ans | Partie V', en: 'every five years', es: 'cada cinco años', ru: 'раз в пять лет | пятый', ar: 'كل خمس سنوات | السنوات الخمس | بخمسة', zh: '每五年 | 五国 | 第五' }],
  ['7', { fr: 'Chapitre VII de la Charte', en: 'Chapter VII', es: 'Capítulo VII', ru: 'глава VII', ar: 'الفصل السابع', zh: '第七章' }],
  ['2', { fr: 'annexe II', en: 'annex II', es: 'anexo II', ru: 'приложение II', ar: 'المرفق الثاني', zh: '附件二' }],
  ['1 2', { fr: 'annexes I et II', en: 'annexes I and II', es: 'anexos I y II', ru: 'приложения I и II', ar: 'المرفقان الأول والثاني | المرفقين الأول والثاني | المادتان الأولى والثانية', zh: '附件一和二 | 附件一、二' }],
  ['9', { fr: 'les neuf membres | neuf ans', en: 'nine', es: 'nueve', ru: 'девяти', ar: 'تسعة', zh: '九个' }],
] // prettier-ignore

const found = (text: string, language: UnLanguage) =>
  findMentions(text, language)
    .map(({ value }) => value)
    .join(' ')

const rows = SAME.flatMap(([value, wordings]) =>
  UN_LANGUAGES.flatMap((language) =>
    (wordings[language]?.split(' | ') ?? []).map((wording): [string, UnLanguage, string] => [
      value,
      language,
      wording,
    ]),
  ),
)

test.each(rows)('reads %s in %s: %s', (value, language, wording) => {
  expect(found(wording, language)).toBe(value)
})
