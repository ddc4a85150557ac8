import { spawnSync } from 'node:child_process'
import path from 'node:path'

const serve = path.resolve(__dirname, '../../cli/serve.mjs')

/** Starts the server with a port that is none, so that it ends before it builds or listens, whatever it thinks of the host. */
function start(env: Readonly<Record<string, string>>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [serve], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', PORT: 'none', NODE_ENV: 'production', ...env },
  })
  return { status, stdout, stderr }
}

const PORT = "concordance: PORT: 'none' is not a port number\n"

it.each(['0.0.0.0', '::', '192.0.2.1', 'concordance.example', '127.0.0.1.example'])(
  'does not listen on %s without a token, and says what to do',
  (HOST) => {
    const told = {
      status: 2,
      stdout: '',
      stderr: `concordance: HOST: '${HOST}' is reached by other machines: set CONCORDANCE_TOKEN to a secret, which programs need to change anything there\n`,
    }
    expect(start({ HOST })).toEqual(told)
    expect(start({ HOST, CONCORDANCE_TOKEN: '' })).toEqual(told)
  },
)

it.each(['127.0.0.1', '127.0.0.2', '::1', 'localhost'])('listens on %s without a token', (HOST) => {
  expect(start({ HOST }).stderr).toBe(PORT)
})

it('listens on any address with a token', () => {
  expect(start({ HOST: '0.0.0.0', CONCORDANCE_TOKEN: 'x' }).stderr).toBe(PORT)
  expect(start({}).stderr).toBe(PORT)
})
