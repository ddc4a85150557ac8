/** Bytes that a file may have unless something else is set: a hundred megabytes. */
const USUAL = 100_000_000

const UNITS = { '': 1, k: 1e3, m: 1e6, g: 1e9 }

/** The most bytes of a file that the page takes, by CONCORDANCE_MAX_UPLOAD (`250MB`, `5000000`); null where that is no size. */
export function uploadLimit(env) {
  const given = (env.CONCORDANCE_MAX_UPLOAD ?? '').trim()
  if (given === '') return USUAL
  const [, figure, unit] = /^(\d{1,12}(?:\.\d{1,3})?)\s*([kmg]?)b?$/iu.exec(given) ?? []
  if (figure === undefined) return null
  const bytes = Math.floor(Number(figure) * UNITS[unit.toLowerCase()])
  return bytes > 0 ? bytes : null
}
