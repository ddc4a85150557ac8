/**
 * Watches the table's rows in `reading`, whose insides are written anew when something in them was settled, and gives what the reader was at to its successor: the focus, and the mark of the finding whose note is
 * open. Gives back what ends the watch.
 */
export function keepMarks(reading: Element): () => void {
  let focused: Element | null = null
  const onFocus = (event: FocusEvent) => {
    focused = event.target instanceof Element ? event.target : null
  }
  const observer = new MutationObserver((changes) => {
    for (const { target, removedNodes } of changes) {
      const gone = [...removedNodes].filter((node) => node instanceof Element)
      if (!(target instanceof HTMLTableRowElement) || gone.length === 0) continue
      const current = gone.flatMap((node) => [...node.querySelectorAll('[data-current]')])[0]
      const number = current?.getAttribute('data-current')
      if (current !== undefined && number != null)
        (successor(current, gone, target) ?? target.querySelector(`a[data-f~="${number}"]`))?.setAttribute(
          'data-current',
          number,
        )
      const left = focused !== null && gone.some((node) => node.contains(focused)) ? focused : null
      if (left === null || (document.activeElement ?? document.body) !== document.body) continue
      const next = successor(left, gone, target)
      if (next instanceof HTMLElement) next.focus({ preventScroll: true })
    }
  })
  observer.observe(reading, { childList: true, subtree: true })
  document.addEventListener('focusin', onFocus)
  return () => {
    observer.disconnect()
    document.removeEventListener('focusin', onFocus)
  }
}

/** Of all that is like `left` in its row now, the one in the place that it had among its like. */
function successor(left: Element, gone: readonly Element[], row: Element): Element | undefined {
  const like = (own: Element) => nameOf(own) === nameOf(left)
  const place = gone
    .flatMap((node) => [...node.querySelectorAll(left.localName)])
    .filter(like)
    .indexOf(left)
  return [...row.querySelectorAll(left.localName)].filter(like)[place]
}

/** What an element that can have the focus is for, whatever its state. */
function nameOf(element: Element): string {
  return ['href', 'data-f', 'data-concept', 'data-copy', 'data-confirm']
    .map((name) => element.getAttribute(name) ?? '')
    .join('\n')
}
