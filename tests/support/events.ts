import type { Kysely } from 'kysely'
import type { Database } from '../../src/database/tables.ts'

/** The id of an event of the demonstration, by its title. */
export async function eventIdOf(db: Kysely<Database>, title: string): Promise<number> {
  const { event_id } = await db
    .selectFrom('event_text')
    .where('title', '=', title)
    .select('event_id')
    .executeTakeFirstOrThrow()
  return event_id
}
