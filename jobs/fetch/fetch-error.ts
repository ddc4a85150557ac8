/** Why a document was not got from its site. */
export type FetchErrorCode =
  /** The site cannot be reached; the detail is its host. */
  | 'offline'
  /** The site has no such document. */
  | 'missing'
  /** The site answers with an error; the detail is the status. */
  | 'refused'
  /** The site asks to come back later; the detail is after how many seconds. */
  | 'busy'
  /** No answer, or not all of it, in time; the detail is how long that is. */
  | 'slow'
  /** The document is larger than may be; the detail is how much that is. */
  | 'too-large'
  /** It is led from one address to the next without end. */
  | 'redirects'
  /** It is led to an address that is not asked: from https to http, or neither; the detail is the address. */
  | 'unsafe-address'
  /** The answer broke off. */
  | 'cut-short'
  /** What came is a page, not the document. */
  | 'not-document'
  /** What came has another symbol, or none; the detail is its symbol. */
  | 'wrong-symbol'
  /** What came is in another language, the detail. */
  | 'wrong-language'

/** A document that was not got, as a code and a detail; the interface and the command line translate the code. */
export class FetchError extends Error {
  readonly code: FetchErrorCode
  readonly detail: string

  constructor(code: FetchErrorCode, detail = '') {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'FetchError'
    this.code = code
    this.detail = detail
  }
}
