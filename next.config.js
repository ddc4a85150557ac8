import createNextIntlPlugin from 'next-intl/plugin'
import { fileURLToPath } from 'node:url'
import { hashProgram } from './jobs/hash-program.mjs'

const withNextIntl = createNextIntlPlugin('./i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // See cli/serve-app.mjs.
  compress: false,
  // The title waits for nothing that the page does not wait for too, so that it stands in the head for every reader; sent behind the page it costs more.
  htmlLimitedBots: /.*/u,
  // A page-not-found that is a whole document of its own, since the document of the other pages hangs on the locale in their address.
  experimental: { globalNotFound: true },
  // Writers of foreign formats and the language detector are plain Node packages: bundling them gains nothing.
  serverExternalPackages: [
    'docx',
    'exceljs',
    'libsql',
    'pg',
    'kysely',
    'pdfjs-dist',
    'pg-boss',
    'piscina',
    'esbuild',
    'tsx',
  ],
  env: { CONCORDANCE_PROGRAM: hashProgram(fileURLToPath(new URL('.', import.meta.url))) },
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
