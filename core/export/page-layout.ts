/** Measures of a page with its table, in twentieths of a point. */
export interface PageLayout {
  readonly landscape: boolean
  readonly margin: number
  readonly address: number
  /** Width of each text column. */
  readonly text: number
  /** Width of the findings column; 0 where there is none. */
  readonly findings: number
  /** Type size of the texts, in half-points. */
  readonly size: number
}

/** A4, ISO 216, in twentieths of a point. */
export const PAGE = { width: 11906, height: 16838 } as const

const MARGIN = 794
const ADDRESS = 1020
const SIZES = [20, 20, 20, 18, 17, 16, 16] as const

/**
 * The layout of a table with so many text columns on A4: landscape from the third column on, margins of 14 mm, one address column just wide enough for
 * its heading, the rest shared evenly. The widths add up to the page between its margins.
 */
export function pageLayout(columns: number, withFindings: boolean): PageLayout {
  const landscape = columns > 2
  const whole = (landscape ? PAGE.height : PAGE.width) - 2 * MARGIN
  const share = columns <= 3 ? 0.19 : 0.155
  const wished = withFindings ? Math.round(whole * share) : 0
  const text = Math.floor((whole - ADDRESS - wished) / Math.max(columns, 1))
  return {
    landscape,
    margin: MARGIN,
    address: ADDRESS,
    text,
    // What rounding leaves over goes to the findings, if any.
    findings: withFindings ? whole - ADDRESS - text * Math.max(columns, 1) : 0,
    size: SIZES[Math.min(columns, SIZES.length - 1)] ?? 16,
  }
}

/** The width of the column of versions' names in a table that has one text under the other. */
const NAME = 1300

/** The layout of a table that has the versions of a row one below the other: portrait, with a column of their names, `name`, in front of the texts. */
export function stackedLayout(withFindings: boolean): PageLayout & { readonly name: number } {
  const whole = PAGE.width - 2 * MARGIN
  const findings = withFindings ? Math.round(whole * 0.22) : 0
  return {
    landscape: false,
    margin: MARGIN,
    address: ADDRESS,
    name: NAME,
    text: whole - ADDRESS - NAME - findings,
    findings,
    size: SIZES[1],
  }
}
