import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { median } from 'd3-array'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../src/database/tables.ts'
import { performWaiting } from '../src/domains/importing/perform.ts'
import { findRun, insertRun } from '../src/domains/importing/run-queries.ts'
import { readConfig } from '../src/platform/config.ts'
import { koladaStub } from '../tests/support/kolada-stub.ts'
import { recorded } from '../tests/support/recorded-sources.ts'
import { withAssociation } from './fresh-association.ts'

const figures = 14
const years = 30
const rounds = Number(process.argv[2] ?? 3)
const today = '2026-11-23'

await withAssociation(async ({ db, folder }) => {
  const kolada = await koladaStub()
  const ids = await mapFigures(db)
  const [kpi] = recorded.kpis
  kolada.kpis = ids.map((id) => ({ ...kpi, id, municipality_type: 'K' }))
  const config = readConfig({ DATA_DIR: folder, KOLADA_URL: kolada.url, KOLADA_RATE: '1000' })
  const place = { db, config, today, wait: async () => {} }
  const codes = await municipalities(db)
  const rows = codes.length * figures * years
  console.log(`${codes.length} municipalities × ${figures} figures × ${years} years = ${rows} values`)

  const bare: number[] = []
  const first: number[] = []
  const processor: number[] = []
  const corrected: number[] = []
  const unchanged: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    await clear(db)
    const shift = round * 10
    kolada.values = (kpi, unit, year) => (year > 2026 - years ? sampleOf(kpi, unit, year) + shift : undefined)
    bare.push(await time(() => insertPlainly(db, codes)))
    const before = await processorSeconds(folder)
    first.push(await time(() => importOnce(place, rows)))
    processor.push((await processorSeconds(folder)) - before)
    unchanged.push(await time(() => importOnce(place, 0)))
    kolada.values = (kpi, unit, year) =>
      year > 2026 - years ? sampleOf(kpi, unit, year) + shift + 1 : undefined
    corrected.push(await time(() => importOnce(place, rows)))
  }
  await kolada.close()
  console.log(`baseline: the same rows inserted plainly   median ${seconds(bare)}`)
  console.log(`import into an empty catalogue             median ${seconds(first)}`)
  console.log(`   of which processor time, both processes   median ${(median(processor) ?? 0).toFixed(2)} s`)
  console.log(`import that corrects every value           median ${seconds(corrected)}`)
  console.log(`import when nothing has changed            median ${seconds(unchanged)}`)
  console.log(
    `first import / baseline                    ${((median(first) ?? 0) / (median(bare) ?? 1)).toFixed(1)}`,
  )
  const slowest = Math.max(...first)
  console.log(
    `first import must be under 10 s: ${slowest < 10_000 ? 'yes' : 'NO'}, slowest ${(slowest / 1000).toFixed(2)} s`,
  )
  if (slowest >= 10_000) process.exitCode = 1
})

/** Maps the first figures of the catalogue to ids of the stub, and no others. Gives those ids. */
async function mapFigures(db: Kysely<Database>): Promise<string[]> {
  await sql`delete from key_figure_origin`.execute(db)
  const { rows } = await sql<{ id: string }>`
    insert into key_figure_origin (key_figure_id, adapter, foreign_id)
    select id, 'kolada', 'N' || 10000 + row_number() over (order by set_id, ordinal)
    from (select * from key_figure order by set_id, ordinal limit ${figures}) f
    returning foreign_id as id`.execute(db)
  return rows.map(({ id }) => id)
}

async function municipalities(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select code from organisation where kind = 'municipality' order by code`.execute(db)
  return rows.map(({ code }) => code)
}

/** Empties the history of values, which the program itself never does, and what is remembered of answers. */
async function clear(db: Kysely<Database>): Promise<void> {
  await sql`truncate key_figure_value, import_answer`.execute(db)
}

function sampleOf(kpi: string, unit: string, year: number): number {
  return ((Number(kpi.slice(1)) * 31 + Number(unit) * 17 + year) % 1000) / 10
}

/** The baseline: the very rows in one statement for each figure, without looking at what stands there. */
function insertPlainly(db: Kysely<Database>, codes: string[]): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await sql`
      create temporary table plain_value (like key_figure_value including defaults including indexes)
      on commit drop`.execute(trx)
    for (let figure = 0; figure < figures; figure += 1) {
      const rows = codes.flatMap((code) =>
        Array.from({ length: years }, (_, i) => ({ code, year: 1997 + i, value: (figure + i) / 10 })),
      )
      await sql`
        insert into plain_value (id, key_figure_id, organisation_code, year, value, status, basis, source_id, reported_by, known_from)
        select row_number() over () + ${figure * 1_000_000}, ${String(figure)}, code, year, value, 'final', 'published', 'kolada', '', now()
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, year integer, value float8)`.execute(
        trx,
      )
    }
  })
}

async function importOnce(place: Parameters<typeof performWaiting>[0], changes: number): Promise<void> {
  const id = await insertRun(place.db, {
    adapter: 'kolada',
    startedBy: 'command',
    personId: null,
    dry: false,
  })
  await performWaiting(place, 'kolada')
  const run = await findRun(place.db, id)
  const made = (run?.added ?? 0) + (run?.corrected ?? 0)
  if (run?.state !== 'done' || made !== changes) {
    throw new Error(`The import ended as ${run?.state} with ${made} changes, not ${changes}: ${run?.error}`)
  }
}

/** What this process (the stub too) and the database have used of the processor. Linux only, else ours alone. */
async function processorSeconds(folder: string): Promise<number> {
  const { user, system } = process.cpuUsage()
  const postmaster = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')
  const children = await readFile(
    `/proc/${postmaster.split('\n')[0]}/task/${postmaster.split('\n')[0]}/children`,
    'utf8',
  ).catch(() => '')
  const ticks = await Promise.all(
    children
      .split(' ')
      .filter(Boolean)
      .map(async (pid) => {
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
      }),
  )
  const ticksASecond = 100
  return (user + system) / 1e6 + ticks.reduce((sum, one) => sum + one, 0) / ticksASecond
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function seconds(times: number[]): string {
  return `${((median(times) ?? 0) / 1000).toFixed(2)} s`
}
