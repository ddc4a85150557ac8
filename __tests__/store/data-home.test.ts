import { homedir } from 'node:os'
import path from 'node:path'
import { storeAddress } from '../../store/data-home'

test.each([
  [
    'a server, before all else',
    { DATABASE_URL: 'postgres://db/c', CONCORDANCE_DATA: '/d' },
    'postgres://db/c',
  ],
  ['a folder of its own', { CONCORDANCE_DATA: '/d', XDG_DATA_HOME: '/x' }, '/d/concordance.db'],
  ['the data directory', { XDG_DATA_HOME: '/x', DATABASE_URL: '' }, '/x/concordance/concordance.db'],
  ['the home folder', {}, path.join(homedir(), '.local/share/concordance/concordance.db')],
])('the store is in %s', (_, env, expected) => {
  expect(storeAddress(env)).toBe(expected)
})
