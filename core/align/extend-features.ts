import type { Features, Side } from './read-features'
import { selectVectors } from './similarity'
import { KEY_CLASSES, type KeyClass } from './read-said'

/** Keys that are known of units besides those of their texts: names by unit, on either side. */
export interface MoreKeys {
  readonly left: readonly (readonly string[])[]
  readonly right: readonly (readonly string[])[]
}

/** Features with more keys of one class, believed as far as `trust` says; their ids come last. */
export function extendFeatures(features: Features, kind: KeyClass, more: MoreKeys, trust: number): Features {
  const own = features.classes.length
  const ids = new Map<string, number>()
  const idOf = (name: string): number => {
    const id = ids.get(name) ?? own + ids.size
    ids.set(name, id)
    return id
  }
  const lists = [more.left, more.right].map((units) =>
    units.map((names) => names.map(idOf).sort((a, b) => a - b)),
  )
  const names: string[] = []
  features.names.forEach((name, id) => (names[id] = name))
  for (const [name, id] of ids) names[id] = name
  const grow = <T extends Uint8Array | Float32Array>(array: T, made: T, value: number): T => {
    made.fill(value)
    made.set(array)
    return made
  }
  const size = own + ids.size
  return {
    left: extendSide(features.left, lists[0]!, size),
    right: extendSide(features.right, lists[1]!, size),
    names,
    classes: grow(features.classes, new Uint8Array(size), KEY_CLASSES.indexOf(kind)),
    trust: grow(features.trust, new Float32Array(size), trust),
  }
}

function extendSide(side: Side, more: readonly (readonly number[])[], size: number): Side {
  const start = new Int32Array(side.count + 1)
  for (let unit = 0; unit < side.count; unit += 1)
    start[unit + 1] = start[unit]! + side.start[unit + 1]! - side.start[unit]! + more[unit]!.length
  const keys = new Int32Array(start[side.count]!)
  const frequency = new Int32Array(size)
  frequency.set(side.frequency)
  for (let unit = 0; unit < side.count; unit += 1) {
    keys.set(side.keys.subarray(side.start[unit]!, side.start[unit + 1]!), start[unit]!)
    keys.set(more[unit]!, start[unit + 1]! - more[unit]!.length)
    for (const key of more[unit]!) frequency[key]! += 1
  }
  return { ...side, keys, start, frequency }
}

/** Some units of a side as a side of their own; how frequent a key is stays what it is in the whole. Seams hold between units that stood together. */
export function selectUnits(side: Side, units: readonly number[]): Side {
  const start = new Int32Array(units.length + 1)
  units.forEach((unit, k) => (start[k + 1] = start[k]! + side.start[unit + 1]! - side.start[unit]!))
  const keys = new Int32Array(start[units.length]!)
  units.forEach((unit, k) =>
    keys.set(side.keys.subarray(side.start[unit]!, side.start[unit + 1]!), start[k]!),
  )
  return {
    count: units.length,
    keys,
    start,
    frequency: side.frequency,
    length: Float64Array.from(units, (unit) => side.length[unit]!),
    seams: Uint8Array.from(units, (unit) => side.seams[unit]!),
    vectors: side.vectors === null ? null : selectVectors(side.vectors, units),
  }
}
