import { type Kysely, sql } from 'kysely'
import { createApp } from '../src/app/app.tsx'
import { connect } from '../src/database/connect.ts'
import type { Database } from '../src/database/tables.ts'
import { readConfig } from '../src/platform/config.ts'
import { createSecrets } from '../src/platform/secrets.ts'
import { withAssociation } from './fresh-association.ts'

const now = new Date('2026-11-23T12:00:00Z')
const secret = 'a secret of the bench, long enough'
const baseUrl = 'https://eko.example'
/** What pretix states as its limit for one event: 300 to 400 a minute. */
const pretix = 400
const [rush, many] = [200, 2000]

await withAssociation(async ({ connection, folder }) => {
  const db = connect(connection)
  try {
    const register = visitors(db, folder)
    const baseline = await seconds(() => bareInserts(db, many))

    const last = await eventWith(db, 1)
    const rushed = await seconds(() => Promise.all(Array.from({ length: rush }, (_, i) => register(last, i))))
    const { rows: line } = await sql<{ state: string; queue: number; at: number }>`
      select state, queue, row_number() over (order by queue)::int as at from event_registration
      where event_id = ${last} order by queue`.execute(db)
    const placed = line.filter(({ state }) => state === 'placed')
    const inOrder = line.length === rush && placed.length === 1 && placed[0]?.at === 1
    console.log(`${rush} guests at once for the last place: ${rushed.toFixed(2)} s`)
    console.log(
      `  ${placed.length} has it, ${line.length - placed.length} wait ${inOrder ? 'in order of arrival' : 'IN DISORDER'}`,
    )

    const wide = await eventWith(db, many / 2)
    let next = 0
    const lane = async () => {
      while (next < many) await register(wide, next++)
    }
    const steady = await seconds(() => Promise.all(Array.from({ length: 8 }, lane)))
    const perMinute = (count: number, took: number) => Math.round((count / took) * 60).toLocaleString('sv')
    console.log(
      `${many} guests of one event, half of them to the waiting list, each with a mail and a calendar file:`,
    )
    console.log(`  ${perMinute(many, steady)} a minute through the whole program, one process`)
    console.log(`  ${perMinute(many, baseline)} a minute: bare inserts of a row under a lock, the baseline`)
    console.log(`  ${pretix} a minute: what pretix states for one event`)
  } finally {
    await db.destroy()
  }
})

/** Sends the form that a guest's link opens, as a browser does. */
function visitors(db: Kysely<Database>, folder: string) {
  const app = createApp({
    db,
    config: readConfig({ BASE_URL: baseUrl, DATA_DIR: folder, PAGE_CACHE_BYTES: '0' }),
    assets: { script: '', styles: '', font: '', folder: '/nowhere' },
    secret,
    dataVersion: () => '1',
    now: () => now,
  })
  const secrets = createSecrets(secret)
  return async (event: number, i: number) => {
    const email = `guest${i}@bench.example`
    const token = secrets.sign('event-guest', { event, email, until: now.getTime() + 1000 })
    const response = await app.request(`${baseUrl}/evenemang/${event}/anmalan/gast/${token}`, {
      method: 'POST',
      headers: { origin: baseUrl },
      body: new URLSearchParams({ namn: `Gäst ${i}` }),
    })
    if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`)
  }
}

async function eventWith(db: Kysely<Database>, places: number): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    with made as (
      insert into event (kind, form, starts_at, ends_at, place, open_to, registration, places, guests_allowed,
        published_at, made_up)
      values ('seminar', 'on-site', '2027-03-04 08:00Z', '2027-03-04 10:00Z', 'Kalmar', 'everyone', 'here', ${places},
        true, ${now}, true)
      returning id)
    insert into event_text (event_id, language, title, summary)
    select id, 'sv', 'Slam utan kadmium', 'Kalmar visar hur.' from made returning event_id as id`.execute(db)
  return rows[0]?.id ?? 0
}

/** The least that any program must do: hold the event, write a row. */
async function bareInserts(db: Kysely<Database>, count: number): Promise<void> {
  await sql`create table bare (id bigint primary key, taken integer not null)`.execute(db)
  await sql`create table bare_row (id bigint generated always as identity, name text)`.execute(db)
  await sql`insert into bare values (1, 0)`.execute(db)
  let next = 0
  const lane = async () => {
    while (next++ < count)
      await db.transaction().execute(async (trx) => {
        await sql`update bare set taken = taken + 1 where id = 1`.execute(trx)
        await sql`insert into bare_row (name) values ('Gäst')`.execute(trx)
      })
  }
  await Promise.all(Array.from({ length: 8 }, lane))
}

async function seconds(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return (performance.now() - started) / 1000
}
