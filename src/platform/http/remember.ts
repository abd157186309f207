import { LRUCache } from 'lru-cache'

/** Gives the remembered answer for a key, or loads it once even when many ask at the same time. */
export type Remember = <T extends object>(key: string, load: () => Promise<T> | T) => Promise<T>

/**
 * A bounded memory for what is read or computed from the public data. Keys carry the data's version, so a
 * change makes every older answer unreachable and the least recently used ones fall out.
 */
export function createMemory(max: number): (version: string) => Remember {
  const kept = new LRUCache<string, { answer: Promise<object> }>({ max })
  return (version) =>
    <T extends object>(key: string, load: () => Promise<T> | T) => {
      const versioned = `${version}:${key}`
      const found = kept.get(versioned)
      // The key names one kind of answer, so what was put in by this key is what comes out.
      if (found) return found.answer as Promise<T>
      const answer = Promise.resolve().then(load)
      kept.set(versioned, { answer })
      answer.catch(() => kept.delete(versioned))
      return answer
    }
}
