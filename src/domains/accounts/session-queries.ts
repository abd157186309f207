import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Actor, HeldRole } from '#platform/http/context.ts'
import { aside } from '#platform/patience.ts'
import type { LoginMeans } from './tables.ts'

/**
 * Days after which a session ends that nobody uses, and after which any session ends; minutes during which a login
 * counts as new.
 */
export const sessionLimits = { idleDays: 14, days: 90, newMinutes: 30 } as const

export interface NewSession {
  tokenHash: string
  personId: number
  means: LoginMeans
  device: string
  needsCode: boolean
}

export async function insertSession(db: Kysely<Database>, session: NewSession): Promise<void> {
  await sql`
    insert into session (token_hash, person_id, means, device, needs_code, expires_at)
    values (${session.tokenHash}, ${session.personId}, ${session.means}, ${session.device}, ${session.needsCode},
      now() + make_interval(days => ${sessionLimits.days}))`.execute(db)
}

/** The person of a live session with the roles of the day, in one question; undefined when it has ended. */
export async function findActor(
  db: Kysely<Database>,
  tokenHash: string,
  today: string,
): Promise<(Actor & { needsCode: boolean }) | undefined> {
  const { rows } = await sql<Actor & { needsCode: boolean; roles: HeldRole[]; stale: boolean }>`
    select s.id as "sessionId", s.needs_code as "needsCode", p.id as "personId", p.name, p.email,
      s.last_seen_at < now() - interval '5 minutes' as stale,
      (select coalesce(json_agg(json_build_object(
          'role', a.role, 'organisationCode', a.organisation_code, 'organisationName', o.name,
          'member', o.kind = 'association' or exists (
            select from membership m where m.organisation_code = a.organisation_code
              and m.since <= ${today} and (m.until is null or m.until > ${today})))
        order by o.kind, o.name, a.role), '[]')
       from appointment a join organisation o on o.code = a.organisation_code
       where a.person_id = p.id and a.since <= ${today} and (a.until is null or a.until > ${today})) as roles
    from session s join person p on p.id = s.person_id
    where s.token_hash = ${tokenHash} and s.expires_at > now() and p.erased_at is null
      and s.last_seen_at > now() - make_interval(days => ${sessionLimits.idleDays})`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { stale, ...actor } = found
  if (stale) await aside(() => touchSession(db, found.sessionId))
  return actor
}

/** Whether somebody logged in to this session a moment ago. */
export async function isNewSession(db: Kysely<Database>, id: number): Promise<boolean> {
  const { rows } = await sql`select from session
    where id = ${id} and created_at > now() - make_interval(mins => ${sessionLimits.newMinutes})`.execute(db)
  return rows.length > 0
}

function touchSession(db: Kysely<Database>, id: number): Promise<unknown> {
  return sql`update session set last_seen_at = now() where id = ${id}`.execute(db)
}

/** Lets a session in whose second factor was given. The cookie changes with it, so an older one is worth nothing. */
export async function admitSession(db: Kysely<Database>, id: number, tokenHash: string): Promise<void> {
  await db
    .updateTable('session')
    .set({ needs_code: false, token_hash: tokenHash })
    .where('id', '=', id)
    .execute()
}

export interface SessionView {
  id: number
  means: LoginMeans
  device: string
  created_at: Date
  last_seen_at: Date
}

export function listSessions(db: Kysely<Database>, personId: number): Promise<SessionView[]> {
  return db
    .selectFrom('session')
    .select(['id', 'means', 'device', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('expires_at', '>', new Date())
    .orderBy('last_seen_at', 'desc')
    .execute()
}

/** Ends one of a person's own sessions, or all but one. */
export async function endSessions(
  db: Kysely<Database>,
  personId: number,
  which: { only: number } | { allBut: number },
): Promise<void> {
  await db
    .deleteFrom('session')
    .where('person_id', '=', personId)
    .where('id', 'only' in which ? '=' : '!=', 'only' in which ? which.only : which.allBut)
    .execute()
}

export async function deleteEndedSessions(db: Kysely<Database>): Promise<void> {
  await sql`delete from session where expires_at < now()
    or last_seen_at < now() - make_interval(days => ${sessionLimits.idleDays})`.execute(db)
}
