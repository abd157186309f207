import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../src/database/tables.ts'
import { refreshComparisons } from '../src/domains/key-figures/many/refresh.ts'
import { start, stop } from './program.ts'
import { onServer, scaleFolder } from './support/scale-association.ts'
import { show } from './times.ts'

// npm run bench scale: the same pages over a million and over fifty million values.
// --folder DIR keeps the data of both there (the temp folder otherwise), to be used again.
// --only PART asks only the pages whose name holds the words; --no-refresh computes nothing and changes no values.

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string', default: tmpdir() },
    only: { type: 'string', default: '' },
    'no-refresh': { type: 'boolean', default: false },
  },
})
const sizes = [
  { name: '1 million values', folder: join(options.folder, 'scale-1'), municipalities: 2000 },
  { name: '50 million values', folder: join(options.folder, 'scale-50'), municipalities: 100_000 },
]
const runs = 40
const warmUp = 60
const today = new Date().toISOString().slice(0, 10)

/** Each page of another municipality and another figure than the one before. */
const pages: { name: string; path: (code: string, figure: string) => string }[] = [
  { name: 'profile', path: (code) => `/kommuner/${code}` },
  {
    name: 'figure, mine among all',
    path: (code, figure) => `/nyckeltal/${figure}?kommun=${code}&grupp=sverige`,
  },
  {
    name: 'ranking, mine among all',
    path: (code, figure) => `/nyckeltal/${figure}?kommun=${code}&grupp=sverige&vy=rangordning`,
  },
  {
    name: 'ranking, a page of 50',
    path: (code, figure) => `/nyckeltal/${figure}?kommun=${code}&grupp=sverige&vy=rangordning&alla=1`,
  },
  {
    name: 'ranking among the members',
    path: (code, figure) => `/nyckeltal/${figure}?kommun=${code}&grupp=medlemmar&vy=rangordning`,
  },
  { name: 'similar', path: (code, figure) => `/nyckeltal/${figure}?kommun=${code}&grupp=liknande` },
  { name: 'learn-from, those alike', path: (code, figure) => `/lar-av?kommun=${code}&nyckeltal=${figure}` },
  {
    name: 'learn-from, everyone',
    path: (code, figure) => `/lar-av?kommun=${code}&nyckeltal=${figure}&grupp=sverige`,
  },
  { name: 'list of municipalities', path: (_code, figure) => `/kommuner?sida=${1 + (figure.length % 9)}` },
]

/**
 * Without a demonstration, with no whole page kept and no line of log for each page. All pages are asked for in turn
 * before any is measured, as of a program that has run for a while. Warm is what all pages of a figure have in common:
 * catalogue, steps, sums, ways, the first of the ranking. Each page is of an organisation that nobody has asked for
 * before.
 */
const production = {
  MODE: 'production',
  LOG_LEVEL: 'warn',
  PAGE_CACHE_BYTES: '0',
  BASE_URL: 'http://localhost',
  SECRET: 'a secret of the bench, long enough for production',
  SMTP_URL: 'smtp://127.0.0.1:9',
}

interface Measured {
  name: string
  times: number[]
}

const all: Measured[][] = []
for (const size of sizes) {
  console.log(`\n${size.name}: ${size.municipalities} municipalities in ${size.folder}`)
  await scaleFolder(size.folder, size.municipalities)
  if (!options['no-refresh'])
    await onServer(size.folder, async (db) => {
      await refreshed('everything that is missing', db)
      await change(db, 1)
      await refreshed('after one changed value', db)
      await change(db, 1000)
      await refreshed('after 1,000 changed values of one figure and year', db)
      await tellSizes(db)
    })
  all.push(await measurePages(size.folder))
}
console.log(`\n${'page'.padEnd(28)}${sizes.map(({ name }) => name.padStart(34)).join('')}   ratio of medians`)
for (const [index, { name, times }] of (all[0] ?? []).entries()) {
  const large = all[1]?.[index]?.times ?? []
  const ratio = (median(large) / median(times)).toFixed(2)
  console.log(`${name.padEnd(28)}${show(times).padStart(34)}${show(large).padStart(34)}   ${ratio}`)
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

/** Asks the built program for each page, with nothing kept of whole pages. */
async function measurePages(folder: string): Promise<Measured[]> {
  const { codes, figures } = await names(folder)
  const program = await start(folder, production)
  try {
    let asked = 0
    const ask = async (path: (code: string, figure: string) => string) => {
      const [code = '', figure = ''] = [codes[asked], figures[asked % figures.length]]
      asked += 1
      const started = performance.now()
      const response = await fetch(program.address + path(code, figure))
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${path(code, figure)} answered ${response.status}`)
      return performance.now() - started
    }
    const wanted = pages.filter(({ name }) => name.includes(options.only))
    for (let run = 0; run < warmUp; run += 1) for (const { path } of wanted) await ask(path)
    const measured: Measured[] = []
    for (const { name, path } of wanted) {
      const times: number[] = []
      for (let run = 0; run < runs; run += 1) times.push(await ask(path))
      console.log(`  ${name.padEnd(28)} ${show(times)}`)
      measured.push({ name, times })
    }
    return measured
  } finally {
    await stop(program)
  }
}

/** Municipalities from all over, and the figures of which the comparison is known. */
async function names(folder: string): Promise<{ codes: string[]; figures: string[] }> {
  let found = { codes: [] as string[], figures: [] as string[] }
  await onServer(folder, async (db) => {
    const codes = await sql<{ code: string }>`
      select code from organisation where code like 'x%' order by hashtext(code) limit 1000`.execute(db)
    const figures = await sql<{ id: string }>`
      select distinct key_figure_id as id from comparison_way order by 1`.execute(db)
    found = { codes: codes.rows.map(({ code }) => code), figures: figures.rows.map(({ id }) => id) }
  })
  return found
}

async function refreshed(what: string, db: Kysely<Database>): Promise<void> {
  const started = performance.now()
  const { years, trends } = await refreshComparisons(db, today)
  const seconds = ((performance.now() - started) / 1000).toFixed(2)
  console.log(`  computed ${what}: ${seconds} s (${years} figure-years, ${trends} trends)`)
}

/** Corrects some values of one figure and year. */
async function change(db: Kysely<Database>, count: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const now = new Date()
    const { rows } = await sql<{ id: number }>`
      update key_figure_value set known_until = ${now}
      where known_until is null and id in (
        select id from key_figure_value
        where key_figure_id = (select min(key_figure_id) from comparison_way) and year = 2024 and known_until is null
          and value is not null and deviation_sv is null and organisation_code like 'x%' limit ${count}::int)
      returning id`.execute(trx)
    await sql`
      insert into key_figure_value (key_figure_id, organisation_code, year, value, status, basis, source_id,
        revision_sv, revision_en, known_from)
      select key_figure_id, organisation_code, year, value + 1, status, basis, source_id, 'Rättat', 'Corrected', ${now}
      from key_figure_value where id = any(${rows.map(({ id }) => id)})`.execute(trx)
  })
}

async function tellSizes(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ name: string; size: string }>`
    select relname as name, pg_size_pretty(pg_total_relation_size(oid)) as size from pg_class
    where relkind = 'r' and (relname = 'key_figure_value' or relname like 'comparison%' or relname like 'similarity%')
    order by pg_total_relation_size(oid) desc limit 6`.execute(db)
  console.log(`  on disk: ${rows.map(({ name, size }) => `${name} ${size}`).join(', ')}`)
}
