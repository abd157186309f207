import { type Kysely, sql, type Transaction } from 'kysely'
import { DatabaseFailure } from '../failure.ts'
import type { Database } from '../tables.ts'

/** What the web role may do with a table beside reading it; columns that it may change are named one by one. */
interface Rights {
  insert?: true
  change?: string[]
  delete?: true
}

/** What has been issued, counted, approved or sent. Changed columns name who did it, or end it with a day. */
const kept: Record<string, Rights> = {
  // Written by triggers that run as the owner, blanked by functions that leave a line of their own.
  audit_entry: {},
  kysely_migration: {},
  kysely_migration_lock: {},
  schema_need: {},
  invoice: { insert: true },
  invoice_file: { insert: true },
  payment: { insert: true },
  allocation: { insert: true },
  ballot_paper: { insert: true },
  minutes_document: { insert: true, change: ['withdrawn_at', 'frozen_by'] },
  minutes_signature: { insert: true, change: ['person_id'] },
  minutes_text: { insert: true, change: ['written_by'] },
  minutes_note: { insert: true, change: ['written_by'] },
  advocacy_version: { insert: true, change: ['written_by'] },
  advocacy_sent: { insert: true },
  advocacy_sent_file: { insert: true },
  key_figure_value: { insert: true, change: ['known_until'] },
  kolada_kpi: { insert: true },
  application_step: { insert: true, change: ['by_person'], delete: true },
  report_step: { insert: true, change: ['by_person'] },
}

/** Functions that run as the owner and that the program calls by name. */
const called = [
  'erase_from_audit(bigint)',
  'forget_old_audit(timestamptz)',
  'forget_application_in_audit(bigint)',
  'forget_contact_in_audit(bigint)',
  'forget_certificates_in_audit(bigint[])',
]

/** Any fixed number will do; it makes programs that start together go one after the other. */
const lockKey = 1_980_1997

/**
 * Gives the web role exactly what it needs, whatever it had before: to read and write rows of every table, except that
 * what must never change can only be added to. It owns nothing but what the job queue makes in a schema of its own, so
 * it can neither alter a table nor switch off a trigger, nor make a function. Run after every migration, as the owner.
 */
export async function giveRights(owner: Kysely<Database>, webRole: string): Promise<void> {
  const web = sql.id(webRole)
  await owner.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${lockKey})`.execute(trx)
    await sql`revoke all on all tables in schema public from ${web}`.execute(trx)
    await sql`grant usage on schema public to ${web}`.execute(trx)
    await sql`grant select on all tables in schema public to ${web}`.execute(trx)
    await sql`grant usage on all sequences in schema public to ${web}`.execute(trx)
    const usual = (await listTables(trx)).filter((name) => !(name in kept))
    await sql`grant insert, update, delete on ${sql.join(usual.map((name) => sql.table(name)))} to ${web}`.execute(
      trx,
    )
    for (const [name, { insert, change = [], delete: remove }] of Object.entries(kept)) {
      const table = sql.table(name)
      if (insert) await sql`grant insert on ${table} to ${web}`.execute(trx)
      if (remove) await sql`grant delete on ${table} to ${web}`.execute(trx)
      if (change.length > 0) {
        const columns = sql.join(change.map((column) => sql.ref(column)))
        await sql`grant update (${columns}) on ${table} to ${web}`.execute(trx)
      }
    }
    await sql`grant execute on function ${sql.raw(called.join(', '))} to ${web}`.execute(trx)
    await sql`grant usage, create on schema jobs to ${web}`.execute(trx)
    await giveJobs(trx, webRole)
  })
}

/** Tables proper: a view acts in its owner's name, and parts of a table are reached through the whole. */
async function listTables(trx: Transaction<Database>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not relispartition order by 1`.execute(trx)
  return rows.map(({ name }) => name)
}

/** The queue of jobs was made by the owner in databases that are older than the web role. Its tables change daily. */
async function giveJobs(trx: Transaction<Database>, webRole: string): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('alter %s %s owner to %I', kind, name, ${webRole}::text) as statement from (
      select case relkind when 'S' then 'sequence' when 'v' then 'view' else 'table' end as kind,
        oid::regclass::text as name, relowner as owner
      from pg_class c where relnamespace = 'jobs'::regnamespace and relkind in ('r', 'p', 'v', 'S')
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')
          and c.relkind = 'S')
      union all
      select 'routine', oid::regprocedure::text, proowner from pg_proc where pronamespace = 'jobs'::regnamespace
      union all
      select 'type', oid::regtype::text, typowner from pg_type
      where typnamespace = 'jobs'::regnamespace and typtype in ('e', 'd')) as made
    where owner <> ${webRole}::regrole`.execute(trx)
  if (rows.length === 0) return
  const { rows: own } = await sql<{ name: string; may: boolean }>`
    select current_user::text as name, pg_has_role(${webRole}, 'member') as may`.execute(trx)
  if (!own[0]?.may) {
    throw new DatabaseFailure(
      `The queue of jobs belongs to ${own[0]?.name}, who may not hand it over. Let it, once: grant ${webRole} to ${own[0]?.name}`,
    )
  }
  for (const { statement } of rows) await sql.raw(statement).execute(trx)
}
