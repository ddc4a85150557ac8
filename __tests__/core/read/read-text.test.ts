import { readText } from '../../../core/read/read-text'

/** Blocks in small notation: `/` for the break before, `_…_` for italics, `{1}` for a mark, `#` for a heading. */
function notation(text: string): string {
  const signs = { none: '', line: ' / ', paragraph: ' // ', page: ' /// ' }
  return readText(text)
    .blocks.map((block) => {
      const inserts = [
        ...block.marks.map(({ at, mark }) => ({ at, sign: `{${mark}}` })),
        ...block.italics.flatMap(({ from, to }) => [
          { at: from, sign: '_' },
          { at: to, sign: '_' },
        ]),
      ].sort((a, b) => b.at - a.at)
      const shown = inserts.reduce((out, { at, sign }) => out.slice(0, at) + sign + out.slice(at), block.text)
      return signs[block.before] + (block.shape === 'heading' ? `#${block.level} ` : '') + shown
    })
    .join('')
}

function removed(text: string): string {
  return readText(text)
    .removed.map(({ kind, text: what }) => `${kind}: ${what}`)
    .join(' | ')
}

describe('readText: markup', () => {
  it.each([
    ['1. *Proclame* la paix', '1. _Proclame_ la paix'],
    ['_Notant_ que', '_Notant_ que'],
    ['**Gras** et ***les deux***', 'Gras et _les deux_'],
    ['*促请*所有国家', '_促请_所有国家'],
    ['a_b_c et 5*3*2', 'a_b_c et 5*3*2'],
    ['une étoile * seule', 'une étoile * seule'],
    ['Titre*', 'Titre*'],
    ['*deux\nlignes*', '_deux_ / _lignes_'],
    ['[73/338](https://un.org/a_(b)) du', '73/338 du'],
    ['[sans renvoi ([A](#) et [B](#))]', '[sans renvoi (A et B)]'],
    ['97^e et 1^{er} août', '97e et 1er août'],
    ['paix¹, qui', 'paix{1}, qui'],
    ['2030³ et', '2030{3} et'],
    ['paix^{12} et', 'paix{12} et'],
    ['paix^3 et 10^6', 'paix{3} et 10^6'],
    ['paix[^2] et', 'paix{2} et'],
    ['[^2]: Voir', '{2}Voir'],
    ['¹ Voir', '{1}Voir'],
    ['paix<sup>4</sup>.', 'paix{4}.'],
    ['5 km² et 10 m³', '5 km² et 10 m³'],
    ['# Titre #\ntexte', '#1 Titre / texte'],
    ['1\\. point \\*', '1. point *'],
    ['a\n---\nb', 'a // b'],
    ['le `code` et ``un `x` y``.', 'le code et un `x` y.'],
    ['`a*b*c_d_` et *e*', 'a*b*c_d_ et _e_'],
    ['l`homme et l`État', 'l`homme et l`État'],
    ['大会_宣布_中亚__和平__区', '大会_宣布_中亚和平区'],
    ['voir <https://un.org/a_b_(c)>, <a@b.org> et a < b > c', 'voir, <a@b.org> et a < b > c'],
  ])('%s', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })

  it('keeps link targets as removed text', () => {
    expect(removed('[73/338](https://un.org/fr)')).toBe('link-target: https://un.org/fr')
    expect(removed('voir <http://un.org/a_b>')).toBe('link-target: http://un.org/a_b')
  })
})

describe('readText: breaks', () => {
  it.each([
    ['a\nb', 'a / b'],
    ['a\r\nb\rc', 'a / b / c'],
    ['a\n\nb', 'a // b'],
    ['a\n \t\nb', 'a // b'],
    ['a\n\n\n\nb', 'a /// b'],
    ['a\fb', 'a /// b'],
    ['a\n\f\nb', 'a /// b'],
    ['a\n\n\nb\n\n\nc\n\n\nd', 'a // b // c // d'],
    ['甲\n　　乙', '甲 // 乙'],
    ['', ''],
  ])('%j', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })
})

