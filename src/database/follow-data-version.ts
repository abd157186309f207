import type { Signals } from '#platform/http/signals.ts'
import { dataVersionChannel, readDataVersion } from './data-version.ts'
import type { OpenDatabase } from './open.ts'
import { openLine } from './open-line.ts'

/** The channel on which PostgreSQL tells every process what those who listen must hear: `topic version`. */
const signalChannel = 'signal'

/** The version of the public data, kept up to date. */
export interface FollowedVersion {
  current(): string
  stop(): Promise<void>
}

/**
 * Listens for changes of the public data, made by whichever process. While the listening connection is broken
 * every request counts as a new version, so that nothing stale is ever shown. Signals come on the same connection: who
 * hears of a change and asks at once is never answered from before it.
 */
export async function followDataVersion(
  { db, connection }: Pick<OpenDatabase, 'db' | 'connection'>,
  signals: Signals,
): Promise<FollowedVersion> {
  let version = await readDataVersion(db)
  let broken = 0
  const line = await openLine(connection, [dataVersionChannel, signalChannel], {
    heard: (channel, payload) => {
      if (channel === signalChannel) signals.tell(payload)
      else if (payload) version = payload
    },
    opened: async () => {
      version = await readDataVersion(db)
      signals.tellAll()
    },
  })

  return {
    current: () => {
      if (line.isOpen()) return version
      broken += 1
      return `${version} unheard ${broken}`
    },
    stop: line.close,
  }
}
