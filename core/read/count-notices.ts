import type { Block, Notice } from '../model'

const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu

/** The notice of invisible signs of direction in blocks, which are kept as they stand; none where there are none. */
export function countBidiControls(blocks: readonly Block[]): Notice[] {
  const count = blocks.reduce((sum, { text }) => sum + (text.match(BIDI_CONTROLS)?.length ?? 0), 0)
  return count === 0 ? [] : [{ code: 'bidi-controls', detail: '', count }]
}

/** Notices that apply at least once. */
export function presentNotices(notices: readonly Notice[]): Notice[] {
  return notices.filter(({ count }) => count > 0)
}
