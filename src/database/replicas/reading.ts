import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Database } from '../tables.ts'

/** What reads from a replica, and goes over to the primary for the rest of its work when it must. */
export interface Reading {
  db: Kysely<Database>
  /** Whether something was written, which only the primary takes. */
  hasWritten(): boolean
}

/** Kinds of queries that no replica takes. */
const writes = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode'])
const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

/**
 * The database as one request sees it that may be answered by a replica. A write, a transaction and everything after
 * them go to the primary, and so does what the replica fails at for whatever reason; `failed` hears of that.
 */
export function readFrom(
  replica: Kysely<Database>,
  primary: Kysely<Database>,
  failed: (error: unknown) => void,
): Reading {
  const route: Route = { replica, primary, failed, left: false, wrote: false }
  return { db: new ReadingDatabase(route), hasWritten: () => route.wrote }
}

interface Route {
  replica: Kysely<Database>
  primary: Kysely<Database>
  failed: (error: unknown) => void
  /** From here on the primary answers. */
  left: boolean
  wrote: boolean
}

class ReadingDatabase extends Kysely<Database> {
  readonly #route: Route

  constructor(route: Route) {
    super({
      dialect: {
        createAdapter: () => adapter,
        createDriver: () => new ReadingDriver(route),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => compiler,
      },
    })
    this.#route = route
  }

  override transaction() {
    return this.#primary().transaction()
  }

  override startTransaction() {
    return this.#primary().startTransaction()
  }

  override connection() {
    return this.#primary().connection()
  }

  #primary(): Kysely<Database> {
    this.#route.left = true
    this.#route.wrote = true
    return this.#route.primary
  }
}

/** Hands each query on to one of the two; it has no connections of its own, and no transactions. */
class ReadingDriver implements Driver {
  readonly #connection: DatabaseConnection

  constructor(route: Route) {
    this.#connection = {
      executeQuery: <R>(query: CompiledQuery) => ask<R>(route, query),
      async *streamQuery<R>(query: CompiledQuery, chunkSize: number) {
        route.left = true
        yield* route.primary.getExecutor().stream<R>(query, chunkSize)
      },
    }
  }

  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async releaseConnection() {}
  async beginTransaction() {}
  async commitTransaction() {}
  async rollbackTransaction() {}
  async destroy() {}
}

async function ask<R>(route: Route, query: CompiledQuery): Promise<QueryResult<R>> {
  if (writes.has(query.query.kind)) {
    route.left = true
    route.wrote = true
  }
  if (route.left) return route.primary.executeQuery<R>(query)
  try {
    return await route.replica.executeQuery<R>(query)
  } catch (error) {
    route.left = true
    route.wrote ||= isWriteRefused(error)
    // What fails there too was not the replica's fault.
    const answer = await route.primary.executeQuery<R>(query)
    if (!isWriteRefused(error)) route.failed(error)
    return answer
  }
}

/** What a server answers to a write while it follows another one. */
function isWriteRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '25006'
}
