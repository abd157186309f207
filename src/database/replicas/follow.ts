import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { log } from '#platform/log.ts'
import { type Connection, clientConfig, connectToReplica } from '../connect.ts'
import type { Database } from '../tables.ts'
import { createLag } from './lag.ts'
import { type Position, readPosition } from './position.ts'

/** A server that follows the primary and can be read from. */
export interface Replica {
  /** Where it is, without its password. */
  name: string
  db: Kysely<Database>
  /** The version of the public data that it shows, or an older one: never a newer one than it has. */
  version(): string
  /** Remarks that it could not answer. */
  failed(error: unknown): void
}

/** The replicas that the program reads from. */
export interface Replicas {
  /** One that has everything up to a position and is not late, each in its turn; else the primary has to be read. */
  choose(upTo: Position): Replica | undefined
  stop(): Promise<void>
}

export interface ReplicaSettings {
  addresses: string[]
  primary: Kysely<Database>
  /** A replica that is further behind than this is not read from. */
  mostBehindMs: number
  /** Connections to each. */
  connections?: number
}

const lookEveryMs = 200
/** What was seen longer ago than this is no longer believed. */
const believedMs = 2000
/** After a query that failed a replica is left alone for a while. */
const restMs = 1000

/** Looks at all replicas several times a second, and tells in the log when one is left out or taken in again. */
export async function followReplicas(settings: ReplicaSettings): Promise<Replicas> {
  const stop = new AbortController()
  const primary = followPrimary(settings.primary, stop.signal)
  const followed = settings.addresses.map((address) =>
    followOne(address, settings, primary.position, stop.signal),
  )
  await Promise.all(followed.map(({ begun }) => begun))
  let turn = 0
  return {
    choose: (upTo) => {
      const fit = followed.filter(({ fits }) => fits(upTo))
      turn += 1
      return fit[turn % fit.length]?.replica
    },
    stop: async () => {
      stop.abort()
      await Promise.all([primary.ended, ...followed.map(({ ended }) => ended)])
      await Promise.all(followed.map(({ replica }) => replica.db.destroy()))
    },
  }
}

interface Seen {
  position: Position
  version: string
  at: number
}

/** One replica with what is known of it. */
function followOne(
  address: string,
  { mostBehindMs, connections }: ReplicaSettings,
  ahead: () => Position | undefined,
  stop: AbortSignal,
) {
  const connection: Connection = { connectionString: address }
  const { host: name } = new URL(address)
  const db = connectToReplica(connection, connections)
  const lag = createLag()
  let seen: Seen | undefined
  let restUntil = 0
  let saidFit = true

  const whyNot = (now: number): string | undefined => {
    if (!seen || now - seen.at > believedMs) return 'it does not answer'
    const behind = lag.behind(now)
    if (behind > mostBehindMs) return `it is ${Math.round(behind / 1000)} seconds behind`
    return now < restUntil ? 'it failed' : undefined
  }
  const look = async (watcher: pg.Client) => {
    const { rows } = await watcher.query<{ position: string; version: string }>(state)
    const position = readPosition(rows[0]?.position ?? '')
    if (position === undefined) throw new Error('The replica tells no position')
    const at = Date.now()
    lag.note(at, ahead(), position)
    seen = { position, version: rows[0]?.version ?? '', at }
  }
  const say = () => {
    const reason = whyNot(Date.now())
    const fit = reason === undefined
    if (fit !== saidFit) {
      log.warn(
        { replica: name },
        fit ? 'a replica is read from again' : `a replica is not read from: ${reason}`,
      )
    }
    saidFit = fit
  }
  const replica: Replica = {
    name,
    db,
    version: () => seen?.version ?? '',
    failed: (error) => {
      if (isOfConnection(error)) restUntil = Date.now() + restMs
      log.warn({ err: error, replica: name }, 'a replica could not answer, so the primary did')
    },
  }
  return {
    replica,
    fits: (upTo: Position) => whyNot(Date.now()) === undefined && seen !== undefined && seen.position >= upTo,
    ...watch(connection, look, say, stop),
  }
}

/** What a server shows of itself. The version is asked first, so that it is never newer than what is read later. */
const state = `select (select version from data_version)::text as version,
  (case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end)::text as position`

/** Asks again and again how far the primary's log is on its disk. What was known stays while it cannot be asked. */
function followPrimary(primary: Kysely<Database>, stop: AbortSignal) {
  let position: Position | undefined
  const run = async () => {
    while (!stop.aborted) {
      const { rows } = await sql<{ at: string }>`select pg_current_wal_lsn()::text as at`
        .execute(primary)
        .catch(() => ({ rows: [] }))
      position = readPosition(rows[0]?.at ?? '') ?? position
      await pause(lookEveryMs, undefined, { signal: stop }).catch(() => {})
    }
  }
  return { position: () => position, ended: run() }
}

/** Looks at a server again and again over a line of its own, which is mended when it breaks. */
function watch(
  connection: Connection,
  look: (watcher: pg.Client) => Promise<void>,
  looked: () => void,
  stop: AbortSignal,
): { begun: Promise<void>; ended: Promise<void> } {
  const first = Promise.withResolvers<void>()
  const run = async () => {
    let line: pg.Client | undefined
    while (!stop.aborted) {
      try {
        line ??= await openLine(connection)
        await look(line)
      } catch {
        line?.end().catch(() => {})
        line = undefined
      }
      looked()
      first.resolve()
      await pause(lookEveryMs, undefined, { signal: stop }).catch(() => {})
    }
    await line?.end().catch(() => {})
  }
  return { begun: first.promise, ended: run() }
}

async function openLine(connection: Connection): Promise<pg.Client> {
  const line = new pg.Client({
    ...clientConfig(connection),
    connectionTimeoutMillis: believedMs,
    query_timeout: believedMs,
  })
  line.on('error', () => {})
  await line.connect()
  return line
}

/** Whether it is the server that failed, or the way to it, and not the query. */
function isOfConnection(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|53|57P)/.test(code)
}
