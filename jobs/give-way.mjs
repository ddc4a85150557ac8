// Called in a thread that works in the background: while readers wait for pages, those go first.
import os from 'node:os'

/** Lowers the priority of the calling thread. Only Linux has one for each thread; elsewhere it would be that of the whole program. */
export function giveWay() {
  if (process.platform !== 'linux') return
  try {
    os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A system that does not allow it works all the same.
  }
}
