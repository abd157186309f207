import { readFile } from 'node:fs/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../src/database/tables.ts'
import { choose, lookUp } from '../src/domains/questions/routing.ts'
import { createMemory } from '../src/platform/http/remember.ts'
import { connectionStringOf } from '../tests/support/connection-string.ts'
import { withAssociation } from './fresh-association.ts'
import { type Load, measure, measureBaseline, type Program, start, stop } from './program.ts'
import { show, time } from './times.ts'

const people = 20_000
const answers = 50
/** So many are asked for one after the other, to count the processor time of each. */
const pages = 400
const seconds = Number(process.argv[2] ?? 8)
const today = '2026-11-23'
const load: Load = { connections: 20, seconds, headers: { 'accept-encoding': 'br, gzip' } }

/** What is asked: words that many know, that few know, that nobody knows; with figures, subjects and neither. */
const questions = [
  { title: 'Hur får ni ner matsvinnet i skolköken?', figureIds: ['11'], subjectIds: ['mat', 'skolor'] },
  { title: 'Hur räknar ni på solceller på skolor?', figureIds: ['9'], subjectIds: ['energi'] },
  { title: 'Vem har kartlagt kadmium i slam?', figureIds: ['8b'], subjectIds: [] },
  {
    title: 'Miljöledning, klimatbokslut och nyckeltal i kommunens budget',
    figureIds: ['1b', '2', '3'],
    subjectIds: ['klimat', 'miljoledning', 'transporter'],
  },
  { title: 'Hur sköter ni ängar?', figureIds: [], subjectIds: [] },
  { title: 'Xylofoner i parken', figureIds: [], subjectIds: [] },
]

await withAssociation(async ({ db, connection, folder }) => {
  await fill(db)
  const baseline = await time(50, () => sql`select count(*) from contact_card`.execute(db))
  const routing: number[] = []
  const reader = { db, today, remember: createMemory(60_000)('') }
  for (const question of questions) {
    const these = await time(20, async () => {
      const asking = {
        ...question,
        language: 'sv' as const,
        askedBy: null,
        organisationCode: '1382',
        named: [],
      }
      const grounds = await lookUp(reader, asking)
      await choose(db, grounds, { questionId: null, today, now: new Date(`${today}T12:00:00Z`) })
    })
    console.log(`  ${question.title.padEnd(62)} median ${show(these)}`)
    routing.push(...these)
  }
  console.log(`${people} people; ${questions.length} questions, each routed 20 times`)
  console.log(`select count(*) of the cards  median ${show(baseline)}`)
  console.log(
    `routing, whole                median ${show(routing)}, slowest ${Math.max(...routing).toFixed(1)} ms`,
  )

  const path = await longQuestion(db)
  const rows = [await measureBaseline(load)]
  const program = await start(folder, { DATABASE_URL: connectionStringOf(connection), PAGE_CACHE_BYTES: '0' })
  rows.push(await measure(`a question with ${answers} answers (made anew)`, program.address, [path], load))
  const perPage = await processorTimePerPage(program, path)
  await stop(program)
  for (const { what, perSecond, median, p99, errors } of rows) {
    console.log(
      `${what.padEnd(46)} ${perSecond.toFixed(0).padStart(6)}/s  median ${median} ms, p99 ${p99} ms, errors ${errors}`,
    )
  }
  console.log(
    `of its process each page takes       ${perPage.toFixed(2)} ms of processor time, however busy the machine is`,
  )
})

/**
 * Adds people made of those of the demonstration: the same words and subjects, spread over all members. Without the
 * triggers that keep the search of contacts, which routing does not look at.
 */
async function fill(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await sql`set local session_replication_role = replica`.execute(trx)
    await sql`
      insert into person (name, email, title, made_up)
      select 'Person ' || n, 'p' || n || '@bench.example', '', true from generate_series(1, ${people}::int) as n`.execute(
      trx,
    )
    await sql`
      insert into appointment (person_id, organisation_code, role, since)
      select p.id, m.code, 'member-user', '2020-01-01' from person p
      join (select code, row_number() over (order by code) - 1 as n, count(*) over () as all_members from
        (select distinct organisation_code as code from membership where until is null) x) m on p.id % m.all_members = m.n
      where p.email like '%@bench.example'`.execute(trx)
    await sql`
      insert into contact_card (person_id, knows, helps_with)
      select p.id, k.knows, k.helps_with from person p join contact_card k on k.person_id = 1 + p.id % 600
      where p.email like '%@bench.example'`.execute(trx)
    await sql`
      insert into person_subject (person_id, subject_id)
      select p.id, s.subject_id from person p join person_subject s on s.person_id = 1 + p.id % 600
      where p.email like '%@bench.example' on conflict do nothing`.execute(trx)
  })
  await sql`analyze`.execute(db)
}

/** A public question with many answers of some length; gives its address. */
async function longQuestion(db: Kysely<Database>): Promise<string> {
  const { id } = await db
    .insertInto('question')
    .values({
      title: 'Provfråga',
      body: 'Hur **gör** ni?',
      language: 'sv',
      asked_by: 1,
      organisation_code: '1382',
      audience: 'everyone',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const body =
    'Vi gjorde så här, och det tog **ett halvår**:\n\n1. mätte i nio veckor\n2. ändrade två saker\n3. mätte igen\n\nSe [vår sida](https://example.org). Kostnaden blev lägre än vi trodde, för att så mycket fanns redan.'
  await sql`
    insert into answer (question_id, body, written_by, organisation_code, audience)
    select ${id}, 'Svar ' || n || '. ' || ${body}, 1 + n, '1283', 'everyone' from generate_series(1, ${answers}::int) as n`.execute(
    db,
  )
  return `/fragor/${id}-provfraga`
}

/** Milliseconds of processor time that a page costs the program's own process. Linux only. */
async function processorTimePerPage({ pid, address }: Program, path: string): Promise<number> {
  const ticks = async () => {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11]) + Number(fields[12])
  }
  const before = await ticks()
  for (let i = 0; i < pages; i += 1) {
    const response = await fetch(address + path, { headers: load.headers })
    await response.arrayBuffer()
  }
  // Linux counts in hundredths of a second.
  return ((await ticks()) - before) * (10 / pages)
}
