import JSZip from 'jszip'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { InputError } from '../../../core/model'
import { readFile } from '../../../core/read/read-document'
import { featureParts } from '../../support/doc-features'
import { pick, seeded } from '../../support/random'
import { wordFile, zipFiles } from '../../support/word-parts'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(path.join(process.cwd(), '__tests__/core/read/fixtures', name)))

const files: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  docx: () => wordFile(featureParts),
  odt: async () => fixture('features.odt'),
  doc: async () => fixture('features.doc'),
}

/** Bytes changed, cut out, doubled or cut off, a few at a time. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  let out = Uint8Array.from(bytes)
  for (let left = 1 + pick(random, 4); left > 0; left -= 1) {
    const at = pick(random, out.length)
    const length = 1 + pick(random, 64)
    switch (pick(random, 5)) {
      case 0:
        out[at] = pick(random, 256)
        break
      case 1:
        out.fill(pick(random, 2) * 255, at, at + length)
        break
      case 2:
        out = join(out.subarray(0, at), out.subarray(at + length))
        break
      case 3:
        out = join(out.subarray(0, at + length), out.subarray(at))
        break
      default:
        if (pick(random, 4) === 0) out = out.slice(0, at)
    }
    if (out.length === 0) return Uint8Array.of(0)
  }
  return out
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(left.length + right.length)
  whole.set(left)
  whole.set(right, left.length)
  return whole
}

/** `read`, or the code of the error; anything but InputError is thrown. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await readFile(bytes, 'a.bin')
    return 'read'
  } catch (error) {
    if (error instanceof InputError) return error.code
    throw error
  }
}

describe('files with random damage', () => {
  it.each(Object.keys(files))('%s: changed bytes give a text or an InputError', async (format) => {
    const bytes = await files[format]!()
    const random = seeded(299)
    const outcomes = new Set<string>()
    for (let round = 0; round < 200; round += 1) outcomes.add(await outcome(mutate(bytes, random)))
    expect(outcomes).toContain('damaged')
  })

  it.each(['docx', 'odt'])(
    '%s: changed parts in a whole archive give a text or an InputError',
    async (format) => {
      const archive = await JSZip.loadAsync(await files[format]!())
      const parts: Record<string, Uint8Array> = {}
      for (const [name, entry] of Object.entries(archive.files))
        if (!entry.dir && !/^(?:Thumbnails|Configurations2|meta|settings)/u.test(name))
          parts[name] = await entry.async('uint8array')
      const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'))
      const random = seeded(76)
      const outcomes = new Set<string>()
      for (let round = 0; round < 80; round += 1) {
        const name = names[pick(random, names.length)]!
        const words = swapWords(new TextDecoder().decode(parts[name]), random)
        outcomes.add(await outcome(await zipFiles({ ...parts, [name]: words })))
      }
      expect([...outcomes].sort()).toEqual(expect.arrayContaining(['damaged', 'read']))
    },
  )
})

/** An XML text in which two stretches between signs have changed places, or a number has become another: often still well-formed. */
function swapWords(text: string, random: () => number): string {
  const pieces = text.split(/(?<=[<>"])|(?=[<>"])/u)
  const kind = pick(random, 3)
  if (kind === 0)
    return text.replace(/\d+/gu, (figure) =>
      pick(random, 20) === 0 ? String(pick(random, 2) * 99_999_999 - 1) : figure,
    )
  const one = pick(random, pieces.length)
  const other = kind === 1 ? Math.min(one + 2, pieces.length - 1) : pick(random, pieces.length)
  const swapped = [...pieces]
  swapped[one] = pieces[other] ?? ''
  swapped[other] = pieces[one] ?? ''
  return swapped.join('')
}
