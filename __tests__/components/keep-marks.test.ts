/** @jest-environment jsdom */
import { keepMarks } from '../../components/ReadingDesk/keep-marks'

const row = (settled: string) =>
  `<th><a href="#op1">op1</a><button data-copy="op1"></button><button data-confirm="r1" title="${settled}"></button></th>` +
  `<td><a href="#f1" data-f="1">x</a><span data-concept="c" tabindex="-1">y</span><span data-concept="c" tabindex="-1">z</span><a href="#f1" data-f="1">1</a></td>`

let end: () => void
beforeEach(() => {
  document.body.innerHTML = `<main><table><tbody><tr>${row('no')}</tr><tr>${row('no')}</tr></tbody></table></main>`
  end = keepMarks(document.querySelector('main')!)
})
afterEach(() => end())

const rewrite = async (html = row('yes')) => {
  document.querySelector('tr')!.innerHTML = html
  await Promise.resolve()
}
const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]

describe('a row that is written anew', () => {
  it.each([
    '[data-confirm]',
    '[data-copy]',
    '[href="#op1"]',
    '[data-concept]',
    '[data-concept] + [data-concept]',
    'td a:last-child',
  ])('keeps the focus on its %s', async (selector) => {
    const before = all(selector)[0]!
    before.focus()
    await rewrite()
    expect(before.isConnected).toBe(false)
    expect(document.activeElement).toBe(all(selector)[0])
  })

  it('keeps the mark whose note is open, or else marks another of its finding', async () => {
    all('td a')[0]!.setAttribute('data-current', '1')
    await rewrite()
    expect(all('[data-current]')).toEqual([all('td a')[0]])
    await rewrite('<th></th><td><a href="#f2" data-f="2">2</a><a href="#f1" data-f="1">1</a></td>')
    expect(all('[data-current="1"]')).toEqual([all('a[data-f="1"]')[0]])
  })

  it('takes the focus from nobody', async () => {
    const other = all('tr')[1]!.querySelector<HTMLElement>('[data-copy]')!
    all('[data-confirm]')[0]!.focus()
    other.focus()
    await rewrite()
    expect(document.activeElement).toBe(other)
  })

  it('leaves the focus alone where nothing of the like is left', async () => {
    all('[data-confirm]')[0]!.focus()
    await rewrite('<th></th>')
    expect(document.activeElement).toBe(document.body)
  })
})
