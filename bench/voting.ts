import {
  Agent as HttpAgent,
  get as httpGet,
  type IncomingMessage,
  type RequestOptions,
  request,
} from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../src/database/tables.ts'
import { hashOf } from '../src/platform/secrets.ts'
import { connectionStringOf } from '../tests/support/connection-string.ts'
import { openHall } from '../tests/support/hall.ts'
import { withAssociation } from './fresh-association.ts'
import { memoryOf, type Program, start, stop } from './program.ts'

const [delegates, withinMs, listeners] = [500, 10_000, 1000]
const year = 2031
const agent = new HttpAgent({ maxSockets: Number.POSITIVE_INFINITY })
const phones = new HttpAgent({ maxSockets: Number.POSITIVE_INFINITY })

await withAssociation(async ({ db, connection, folder }) => {
  const { meetingId, itemId } = await openHall(db, { year, votes: delegates })
  const cookies = await logIn(db, meetingId)
  const office = await officeOf(db)
  await sql`insert into voting_room (meeting_id, open_to_all) values (${meetingId}, true)`.execute(db)
  const program = await start(folder, { DATABASE_URL: connectionStringOf(connection) })
  try {
    for (const secret of [false, true]) await vote(db, program, { cookies, office, itemId, secret })
    await hold(program, { office, itemId })
    const baseline = await bareInserts(db)
    console.log(
      `baseline, the same ${delegates} as bare inserts of a row, one by one: p99 ${baseline.toFixed(1)} ms`,
    )
  } finally {
    await stop(program)
  }
})

interface Hall {
  cookies: string[]
  office: string
  itemId: number
  secret: boolean
}

