/**
 * Keeps the keyboard's place in a panel when the link that has the focus is about to go away, because it did its work. The focus then goes, once the
 * page is drawn anew, to another link of the same entry; where the entry went away too, to the one that took its place in the list; and else to
 * the button that opens the panel. Outside a panel nothing is done.
 */
export function keepPlace(link: HTMLElement): void {
  const panel = link.closest<HTMLElement>('[popover]')
  const entry = link.closest('li')
  const list = entry?.parentElement
  if (panel === null || entry == null || list == null) return
  const at = [...list.children].indexOf(entry)
  const within = [...entry.children].indexOf(link)
  queueMicrotask(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    const next = entry.isConnected ? entry : list.isConnected ? list.children[at] : undefined
    const same = next?.children[within]
    const target = same instanceof HTMLAnchorElement ? same : next?.querySelector('a')
    const button = document.querySelector<HTMLElement>(`[popovertarget="${panel.id}"]`)
    ;(target ?? button)?.focus()
  })
}
