import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/tables.ts'

/** How one recurring job is doing. */
export interface JobState {
  name: string
  /** In its line, those that are to be tried again included. */
  waiting: number
  /** Seconds that the oldest of them has waited beyond its hour. */
  oldestSeconds: number
  running: number
  /** Given up since it last went well. */
  failed: number
  lastDoneAt: Date | null
  lastFailedAt: Date | null
  /** What the last fault said. */
  failure: string
}

/** Whether the tables of the jobs are there: the first process that works makes them. */
async function hasJobs(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('jobs.job') is not null as there`.execute(db)
  return rows[0]?.there ?? false
}

/** Every recurring job and how it is doing, by name. */
export async function listJobs(db: Kysely<Database>): Promise<JobState[]> {
  if (!(await hasJobs(db))) return []
  const { rows } = await sql<JobState>`
    select q.name,
      count(*) filter (where j.state in ('created', 'retry'))::int as waiting,
      coalesce(greatest(0, extract(epoch from now() - min(j.start_after)
        filter (where j.state in ('created', 'retry')))), 0)::float8 as "oldestSeconds",
      count(*) filter (where j.state = 'active')::int as running,
      count(*) filter (where j.state = 'failed' and j.completed_on > coalesce(d.at, '-infinity'))::int as failed,
      d.at as "lastDoneAt",
      max(j.completed_on) filter (where j.state = 'failed') as "lastFailedAt",
      coalesce((array_agg(left(j.output ->> 'message', 300) order by j.completed_on desc nulls last)
        filter (where j.state = 'failed'))[1], '') as failure
    from jobs.queue q
    join jobs.schedule s on s.name = q.name
    left join lateral (
      select max(completed_on) as at from jobs.job where name = q.name and state = 'completed') d on true
    left join jobs.job j on j.name = q.name
    group by q.name, d.at order by q.name`.execute(db)
  return rows
}
