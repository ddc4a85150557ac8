const UNIT = /(?<!\p{L})(?:[kcdhm]?m|[ксд]?м|км)$/u
const POWER = /(?<![\d.,])10$/u

/** Whether a raised figure belongs to what is before it, as in `km²` and `10⁶`, and is no footnote mark. `before` is the text up to it, or its last few characters. */
export function isExponent(before: string, figure: string): boolean {
  return (UNIT.test(before) && /^[23²³]$/u.test(figure)) || POWER.test(before)
}
