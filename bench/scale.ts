import { onServer, scaleFolder } from './support/scale-association.ts'
import { refreshComparisons } from '../src/domains/key-figures/many/refresh.ts'
import { sql } from 'kysely'
await scaleFolder('/tmp/scale-1', 2000)
await onServer('/tmp/scale-1', async (db) => {
  await sql`set log_min_duration_statement = 0`.execute(db)
  await sql`alter system set log_min_duration_statement = 0`.execute(db)
  await sql`select pg_reload_conf()`.execute(db)
  await sql`update comparison_state set large = false`.execute(db)
  const started = performance.now()
  console.log(await refreshComparisons(db, '2026-11-27'), performance.now() - started)
})
