/** So many wait already that one more would wait in vain. */
export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

/**
 * Lets so many run at the same time; the others wait in the order in which they came, and whoever finds too many waiting
 * is sent away at once.
 *
 * @throws NoRoom from what it gives
 */
export function createRoom(atOnce: number, waitingAtMost: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (run) => {
    if (running < atOnce) running += 1
    else if (waiting.length >= waitingAtMost) throw new NoRoom(`${waiting.length} wait already`)
    else await new Promise<void>((go) => waiting.push(go))
    try {
      return await run()
    } finally {
      // Whoever waited takes the place over.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
