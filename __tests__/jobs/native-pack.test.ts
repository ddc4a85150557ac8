import { inflateRawSync } from 'node:zlib'
import JSZip from 'jszip'
import { zipFiles } from '../../core/export/zip-files'
import { zipStream } from '../../core/export/zip-stream'
import { nativePack } from '../../jobs/native-pack'
import { seeded } from '../support/random'

/** Pieces of one file, packed one by one and joined. */
function packed(pieces: readonly Uint8Array[]): Buffer {
  const pack = nativePack()
  return Buffer.concat(pieces.map((piece, k) => pack(piece, k === pieces.length - 1)))
}

const text = (length: number) => Buffer.from('Prie le Conseil 请大会 تطلب إلى '.repeat(length / 40 + 1)).subarray(0, length) // prettier-ignore

test.each([
  ['nothing', [0]],
  ['one piece', [5_000]],
  ['pieces with an empty one among them and at the end', [10, 0, 20, 0]],
  ['pieces of about the window', [32_767, 32_768, 32_769, 1, 70_000]],
  ['many small ones', Array.from({ length: 500 }, (_, k) => k % 97)],
])('%s come back', (_, lengths) => {
  const pieces = lengths.map(text)
  expect(inflateRawSync(packed(pieces)).equals(Buffer.concat(pieces))).toBe(true)
})

test('random pieces come back', () => {
  const random = seeded(7)
  for (let round = 0; round < 20; round += 1) {
    const pieces = Array.from({ length: 1 + Math.floor(random() * 8) }, () =>
      Uint8Array.from({ length: Math.floor(random() * 50_000) }, () => Math.floor(random() * 6) * 40),
    )
    expect(inflateRawSync(packed(pieces)).equals(Buffer.concat(pieces))).toBe(true)
  }
})

test('what went before a piece is known in it', () => {
  const random = seeded(3)
  const noise = Uint8Array.from({ length: 20_000 }, () => Math.floor(random() * 256))
  const once = packed([noise]).length
  expect(once).toBeGreaterThan(19_000)
  expect(packed([noise, noise, noise, noise]).length).toBeLessThan(once * 1.1)
})

test('an archive made with it holds what one of the library holds', async () => {
  const files = [
    { name: 'a.txt', bytes: text(200_000) },
    { name: 'ملف 文件.txt', bytes: new Uint8Array(0) },
  ]
  const { files: found } = await JSZip.loadAsync(await zipFiles(files, nativePack), { checkCRC32: true })
  expect(Object.keys(found)).toEqual(files.map(({ name }) => name))
  for (const { name, bytes } of files)
    expect(Buffer.from(await found[name]!.async('uint8array')).equals(Buffer.from(bytes))).toBe(true)
  const chunks = [...zipStream([{ path: 'b.txt', chunks: ['é', new Uint8Array([10]), '大'] }], nativePack)]
  const archive = await JSZip.loadAsync(Buffer.concat(chunks))
  expect(await archive.files['b.txt']!.async('string')).toBe('é\n大')
})
