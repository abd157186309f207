import { type Kysely, sql } from 'kysely'
import { createApp } from '../src/app/app.tsx'
import type { Database } from '../src/database/tables.ts'
import { searchContacts } from '../src/domains/contacts/search-queries.ts'
import { readConfig } from '../src/platform/config.ts'
import { withAssociation } from './fresh-association.ts'
import { show, time } from './times.ts'

const people = 20_000
const today = '2026-11-23'
const nothing = {
  subject: '',
  figure: '',
  criterion: '',
  role: '',
  county: '',
  size: '',
  language: '',
  page: 1,
} as const
/** What people look for: words bent, begun, misspelt; places; names; filters alone and together. */
const questions = [
  ...[
    'energi',
    'vatten',
    'skolorna',
    'upphandlig',
    'bergvarme',
    'Falkenbreg',
    'Lindqvist',
    'biologisk mångfald',
    'återbruk Skåne',
    'solceler',
    'cykel',
    'matsvinn kök',
    'xyzzy',
    'a',
  ].map((text) => ({ ...nothing, text })),
  { ...nothing, text: '' },
  { ...nothing, text: '', page: 500 },
  { ...nothing, text: '', subject: 'vatten' },
  { ...nothing, text: '', figure: '11' },
  { ...nothing, text: '', criterion: '3' },
  { ...nothing, text: '', role: 'reporter' },
  { ...nothing, text: '', county: '13' },
  { ...nothing, text: '', size: 'liten' as const },
  { ...nothing, text: '', language: 'en' },
  { ...nothing, text: 'energi', county: '12', role: 'member-user' },
]

await withAssociation(async ({ db, folder }) => {
  await fill(db)
  const baseline = await time(50, () => sql`select count(*) from contact_card`.execute(db))
  const searches = await measureSearches(db)
  const pages = await measurePages(db, folder)
  console.log(`${people} people; ${questions.length} kinds of searches, each 10 times`)
  console.log(`select count(*) of the cards    median ${show(baseline)}`)
  console.log(
    `search at the database          median ${show(searches)}, slowest ${Math.max(...searches).toFixed(1)} ms`,
  )
  console.log(
    `first results page, whole       median ${show(pages)}, slowest ${Math.max(...pages).toFixed(1)} ms`,
  )
})

/**
 * Adds people made of those of the demonstration: the same words, other names, spread over all members. What triggers
 * would draw for each change of each person, two minutes in all, is drawn once for all of them.
 */
async function fill(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`
      insert into person (name, email, title, made_up)
      select split_part(a.name, ' ', 1) || ' ' || split_part(b.name, ' ', 2), 'p' || n || '@bench.example', a.title, true
      from generate_series(1, ${people}) as n
      join lateral (select name, title from person where id = 1 + (n * 7) % 500) a on true
      join lateral (select name from person where id = 1 + (n * 13) % 500) b on true`.execute(trx)
    await sql`
      insert into appointment (person_id, organisation_code, role, since)
      select p.id, m.code, 'member-user', '2020-01-01' from person p
      join (select code, row_number() over (order by code) - 1 as n, count(*) over () as all_members from
        (select distinct organisation_code as code from membership where until is null) x) m on p.id % m.all_members = m.n
      where p.email like '%@bench.example'`.execute(trx)
    await sql`
      insert into contact_card (person_id, knows, helps_with, languages)
      select p.id, k.knows, k.helps_with, k.languages from person p join contact_card k on k.person_id = 1 + p.id % 600
      where p.email like '%@bench.example'`.execute(trx)
    await sql`
      insert into person_subject (person_id, subject_id)
      select p.id, s.subject_id from person p join person_subject s on s.person_id = 1 + p.id % 600
      where p.email like '%@bench.example' on conflict do nothing`.execute(trx)
    await sql`update contact_card set search = to_tsvector('swedish', contact_text(person_id))`.execute(trx)
    await sql`
      insert into contact_word (word, folded)
      select distinct word, fold_word(word)
      from contact_card cross join unnest(tsvector_to_array(to_tsvector('simple', contact_text(person_id)))) as word
      where length(word) between 3 and 40 on conflict do nothing`.execute(trx)
  })
  await sql`analyze`.execute(db)
}

async function measureSearches(db: Kysely<Database>): Promise<number[]> {
  const times: number[] = []
  for (const question of questions) {
    const these = await time(10, () => searchContacts(db, question, today))
    if (process.argv.includes('--each'))
      console.log(JSON.stringify(Object.values(question).filter(Boolean)), show(these))
    times.push(...these)
  }
  return times
}

async function measurePages(db: Kysely<Database>, folder: string): Promise<number[]> {
  const app = createApp({
    db,
    config: readConfig({ DATA_DIR: folder }),
    assets: { script: '', styles: '', font: '', folder: '' },
    secret: 'a secret of the bench, long enough',
    dataVersion: () => '1',
    now: () => new Date(`${today}T12:00:00Z`),
  })
  const login = await app.request('/demo/logga-in', {
    method: 'POST',
    body: new URLSearchParams({ konto: 'medlem' }),
    headers: { origin: 'http://localhost' },
  })
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? ''
  const times: number[] = []
  for (const { text, subject } of questions) {
    const query = new URLSearchParams({ sok: text, amne: subject })
    const ask = async () => {
      const response = await app.request(`/kontakter?${query}`, { headers: { cookie } })
      if (response.status !== 200) throw new Error(`The search answered ${response.status}.`)
      await response.text()
    }
    times.push(...(await time(10, ask)))
  }
  return times
}
