import { writeChildren, writeElement } from '../../components/ReadingView/write-element'

describe('writeElement', () => {
  it.each([
    ['text', writeElement('p', {}, 'a < b & "c"'), '<p>a &lt; b &amp; &quot;c&quot;</p>'],
    ['a figure', writeElement('p', { 'data-n': 0 }, 7), '<p data-n="0">7</p>'],
    ['a value', writeElement('a', { title: '"><i>&' }), '<a title="&quot;&gt;&lt;i&gt;&amp;"></a>'],
    ['no value', writeElement('a', { a: null, b: undefined, c: false, d: '' }), '<a d></a>'],
    ['markup', writeElement('p', {}, writeElement('em', {}, '<'), null, false), '<p><em>&lt;</em></p>'],
    ['what was escaped before', writeElement('p', {}, '&lt;'), '<p>&amp;lt;</p>'],
    ['no end tag', writeElement('br', {}), '<br>'],
  ])('writes %s', (_, made, expected) => {
    expect(made.html).toBe(expected)
  })

  it('writes children in their order', () => {
    expect(writeChildren(['a', null, writeElement('b', {}, 1), '>'])).toBe('a<b>1</b>&gt;')
  })
})
