import { findBrackets } from '../../../core/text/find-brackets'

const show = (text: string) => {
  const { enclosed, unpaired } = findBrackets(text)
  return [
    ...enclosed.map(({ shape, from, to }) => `${shape} ${text.slice(from, to)}`),
    ...unpaired.map(({ from }) => `lone ${text.charAt(from)}`),
  ]
}

test.each([
  ['le Comité [agissant seul] (voir plus bas)', ['square [agissant seul]', 'round (voir plus bas)']],
  ['委员会［单独行事］（见下文）', ['square ［单独行事］', 'round （见下文）']],
  ['委员会（见下文)', ['round （见下文)']],
  ['(a (b) c)', ['round (b)', 'round (a (b) c)']],
  ['Demande : a) un avis ; 12) un plan ; أ) رأي', []],
  ['le Comité [agissant', ['lone [']],
  ['le Comité agissant)', ['lone )']],
])('%s has %j', (text, expected) => {
  expect(show(text)).toEqual(expected)
})
