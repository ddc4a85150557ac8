import { availableParallelism } from 'node:os'
import jestConfig from './jest.config.js'

/** The tests that work with processes, servers and other people's programs: each takes seconds by its nature. */
export default async function systemConfig() {
  const { testPathIgnorePatterns, ...created } = await jestConfig()
  return {
    ...created,
    testMatch: ['<rootDir>/__tests__/**/*.system.test.ts'],
    // They wait for disks, processes and time limits as much as they compute.
    maxWorkers: availableParallelism() + 1,
    testPathIgnorePatterns: testPathIgnorePatterns.filter((pattern) => !pattern.includes('system')),
  }
}