describe('readText: page furniture', () => {
  const title = '76/299. Zone de paix\n\nTexte qui va\n\n'
  it.each([
    ['2/3', 'page-number: 2/3'],
    ['- 4 -', 'page-number: - 4 -'],
    ['Page 2 sur 3', 'page-number: Page 2 sur 3'],
    ['第2页', 'page-number: 第2页'],
    ['صفحة ٢', 'page-number: صفحة ٢'],
    ['22-11873 (F)', 'job-number: 22-11873 (F)'],
    ['22-11873   2/3', 'job-number: 22-11873   2/3'],
    ['GE.19-12345(R)', 'job-number: GE.19-12345(R)'],
    ['050822', 'job-number: 050822'],
    ['22-11873 (F)    050822    080822', 'job-number: 22-11873 (F)    050822    080822'],
    ['*2211873*', 'barcode: *2211873*'],
    ['\\*2211873\\*', 'barcode: \\*2211873\\*'],
    ['Merci de recycler', 'job-number: Merci de recycler'],
    ['A/RES/76/299', 'running-head: A/RES/76/299'],
    ['\u200fA/RES/76/299', 'running-head: \u200fA/RES/76/299'],
    ['A/RES/76/299      Zone de paix', 'running-head: A/RES/76/299      Zone de paix'],
    ['\fZone de paix', 'running-head: Zone de paix'],
    ['\fZONE\nDE PAIX', 'running-head: ZONE | running-head: DE PAIX'],
  ])('%s', (furniture, expected) => {
    const text = `${title}${furniture}\n\nencore un peu\n`
    expect(removed(text)).toBe(expected)
    expect(notation(text)).toBe('76/299. Zone de paix // Texte qui va /// encore un peu')
  })

  it.each([
    ['A/76/L.74'],
    ['31 décembre'],
    ['3/2'],
    ['76/299'],
    ['Zone de paix'],
    ['12'],
    ['22-1187'],
    ['991340'],
  ])('leaves %s', (line) => {
    expect(removed(`${title}${line}\n\nencore`)).toBe('')
  })

  it.each([
    ['22-11873 (A)', 'ar'],
    ['22-11873 (C)', 'zh'],
    ['22-11873 (E)', 'en'],
    ['22-11873 (F)', 'fr'],
    ['22-11873 (R)', 'ru'],
    ['22-11873 (S)', 'es'],
    ['22-11873', null],
  ])('tells the language from the job number %s', (line, expected) => {
    expect(readText(`texte\n\n${line}`).language).toBe(expected)
  })

  it('keeps the symbol above the title', () => {
    expect(notation('A/RES/76/299\n\n76/299. Zone\n\nTexte\n\nA/RES/76/299')).toBe(
      'A/RES/76/299 // 76/299. Zone // Texte',
    )
  })

  it('takes a bare figure at the foot of a page for its number where it is that', () => {
    expect(removed('un\n\n1\n\f\ndeux\n\n2\n\f\ntrois')).toBe('page-number: 1 | page-number: 2')
    expect(removed('un\n\n7\n\ndeux')).toBe('')
  })
})

describe('readText: text that keeps the places of a page', () => {
  it.each([
    ['Nations Unies          A/RES/76/299\nTexte', 'Nations Unies // A/RES/76/299 / Texte'],
    ['الأمم المتحدة          A/RES/76/299', 'الأمم المتحدة // A/RES/76/299'],
    ['联合国          A/RES/76/299', '联合国 // A/RES/76/299'],
    ['Crédits        100\nDépenses        90\nSolde', 'Crédits 100 // Dépenses 90 // Solde'],
    ['a\tb\nc\td', 'a b // c d'],
    ['1.      Décide que\n        la paix', '1. Décide que / la paix'],
    ['(أ)      تدعو\nالدول', '(أ) تدعو / الدول'],
    ['deux  espaces restent', 'deux  espaces restent'],
  ])('%j', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })

  it.each([
    ['> a\n> b\n>\n> c', 'a / b // c'],
    ['>> a\n> > b\n>>\n>c', 'a / b // c'],
    ['Le 3 mai :\n\n> a\n> b\n> c', 'Le 3 mai : // a / b / c'],
    ['a > b\n> c', 'a > b / > c'],
  ])('takes the marks of quoted mail away: %j', (text, expected) => {
    expect(notation(text)).toBe(expected)
  })
})
