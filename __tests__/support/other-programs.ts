import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findPostgres } from './postgres-server'

/** Debian's Python has the modules that Debian packs, whatever `python3` is in front of it. */
const PYTHONS = ['python3', '/usr/bin/python3']

const runs = (program: string, ...args: readonly string[]) =>
  spawnSync(program, args, { stdio: 'ignore' }).error === undefined

/** The Python that has a module, or null. */
export function pythonWith(module: string): string | null {
  return PYTHONS.find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0) ?? null
}

/** OmegaT's own archive, with the document types that it ships: TMX 1.4 and TBX. */
export const OMEGAT_JAR = '/usr/share/omegat/OmegaT.jar'

const PRESENT = {
  soffice: () => runs('soffice', '--version'),
  omegat: () => runs('omegat', '--help'),
  'schemas of omegat': () => existsSync(OMEGAT_JAR),
  xmllint: () => runs('xmllint', '--version'),
  pdftotext: () => runs('pdftotext', '-v'),
  chromium: () => runs('chromium', '--version'),
  bash: () => runs('bash', '--version'),
  script: () => runs('script', '--version'),
  fish: () => runs('fish', '--version'),
  zsh: () => runs('zsh', '--version'),
  groff: () => runs('groff', '--version'),
  postgres: () => process.env.TEST_DATABASE_URL !== undefined || findPostgres() !== null,
  python: () => pythonWith('csv') !== null,
  openpyxl: () => pythonWith('openpyxl') !== null,
  'python-docx': () => pythonWith('docx') !== null,
  'translate-toolkit': () => pythonWith('translate') !== null,
  'un-charter texts': () => existsSync(path.join(process.cwd(), '../shared/data/un-charter')),
} satisfies Readonly<Record<string, () => boolean>>

/** Something that a test needs and that does not come with the project: a program, a module of Python, texts. */
export type Needed = keyof typeof PRESENT

const known = new Map<Needed, boolean>()

function isPresent(one: Needed): boolean {
  const answer = known.get(one) ?? PRESENT[one]()
  known.set(one, answer)
  return answer
}

/** A title with what is missing, as `left-out-reporter.js` looks for it. */
function leftOut(title: string, missing: readonly string[]): string {
  return `${title} (left out: ${missing.join(', ')})`
}

/** `test` where everything that it needs is there; else it is skipped, and its title and the closing lines of the run say what is missing. */
export function testWith(...needed: readonly Needed[]) {
  return (title: string, run: () => void | Promise<void>, timeout?: number): void => {
    const missing = needed.filter((one) => !isPresent(one))
    testWhere(missing.length === 0, missing.join(', '))(title, run, timeout)
  }
}

/** The same for something that only the test itself can find out; `what` names it. */
export function testWhere(present: boolean, what: string) {
  return (title: string, run: () => void | Promise<void>, timeout?: number): void => {
    const body = async () => run()
    if (present) test(title, body, timeout)
    else test.skip(leftOut(title, [what]), body, timeout)
  }
}

/** `describe` in the same way. */
export function describeWith(...needed: readonly Needed[]) {
  const missing = needed.filter((one) => !isPresent(one))
  return describeWhere(missing.length === 0, missing.join(', '))
}

/** The same for something that only the test itself can find out; `what` names it. */
export function describeWhere(present: boolean, what: string) {
  return (title: string, run: () => void): void => {
    if (present) describe(title, run)
    else describe.skip(leftOut(title, [what]), run)
  }
}
