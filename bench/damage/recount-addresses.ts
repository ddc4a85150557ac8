/** What is known of a damaged paragraph's address: the one it had, and whether a reader of the damaged text would still know it. */
export interface AddressDraft {
  readonly address: string
  /** The paragraph prints its number: in a label, or as a heading that is nothing else. */
  readonly printed: boolean
}

/**
 * Addresses as reading the damaged text would give them: those that are printed stay, those that are counted (`pp3`, `art12.2` without a label) are
 * counted anew, below the article that now stands before them. Each address once: a second one gets `-2`.
 */
export function recountAddresses(drafts: readonly AddressDraft[]): readonly string[] {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  let article = ''
  const claim = (address: string): string => {
    let free = address
    for (let copy = 2; taken.has(free); copy += 1) free = `${address}-${copy}`
    taken.add(free)
    return free
  }
  return drafts.map(({ address, printed }) => {
    if (printed || !/\d$/u.test(address)) {
      if (/^art\d+$/u.test(address)) {
        article = address
        counts.set(article, 1)
      }
      return claim(address)
    }
    const below = /^art\d+/u.test(address) && article !== ''
    const series = below ? article : address.replace(/\d+$/u, '')
    const count = (counts.get(series) ?? 0) + 1
    counts.set(series, count)
    return claim(below ? `${series}.${count}` : `${series}${count}`)
  })
}
