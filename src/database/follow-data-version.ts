import pg from 'pg'
import type { Signals } from '#platform/http/signals.ts'
import { clientConfig } from './connect.ts'
import { dataVersionChannel, readDataVersion } from './data-version.ts'
import type { OpenDatabase } from './open.ts'

/** The channel on which PostgreSQL tells every process what those who listen must hear: `topic version`. */
const signalChannel = 'signal'

/** The version of the public data, kept up to date. */
export interface FollowedVersion {
  current(): string
  stop(): Promise<void>
}

const retryAfterMs = 1000

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
  let client: pg.Client | undefined
  let broken = 0
  let stopped = false

  const listen = async () => {
    const next = new pg.Client({ ...clientConfig(connection), keepAlive: true })
    next.on('notification', ({ channel, payload = '' }) => {
      if (channel === signalChannel) signals.tell(payload)
      else if (payload) version = payload
    })
    next.on('error', () => {})
    await next.connect()
    next.on('end', lost)
    await next.query(`listen ${dataVersionChannel}`)
    await next.query(`listen ${signalChannel}`)
    version = await readDataVersion(db)
    client = next
    signals.tellAll()
  }
  const lost = () => {
    client = undefined
    if (!stopped) setTimeout(() => void listen().catch(lost), retryAfterMs).unref()
  }
  await listen()

  return {
    current: () => {
      if (client) return version
      broken += 1
      return `${version} unheard ${broken}`
    },
    stop: async () => {
      stopped = true
      await client?.end()
    },
  }
}
