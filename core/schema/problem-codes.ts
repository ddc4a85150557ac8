/** Why a request to the HTTP interface was not done, with its status (RFC 9110, RFC 6585 for 428 and 429). Codes never change their meaning; the interface has a sentence for each. */
export const PROBLEM_STATUS = {
  'bad-query': 400,
  'bad-cursor': 400,
  'bad-body': 400,
  'bad-header': 400,
  unauthorized: 401,
  'cross-origin': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'worse-text': 409,
  'base-exists': 409,
  'job-ended': 409,
  'revision-stale': 412,
  'too-large': 413,
  'unsupported-type': 415,
  'unreadable-file': 422,
  'no-concepts': 422,
  'symbol-missing': 422,
  'symbol-wrong': 422,
  'symbols-differ': 422,
  'unknown-document': 422,
  'nothing-to-export': 422,
  'key-reused': 422,
  'revision-required': 428,
  'too-many-requests': 429,
  internal: 500,
  'store-unavailable': 503,
} as const

/** A problem's stable code. */
export type ProblemCode = keyof typeof PROBLEM_STATUS

/** All codes, in order of their status. */
export const PROBLEM_CODES = Object.keys(PROBLEM_STATUS) as readonly ProblemCode[]
