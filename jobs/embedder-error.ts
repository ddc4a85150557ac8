/** Why there are no vectors. */
export type EmbedderErrorCode =
  | 'no-folder'
  /** The detail names the file that is missing. */
  | 'no-model'
  /** The detail is what to install, as a package manager takes it. */
  | 'no-package'
  | 'package-fails'
  | 'model-fails'
  /** The model's answer is not one vector a text; the detail says what it is. */
  | 'wrong-vectors'

/** The error of a model of sentences that cannot be opened or fails; `detail` is for the person, not for the program. */
export class EmbedderError extends Error {
  readonly code: EmbedderErrorCode
  readonly detail: string

  constructor(code: EmbedderErrorCode, detail: string) {
    super(detail === '' ? code : `${code}: ${detail}`)
    this.name = 'EmbedderError'
    this.code = code
    this.detail = detail
  }
}
