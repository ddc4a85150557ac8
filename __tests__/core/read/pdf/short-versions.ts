import type { Version } from '../../../../core/model'
import { version } from '../../../support/versions'

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  ar: [
    'pp1: إذ تشير إلى قرارها 73/338 المؤرخ 12 أيلول/سبتمبر 2019[1]، وإذ لا يغيب عن بالها ما للأنهار (ولا سيما الكبيرة منها) من أهمية لحياة الشعوب،',
    'pp2: وإذ تلاحظ أن 12 بلدا من بلدان المنطقة قد أبلغت عن بناء 7.5 في المائة من السدود اللازمة،',
    'op1: تدعو الدول الأعضاء إلى الاستجابة للوثيقة A/76/L.74 قبل نهاية عام 2030؛',
    'op2: تقرر إبقاء المسألة قيد نظرها.',
    'fn1: انظر الوثيقة A/76/15، الفقرة 4.',
  ],
  zh: [
    'pp1: 回顾其2019年9月12日第73/338号决议[1]，并铭记河流（尤其是大河）对各国人民生活的重要性，',
    'pp2: 注意到该区域有12个国家报告说，已经建成所需水坝的百分之7.5，',
    'op1: 邀请各会员国在2030年底以前对A/76/L.74号文件作出答复；',
    'op2: 决定继续处理此案。',
    'fn1: 见A/76/15，第4段。',
  ],
  en: [
    'pp1: Recalling its resolution 73/338 of 12 September 2019[1] and mindful of what rivers (great ones above all) mean to the life of peoples,',
    'pp2: Noting that 12 countries of the region have reported that 7.5 per cent of the dams that are needed have been built,',
    'op1: Invites Member States to answer document A/76/L.74 before the end of 2030;',
    'op2: Decides to remain seized of the matter.',
    'fn1: See A/76/15, para. 4.',
  ],
}

/** Short versions in our own words, of which the fixtures beside were made: see their README. */
export const VERSIONS: readonly Version[] = Object.entries(TEXTS).map(([language, texts]) =>
  version(language, texts),
)
