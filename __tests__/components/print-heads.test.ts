import { printHeads } from '../../components/ReadingView/print-heads'

describe('printHeads', () => {
  it('puts symbol and title on every page', () => {
    expect(printHeads('A/RES/76/299', 'Paix')).toBe(
      '@page{@top-left{content:"A/RES/76/299"}@top-right{content:"Paix"}}',
    )
  })

  it('lets no title end its string or the style element', () => {
    const css = printHeads('x', 'a"}</style><script>\\')
    expect(css).not.toContain('</style')
    expect(css.match(/"/gu)).toHaveLength(4)
    expect(css).toContain('a\\22 }\\3c /style>\\3c script>\\5c ')
  })

  it('cuts a long title', () => {
    expect(printHeads('x', 'é'.repeat(90))).toContain(`"${'é'.repeat(69)}…"`)
  })
})
