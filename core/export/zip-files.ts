import { joinBytes } from './gather-chunks'
import { zipStream, type Pack } from './zip-stream'

/** Files in one ZIP archive, in their order; equal files give equal bytes. */
export async function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  makePack?: () => Pack,
): Promise<Uint8Array> {
  const entries = files.map(({ name, bytes }) => ({ path: name, chunks: [bytes] }))
  return joinBytes([...zipStream(entries, makePack)])
}
