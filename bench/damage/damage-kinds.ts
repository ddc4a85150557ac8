/** What is done to one version: shares (0–1) of its paragraphs; `swap` is a share of its neighbouring list items. */
export interface Harm {
  readonly delete: number
  readonly merge: number
  readonly split: number
  readonly move: number
  readonly swap: number
}

/** A kind of damage: what each side of a pair suffers, and what is taken from both. In a grid every version but the pivot suffers `other`. */
export interface DamageKind {
  readonly pivot: Harm
  readonly other: Harm
  /**
   * `keep` leaves kind and label to a paragraph; `strip` makes every paragraph a `body` without a label; `inline` as well, but puts the label at the head
   * of the text, where a file of plain lines has it.
   */
  readonly labels: 'keep' | 'strip' | 'inline'
  /** Takes every digit out of the texts (labels are `labels`' affair). Chinese numerals, which are letters, and number words remain. */
  readonly digits: boolean
}

/** No harm at all. */
export const UNHARMED: Harm = { delete: 0, merge: 0, split: 0, move: 0, swap: 0 }

const CLEAN: DamageKind = { pivot: UNHARMED, other: UNHARMED, labels: 'keep', digits: false }

const EVERYTHING: Harm = { delete: 0.1, merge: 0.1, split: 0.1, move: 0.03, swap: 0.02 }

/**
 * The kinds by name, in the order of the table. `either` stands for a list taken from two sources: paragraphs are missing on either side and neighbours
 * joined on one, and nothing is known of structure.
 */
export const DAMAGE_KINDS: Readonly<Record<string, DamageKind>> = {
  clean: CLEAN,
  delete: { ...CLEAN, other: { ...UNHARMED, delete: EVERYTHING.delete } },
  merge: { ...CLEAN, other: { ...UNHARMED, merge: EVERYTHING.merge } },
  split: { ...CLEAN, other: { ...UNHARMED, split: EVERYTHING.split } },
  move: { ...CLEAN, other: { ...UNHARMED, move: EVERYTHING.move } },
  swap: { ...CLEAN, other: { ...UNHARMED, swap: EVERYTHING.swap } },
  labels: { ...CLEAN, labels: 'strip' },
  digits: { ...CLEAN, digits: true },
  all: { pivot: UNHARMED, other: EVERYTHING, labels: 'strip', digits: true },
  either: {
    pivot: { ...UNHARMED, delete: 0.08 },
    other: { ...UNHARMED, delete: 0.08, merge: 0.08 },
    labels: 'inline',
    digits: false,
  },
}

/** The same kind with the harm of the other side done to the pivot as well. */
export function onBothSides(kind: DamageKind): DamageKind {
  return { ...kind, pivot: kind.other }
}

/** Whether chance has a part in a kind; where it has none one seed is as good as twenty. */
export function isRandom({ pivot, other }: DamageKind): boolean {
  return [pivot, other].some((harm) => Object.values(harm).some((share: number) => share > 0))
}
