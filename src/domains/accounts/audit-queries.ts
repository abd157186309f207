import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

export interface AuditEntry {
  id: number
  at: Date
  actor_name: string
  action: string
  table_name: string
  row_key: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

export interface AuditQuestion {
  /** Part of the name of who did it. */
  who: string
  action: string
  table: string
  /** Entries older than this one. */
  before: number | undefined
}

export const auditPageSize = 50

/** A page of the audit log, newest first. */
export async function listAudit(db: Kysely<Database>, question: AuditQuestion): Promise<AuditEntry[]> {
  const { who, action, table, before } = question
  const { rows } = await sql<AuditEntry>`
    select id, at, actor_name, action, table_name, row_key, before, after from audit_entry
    where (${who} = '' or actor_name ilike '%' || ${who} || '%')
      and (${action} = '' or action = ${action})
      and (${table} = '' or table_name = ${table})
      and (${before ?? null}::bigint is null or id < ${before ?? null})
    order by id desc limit ${auditPageSize + 1}`.execute(db)
  return rows
}

/** The actions and tables that occur, to choose from. */
export async function listAuditChoices(
  db: Kysely<Database>,
): Promise<{ actions: string[]; tables: string[] }> {
  const [actions, tables] = await Promise.all([
    db.selectFrom('audit_entry').select('action').distinct().orderBy('action').execute(),
    db.selectFrom('audit_entry').select('table_name').distinct().orderBy('table_name').execute(),
  ])
  return { actions: actions.map(({ action }) => action), tables: tables.map(({ table_name }) => table_name) }
}

/** Everything that the log tells of a person: what was done to the row, and what the person did. */
export async function listAuditOfPerson(db: Kysely<Database>, personId: number): Promise<AuditEntry[]> {
  const { rows } = await sql<AuditEntry>`
    select id, at, actor_name, action, table_name, row_key, before, after from audit_entry
    where actor_id = ${personId} or (table_name = 'person' and row_key = ${String(personId)})
    order by id desc limit 5000`.execute(db)
  return rows
}
