/** @jest-environment jsdom */
import '@testing-library/jest-dom'
import { act, render, screen } from '@testing-library/react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { leaveRows, leftRows, takeRows } from '../../components/ReadingView/left-rows'
import { TableRows, type TableRowsProps } from '../../components/ReadingView/TableRows'

const refresh = jest.fn()
jest.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }))
beforeEach(() => {
  refresh.mockClear()
  document.body.replaceChildren()
})

const inside = (text: string) => `<td role="cell">${text}</td>`

/** Rows of one part from `key:mark`; `more` says where their insides are. */
function tableOf(rows: readonly string[], more: Partial<TableRowsProps>) {
  const frames = rows.map((row) => {
    const [key = '', mark = ''] = row.split(':')
    return { key, id: key, kind: 'body', address: key, mark }
  })
  return (
    <table>
      <TableRows groups={[{ part: 'body', name: 'Texte', rows: frames }]} columns={1} {...more} />
    </table>
  )
}

/** A document in which the insides were left, as the browser gets it and wakes it up. */
async function wake(
  rows: readonly string[],
  texts: readonly string[],
): Promise<{ readonly root: Root; readonly row: HTMLElement }> {
  const left = leaveRows(texts.map(inside))
  const place = document.body.appendChild(document.createElement('div'))
  place.innerHTML = renderToString(tableOf(rows, { left }))
  takeRows(left)
  const root = await act(() => hydrateRoot(place, tableOf(rows, { left })))
  return { root, row: screen.getByRole('row', { name: texts[0]! }) }
}

test('what is left is found until it is taken away, and the oldest give way where nobody takes any', () => {
  const name = leaveRows(['a'])
  expect(leftRows(name)).toEqual(['a'])
  takeRows(name)
  expect(leftRows(name)).toBeUndefined()
  const names = Array.from({ length: 501 }, (_, k) => leaveRows([String(k)]))
  expect([leftRows(names[0]!), leftRows(names[1]!)]).toEqual([undefined, ['1']])
  names.forEach(takeRows)
})

test('a document has the insides, and the browser leaves them as they are', async () => {
  const error = jest.spyOn(console, 'error').mockImplementation(() => undefined)
  const { row, root } = await wake(['op1:m1', 'op2:m2'], ['Décide', '决定'])
  expect(row).toHaveTextContent(/^Décide$/u)
  expect(screen.getByRole('cell', { name: '决定' })).toBeVisible()
  expect([error.mock.calls, refresh.mock.calls]).toEqual([[], []])
  await act(() => root.unmount())
})

test('a row is written again where its mark has changed, and only there; back at the first, it is not empty', async () => {
  const { row, root } = await wake(['op1:m1', 'op2:m2'], ['Décide', 'تقرر'])
  const other = screen.getByRole('cell', { name: 'تقرر' })
  await act(() => root.render(tableOf(['op1:m3', 'op2:m2'], { html: ['Décide ✓', 'تقرر'].map(inside) })))
  expect(row).toHaveTextContent('Décide ✓')
  expect(screen.getByRole('cell', { name: 'تقرر' })).toBe(other)
  await act(() => root.render(tableOf(['op1:m1', 'op2:m2'], { html: ['Décide', 'تقرر'].map(inside) })))
  expect(row).toHaveTextContent(/^Décide$/u)
  await act(() => root.unmount())
})

test('who goes back finds the rows of a document as they were, without their being asked for', async () => {
  const { root } = await wake(['op7:m7'], ['Prie le Secrétaire général'])
  await act(() => root.unmount())
  render(tableOf(['op7:m7'], { left: 'gone' }))
  expect(screen.getByRole('cell', { name: 'Prie le Secrétaire général' })).toBeVisible()
  expect(refresh).not.toHaveBeenCalled()
})

test('who goes back while the rows stay finds them too: their texts come from the document', async () => {
  const { row, root } = await wake(['op9:m9'], ['Souligne'])
  await act(() => root.render(tableOf(['op9:m10'], { html: [inside('Souligne · Subraya')] })))
  expect(row).toHaveTextContent('Subraya')
  await act(() => root.render(tableOf(['op9:m9'], { left: 'gone' })))
  expect(row).toHaveTextContent(/^Souligne$/u)
  expect(refresh).not.toHaveBeenCalled()
  await act(() => root.unmount())
})

test('rows that are nowhere are asked for, and shown when they come', () => {
  const { rerender } = render(tableOf(['op8:m8'], { left: 'gone' }))
  expect(refresh).toHaveBeenCalledTimes(1)
  rerender(tableOf(['op8:m8'], { html: [inside('Постановляет')] }))
  expect(screen.getByRole('cell', { name: 'Постановляет' })).toBeVisible()
})
