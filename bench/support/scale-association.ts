import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { loadReference } from '../../src/app/load.ts'
import { type Connection, connect } from '../../src/database/connect.ts'
import { findPlace } from '../../src/database/embedded/place.ts'
import { ensureInitialised, startServer, stopServer } from '../../src/database/embedded/server.ts'
import { migrate } from '../../src/database/migrate.ts'
import type { Database } from '../../src/database/tables.ts'

/** Figures and years that every municipality has values in. */
export const figuresOfScale = 20
export const yearsOfScale = { first: 2001, last: 2025 }

/** Of the machine's memory: enough for the indexes that pages ask, as an operator would give. */
const settings = {
  shared_buffers: '4GB',
  effective_cache_size: '16GB',
  maintenance_work_mem: '2GB',
  work_mem: '32MB',
  max_wal_size: '8GB',
  random_page_cost: '1.1',
}
/** While it is filled, what breaks off is made anew. */
const whileFilling = { fsync: 'off', wal_level: 'minimal', max_wal_senders: '0', autovacuum: 'off' }

const marker = 'scale.json'

/** A data folder with so many municipalities; made unless it is there, the same each time. */
export async function scaleFolder(folder: string, municipalities: number): Promise<void> {
  const asked = JSON.stringify({ municipalities, figures: figuresOfScale, ...yearsOfScale })
  if ((await readFile(join(folder, marker), 'utf8').catch(() => '')) === asked) return
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
  await onServer(folder, async (db) => {
    await migrate(db)
    await loadReference(db, () => {})
    await change(db, { ...settings, ...whileFilling })
  })
  await onServer(folder, async (db) => {
    await step('organisations', () => fillOrganisations(db, municipalities))
    await fillValues(db)
    await change(db, { fsync: 'on', wal_level: 'replica', max_wal_senders: '10', autovacuum: 'on' })
    await sql`checkpoint`.execute(db)
  })
  await writeFile(join(folder, marker), asked)
}

/** Runs something on the folder's server alone, without the program. */
export async function onServer(
  folder: string,
  run: (db: Kysely<Database>, connection: Connection) => Promise<void>,
): Promise<void> {
  const place = await findPlace(folder, true)
  await ensureInitialised(place)
  const connection = await startServer(place)
  const db = connect(connection)
  try {
    await run(db, connection)
  } finally {
    await db.destroy()
    await stopServer(place)
  }
}

async function change(db: Kysely<Database>, wanted: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(wanted)) {
    await sql`alter system set ${sql.raw(name)} = ${sql.lit(value)}`.execute(db)
  }
}

async function step(what: string, run: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  await run()
  console.log(`  ${what}: ${((performance.now() - started) / 1000).toFixed(0)} s`)
}

/** Between 0 and 1, the same for the same number and seed. */
const share = (of: string, seed: number) =>
  sql.raw(`((hashint8extended(${of}, ${seed}) & 4294967295)::float8 / 4294967296::float8)`)

/** Municipalities like those there are, six of ten of them members; populations of two years. */
async function fillOrganisations(db: Kysely<Database>, municipalities: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from organisation where kind = 'municipality'`.execute(trx)
    const more = municipalities - (rows[0]?.count ?? 0)
    await sql`
      insert into organisation (code, kind, name, county_code, group_code, land_area_km2)
      select 'x' || lpad(n::text, 6, '0'), 'municipality', 'Ort ' || lpad(n::text, 6, '0'),
        (select array_agg(code order by code) from county)[1 + floor(${share('n', 1)} * (select count(*) from county))::int],
        (select array_agg(code order by code) from municipality_group)[1 + floor(${share('n', 2)} * (select count(*) from municipality_group))::int],
        round((10 ^ (1.3 + 2 * (${share('n', 3)} + ${share('n', 4)}) / 2))::numeric, 2)
      from generate_series(1, ${more}::int) n`.execute(trx)
    await sql`
      insert into population (organisation_code, year, inhabitants, basis, source_id)
      select o.code, y, round(10 ^ (2.6 + 2.6 * (${share('hashtextextended(o.code, 0)', 5)} + ${share('hashtextextended(o.code, 0)', 6)}) / 2) * (1 + (y - 2020) * 0.01)),
        'published', (select min(source_id) from population)
      from organisation o, unnest(array[2020, 2025]) y where o.code like 'x%'`.execute(trx)
    await sql`
      insert into membership (organisation_code, since, made_up, decision)
      select code, '2010-01-01', false, '' from organisation
      where kind = 'municipality' and ${share('hashtextextended(code, 0)', 7)} < 0.6`.execute(trx)
    await sql`select place_for_similarity(array(select code from organisation))`.execute(trx)
  })
  await sql`vacuum (freeze, analyze) organisation, population, membership, similarity_place`.execute(db)
}

/** One value for each figure, municipality and year; one of a hundred is missing, two of a thousand deviate. */
async function fillValues(db: Kysely<Database>): Promise<void> {
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select indexname as name, indexdef as definition from pg_indexes
    where tablename = 'key_figure_value' and indexname <> 'key_figure_value_pkey'`.execute(db)
  await step('values', () =>
    db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      // Emptied in the transaction that fills it: nothing of it need be written twice.
      await sql`truncate key_figure_value cascade`.execute(trx)
      for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(trx)
      await sql`alter table key_figure_value drop constraint key_figure_value_pkey`.execute(trx)
      await sql`
      with figure as materialized (
        select f.id, row_number() over (order by f.set_id = 'own', f.ordinal, f.id) as at, (10 ^ f.decimals)::float8 as ten
        from key_figure f
        where f.set_id = 'own' or f.set_id = (select id from key_figure_set where current_from <= current_date order by current_from desc limit 1)),
      place as materialized (
        select code, row_number() over (order by code) as n from organisation where kind = 'municipality'),
      series as (
        select f.id, f.ten, p.code, p.n * 100 + f.at as s, 5 * f.at * exp(0.8::float8 * (${share('p.n * 100 + f.at', 11)} + ${share('p.n * 100 + f.at', 12)} - 1)) as level,
          0.04::float8 * (${share('p.n * 100 + f.at', 13)} - 0.5) as slope
        from figure f cross join place p where f.at <= ${figuresOfScale} order by f.at, p.n),
      drawn as (
        select id, ten, code, y, ${share('s * 100 + (y - 2000)', 14)} as u, level * (1 + slope * (y - 2013)) as middle, level * 0.1::float8 as noise, s
        from series, generate_series(${yearsOfScale.first}::int, ${yearsOfScale.last}::int) y)
      insert into key_figure_value (key_figure_id, organisation_code, year, value, missing_reason, status, basis,
        source_id, deviation_sv, deviation_en, known_from)
      select id, code, y,
        case when u >= 0.01 then round((middle + noise * (${share('s * 100 + (y - 2000)', 15)} - 0.5)) * ten) / ten end,
        case when u < 0.01 then 'not-reported' end, 'final', 'published', (select min(source_id) from population),
        case when u between 0.01 and 0.012 then 'Annan metod' end, case when u between 0.01 and 0.012 then 'Another method' end,
        timestamptz '2026-01-15 12:00Z'
      from drawn`.execute(trx)
    }),
  )
  await step('values tidied', () => sql`vacuum (freeze, analyze) key_figure_value`.execute(db))
  await step('indexes', async () => {
    await sql`alter table key_figure_value add primary key (id)`.execute(db)
    for (const { definition } of indexes) await sql.raw(definition).execute(db)
  })
}
