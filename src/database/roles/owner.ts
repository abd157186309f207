import { type Kysely, sql } from 'kysely'
import { type Connection, connect } from '../connect.ts'
import { DatabaseFailure } from '../failure.ts'
import { isNewer } from '../migrate.ts'
import type { Database } from '../tables.ts'
import { giveRights } from './rights.ts'

/** Runs what alters tables as their owner, then gives the role that serves its rights on what there is now. */
export async function actAsOwner<T>(
  connection: Connection,
  web: Kysely<Database>,
  run: (owner: Kysely<Database>) => Promise<T>,
): Promise<T> {
  const owner = connect(connection, 4)
  try {
    const done = await run(owner)
    // A newer program knows tables that must never change and that this one has not heard of.
    if (!(await isNewer(owner))) await giveRights(owner, (await whoIs(web)).name)
    return done
  } finally {
    await owner.destroy()
  }
}

/**
 * Two roles protect only when they are two and the one that serves cannot become the other. Throws
 * {@link DatabaseFailure} with what to do when it can, or when they lead to two databases.
 */
export async function expectApart(web: Kysely<Database>, owner: Kysely<Database>): Promise<void> {
  const [served, owned] = await Promise.all([whoIs(web), whoIs(owner)])
  if (served.database !== owned.database) {
    throw new DatabaseFailure(
      `DATABASE_URL leads to the database ${served.database} and DATABASE_OWNER_URL to ${owned.database}. They must lead to the same one.`,
    )
  }
  if (served.superuser) {
    throw new DatabaseFailure(
      `DATABASE_URL logs in as ${served.name}, who is a superuser, so that nothing is protected from it. Give it a role of its own: create role ekokommun_web login password '…'`,
    )
  }
  const { rows } = await sql<{ within: boolean; tables: number }>`
    select pg_has_role(${served.name}, ${owned.name}, 'member') as within,
      (select count(*) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        and pg_has_role(${served.name}, relowner, 'member')) as tables`.execute(owner)
  const [found] = rows
  if (found?.within || found?.tables) {
    throw new DatabaseFailure(
      `DATABASE_URL logs in as ${served.name}, who ${found.within ? `may act as ${owned.name}` : `owns ${found.tables} of the tables`}, so that nothing is protected from it. ` +
        `Let DATABASE_OWNER_URL lead to another role that owns them: reassign owned by ${served.name} to ${owned.name}`,
    )
  }
}

interface Role {
  name: string
  database: string
  superuser: boolean
}

async function whoIs(db: Kysely<Database>): Promise<Role> {
  const { rows } = await sql<Role>`
    select current_user::text as name, current_database()::text as database, rolsuper as superuser
    from pg_roles where rolname = current_user`.execute(db)
  const [role] = rows
  if (!role) throw new DatabaseFailure('The database does not say who logs in.')
  return role
}
