import type { ExportRow } from '../model'
import type { PageLayout } from './page-layout'

/** How wide a character is on average, as a part of the type size: Latin and Cyrillic, Arabic, Chinese. Taken from running text, rounded up. */
const WIDTHS = { latin: 0.52, arabic: 0.5, han: 1 } as const

/** Width taken by a cell's margins, in twentieths of a point. */
const CELL_MARGINS = 180

/**
 * About how many lines a row takes on the page: those of its tallest cell, findings included. No program lays a text out for a file that it only writes, so
 * this is an estimate, on the high side.
 */
export function docxRowLines(row: ExportRow, layout: PageLayout): number {
  const texts = row.cells.map((cell) =>
    cell.reduce((sum, { text }) => sum + linesOf(text, layout.text, layout.size), 0),
  )
  const notes = row.notes.reduce((sum, note) => sum + linesOf(note, layout.findings, layout.size - 3), 0)
  return Math.max(...texts, notes, 1)
}

function linesOf(text: string, width: number, size: number): number {
  const kind = /\p{Script=Han}/u.test(text) ? 'han' : /\p{Script=Arabic}/u.test(text) ? 'arabic' : 'latin'
  // Half-points to twentieths of a point.
  const room = Math.max(width - CELL_MARGINS, 1) / (size * 10 * WIDTHS[kind])
  return Math.max(Math.ceil(text.length / room), 1)
}
