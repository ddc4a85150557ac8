import { annotateHits } from '../../../core/terms/annotate-hits'
import { findHits } from '../../../core/terms/find-hits'
import { readTermTable } from '../../../core/terms/read-term-table'
import { version } from '../../support/versions'

const base = readTermTable(
  [
    'id\tfield\tar\tzh\ten\tfr\tru\tes',
    'un\torgan\tالأمم المتحدة | ?المنظمة\t联合国 | ?本组织\tUnited Nations | ?=Organization\tNations Unies | ?=Organisation\tОрганизация Объединенных Наций | ?=Организация\tNaciones Unidas | ?=Organización',
    'un-system\torgan\tمنظومة الأمم المتحدة\t联合国系统\tUnited Nations system\tsystème des Nations Unies\tсистема Организации Объединенных Наций\tsistema de las Naciones Unidas',
  ].join('\n'),
)

const hitsOf = (language: string, text: string) => {
  const versions = [version(language, [`p1: ${text}`])]
  return annotateHits(findHits(versions, base), base)[language]!.p1!.map(({ concepts, weak, inside }) =>
    [concepts.join(), weak === true ? 'weak' : '', (inside ?? []).join()].join(' ').trim(),
  )
}

test.each([
  ['fr', 'l’Organisation et le système des Nations Unies', ['un weak', 'un-system  un']],
  ['en', 'the Organization and the United Nations system', ['un weak', 'un-system  un']],
  ['es', 'la Organización y el sistema de las Naciones Unidas', ['un weak', 'un-system  un']],
  ['ru', 'Организация и органы системы Организации Объединенных Наций', ['un weak', 'un-system  un']],
  ['ar', 'المنظمة ومنظومة الأمم المتحدة', ['un weak', 'un-system  un']],
  ['zh', '本组织和联合国系统', ['un weak', 'un-system  un']],
  ['en', 'an organization of the United Nations', ['un']],
])('%s: %s', (language, text, expected) => {
  expect(hitsOf(language, text)).toEqual(expected)
})
