import { findQuotations } from '../../../core/text/find-quotations'

const show = (text: string) => {
  const { quotations, unpaired } = findQuotations(text)
  return [
    ...quotations.map(({ from, to, title }) => `${title ? 'title ' : ''}${text.slice(from, to)}`),
    ...unpaired.map(({ from }) => `lone ${text.charAt(from)} at ${from}`),
  ]
}

test.each([
  ['le thème « Unis »', ['« Unis »']],
  ['the theme “United” and "Apart"', ['“United”', '"Apart"']],
  ['тема „Вместе“ и «Порознь»', ['„Вместе“', '«Порознь»']],
  ['موضوع ”معا“ و“منفصلين”', ['”معا“', '“منفصلين”']],
  ['主题“团结”，《宪章》，「甲」和『乙』', ['“团结”', 'title 《宪章》', '「甲」', '『乙』']],
  ['the States’ theme ‘United in diversity’ and the Assembly’s', ['‘United in diversity’']],
  ['« il dit “oui” »', ['“oui”', '« il dit “oui” »']],
  ['le thème « Unis', ['lone « at 9']],
  ['the theme “United” and “', ['“United”', 'lone “ at 23']],
  ['thème Unis »', ['lone » at 11']],
  ['l’Assemblée d’abord', []],
])('%s has %j', (text, expected) => {
  expect(show(text)).toEqual(expected)
})
