/** Who listens to what in this process. The database tells every process of what happened in any of them. */
export interface Signals {
  /** Hears of a topic until the function given back is called. The version is null when something may have been missed. */
  listen(topic: string, heard: (version: string | null) => void): () => void
  /** Passes on what the database told: `topic version`. */
  tell(told: string): void
  /** Tells everyone to look anew, after the line to the database was broken. */
  tellAll(): void
}

/** An empty table of listeners. */
export function createSignals(): Signals {
  const listeners = new Map<string, Set<(version: string | null) => void>>()
  return {
    listen: (topic, heard) => {
      const those = listeners.get(topic) ?? new Set()
      listeners.set(topic, those.add(heard))
      return () => {
        those.delete(heard)
        if (those.size === 0 && listeners.get(topic) === those) listeners.delete(topic)
      }
    },
    tell: (told) => {
      const [topic = '', version = null] = told.split(' ')
      for (const heard of [...(listeners.get(topic) ?? [])]) heard(version)
    },
    tellAll: () => {
      for (const those of [...listeners.values()]) for (const heard of [...those]) heard(null)
    },
  }
}
