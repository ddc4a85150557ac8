import JSZip from 'jszip'
import { fixZipDates } from './fix-zip-dates'

/** Files in one ZIP archive, in their order; equal files give equal bytes. */
export async function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Uint8Array> {
  const zip = new JSZip()
  for (const { name, bytes } of files) zip.file(name, bytes, { createFolders: false })
  return fixZipDates(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }))
}
