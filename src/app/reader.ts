import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Kysely } from 'kysely'
import type { Replica, Replicas } from '#database/replicas/follow.ts'
import {
  type Position,
  readPosition,
  unreachable,
  writePosition,
  writtenPosition,
} from '#database/replicas/position.ts'
import { readFrom } from '#database/replicas/reading.ts'
import type { Database } from '#database/tables.ts'
import type { Config } from '#platform/config.ts'
import { log } from '#platform/log.ts'

/** Where a request reads, and which version of the public data it sees there. */
export interface Reader {
  db: Kysely<Database>
  version: string
  /** Whether a replica answers. */
  fromReplica: boolean
  hasWritten(): boolean
}

interface Servers {
  /** The primary. */
  db: Kysely<Database>
  config: Pick<Config, 'baseUrl'>
  /** The version of the public data on the primary. */
  dataVersion: () => string
  replicas?: Replicas | undefined
}

/** Longer than any replica that is read from may be behind, with a wide margin. */
const rememberedSeconds = 600
const beginning: Position = 0n

/**
 * Chooses for every request whether a replica answers it. Whoever has just written something reads from the primary
 * until a replica has it too: the browser brings back how far the log was then, in a cookie that means nothing else.
 */
export function createReaders(
  { db, config, dataVersion, replicas }: Servers,
  needsPrimary: (c: Context) => boolean,
) {
  const secure = config.baseUrl.startsWith('https:')
  const cookie = secure ? '__Host-written' : 'written'

  const fromPrimary = (method: string): Reader => ({
    db,
    version: dataVersion(),
    fromReplica: false,
    hasWritten: () => !isReading(method),
  })
  const fromReplica = (replica: Replica): Reader => {
    const reading = readFrom(replica.db, db, replica.failed)
    return { ...reading, version: replica.version(), fromReplica: true }
  }
  return {
    /** Who answers this request. */
    choose: (c: Context): Reader => {
      const { method } = c.req
      if (!replicas || !isReading(method) || needsPrimary(c)) return fromPrimary(method)
      const known = getCookie(c, cookie)
      const replica = replicas.choose(known ? (readPosition(known) ?? unreachable) : beginning)
      return replica ? fromReplica(replica) : fromPrimary(method)
    },
    /** Which version somebody sees who has written nothing. */
    versionForVisitors: (): string => replicas?.choose(beginning)?.version() ?? dataVersion(),
    /** Notes in the browser how far the log was when it had written. */
    remember: async (c: Context, reader: Reader): Promise<void> => {
      if (!replicas || !reader.hasWritten()) return
      const position = await writtenPosition(db).catch((error: unknown) => {
        log.warn({ err: error }, 'how far the log is could not be asked')
        return unreachable
      })
      setCookie(c, cookie, writePosition(position), {
        path: '/',
        httpOnly: true,
        secure,
        sameSite: 'Lax',
        maxAge: rememberedSeconds,
      })
    },
  }
}

function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}
