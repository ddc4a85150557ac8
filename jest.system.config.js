import jestConfig from './jest.config.js'

/** The tests that work with processes, servers and other people's programs: each takes seconds by its nature. */
export default async function systemConfig() {
  const { testPathIgnorePatterns, ...created } = await jestConfig()
  return {
    ...created,
    testMatch: ['<rootDir>/__tests__/**/*.system.test.ts'],
    testPathIgnorePatterns: testPathIgnorePatterns.filter((pattern) => !pattern.includes('system')),
  }
}
