import type { Check, Finding } from '../../core/model'
import { sameAddressRows } from '../../core/align/same-address-rows'
import { version } from '../support/versions'

/** A finding between fr and en in a row of `sampleFindings`, from what a test cares about. */
export function finding(address: string, more: Partial<Finding> = {}): Finding {
  return {
    code: 'term-missing',
    severity: 'warning',
    row: `r${address.slice(1)}`,
    places: {
      fr: [{ address, from: 0, to: 4 }],
      en: [{ address, from: 0, to: 5 }],
    },
    expected: 'paix',
    found: null,
    rule: 'absent',
    sought: [],
    matched: null,
    concept: `concept-${address}`,
    confidence: 1,
    ...more,
  }
}

/** A check of as many paragraphs as its findings ask for, `p1` and on. */
export function checkWith(findings: readonly Finding[]): Check {
  const texts = (words: string) => [1, 2, 3, 4, 5].map((k) => `p${k}: ${words} ${k}`)
  const alignment = sameAddressRows([version('fr', texts('paix')), version('en', texts('peace'))])
  return { ...alignment, findings, hits: {} }
}
