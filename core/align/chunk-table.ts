/** Gives every run of a text a number of its own, in order of first appearance, without making a string of each: there are millions, and few that differ. */
export class ChunkTable {
  private count = 0
  private slots = new Int32Array(1 << 10)
  private hashes = new Int32Array(1 << 9)
  private codes = new Uint16Array(1 << 12)
  private start = new Int32Array((1 << 9) + 1)

  find(text: string, from: number, to: number, hash: number): number {
    const { slots, hashes, start, codes } = this
    const mask = slots.length - 1
    let slot = Math.imul(hash, 0x9e3779b1) >>> 7
    for (; ; slot += 1) {
      const known = slots[slot & mask]! - 1
      if (known < 0) break
      if (hashes[known] !== hash) continue
      const first = start[known]!
      if (start[known + 1]! - first !== to - from) continue
      let k = from
      while (k < to && codes[first + k - from] === text.charCodeAt(k)) k += 1
      if (k === to) return known
    }
    this.slots[slot & mask] = this.count + 1
    this.add(text, from, to, hash)
    return -1
  }

  private add(text: string, from: number, to: number, hash: number): void {
    const { count } = this
    const start = this.start[count]!
    const end = start + to - from
    if (end > this.codes.length) {
      const longer = new Uint16Array(2 * end)
      longer.set(this.codes)
      this.codes = longer
    }
    for (let k = from; k < to; k += 1) this.codes[start + k - from] = text.charCodeAt(k)
    this.hashes[count] = hash
    this.start[count + 1] = end
    this.count += 1
    if (this.count === this.hashes.length) this.grow()
  }

  private grow(): void {
    const size = 2 * this.count
    const hashes = new Int32Array(size)
    hashes.set(this.hashes)
    const start = new Int32Array(size + 1)
    start.set(this.start)
    const slots = new Int32Array(2 * size)
    const mask = slots.length - 1
    for (let chunk = 0; chunk < this.count; chunk += 1) {
      let slot = Math.imul(hashes[chunk]!, 0x9e3779b1) >>> 7
      while (slots[slot & mask] !== 0) slot += 1
      slots[slot & mask] = chunk + 1
    }
    this.hashes = hashes
    this.start = start
    this.slots = slots
  }
}
