const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50
/** The first moment that a ZIP file can name, 1 January 1980 at midnight, as MS-DOS time (low 16 bits) and date (high 16 bits). */
const EPOCH = 0x00210000

/**
 * A ZIP file whose entries all carry 1 January 1980 as their date, so that equal contents give equal bytes. Returns a copy; bytes that are no ZIP file
 * (or one beyond 4 GiB) come back as they are. Offsets after APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function fixZipDates(zip: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(zip)
  const view = new DataView(bytes.buffer)
  const end = findEnd(view)
  if (end < 0) return bytes
  const count = view.getUint16(end + 10, true)
  let entry = view.getUint32(end + 16, true)
  for (let done = 0; done < count && holds(view, entry, DIRECTORY_ENTRY, 46); done += 1) {
    view.setUint32(entry + 12, EPOCH, true)
    const local = view.getUint32(entry + 42, true)
    if (holds(view, local, LOCAL_HEADER, 30)) view.setUint32(local + 10, EPOCH, true)
    entry +=
      46 +
      view.getUint16(entry + 28, true) +
      view.getUint16(entry + 30, true) +
      view.getUint16(entry + 32, true)
  }
  return bytes
}

/** The record that closes a ZIP file stands at its very end, but for a comment of any length. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  }
  return -1
}

function holds(view: DataView, at: number, signature: number, length: number): boolean {
  return at + length <= view.byteLength && view.getUint32(at, true) === signature
}
