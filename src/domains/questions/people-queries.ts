import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { askable, posts } from './routing-queries.ts'

/** Names of people, by id. */
export async function listNames(
  db: Kysely<Database>,
  personIds: number[],
): Promise<Map<number, { name: string; title: string; madeUp: boolean }>> {
  if (personIds.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'title', 'made_up'])
    .where('id', 'in', personIds)
    .where('erased_at', 'is', null)
    .execute()
  return new Map(people.map(({ id, name, title, made_up }) => [id, { name, title, madeUp: made_up }]))
}

/** The member, else the association, that a person has a post in today; null when there is none any more. */
export async function findPost(
  db: Kysely<Database>,
  personId: number,
  today: string,
): Promise<{ code: string; name: string } | null> {
  const { rows } = await sql<{ code: string; name: string }>`
    select o.code, o.name from appointment a join organisation o on o.code = a.organisation_code
    where a.person_id = ${personId} and a.since <= ${today} and (a.until is null or a.until > ${today})
      and a.role <> 'applicant' and (o.kind = 'association' or exists (select from membership m
        where m.organisation_code = o.code and m.since <= ${today} and (m.until is null or m.until > ${today})))
    order by o.kind = 'association', a.ordinal, a.id limit 1`.execute(db)
  return rows[0] ?? null
}

/** People of the network who show their cards and may be asked, by their whole name or a part of it; at most ten. */
export async function listByName(
  db: Kysely<Database>,
  name: string,
  today: string,
): Promise<{ personId: number; name: string; organisation: string }[]> {
  const { rows } = await sql<{ personId: number; name: string; organisation: string }>`
    select x.person_id as "personId", p.name, post.organisation
    from (select id as person_id from person where position(lower(${name}) in lower(name)) > 0) as x
    ${askable('sv')}
    cross join lateral (select (select o.name from organisation o where o.code = a.organisation_code) as organisation
      from ${posts(today)} order by a.ordinal, a.id limit 1) as post
    order by lower(p.name) <> lower(${name}), p.name collate "sv-SE-x-icu", x.person_id limit 10`.execute(db)
  return rows
}
