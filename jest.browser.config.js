import jestConfig from './jest.config.js'

/** The browser tests: the built application, served on a port of its own, in Debian's Chromium; each file has its own of both. */
export default async function browserConfig() {
  const { testPathIgnorePatterns, ...created } = await jestConfig()
  return {
    ...created,
    testMatch: ['<rootDir>/__tests__/browser/**/*.test.ts'],
    testPathIgnorePatterns: testPathIgnorePatterns.filter((pattern) => !pattern.includes('browser')),
    testTimeout: 120_000,
  }
}
