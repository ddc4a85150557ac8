/**
 * A row as text with its citations, one block for each version on screen: the paragraph with its label but without marks, then
 * `(A/RES/76/299, op8, French)`. Versions without the paragraph are left out.
 */
export function copyText(row: Element): string {
  const symbol = row.closest('[data-symbol]')?.getAttribute('data-symbol') ?? ''
  return [...row.querySelectorAll<HTMLElement>('[data-language]')]
    .flatMap((cell) => {
      if (!(cell.checkVisibility?.() ?? true)) return []
      const paragraphs = [...cell.querySelectorAll<HTMLElement>('[data-address]')]
      if (paragraphs.length === 0) return []
      const addresses = paragraphs.map((paragraph) => paragraph.dataset.address ?? '')
      const source = [symbol, addresses.join(', '), cell.dataset.name ?? ''].filter((part) => part !== '')
      const status = cell.dataset.status === undefined ? '' : `; ${cell.dataset.status}`
      return [`${paragraphs.map(plainText).join('\n')}\n(${source.join(', ')}${status})`]
    })
    .join('\n\n')
}

function plainText(paragraph: HTMLElement): string {
  const copy = paragraph.cloneNode(true)
  if (!(copy instanceof HTMLElement)) return ''
  for (const skipped of copy.querySelectorAll('[data-skip]')) skipped.remove()
  return (copy.textContent ?? '').trim()
}
