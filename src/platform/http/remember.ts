import { LRUCache } from 'lru-cache'

/**
 * Gives the remembered answer for a key, or loads it once even when many ask at the same time. `size` says how
 * many things the answer holds, so that many large answers push each other out before memory runs short.
 */
export type Remember = <T extends object>(
  key: string,
  load: () => Promise<T> | T,
  size?: number,
) => Promise<T>

/** What an answer counts for that does not say. */
const usualSize = 50

/**
 * A bounded memory for what is read or computed from the public data. Keys carry the data's version, so a
 * change makes every older answer unreachable and the least recently used ones fall out.
 */
export function createMemory(maxSize: number): (version: string) => Remember {
  const kept = new LRUCache<string, { answer: Promise<object>; size: number }>({
    maxSize,
    sizeCalculation: ({ size }) => Math.max(1, size),
  })
  return (version) =>
    <T extends object>(key: string, load: () => Promise<T> | T, size = usualSize) => {
      const versioned = `${version}:${key}`
      const found = kept.get(versioned)
      // The key names one kind of answer, so what was put in by this key is what comes out.
      if (found) return found.answer as Promise<T>
      const answer = Promise.resolve().then(load)
      kept.set(versioned, { answer, size })
      answer.catch(() => kept.delete(versioned))
      return answer
    }
}
