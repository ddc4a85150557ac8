import { zipFiles } from './word-parts'

const NAMES =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'

/** The parts of an OpenDocument text, each as what stands inside its element. */
export interface OdtParts {
  readonly body: string
  readonly automatic?: string
  readonly styles?: string
  readonly pages?: string
  /** What stands in the manifest. */
  readonly manifest?: string
}

const MIMETYPE = 'application/vnd.oasis.opendocument.text'

/** The files of an OpenDocument archive by name. */
export function odtFiles({
  body,
  automatic = '',
  styles = '',
  pages = '',
  manifest = '',
}: OdtParts): Record<string, string> {
  return {
    mimetype: MIMETYPE,
    'content.xml': `<office:document-content ${NAMES}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMES}><office:styles>${styles}</office:styles><office:master-styles>${pages}</office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
  }
}

/** An OpenDocument text of hand-made parts. */
export async function odtFile(parts: OdtParts): Promise<Uint8Array> {
  return zipFiles(odtFiles(parts))
}

/** The same as one XML file. */
export function flatOdt({ body, automatic = '', styles = '', pages = '' }: OdtParts): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${NAMES} office:mimetype="${MIMETYPE}"><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles>${pages}</office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`
}
