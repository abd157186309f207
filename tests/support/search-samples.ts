import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/database/tables.ts'

export const past = new Date('2026-11-01T08:00:00Z')
export const coming = new Date('2026-12-01T08:00:00Z')
const text = (word: string) => ({ title: `Om ${word}`, lead: 'Ingress.', body: 'Text.' })

/** Adds a piece of news with a word in its title. */
export async function news(
  db: Kysely<Database>,
  word: string,
  item: { publish_at: Date | null; hidden_at?: Date; hidden_reason?: string },
) {
  const { id } = await db
    .insertInto('news_item')
    .values({ slug: word, written_by: null, ...item })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('news_text')
    .values({ news_id: id, language: 'sv', ...text(word) })
    .execute()
}

/** Adds an event with a word in its title. */
export async function event(
  db: Kysely<Database>,
  word: string,
  more: { open_to: 'everyone' | 'members' | 'board'; published_at: Date | null },
) {
  const { id } = await db
    .insertInto('event')
    .values({
      kind: 'seminar',
      form: 'online',
      starts_at: coming,
      ends_at: new Date('2026-12-01T09:00:00Z'),
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('event_text')
    .values({ event_id: id, language: 'sv', title: `Om ${word}`, summary: 'Kort.', programme: '' })
    .execute()
}

/** Adds a good example of Falkenberg with a word in its title. */
export async function example(
  db: Kysely<Database>,
  word: string,
  state: 'draft' | 'published',
  hidden = false,
) {
  const { id } = await db
    .insertInto('good_example')
    .values({
      organisation_code: '1382',
      state,
      year: 2020,
      published_at: state === 'published' ? past : null,
      hidden_at: hidden ? past : null,
      hidden_reason: hidden ? 'fel' : '',
      criteria: [],
      sdgs: [],
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('good_example_text')
    .values({ example_id: id, language: 'sv', title: `Om ${word}` })
    .execute()
}

/** Adds somebody of Helsingborg who holds a role alone, and gives the id. */
export async function person(
  db: Kysely<Database>,
  word: string,
  shownTo: 'nobody' | 'members' | 'everyone',
  role = 'contact-official',
) {
  const { rows } = await sql<{ id: number }>`
    insert into person (name, made_up) values (${`Kim ${word}`}, true) returning id`.execute(db)
  const id = rows[0]?.id ?? 0
  await sql`insert into seat (organisation_code, role) values ('1283', ${role}) on conflict do nothing`.execute(
    db,
  )
  await sql`update appointment set until = greatest(since, '2026-11-01') where organisation_code = '1283' and role = ${role} and until is null`.execute(
    db,
  )
  await sql`insert into appointment (person_id, organisation_code, role, since) values (${id}, '1283', ${role}, '2026-11-02')`.execute(
    db,
  )
  await db
    .updateTable('contact_card')
    .set({ shown_to: shownTo, knows: `kunskap${word}` })
    .where('person_id', '=', id)
    .execute()
  return id
}
