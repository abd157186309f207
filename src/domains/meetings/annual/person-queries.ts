import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Everything about somebody at annual meetings. */
export async function readAnnualOf(db: Kysely<Database>, personId: number): Promise<Record<string, unknown>> {
  const [motions, nominations, delegate, proxies, registrations, votes, floor] = await Promise.all([
    sql`select title, handed_in_at from motion where written_by = ${personId}`.execute(db),
    sql`select post, name, party, part_of_country, presentation, elected_at from nomination
      where person_id = ${personId} or lower(email) = (select lower(email) from person where id = ${personId})`.execute(
      db,
    ),
    sql`select meeting_id, organisation_code, place from delegate_choice where person_id = ${personId}`.execute(
      db,
    ),
    sql`select meeting_id, organisation_code, place, given_at from proxy where to_person_id = ${personId}`.execute(
      db,
    ),
    sql`select meeting_id, attends, registered_at from meeting_registration where person_id = ${personId}`.execute(
      db,
    ),
    sql`select meeting_id, organisation_code, place, by_proxy from voting_roll_entry where person_id = ${personId}`.execute(
      db,
    ),
    sql`select meeting_id, kind, asked_at, spoken_at from speaking_request where person_id = ${personId}`.execute(
      db,
    ),
  ])
  return {
    motions: motions.rows,
    nominations: nominations.rows,
    delegate: delegate.rows,
    proxies: proxies.rows,
    registrations: registrations.rows,
    votingRoll: votes.rows,
    speakingList: floor.rows,
  }
}

/**
 * Forgets somebody: registrations, requests for the floor, nominations that led to nothing. Motions, voting rolls and
 * elections belong to the minutes and stay, without more than the minutes say.
 */
export async function forgetInAnnual(trx: Transaction<Database>, personId: number): Promise<void> {
  const statements = [
    sql`delete from speaking_request where person_id = ${personId}`,
    sql`delete from meeting_registration where person_id = ${personId}`,
    sql`update meeting_registration set checked_by = null where checked_by = ${personId}`,
    sql`delete from meeting_notice where person_id = ${personId}`,
    sql`delete from delegate_choice d using meeting m where m.id = d.meeting_id and d.person_id = ${personId} and m.opened_at is null`,
    sql`update delegate_choice set named_by = null where named_by = ${personId}`,
    sql`update proxy set given_by = null where given_by = ${personId}`,
    sql`delete from proxy p using meeting m where m.id = p.meeting_id and p.to_person_id = ${personId} and m.opened_at is null`,
    sql`update nomination set nominated_by = null where nominated_by = ${personId}`,
    sql`delete from nomination where elected_at is null
      and (person_id = ${personId} or lower(email) = (select lower(email) from person where id = ${personId}))`,
    sql`update nomination set email = null, presentation = '' where person_id = ${personId}`,
    sql`update motion set written_by = null where written_by = ${personId}`,
  ]
  for (const statement of statements) await statement.execute(trx)
}
