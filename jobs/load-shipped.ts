import { InputError } from '../core/model'
import { readVersion } from '../core/pipeline'
import { readTbx } from '../core/terms/formats/read-tbx'
import { sha256 } from '../store/content-hash'
import type { Store } from '../store/database/open-store'
import { loadShipped, type Loaded, type ShippedTexts } from '../store/load-shipped'
import { newShipments } from '../store/shipments'
import {
  listShipped,
  readShippedBytes,
  readShippedTerms,
  type ShippedResolution,
  type ShippedVersion,
} from '../store/shipped-corpus'
import type { NewVersion } from '../store/versions'

/** What loading the shipped corpus did, and which of its versions could not be read: their files are missing, or hold no text. */
export type LoadedCorpus = Loaded & {
  readonly failures: readonly { readonly name: string; readonly language: string; readonly code: string }[]
}

/** The name under which the store has the shipped term bases, joined into one. */
export const SHIPPED_TERMS = 'shipped'

/**
 * Brings the corpus under `root`, the program's own folder, into the store, as far as it was never loaded: resolutions whose files the store has seen are not read again. `program` is the program's version, since
 * another program may cut the same file otherwise.
 */
export async function loadShippedCorpus(store: Store, root: string, program: string): Promise<LoadedCorpus> {
  const found = await Promise.all(
    (await listShipped(root)).map(async (resolution) => {
      const bytes = await Promise.all(
        resolution.versions.map((version) => readShippedBytes(root, resolution.slug, version)),
      )
      const hash = sha256(JSON.stringify([program, resolution, bytes.map((one) => one && sha256(one))]))
      return { name: resolution.slug, hash, resolution, bytes }
    }),
  )
  const bases = await readShippedTerms(root)
  const terms = { name: SHIPPED_TERMS, hash: sha256(JSON.stringify([program, bases])) }
  const failures: LoadedCorpus['failures'][number][] = []
  const texts = (await newShipments(store, found)).map(({ name, hash, resolution, bytes }): ShippedTexts => {
    const { slug, symbol, adopted, meeting, title } = resolution
    const versions = resolution.versions.flatMap((shipped, k) => {
      const read = readShippedVersion(resolution, shipped, bytes[k] ?? null)
      if (!('code' in read)) return [read]
      failures.push({ name, language: shipped.language, code: read.code })
      return []
    })
    return { name, hash, resolution: { slug, symbol, adopted, meeting, titles: title }, versions }
  })
  const newTerms = (await newShipments(store, [terms])).map((one) => ({
    ...one,
    base: bases.flatMap((text) => readTbx(text).base),
  }))
  return { ...(await loadShipped(store, { texts, terms: newTerms })), failures }
}

function readShippedVersion(
  resolution: ShippedResolution,
  { language, file, type, status, source }: ShippedVersion,
  bytes: Uint8Array | null,
): Omit<NewVersion, 'resolution' | 'origin'> | { readonly code: string } {
  if (bytes === null) return { code: 'missing-file' }
  try {
    const version = readVersion(bytes, { name: file, language, status })
    return {
      version: { ...version, symbol: version.symbol ?? resolution.symbol },
      document: { name: file, type: type === 'html' ? 'text/html' : 'text/plain', bytes },
      source,
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error
    return { code: error.code }
  }
}
