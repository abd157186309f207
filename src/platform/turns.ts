/**
 * Lets those who want the same thing have it one after the other, in the order in which they asked. They wait here
 * rather than in the database, where each would keep one of its few connections from everybody else.
 */
export function createTurns<K>(): <T>(key: K, run: () => Promise<T>) => Promise<T> {
  const last = new Map<K, Promise<void>>()
  return (key, run) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(run)
    const over = mine.then(
      () => {},
      () => {},
    )
    last.set(key, over)
    void over.then(() => {
      if (last.get(key) === over) last.delete(key)
    })
    return mine
  }
}
