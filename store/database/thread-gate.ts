/*
 * The SQLite driver ends the whole process where its thread is ended inside one of its calls; anywhere else a thread may be ended, and what it had not committed is rolled back. So a thread that may be ended passes a
 * gate before each call, and whoever ends it closes the gate first.
 */

/** Runs a call of the driver, which is over when it returns, or when the promise that it gives is settled. */
export type Around = <T>(call: () => T) => T

/** What a closed gate holds; else the number of calls that are being made. */
const CLOSED = -1

/** Milliseconds between two looks whether a call has returned. */
const PAUSE = 1

/** A gate for one thread, open; it may be sent to it. */
export function makeGate(): SharedArrayBuffer {
  return new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
}

/** Runs calls in a thread as long as its gate is open; before a closed one the thread stands still until it is ended. Without a gate every call is let through. */
export function passGate(gateNow: () => SharedArrayBuffer | null): Around {
  return (call) => {
    const shared = gateNow()
    if (shared === null) return call()
    const gate = new Int32Array(shared)
    enter(gate)
    let given
    try {
      given = call()
    } catch (error) {
      leave(gate)
      throw error
    }
    if (given instanceof Promise) {
      const left = () => leave(gate)
      given.then(left, left)
    } else leave(gate)
    return given
  }
}

/** Closes a gate as soon as no call is being made behind it; after that its thread may be ended. */
export async function closeGate(shared: SharedArrayBuffer): Promise<void> {
  const gate = new Int32Array(shared)
  for (;;) {
    const before = Atomics.compareExchange(gate, 0, 0, CLOSED)
    if (before === 0 || before === CLOSED) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE))
  }
}

function enter(gate: Int32Array): void {
  for (;;) {
    const calls = Atomics.load(gate, 0)
    if (calls === CLOSED) Atomics.wait(gate, 0, CLOSED)
    else if (Atomics.compareExchange(gate, 0, calls, calls + 1) === calls) return
  }
}

function leave(gate: Int32Array): void {
  Atomics.sub(gate, 0, 1)
}