/** Everyone reads the form and votes at a moment of their own within the ten seconds, while the wall listens. */
async function vote(db: Kysely<Database>, { address }: Program, { cookies, office, itemId, secret }: Hall) {
  // Everyone has the page open before the ballot is.
  await Promise.all(cookies.map((cookie) => readVote(address, cookie)))
  const ballot = await open(address, office, itemId, secret)
  const times: number[] = []
  const reads: number[] = []
  let refused = 0
  await Promise.all(
    cookies.map(async (cookie, i) => {
      await pause((withinMs / cookies.length) * i * 0.8)
      const readAt = performance.now()
      const form = await readVote(address, cookie)
      reads.push(performance.now() - readAt)
      const entry = /name="formular-(\d+)" value="([^"]+)"/.exec(form)
      if (!entry) throw new Error(`no form for delegate ${i}`)
      await pause(Math.random() * withinMs * 0.2)
      const body = new URLSearchParams({
        [`formular-${entry[1]}`]: entry[2] ?? '',
        [`rost-${entry[1]}`]: i % 5 === 0 ? 'blank' : String(1 + (i % 3 === 0 ? 1 : 0)),
      })
      const votedAt = performance.now()
      const answer = await post(address, `/arsmote/${year}/rosta`, cookie, body)
      times.push(performance.now() - votedAt)
      if (answer.status !== 200) refused += 1
    }),
  )
  const wall = await listen(address)
  const closedAt = performance.now()
  const told = wall.next()
  const closing = post(address, `${ballot}/leda/stang`, office, new URLSearchParams())
  await told
  const page = (await ask(`${address}/arsmote/${year}/projektor`, {})).text
  const shownAfter = performance.now() - closedAt
  await closing
  wall.close()
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(secret ? 'ballot_paper' : 'ballot_voter')} where round_id =
      (select max(id) from ballot_round)`.execute(db)
  const shown = /Ja[\s\S]*?(\d+) röster/.exec(page)?.[1]
  console.log(`${secret ? 'secret' : 'open'} ballot: ${cookies.length} delegates within ${withinMs / 1000} s`)
  console.log(`  counted ${rows[0]?.n}, refused ${refused}, shown on the wall: ${shown} yes`)
  console.log(`  the vote: median ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms (at most 300)`)
  console.log(`  the form: median ${at(reads, 0.5)} ms, p99 ${at(reads, 0.99)} ms`)
  console.log(`  result on the projector ${shownAfter.toFixed(0)} ms after closing (at most 1000)`)
}

/** A thousand listeners that nothing happens to, then one closing that all of them hear of. */
async function hold({ address, pid }: Program, { office, itemId }: Pick<Hall, 'office' | 'itemId'>) {
  const ballot = await open(address, office, itemId, false)
  const before = await memoryOf(pid)
  const lines: Line[] = []
  for (let i = 0; i < listeners; i += 50) {
    lines.push(...(await Promise.all(Array.from({ length: 50 }, () => listen(address)))))
  }
  const held = await memoryOf(pid)
  const closedAt = performance.now()
  const all = Promise.all(lines.map((line) => line.next()))
  await post(address, `${ballot}/leda/stang`, office, new URLSearchParams())
  await all
  const heard = performance.now() - closedAt
  for (const line of lines) line.close()
  console.log(`${listeners} live listeners: ${(held - before).toFixed(0)} MB more memory (at most 150)`)
  console.log(`  all of them have heard ${heard.toFixed(0)} ms after closing`)
}

async function readVote(address: string, cookie: string): Promise<string> {
  return (await ask(`${address}/arsmote/${year}/rosta`, { headers: { cookie } })).text
}

/** An open line. */
interface Line {
  /** Resolves at the next event. */
  next(): Promise<void>
  close(): void
}

/** Opens a line and waits for what it says first. */
async function listen(address: string): Promise<Line> {
  const room = `${address}/arsmote/${year}/rosta/handelser`
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    httpGet(room, { agent, headers: { 'last-event-id': '0' } }, resolve).once('error', reject)
  })
  if (response.statusCode !== 200) throw new Error(`listening: ${response.statusCode}`)
  let heard: (() => void) | undefined
  response.on('data', (said: Buffer) => {
    if (said.includes('event: change')) heard?.()
  })
  const line = {
    next: () =>
      new Promise<void>((resolve) => {
        heard = resolve
      }),
    close: () => response.destroy(),
  }
  await line.next()
  return line
}

async function open(address: string, office: string, itemId: number, secret: boolean): Promise<string> {
  const answer = await post(
    address,
    `/arsmote/${year}/omrostningar/ny`,
    office,
    new URLSearchParams({
      arende: String(itemId),
      slag: 'yes-no',
      satt: secret ? 'sluten' : 'oppen',
      fraga: 'Ska motionen bifallas?',
      majoritet: 'majority',
    }),
  )
  const path = /^(\/arsmote\/\d+\/omrostningar\/\d+)\/leda/.exec(answer.location)?.[1]
  if (!path) throw new Error(`opening: ${answer.status} ${answer.text}`)
  return path
}

interface Answer {
  status: number
  location: string
  text: string
}

/** Asks by plain HTTP: the client should cost less than what is measured. */
function ask(address: string, options: RequestOptions, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { ...options, agent: phones }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (said: string) => {
        text += said
      })
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', text }),
      )
    })
    asked.once('error', reject)
    asked.end(body)
  })
}

function post(address: string, path: string, cookie: string, fields: URLSearchParams): Promise<Answer> {
  const body = fields.toString()
  const headers = {
    cookie,
    origin: address,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(body.length),
  }
  return ask(address + path, { method: 'POST', headers }, body)
}

/** A session for everyone on the roll. */
async function logIn(db: Kysely<Database>, meetingId: number): Promise<string[]> {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from voting_roll_entry where meeting_id = ${meetingId} order by id`.execute(db)
  return Promise.all(rows.map(({ id }) => sessionOf(db, id)))
}

async function officeOf(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ id: number }>`
    select person_id as id from appointment where role = 'secretariat' and until is null limit 1`.execute(db)
  return sessionOf(db, rows[0]?.id ?? 0)
}

async function sessionOf(db: Kysely<Database>, personId: number): Promise<string> {
  const token = `bench-${personId}`
  await sql`insert into session (token_hash, person_id, means, device, expires_at)
    values (${hashOf(token)}, ${personId}, 'demo', '', now() + interval '1 day') on conflict do nothing`.execute(
    db,
  )
  return `session=${token}`
}

/** The least that any program must do: write a row that can be there once. */
async function bareInserts(db: Kysely<Database>): Promise<number> {
  await sql`create table bare_vote (id integer primary key, choice smallint)`.execute(db)
  const times: number[] = []
  for (let i = 0; i < delegates; i += 1) {
    const started = performance.now()
    await sql`insert into bare_vote values (${i}, 1)`.execute(db)
    times.push(performance.now() - started)
  }
  return Number(at(times, 0.99))
}

function at(times: number[], share: number): string {
  return (times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(1)
}
