import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/database/tables.ts'

/** A member's vote at a meeting of the tests. */
export interface Entry {
  entryId: number
  personId: number
  organisationCode: string
  place: number
}

/** An open annual meeting with one item and so many votes on its roll, two for each member. */
export async function openHall(
  db: Kysely<Database>,
  { year, votes, extra = false }: { year: number; votes: number; extra?: boolean },
): Promise<{ meetingId: number; itemId: number; entries: Entry[] }> {
  const { rows } = await sql<{ meetingId: number; itemId: number }>`
    with made as (insert into meeting (organ, extra, held_on, title, state, opened_at, made_up)
      values ('annual-meeting', ${extra}, ${`${year}-05-04`}, ${`Årsmötet ${year}`}, 'open', now(), true) returning id)
    insert into meeting_item (meeting_id, ordinal, title, kind, made_up)
    select id, 1, 'Motionen om cykelvägar', 'decision', true from made returning meeting_id as "meetingId", id as "itemId"`.execute(
    db,
  )
  const [made] = rows
  if (!made) throw new Error('the meeting was not made')
  const { rows: entries } = await sql<Entry>`
    with place as (
      select m.code, p.place, row_number() over (order by m.code, p.place) as n
      from (select distinct organisation_code as code from membership where until is null) m
      cross join generate_series(1, 20) as p (place) order by m.code, p.place limit ${votes}),
    someone as (select id, row_number() over (order by id) as n from person where erased_at is null limit ${votes})
    insert into voting_roll_entry (meeting_id, organisation_code, place, person_id)
    select ${made.meetingId}, place.code, place.place, someone.id from place join someone using (n) order by n
    returning id as "entryId", person_id as "personId", organisation_code as "organisationCode", place`.execute(
    db,
  )
  return { ...made, entries }
}
