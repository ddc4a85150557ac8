import type { CueTable } from './cue-table'

/** Cues of Chinese; guards are fixed compounds in which the character denies nothing. */
export const CUES_ZH: CueTable = {
  guards: [
    '不但|不仅|不只|不论|不管|不断|不同|不久|不迟于|不少于|不超过|不多于|不过|不无|不容|不惜|不妨|不满|不幸|非洲|南非|非政府|无论|除非|未来|是否|非但|无非|并非没有|不得不|不可避免',
  ],
  negations: ['不得|不应|不可|不能|不会|不|没有|并非|未|勿|毋|均无'],
  faint: ['非|无|没|否|免|除|以外|拒|禁|只|仅|反对|妨|缺|失|剥夺|止|避|唯|尚|任意|背|难以'],
  obligationGuards: [
    '可能|认可|许可|可持续|可靠|可行|可耻|宁可|应用|应付|应邀|反应|供应|适应|相应|响应|必须品|不可分|不可侵|不可割|不可剥|可怕',
  ],
  obligations: [
    ['must-not', '不得|不应|不可|不能|不准|禁止|不许|勿'],
    ['must', '必须|应当|须|务须|应'],
    ['should', '宜'],
    ['may', '可以|(?<![获取使觉值难懂晓免变求])得(?![到以])|可|有权|能'],
  ],
}
