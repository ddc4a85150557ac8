import { access, constants } from 'node:fs/promises'
import path from 'node:path'

/** The names under which Chromium and what is made of it are installed, in order of preference. */
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
  'brave-browser',
]

/** Where it is on systems that do not put it into PATH. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The path of a Chromium: the one asked for, else CHROMIUM, else the first in PATH or a usual place; null where there is none, also where the one that was named is none. */
export async function findBrowser(
  asked: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const named = asked ?? (environment.CHROMIUM || undefined)
  const folders = (environment.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const inPath = (name: string) => folders.map((folder) => path.join(folder, name))
  const tried =
    named === undefined
      ? [...NAMES.flatMap(inPath), ...PLACES]
      : /[\\/]/u.test(named)
        ? [named]
        : inPath(named)
  for (const file of tried) {
    const fine = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (fine) return file
  }
  return null
}
