import createNextIntlPlugin from 'next-intl/plugin'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const withNextIntl = createNextIntlPlugin('./i18n/request.ts')

/** A hash of all that reads, aligns and compares: what another program has made is made anew. */
function hashOfProgram() {
  const hash = createHash('sha256')
  const core = path.join(path.dirname(fileURLToPath(import.meta.url)), 'core')
  const names = readdirSync(core, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'))
  for (const name of names.sort())
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(core, name)))
  return hash.digest('hex').slice(0, 16)
}

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // The title waits for nothing that the page does not wait for too, so that it stands in the head for every reader; sent behind the page it costs more.
  htmlLimitedBots: /.*/u,
  // A page-not-found that is a whole document of its own, since the document of the other pages hangs on the locale in their address.
  experimental: { globalNotFound: true },
  // Writers of foreign formats and the language detector are plain Node packages: bundling them gains nothing.
  serverExternalPackages: ['docx', 'exceljs', 'libsql', 'pg', 'kysely'],
  env: { CONCORDANCE_PROGRAM: hashOfProgram() },
  async headers() {
    return [
      {
        source: '/:path*',
        headers: [
          { key: 'X-Content-Type-Options', value: 'nosniff' },
          { key: 'Referrer-Policy', value: 'same-origin' },
          { key: 'X-Frame-Options', value: 'DENY' },
          { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
          { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        ],
      },
    ]
  },
}

export default withNextIntl(config)
