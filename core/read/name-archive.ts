import type { Archive } from './open-zip'

/** What `mimetype`, the first file of an OpenDocument or EPUB archive, says, and the name that a person knows the type by. */
const MIMETYPES: readonly (readonly [RegExp, string])[] = [
  [/epub/u, 'EPUB'],
  [/opendocument\.spreadsheet/u, 'ODS'],
  [/opendocument\.presentation/u, 'ODP'],
  [/opendocument\.graphics/u, 'ODG'],
  [/opendocument\.text/u, 'ODT'],
]

/** Files by which the other types of archive are known. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^xl\/workbook\.xml$/iu, 'XLSX'],
  [/^xl\/workbook\.bin$/iu, 'XLSB'],
  [/^ppt\/presentation\.xml$/iu, 'PPTX'],
  [/^visio\/document\.xml$/iu, 'VSDX'],
  [/^word\/document\.xml$/iu, 'DOCX'],
  [/^index\/(?:document|tables)\.iwa$|^index\.zip$/iu, 'Pages'],
  [/^meta-inf\/manifest\.mf$/iu, 'JAR'],
]

/** What the file `mimetype` of an archive says, or the empty string. */
export function mimetypeOf(archive: Archive): string {
  const bytes = archive.read('mimetype')
  return bytes === null || bytes.length > 200 ? '' : new TextDecoder().decode(bytes).trim()
}

/** The name of an archive's type as a person knows it: `XLSX`, `PPTX`, `EPUB`, or `ZIP` where it is nothing in particular. */
export function nameArchive(archive: Archive): string {
  const mimetype = mimetypeOf(archive)
  return (
    MIMETYPES.find(([pattern]) => pattern.test(mimetype))?.[1] ??
    PARTS.find(([pattern]) => archive.names.some((name) => pattern.test(name)))?.[1] ??
    'ZIP'
  )
}
