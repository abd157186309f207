import { setTimeout as pause } from 'node:timers/promises'
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type pg from 'pg'
import { isLost, isReadOnly, isSilent, LineLost } from '#platform/outage.ts'
import { type Patience, patienceNow } from '#platform/patience.ts'

/** How long to look for a server that is just being started anew or that hands over to its standby. */
const connectMs = 5000
const lookAgainMs = 150

/**
 * A pool whose lines break without harm. A broken line is thrown away; what surely did not begin is begun on another
 * one; what only reads is asked once more; everything else fails with a {@link LineLost} that says whether it may have
 * been carried out. Nothing waits longer than the {@link Patience} of what runs.
 */
export function steadyPool(pool: pg.Pool): PostgresPool {
  const suspicion = new Suspicion()
  const checkOut = async (): Promise<pg.PoolClient> => {
    for (;;) {
      const client = await find(pool)
      if (!suspicion.isDue(client)) return client
      giveBack(client, true)
    }
  }
  return {
    connect: async () => new Line(await checkOut(), checkOut, suspicion),
    end: () => pool.end(),
    options: pool.options,
  }
}

/** Takes a client from the pool, and looks for the server for a while where it is away. */
async function find(pool: pg.Pool): Promise<pg.PoolClient> {
  const last = Math.min(Date.now() + connectMs, patienceNow()?.until ?? Number.POSITIVE_INFINITY)
  for (;;) {
    if (Date.now() >= last) throw new LineLost('There is no time left for an answer', { unknown: false })
    try {
      const client = await pool.connect()
      client.on('error', ignore)
      return client
    } catch (error) {
      if (!isLost(error)) throw error
      if (Date.now() + lookAgainMs >= last) {
        throw new LineLost('The database cannot be reached', { unknown: false, cause: error })
      }
      await pause(lookAgainMs)
    }
  }
}

/** Whoever asks next is told that the line broke; without a listener Node would end the process. */
const ignore = () => {}

function giveBack(client: pg.PoolClient, isBroken: boolean): void {
  client.off('error', ignore)
  client.release(isBroken)
}

/** Where one line turns out dead without a word, those that were not heard since are likely dead too. */
class Suspicion {
  readonly #heardAt = new WeakMap<pg.PoolClient, number>()
  #since = 0

  heard(client: pg.PoolClient): void {
    this.#heardAt.set(client, Date.now())
  }

  begin(): void {
    this.#since = Date.now()
  }

  isDue(client: pg.PoolClient): boolean {
    return (this.#heardAt.get(client) ?? Number.POSITIVE_INFINITY) < this.#since
  }
}

/** One line that is checked out, as Kysely uses it. */
class Line implements PostgresPoolClient {
  readonly #checkOut: () => Promise<pg.PoolClient>
  readonly #suspicion: Suspicion
  /** Undefined once it was given back, for good or while another one is looked for. */
  #client: pg.PoolClient | undefined
  #isBroken = false
  #isInTransaction = false

  constructor(client: pg.PoolClient, checkOut: () => Promise<pg.PoolClient>, suspicion: Suspicion) {
    this.#client = client
    this.#checkOut = checkOut
    this.#suspicion = suspicion
  }

  query<R>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query(
    asked: string | PostgresCursor<unknown>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<unknown>> | PostgresCursor<unknown> {
    if (typeof asked === 'string') return this.#run(asked, values).then(asResult)
    throw new Error('Cursors are not used: whole files are read part by part.')
  }

  release(): void {
    // A pool takes a client back once only, also where no other one could be had in its place.
    if (this.#client) giveBack(this.#client, this.#isBroken)
    this.#client = undefined
  }

  async #run(sql: string, values: readonly unknown[]): Promise<pg.QueryResult> {
    const kind = kindOf(sql)
    // The database undoes what was begun on a line that broke.
    if (kind === 'rollback' && this.#isBroken)
      return { command: 'ROLLBACK', rowCount: 0, rows: [], oid: 0, fields: [] }
    const patience = patienceNow()
    const wasInTransaction = this.#isInTransaction
    const mayAskAgain = kind === 'begin' || (kind === 'read' && patience?.reads === true && !wasInTransaction)
    const saves = kind === 'commit' || (kind === 'write' && !wasInTransaction)
    try {
      const result = await this.#send(sql, values, patience).catch(async (error: unknown) => {
        if (!mayAskAgain || !isLost(error)) throw error
        await this.#renew()
        return this.#send(sql, values, patience)
      })
      if (kind === 'begin') this.#isInTransaction = true
      if (kind === 'commit' || kind === 'rollback') this.#isInTransaction = false
      if (patience && saves) patience.saved = true
      return result
    } catch (error) {
      if (error instanceof LineLost || !isLost(error)) throw error
      throw new LineLost('The line to the database broke', { unknown: saves, cause: error })
    }
  }

  async #send(
    sql: string,
    values: readonly unknown[],
    patience: Patience | undefined,
  ): Promise<pg.QueryResult> {
    const client = this.#client
    if (!client) throw new LineLost('The line to the database broke before', { unknown: false })
    const limit = limitOf(patience)
    try {
      const result = await client.query({
        text: sql,
        values: [...values],
        ...(limit ? { query_timeout: limit } : {}),
      })
      this.#suspicion.heard(client)
      return result
    } catch (error) {
      if (isSilent(error)) this.#suspicion.begin()
      this.#isBroken ||= isLost(error) || isReadOnly(error)
      throw error
    }
  }

  async #renew(): Promise<void> {
    this.release()
    this.#client = await this.#checkOut()
    this.#isBroken = false
  }
}

const commands = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COMMIT', 'ROLLBACK'] as const

/** Kysely knows of these commands alone; of any other it needs the rows, as of a question. */
function asResult({ command, rowCount, rows }: pg.QueryResult): PostgresQueryResult<unknown> {
  return { command: commands.find((one) => one === command) ?? 'SELECT', rowCount: rowCount ?? 0, rows }
}

/** What was begun in time is brought to its end: it gets at least a second for each statement. */
function limitOf(patience: Patience | undefined): number {
  if (!patience || patience.statementMs === 0) return 0
  return Math.max(1000, Math.min(patience.statementMs, patience.until - Date.now()))
}

function kindOf(sql: string): 'begin' | 'commit' | 'rollback' | 'read' | 'write' {
  if (/^(begin|start transaction)/i.test(sql)) return 'begin'
  if (/^commit/i.test(sql)) return 'commit'
  if (/^rollback$/i.test(sql)) return 'rollback'
  return /^\s*(select|with)\b/i.test(sql) && !/\b(insert|update|delete)\b/i.test(sql) ? 'read' : 'write'
}
