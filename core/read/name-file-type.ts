/** First bytes of formats that are not text, with the name that a person knows them by; `at` where they do not stand at the beginning. */
const SIGNATURES: readonly {
  readonly bytes: readonly number[]
  readonly at?: number
  readonly name: string
}[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], name: 'PDF' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], name: 'RTF' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'PNG' },
  { bytes: [0xff, 0xd8, 0xff], name: 'JPEG' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'GIF' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], name: 'TIFF' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], name: 'TIFF' },
  { bytes: [0x38, 0x42, 0x50, 0x53], name: 'PSD' },
  { bytes: [0x57, 0x45, 0x42, 0x50], at: 8, name: 'WebP' },
  { bytes: [0x57, 0x41, 0x56, 0x45], at: 8, name: 'WAV' },
  { bytes: [0x41, 0x56, 0x49, 0x20], at: 8, name: 'AVI' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, name: 'MP4' },
  { bytes: [0x49, 0x44, 0x33, 0x02], name: 'MP3' },
  { bytes: [0x49, 0x44, 0x33, 0x03], name: 'MP3' },
  { bytes: [0x49, 0x44, 0x33, 0x04], name: 'MP3' },
  { bytes: [0xff, 0xfb], name: 'MP3' },
  { bytes: [0xff, 0xf3], name: 'MP3' },
  { bytes: [0x4f, 0x67, 0x67, 0x53], name: 'OGG' },
  { bytes: [0x66, 0x4c, 0x61, 0x43], name: 'FLAC' },
  { bytes: [0x1a, 0x45, 0xdf, 0xa3], name: 'Matroska' },
  { bytes: [0x1f, 0x8b], name: 'GZIP' },
  { bytes: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4, name: 'BZIP2' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], name: 'XZ' },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], name: 'Zstandard' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], name: '7z' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], name: 'RAR' },
  { bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257, name: 'TAR' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], name: 'EXE' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'ELF' },
  { bytes: [0xca, 0xfe, 0xba, 0xbe], name: 'Java class' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72], name: 'SQLite' },
  { bytes: [0xff, 0x57, 0x50, 0x43], name: 'WordPerfect' },
  { bytes: [0x41, 0x54, 0x26, 0x54, 0x46, 0x4f, 0x52, 0x4d], name: 'DjVu' },
  { bytes: [0x00, 0x01, 0x00, 0x00, 0x00], name: 'TrueType' },
  { bytes: [0x77, 0x4f, 0x46, 0x46], name: 'WOFF' },
  { bytes: [0x77, 0x4f, 0x46, 0x32], name: 'WOFF' },
]

const ZIP = [0x50, 0x4b] as const
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const

/** What the names inside a ZIP archive, or the media type that it begins with, make of it. */
const ZIP_TYPES: readonly (readonly [RegExp, string])[] = [
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.text/u, 'ODT'],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/u, 'ODS'],
  [/mimetypeapplication\/vnd\.oasis\.opendocument\.presentation/u, 'ODP'],
  [/mimetypeapplication\/epub\+zip/u, 'EPUB'],
  [/PK\u0001\u0002[^]{42}word\//u, 'DOCX'],
  [/PK\u0001\u0002[^]{42}xl\//u, 'XLSX'],
  [/PK\u0001\u0002[^]{42}ppt\//u, 'PPTX'],
  [/PK\u0003\u0004[^]{26}word\//u, 'DOCX'],
  [/PK\u0003\u0004[^]{26}xl\//u, 'XLSX'],
  [/PK\u0003\u0004[^]{26}ppt\//u, 'PPTX'],
  [/PK\u0001\u0002[^]{42}META-INF\/MANIFEST/u, 'JAR'],
]

/** What the names of the streams inside a compound file of Microsoft make of it, in UTF-16. */
const OLE_TYPES: readonly (readonly [string, string])[] = [
  ['WordDocument', 'DOC'],
  ['Workbook', 'XLS'],
  ['PowerPoint Document', 'PPT'],
  ['EncryptedPackage', 'encrypted Office file'],
  ['__substg1.0_', 'MSG'],
  ['Book', 'XLS'],
]

/** How much of either end of a container is looked through for names: the directory of a ZIP archive stands at its end. */
const LOOK = 65_536

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, i) => bytes[at + i] === byte)
}

/** Both ends of a file, a character a byte. */
function endsOf(bytes: Uint8Array): string {
  const parts =
    bytes.length <= 2 * LOOK ? [bytes] : [bytes.subarray(0, LOOK), bytes.subarray(bytes.length - LOOK)]
  return parts.map((part) => Array.from(part, (byte) => String.fromCharCode(byte)).join('')).join('')
}

/**
 * The name of a type of file that is no plain text, as a person knows it (`PNG`, `DOCX`, `XLS`), told from its bytes, or null. A container whose contents say nothing is `ZIP` or `DOC`; an Office
 * file behind a password is `encrypted Office file`.
 */
export function nameFileType(bytes: Uint8Array): string | null {
  if (startsWith(bytes, ZIP) && [0x03, 0x05, 0x07].includes(bytes[2] ?? 0)) {
    const ends = endsOf(bytes)
    return ZIP_TYPES.find(([pattern]) => pattern.test(ends))?.[1] ?? 'ZIP'
  }
  if (startsWith(bytes, OLE)) {
    const ends = endsOf(bytes)
    const wide = (name: string) => [...name].map((character) => `${character}\0`).join('')
    return OLE_TYPES.find(([name]) => ends.includes(wide(name)))?.[1] ?? 'DOC'
  }
  return SIGNATURES.find(({ bytes: signature, at }) => startsWith(bytes, signature, at))?.name ?? null
}
