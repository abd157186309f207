import { sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Invariant } from '#platform/http/invariant.ts'

/** What must always hold of events. */
export const eventInvariants: Invariant<Database>[] = [
  {
    says: 'no event has more participants than places',
    broken: async (db) => {
      const { rows } = await sql<{ line: string }>`
        select 'event ' || e.id || ': ' || count(r.id) || ' ' || r.attends as line
        from event e join event_registration r on r.event_id = e.id and r.state = 'placed'
        group by e.id, r.attends
        having count(r.id) > case when r.attends = 'on-site' then e.places else e.online_places end`.execute(
        db,
      )
      return rows.map(({ line }) => line)
    },
  },
]
