import { joinBytes } from './gather-chunks'
import { zipStream } from './zip-stream'

/** Files in one ZIP archive, in their order; equal files give equal bytes. */
export async function zipFiles(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<Uint8Array> {
  return joinBytes([...zipStream(files.map(({ name, bytes }) => ({ path: name, chunks: [bytes] })))])
}
