import { recountAddresses } from '../../../bench/damage/recount-addresses'

describe('recountAddresses', () => {
  // `!` stands behind an address that is printed.
  test.each([
    ['counted addresses close up', 'pp1 pp3 p2', 'pp1 pp2 p1'],
    ['printed ones stay', 'op1! op3! op7.b!', 'op1 op3 op7.b'],
    ['what no number ends stays', 'title enacting', 'title enacting'],
    [
      'an article’s paragraphs are counted from it',
      'art1! art1.3 art1.4 art2! art2.2',
      'art1 art1.2 art1.3 art2 art2.2',
    ],
    ['without its article a paragraph falls to the one before', 'art1! art1.2 art2.2', 'art1 art1.2 art1.3'],
    ['before any article the addresses are counted as they are', 'art2.2 art2.3', 'art2.1 art2.2'],
    ['each address once', 'op1! op1! p1 p1', 'op1 op1-2 p1 p2'],
  ])('%s', (_, before, after) => {
    const drafts = before
      .split(' ')
      .map((text) => ({ address: text.replace('!', ''), printed: text.endsWith('!') }))
    expect(recountAddresses(drafts).join(' ')).toBe(after)
  })
})
