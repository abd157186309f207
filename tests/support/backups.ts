import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { inject, onTestFinished } from 'vitest'
import type { OperatingContext } from '../../src/app/operating/command.ts'
import { type Connection, connect } from '../../src/database/connect.ts'
import { actAsOwner } from '../../src/database/roles/owner.ts'
import type { Database } from '../../src/database/tables.ts'
import { readConfig } from '../../src/platform/config.ts'
import { createSecrets } from '../../src/platform/secrets.ts'
import type { TestDatabase } from './database.ts'
import { databaseOn, onServer } from './global-setup.ts'

/** What a command said, and the context to call it with. */
export interface Terminal {
  context: OperatingContext
  said: string[]
}

/** A database with one role. */
export interface BareDatabase {
  db: Kysely<Database>
  connection: Connection
}

/** A terminal at a database, as if it were an outside one. */
export function terminalAt(
  database: TestDatabase | BareDatabase,
  args: string[],
  settings: Record<string, string> = {},
): Terminal {
  const said: string[] = []
  const own = 'owner' in database ? database.owner : database.db
  const connection = 'owner' in database ? database.ownerConnection : database.connection
  const secret = settings.SECRET ?? 'a secret of the tests that is long enough'
  return {
    said,
    context: {
      db: own,
      web: database.db,
      connection,
      asOwner: async (act) => {
        if ('owner' in database) return actAsOwner(connection, database.db, act)
        const owner = connect(connection, 4)
        return act(owner).finally(() => owner.destroy())
      },
      alone: false,
      config: readConfig({ SECRET: secret, DATABASE_URL: 'postgres://somewhere/else', ...settings }),
      secrets: createSecrets(secret),
      args,
      now: () => new Date(),
      print: (line) => said.push(line),
      remark: (line) => said.push(line),
      ask: async () => undefined,
      signal: new AbortController().signal,
    },
  }
}

/** A database with nothing in it, which goes when the test ends. */
export async function bareDatabase(): Promise<BareDatabase> {
  const server = inject('server')
  const name = `test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name}`)
  const connection = databaseOn(server, name)
  const db = connect(connection, 1)
  onTestFinished(async () => {
    await db.destroy()
    await onServer(server, `drop database ${name} with (force)`)
  })
  return { db, connection }
}

/** A hash of the rows of every table, whatever their order, and of where every sequence stands. */
export async function fingerprints(db: Kysely<Database>): Promise<Record<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relpersistence = 'p'
      and relname not in ('kysely_migration_lock', 'data_version', 'backup_run') order by 1`.execute(db)
  const prints: Record<string, string> = {}
  for (const { name } of rows) {
    const found = await sql<{ print: string }>`
      select count(*) || ' ' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0) as print
      from ${sql.table(name)} t`.execute(db)
    prints[name] = found.rows[0]?.print ?? ''
  }
  const sequences = await sql<{ name: string; value: string | null }>`
    select sequencename as name, last_value::text as value from pg_sequences
    where schemaname = 'public' and sequencename not like 'backup_run%'`.execute(db)
  for (const { name, value } of sequences.rows) prints[name] = value ?? ''
  return prints
}
