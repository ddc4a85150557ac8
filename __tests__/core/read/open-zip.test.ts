import JSZip from 'jszip'
import { InputError } from '../../../core/model'
import { crc32 } from '../../../core/read/crc32'
import { openZip, type ZipLimits } from '../../../core/read/open-zip'

const utf8 = (text: string) => new TextEncoder().encode(text)

async function zip(files: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const archive = new JSZip()
  for (const [name, content] of Object.entries(files)) archive.file(name, content, { createFolders: false })
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

function outcome(act: () => unknown): string {
  try {
    return String(act())
  } catch (error) {
    if (error instanceof InputError) return `${error.code}(${error.detail})`
    throw error
  }
}

/** A copy whose first directory entry has other values: offsets within the entry, after APPNOTE 4.3.12. */
function withEntry(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const view = new DataView(copy.buffer)
  for (let at = 0; at < copy.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) {
      change(view, at)
      return copy
    }
  throw new Error('no directory')
}

const small: ZipLimits = { entries: 3, total: 1000, ratio: 10, small: 100 }

describe('openZip', () => {
  it('reads files by name, whatever its case, packed and not', async () => {
    const archive = openZip(
      await zip({ 'word/document.xml': 'Paix é 和平', 'media/a.bin': Uint8Array.of(1, 2, 3) }),
    )
    expect(archive.names).toEqual(['word/document.xml', 'media/a.bin'])
    expect(new TextDecoder().decode(archive.read('Word/Document.xml') ?? undefined)).toBe('Paix é 和平')
    expect(archive.read('media/a.bin')).toEqual(Uint8Array.of(1, 2, 3))
    expect(archive.read('other')).toBeNull()
    expect([archive.has('MEDIA/A.BIN'), archive.has('other')]).toEqual([true, false])
  })

  it('reads an archive with bytes before it and a comment behind it', async () => {
    const bytes = await zip({ a: 'Paix' })
    const copy = new Uint8Array(5 + bytes.length + 3)
    copy.set(bytes, 5)
    new DataView(copy.buffer).setUint16(5 + bytes.length - 2, 3, true)
    expect(new TextDecoder().decode(openZip(copy).read('a') ?? undefined)).toBe('Paix')
  })

  it.each([
    ['../a', 'unsafe(../a)'],
    ['a/../../b', 'unsafe(a/../../b)'],
    ['..\\a', 'unsafe(../a)'],
    ['/etc/passwd', 'unsafe(/etc/passwd)'],
    ['C:\\a', 'unsafe(C:/a)'],
    ['a\0b', 'unsafe(a\0b)'],
    ['a/..b/c..', 'a/..b/c..'],
  ])('a file named %j', async (name, expected) => {
    const bytes = await zip({ [name.length === 0 ? 'x' : 'N'.repeat(name.length)]: 'x' })
    const named = Uint8Array.from(bytes)
    const wanted = utf8(name)
    for (let at = 0; at < named.length - wanted.length; at += 1)
      if (named.subarray(at, at + wanted.length).every((byte) => byte === 0x4e)) named.set(wanted, at)
    expect(outcome(() => openZip(named).names.join())).toBe(expected)
  })

  it('refuses too many files, too many bytes and too high a rate before it unpacks any', async () => {
    expect(outcome(() => openZip(Uint8Array.of(80, 75, 5, 6), small))).toBe('damaged(ZIP)')
    const many = await zip({ a: '1', b: '2', c: '3', d: '4' })
    expect(outcome(() => openZip(many, small))).toBe('too-large(4 files)')
    const big = await zip({
      a: utf8('x').slice(),
      b: Uint8Array.from({ length: 1001 }, (_, i) => (i * 7919) % 251),
    })
    expect(outcome(() => openZip(big, { ...small, ratio: 1e9 }))).toBe('too-large(b)')
    const steep = await zip({ a: 'a'.repeat(900) })
    expect(outcome(() => openZip(steep, small))).toBe('too-large(a)')
    expect(outcome(() => openZip(steep, { ...small, small: 900 }).names)).toBe('a')
  })

  it('stops while it unpacks where the directory lies about the size', async () => {
    const lie = (size: number, to: number) => async () => {
      const bytes = withEntry(await zip({ a: new Uint8Array(size) }), (view, at) =>
        view.setUint32(at + 24, to, true),
      )
      return outcome(() => openZip(bytes).read('a'))
    }
    expect(await lie(40_000_000, 10)()).toBe('too-large(a)')
    expect(await lie(1000, 10)()).toBe('damaged(a)')
    expect(await lie(1000, 2000)()).toBe('damaged(a)')
  })

  it('tells encrypted and damaged files', async () => {
    const bytes = await zip({ a: 'Paix et sécurité'.repeat(20) })
    expect(outcome(() => openZip(withEntry(bytes, (view, at) => view.setUint16(at + 8, 1, true))))).toBe(
      'encrypted()',
    )
    expect(
      outcome(() => openZip(withEntry(bytes, (view, at) => view.setUint32(at + 16, 5, true))).read('a')),
    ).toBe('damaged(a)')
    expect(
      outcome(() => openZip(withEntry(bytes, (view, at) => view.setUint16(at + 10, 12, true))).read('a')),
    ).toBe('damaged(a: 12)')
    expect(
      outcome(() =>
        openZip(withEntry(bytes, (view, at) => view.setUint32(at + 42, 999_999, true))).read('a'),
      ),
    ).toBe('damaged(a)')
    for (let length = 0; length < bytes.length; length += 1)
      expect(outcome(() => openZip(bytes.subarray(0, length)))).toBe('damaged(ZIP)')
  })
})

describe('crc32', () => {
  it('has the check value of the standard', () => {
    expect(crc32(utf8('123456789'))).toBe(0xcbf43926)
    expect(crc32(new Uint8Array())).toBe(0)
  })
})
