import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Told, Untold } from './shared-count.ts'

const prefix = 'api:'

/** Adds what one process has counted, and gives back what all of them have. A window that is over begins anew. */
export async function addCounts(db: Kysely<Database>, untold: Untold[], now: number): Promise<Told[]> {
  if (untold.length === 0) return []
  const { rows } = await sql<{ key: string; points: number; expire: number }>`
    insert into rate_limit as r (key, points, expire)
    select * from unnest(${untold.map(({ key }) => prefix + key)}::text[], ${untold.map(({ times }) => times)}::int[],
      ${untold.map(({ until }) => Math.round(until))}::bigint[])
    on conflict (key) do update set
      points = case when r.expire > ${now}::bigint then r.points + excluded.points else excluded.points end,
      expire = case when r.expire > ${now}::bigint then r.expire else excluded.expire end
    returning key, points, expire`.execute(db)
  return rows.map(({ key, points, expire }) => ({
    key: key.slice(prefix.length),
    times: points,
    until: expire,
  }))
}
