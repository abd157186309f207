import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { expect, test, vi } from 'vitest'
import type { Connection } from '../../src/database/connect.ts'
import { countProgress, listTroubles } from '../../src/domains/letters/progress-queries.ts'
import { connectionStringOf } from '../support/connection-string.ts'
import { emptyDatabase } from '../support/database.ts'

vi.setConfig({ testTimeout: 180_000 })

const addresses = 2000

test('a letter to 2,000 addresses reaches nobody twice, although the sender is killed three times', async () => {
  const database = await emptyDatabase()
  const arrived = new Map<string, number>()
  const server = await mailServer(arrived)
  try {
    await sql`insert into letter (kind, subject, state) values ('news', 'Brev', 'queued')`.execute(
      database.db,
    )
    await sql`
      insert into mail (kind, letter_id, recipient, subject, plain, html)
      select 'letter:news', (select id from letter), 'p' || n || '@x.example', 'Brev', 'Hej', '<p>Hej</p>'
      from generate_series(1, ${addresses}) as n`.execute(database.db)

    for (const enough of [200, 600, 1200]) {
      const sender = startSender(database.connection, server.port)
      while (arrived.size < enough) await pause(2)
      sender.kill('SIGKILL')
      await once(sender, 'exit')
      // The next sender comes when the claims of the killed one have run out.
      await sql`update mail set claimed_at = claimed_at - interval '5 minutes'`.execute(database.db)
    }
    const last = startSender(database.connection, server.port)
    await once(last, 'exit')

    expect([...arrived.values()].filter((times) => times > 1)).toEqual([])
    const { rows } = await sql<{ recipient: string; sent: boolean; doubt: boolean }>`
      select recipient, sent_at is not null as sent, sent_at is null and handed_at is not null as doubt
      from mail`.execute(database.db)
    expect(rows).toHaveLength(addresses)
    // Told as sent is arrived; what did not arrive is told as in doubt, a handful for each kill.
    for (const { recipient, sent, doubt } of rows) {
      if (sent) expect(arrived.get(recipient), recipient).toBe(1)
      else expect(doubt, recipient).toBe(true)
    }
    const doubtful = rows.filter(({ doubt }) => doubt).length
    expect(doubtful).toBeLessThanOrEqual(3 * 5)
    expect(arrived.size).toBeGreaterThanOrEqual(addresses - doubtful)
    // The secretariat sees each of them, and none as still on its way.
    const { id } = await database.db.selectFrom('letter').select('id').executeTakeFirstOrThrow()
    const progress = await countProgress(database.db, id)
    expect(progress).toMatchObject({
      all: addresses,
      waiting: 0,
      doubt: doubtful,
      sent: addresses - doubtful,
    })
    expect(await listTroubles(database.db, id)).toHaveLength(doubtful)
  } finally {
    await new Promise<void>((done) => server.close(done))
    await database.drop()
  }
})

/** A real SMTP server that takes a moment for every mail. */
async function mailServer(arrived: Map<string, number>) {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      stream.resume()
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo)
          arrived.set(address, (arrived.get(address) ?? 0) + 1)
        setTimeout(done, 1)
      })
    },
  })
  server.on('error', () => {})
  const port = await new Promise<number>((listening) => {
    const socket = server.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      listening(typeof address === 'object' && address ? address.port : 0)
    })
  })
  return { port, close: (done: () => void) => server.close(done) }
}

function startSender(connection: Connection, port: number): ChildProcess {
  return spawn(resolve('node_modules/node/bin/node'), ['tests/fault/postman-process.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: connectionStringOf(connection),
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    },
    stdio: 'inherit',
  })
}
