/** A list of whole numbers that grows: an array of as many would take twice the memory, and spreading it a stack. */
export class IdList {
  length = 0
  private values = new Int32Array(64)

  /** The number at a place; 0 behind the end. */
  at(place: number): number {
    return this.values[place] ?? 0
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const longer = new Int32Array(2 * this.length)
      longer.set(this.values)
      this.values = longer
    }
    this.values[this.length] = value
    this.length += 1
  }

  /** A copy of all numbers, no longer than it must be. */
  toArray(): Int32Array {
    return this.values.slice(0, this.length)
  }

  /** Puts the numbers from a place to the end in rising order. */
  sortFrom(place: number): void {
    const { values, length } = this
    // Lists are short, and what words a text begins with come in order; a call for each would cost more.
    if (length - place > 64) {
      values.subarray(place, length).sort()
      return
    }
    for (let k = place + 1; k < length; k += 1) {
      const value = values[k]!
      let at = k - 1
      for (; at >= place && values[at]! > value; at -= 1) values[at + 1] = values[at]!
      values[at + 1] = value
    }
  }
}
