import { type Kysely, sql } from 'kysely'
import { createApp } from '../src/app/app.tsx'
import type { Database } from '../src/database/tables.ts'
import { searchWords } from '../src/domains/contacts/index.ts'
import { searchPath } from '../src/domains/search/asking.ts'
import type { Narrowing } from '../src/domains/search/queries.ts'
import type { Viewer } from '../src/domains/search/rules.ts'
import { searchFor } from '../src/domains/search/searching.ts'
import { correctWords } from '../src/domains/search/word-queries.ts'
import { readConfig } from '../src/platform/config.ts'
import { withAssociation } from './fresh-association.ts'
import { show, time } from './times.ts'

const texts = 100_000
const now = new Date('2026-11-23T12:00:00Z')
const nothing: Narrowing = { kind: '', year: null, organisation: '', language: '' }

/** Common and rare words, bent, begun, misspelt, several together; and narrowed. */
const questions: { text: string; narrowing?: Partial<Narrowing> }[] = [
  { text: 'kommun' },
  { text: 'kommunerna' },
  { text: 'energi' },
  { text: 'vatten' },
  { text: 'cykel' },
  { text: 'rapportering' },
  { text: 'biologisk mångfald' },
  { text: 'solceller tak' },
  { text: 'Falkenberg energi' },
  { text: 'upphandl' },
  { text: 'kom' },
  { text: 'solceler' },
  { text: 'upphandlig' },
  { text: 'Falkenbreg' },
  { text: 'bergvarme' },
  { text: 'xyzzy' },
  { text: 'energi', narrowing: { kind: 'event' } },
  { text: 'kommun', narrowing: { year: 2019 } },
  { text: 'vatten', narrowing: { language: 'en' } },
  { text: 'kommun', narrowing: { kind: 'news', year: 2024 } },
]

const visitor: Viewer = { audiences: ['everyone', 'visitors'], organisationCodes: [] }

await withAssociation(async ({ db, folder }) => {
  await fill(db)
  const started = performance.now()
  await sql`select rebuild_search()`.execute(db)
  const rebuilt = ((performance.now() - started) / 1000).toFixed(0)
  await sql`vacuum analyze search_text`.execute(db)
  console.log(
    `over ${texts} texts, drawn anew in ${rebuilt} s; ${questions.length} kinds of searches, each 10 times`,
  )
  console.log(`misspelt words found again         ${await measureCorrections(db)}`)
  const baseline = await time(50, () => sql`select count(*) from search_text`.execute(db))
  console.log(`select count(*) of the texts       median ${show(baseline)}`)
  const searches = await measure((question) => search(db, question))
  console.log(`search at the database             median ${show(searches)}`)
  const pages = await measurePages(db, folder)
  console.log(`page of results, whole             median ${show(pages)}`)
})

type Question = (typeof questions)[number]

async function search(db: Kysely<Database>, { text, narrowing }: Question): Promise<void> {
  const wanted = { typed: searchWords(text), narrowing: { ...nothing, ...narrowing }, page: 1 }
  await searchFor(db, { ...wanted, language: 'sv' }, visitor, now)
}

async function measure(run: (question: Question) => Promise<void>): Promise<number[]> {
  const times: number[] = []
  for (const question of questions) {
    const these = await time(10, () => run(question))
    if (process.argv.includes('--each')) console.log(`  ${JSON.stringify(question)} ${show(these)}`)
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
    now: () => now,
  })
  return measure(async ({ text, narrowing = {} }) => {
    const response = await app.request(searchPath({ typed: text, ...narrowing }))
    if (response.status !== 200) throw new Error(`The search answered ${response.status}.`)
    await response.text()
  })
}

/** Spoils known words in four ways, and says how many are found again and among how many others. */
async function measureCorrections(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ word: string }>`
    select word from search_word where for_everyone and length(word) between 6 and 14 order by md5(word) limit 100`.execute(
    db,
  )
  const spoilt = rows.flatMap(({ word }) => {
    const at = 2 + (word.charCodeAt(1) % (word.length - 4))
    const [head, one, two, tail] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
    return [
      head + two + one + tail,
      head + two + tail,
      head + one + one + two + tail,
      `${head}${one}x${tail}`,
    ].map((typed) => ({ word, typed }))
  })
  let found = 0
  let proposed = 0
  let asked = 0
  for (const { word, typed } of spoilt) {
    const [corrected] = await correctWords(db, [typed], true)
    const alike = corrected?.alike ?? []
    asked += 1
    proposed += alike.length
    if (alike.includes(word)) found += 1
  }
  return `${found} of ${asked}, with ${(proposed / asked).toFixed(1)} words proposed for each`
}

/** Adds news and events whose words are as common as words are: the first one everywhere, most of them hardly anywhere. */
async function fill(db: Kysely<Database>): Promise<void> {
  const words = await vocabulary(db)
  const random = mulberry(7)
  const some = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(words.length ** random()) - 1] ?? '').join(' ')
  await db.transaction().execute(async (trx) => {
    // The triggers are measured by what follows: everything drawn anew.
    await sql`set local session_replication_role = replica`.execute(trx)
    for (let done = 0; done < texts; done += 2000) {
      const n = Array.from({ length: 2000 }, (_, i) => done + i)
      const [titles, leads, bodies] = [6, 18, 120].map((count) => n.map(() => some(count)))
      await sql`
        with text as (select * from unnest(${n}::int[], ${titles}::text[], ${leads}::text[], ${bodies}::text[]) as t (n, title, lead, body)),
        news as (
          insert into news_item (slug, publish_at, made_up)
          select 'bench-' || n, timestamptz '2012-01-01' + n * interval '78 minutes', true from text where n % 5 > 0
          returning id, slug),
        events as (
          insert into event (kind, form, starts_at, ends_at, open_to, published_at, made_up, place)
          select 'seminar', 'online', timestamptz '2012-01-01' + n * interval '78 minutes',
            timestamptz '2012-01-01' + n * interval '78 minutes' + interval '1 hour', 'everyone', now(), true, n
          from text where n % 5 = 0 returning id, place),
        told as (
          insert into event_text (event_id, language, title, summary, programme)
          select e.id, 'sv', t.title, t.lead, t.body from events e join text t on t.n::text = e.place)
        insert into news_text (news_id, language, title, lead, body)
        select m.id, case when t.n % 9 = 0 then 'en' else 'sv' end, t.title, t.lead, t.body
        from news m join text t on 'bench-' || t.n = m.slug`.execute(trx)
    }
  })
}

/** The words of the demonstration, the commonest first, and compounds made of them. */
async function vocabulary(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from search_text, regexp_split_to_table(lower(
      concat_ws(' ', texts #>> '{sv,title}', texts #>> '{sv,lead}', texts #>> '{sv,body}')), '[^[:alpha:]]+') as word
    where length(word) > 1 group by word order by count(*) desc, word`.execute(db)
  const known = rows.map(({ word }) => word)
  const parts = known.filter((word) => word.length > 3 && word.length < 10)
  const compounds = Array.from(
    { length: 20_000 },
    (_, i) => `${parts[i % parts.length]}${parts[(i * 7 + 3) % parts.length]}`,
  )
  return [...known, ...compounds]
}

/** Random numbers that are the same each time. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
