// Called in a thread that works in the background: while readers wait for pages, those go first.
import os from 'node:os'

/** By how much: half as much of a busy core as who answers. More would leave it with nothing where other programs keep the machine busy, and somebody waits for this too. */
const STEPS = 3

/** Lowers the priority of the calling thread. Only Linux has one for each thread; elsewhere it would be that of the whole program. */
export function giveWay() {
  if (process.platform !== 'linux') return
  try {
    os.setPriority(0, os.getPriority(0) + STEPS)
  } catch {
    // A system that does not allow it works all the same.
  }
}
