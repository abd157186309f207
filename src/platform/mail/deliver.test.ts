import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { type Postman, startPostman } from './deliver.ts'
import { enqueueMail } from './queries.ts'

let database: TestDatabase
let postman: Postman | undefined
let server: SMTPServer | undefined
/** What the server answers to the next mails: to the recipient, and after the whole mail. */
let answers: { recipient?: number; data?: number | 'hang up' }
let arrived: string[]

beforeEach(async () => {
  database = await emptyDatabase()
  answers = {}
  arrived = []
})
afterEach(async () => {
  await postman?.stop()
  if (server) await new Promise<void>((done) => server?.close(done))
  server = undefined
  await database.drop()
})

const failure = (code: number) => Object.assign(new Error(`answered ${code}`), { responseCode: code })

async function listen(port = 0): Promise<number> {
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(answers.recipient ? failure(answers.recipient) : null),
    onData: (stream, session, done) => {
      stream.resume()
      stream.on('end', () => {
        arrived.push(session.envelope.rcptTo[0]?.address ?? '')
        if (answers.data !== 'hang up') done(answers.data ? failure(answers.data) : null)
      })
    },
  })
  made.on('error', () => {})
  server = made
  return new Promise((ready) => {
    const socket = made.listen(port, '127.0.0.1', () => {
      const address = socket.address()
      ready(typeof address === 'object' && address ? address.port : 0)
    })
  })
}

async function send(port: number) {
  await enqueueMail(database.db, {
    kind: 'test',
    to: 'anna@x.example',
    subject: 'Hej',
    plain: 'Hej',
    html: '<p>Hej</p>',
  })
  postman = startPostman(database.db, `smtp://127.0.0.1:${port}`, {
    name: 'Ekokommun',
    address: 'noreply@eko.example',
  })
  await postman.idle()
  return state()
}

const state = () => database.db.selectFrom('mail').selectAll().executeTakeFirstOrThrow()

/** As if the time of the next try had come. */
async function later() {
  await database.db
    .updateTable('mail')
    .set({ next_try_at: new Date(0) })
    .execute()
  await postman?.idle()
  return state()
}

describe('a mail', () => {
  test('is sent once', async () => {
    expect((await send(await listen())).sent_at).not.toBeNull()
    await later()
    expect(arrived).toEqual(['anna@x.example'])
  })

  test('is tried again when the server says “not now”', async () => {
    answers = { recipient: 451 }
    const waiting = await send(await listen())
    expect(waiting).toMatchObject({ sent_at: null, given_up_at: null, tries: 1 })
    expect(waiting.next_try_at.getTime()).toBeGreaterThan(Date.now())
    answers = {}
    expect((await later()).sent_at).not.toBeNull()
  })

  test('is tried again when the server refused it after all of it was handed over', async () => {
    answers = { data: 452 }
    expect(await send(await listen())).toMatchObject({ sent_at: null, handed_at: null })
    answers = {}
    expect((await later()).sent_at).not.toBeNull()
  })

  test('waits for a server that is away', async () => {
    const port = await listen()
    await new Promise<void>((done) => server?.close(done))
    server = undefined
    expect(await send(port)).toMatchObject({ sent_at: null, given_up_at: null })
    await listen(port)
    expect((await later()).sent_at).not.toBeNull()
  })

  test('to an address that is refused for good is given up, and the person is flagged', async () => {
    await database.db
      .insertInto('person')
      .values({ name: 'Anna', email: 'Anna@x.example', made_up: true })
      .execute()
    answers = { recipient: 550 }
    expect((await send(await listen())).given_up_at).not.toBeNull()
    const anna = await database.db.selectFrom('person').selectAll().executeTakeFirstOrThrow()
    expect(anna.email_failed_at).not.toBeNull()
    expect(anna.email_failure).toContain('550')
  })

  test('handed over but never answered is left in doubt, and not sent twice', async () => {
    answers = { data: 'hang up' }
    const port = await listen()
    await enqueueMail(database.db, {
      kind: 'test',
      to: 'anna@x.example',
      subject: 'Hej',
      plain: 'Hej',
      html: '<p>Hej</p>',
    })
    const made = server
    postman = startPostman(database.db, `smtp://127.0.0.1:${port}`, {
      name: 'Ekokommun',
      address: 'noreply@eko.example',
    })
    while (arrived.length === 0) await new Promise((soon) => setTimeout(soon, 5))
    for (const connection of made?.connections ?? []) connection.close()
    await postman.idle()
    answers = {}
    expect(await later()).toMatchObject({ sent_at: null, given_up_at: null })
    expect((await state()).handed_at).not.toBeNull()
    expect(arrived).toHaveLength(1)
  })
})
