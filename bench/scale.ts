import { onServer } from './support/scale-association.ts'
import { refreshComparisons } from '../src/domains/key-figures/many/refresh.ts'
import { sql } from 'kysely'
await onServer(process.argv[2] ?? '', async (db) => {
  await sql`alter table comparison_trend drop constraint if exists comparison_trend_key_figure_id_fkey, drop constraint if exists comparison_trend_organisation_code_fkey`.execute(db)
  await sql`alter system reset log_min_duration_statement`.execute(db)
  const started = performance.now()
  console.log(await refreshComparisons(db, '2026-11-27'), performance.now() - started)
})
