/** A number in plain decimal notation without needless zeros, its point moved right by `shift` places: `1`, `5`, 6 gives `1500000`. */
export function canonicalDecimal(whole: string, fraction = '', shift = 0): string {
  const digits = whole + fraction.padEnd(shift, '0')
  const point = whole.length + shift
  const left = digits.slice(0, point).replace(/^0+(?=\d)/u, '')
  const right = digits.slice(point).replace(/0+$/u, '')
  return right === '' ? left || '0' : `${left || '0'}.${right}`
}
