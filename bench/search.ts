import { type Kysely, sql } from 'kysely'
import type { Database } from '../src/database/tables.ts'
import { searchWords } from '../src/domains/contacts/index.ts'
import { type Narrowing, searchTexts } from '../src/domains/search/queries.ts'
import { correctWords, rebuildSearch } from '../src/domains/search/word-queries.ts'
import { withAssociation } from './fresh-association.ts'

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

await withAssociation(async ({ db, connection }) => {
  let started = performance.now()
  await fill(db)
  console.log('fill', performance.now() - started)
  started = performance.now()
  const n = await rebuildSearch(db)
  console.log('rebuild', n, performance.now() - started)
  await sql`vacuum analyze`.execute(db)
  console.table(
    (
      await sql`select pg_size_pretty(pg_relation_size('search_text')) as heap, pg_size_pretty(pg_total_relation_size('search_text')) as total, pg_size_pretty(pg_relation_size('search_text_search')) as gin, (select count(*) from search_word) as words`.execute(
        db,
      )
    ).rows,
  )
  if (process.argv.includes('--hold')) {
    ;(await import('node:fs')).writeFileSync('/tmp/search-conn.json', JSON.stringify(connection))
    console.log(process.argv)
    await new Promise((r) => setTimeout(r, 3600_000))
  }
})

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
