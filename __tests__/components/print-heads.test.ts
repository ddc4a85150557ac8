import { printHeads } from '../../components/ReadingView/print-heads'

describe('printHeads', () => {
  it('puts symbol and title on every page', () => {
    expect(printHeads('A/RES/76/299', 'Paix', 2)).toBe(
      '@page{@top-left{content:"A/RES/76/299"}@top-right{content:"Paix"}}',
    )
  })

  it('lets no title end its string or the style element', () => {
    const css = printHeads('x', 'a"}</style><script>\\', 2)
    expect(css).not.toContain('</style')
    expect(css.match(/"/gu)).toHaveLength(4)
    expect(css).toContain('a\\22 }\\3c /style>\\3c script>\\5c ')
  })

  it('turns the page for more than three columns', () => {
    expect(printHeads('x', 'y', 4)).toContain('size:landscape')
    expect(printHeads('x', 'y', 3)).not.toContain('size')
  })

  it('cuts a long title', () => {
    expect(printHeads('x', 'é'.repeat(90), 2)).toContain(`"${'é'.repeat(69)}…"`)
  })
})
