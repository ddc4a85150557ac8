import { fold } from '../../../core/text/fold'
import { arabicReadings, stemArabic } from '../../../core/text/stem-arabic'
import { pick, seeded } from '../../support/random'

const readings = (word: string) => arabicReadings(fold(word))

test.each([
  ['الأمم', 'والأمم للأمم بالأمم كالأمم أمم'],
  ['حقوق', 'بحقوق لحقوق وحقوق وبحقوق حقوقهم حقوقه'],
  ['لجنة', 'اللجنة للجنة لجنة بلجنة واللجنة'],
  ['وزراء', 'الوزراء ووزراء لوزراء'],
  ['بلد', 'البلد لبلد وبلد'],
  ['سيادة', 'سيادتها وسيادتها السيادة بسيادته'],
  ['أعضاء', 'الأعضاء أعضائها أعضاؤها'],
  ['مبادئ', 'مبادئها ومبادئه والمبادئ'],
  ['الدولي', 'الدولية الدوليين الدوليان الدوليون'],
])('reads %s in %s', (cited, forms) => {
  const key = readings(cited)[0]!
  for (const form of forms.split(' ')) expect(readings(form)).toContain(key)
})

test('never takes a letter of its own for a clitic when a word is cited', () => {
  expect(readings('وزراء')[0]).toBe('وزرا')
  expect(readings('بلدان')[0]).toBe('بلد')
  expect(readings('كازاخستان')[0]).toBe('كازاخس')
})

test('keeps three letters at least, or the word', () => {
  const random = seeded(11)
  const letters = [...'البتوفكهمنيسرةء']
  for (let round = 0; round < 2000; round += 1) {
    const word = fold(
      Array.from({ length: 1 + pick(random, 8) }, () => letters[pick(random, letters.length)]!).join(''),
    )
    const shortest = Math.min(3, word.length)
    for (const reading of [...arabicReadings(word), stemArabic(word)]) {
      expect(reading.length).toBeGreaterThanOrEqual(shortest)
    }
  }
})
