import { Zip, ZipDeflate, ZipPassThrough, strToU8, unzipSync } from 'fflate'

/** A file of an archive, piece by piece; texts are written as UTF-8. */
export interface ZipEntry {
  readonly path: string
  readonly chunks: Iterable<string | Uint8Array>
}

/** A file of an archive that is being written. */
export interface OpenEntry {
  readonly push: (chunk: string | Uint8Array) => void
  readonly end: () => void
}

/** An archive that is being written; several of its files may be open at once. */
export interface OpenZip {
  /** Begins a file. What is pushed into one that was begun before another has ended waits, packed, for its turn. */
  readonly add: (path: string) => OpenEntry
  /** What is ready of the archive since the last call. */
  readonly take: () => readonly Uint8Array[]
  readonly end: () => void
}

/** Packs one file piece by piece (raw deflate, RFC 1951): what it gives, joined, is the packed file. */
export type Pack = (bytes: Uint8Array, final: boolean) => Uint8Array<ArrayBuffer>

const NOTHING = new Uint8Array(0)

/** The effort of packing, 0–9: 4 packs the markup of tables 5% worse than 6, the whole file being written in 5% less time (measured). */
const LEVEL = 4

/** The method's number in the format. */
const DEFLATE = 8

/** Texts are packed in pieces of about so many code units: every call of the library costs as much as some kilobytes. */
const PIECE = 65_536

/** A file that the platform packs instead of the library. */
class PackedEntry extends ZipPassThrough {
  override compression = DEFLATE

  constructor(
    path: string,
    private readonly pack: Pack,
  ) {
    super(path)
  }

  protected override process(bytes: Uint8Array, final: boolean): void {
    this.ondata(null, this.pack(bytes, final), final)
  }
}

/** Begins a ZIP archive; `makePack` packs a file faster than the library does, where the platform can. All files carry 1 January 1980 as their date, the first that the format can name, so that equal contents give equal bytes. */
export function openZip(makePack?: () => Pack): OpenZip {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error
    ready.push(piece)
  })
  return {
    add: (path) => {
      const file =
        makePack === undefined ? new ZipDeflate(path, { level: LEVEL }) : new PackedEntry(path, makePack())
      // In the machine's own time zone, in which the library takes it apart.
      file.mtime = new Date(1980, 0, 1)
      zip.add(file)
      let gathered = ''
      const flush = () => {
        if (gathered !== '') file.push(strToU8(gathered))
        gathered = ''
      }
      return {
        push: (chunk) => {
          if (typeof chunk === 'string') {
            gathered += chunk
            if (gathered.length >= PIECE) flush()
            return
          }
          flush()
          file.push(chunk)
        },
        end: () => {
          flush()
          file.push(NOTHING, true)
        },
      }
    },
    take: () => {
      const taken = ready
      ready = []
      return taken
    },
    end: () => zip.end(),
  }
}

/** A ZIP archive piece by piece, so that no file of it is ever held whole. A file is asked for when the one before is written. */
export function* zipStream(
  entries: Iterable<ZipEntry>,
  makePack?: () => Pack,
): Generator<Uint8Array, void, void> {
  const zip = openZip(makePack)
  for (const { path, chunks } of entries) {
    const file = zip.add(path)
    for (const chunk of chunks) {
      file.push(chunk)
      yield* zip.take()
    }
    file.end()
    yield* zip.take()
  }
  zip.end()
  yield* zip.take()
}

/** The files of an archive that a library of ours has made, by path, in their order. */
export function unzipOwn(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes)
}
