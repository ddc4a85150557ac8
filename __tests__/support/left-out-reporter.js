/** Says at the end of a run which tests were left out, and for want of what: see `other-programs.ts`. */
export default class LeftOutReporter {
  onRunComplete(_contexts, { testResults }) {
    const counts = new Map()
    for (const { testResults: tests } of testResults)
      for (const { status, fullName } of tests) {
        if (status !== 'pending') continue
        const missing = /\(left out: ([^)]+)\)/u.exec(fullName)?.[1]
        if (missing !== undefined) counts.set(missing, (counts.get(missing) ?? 0) + 1)
      }
    for (const [missing, count] of [...counts].sort(([one], [other]) => (one < other ? -1 : 1)))
      console.error(`Left out: ${count} ${count === 1 ? 'test needs' : 'tests need'} ${missing}`)
  }
}
