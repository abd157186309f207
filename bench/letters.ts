import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { loadDemonstration, loadReference } from '../src/app/load.ts'
import { connect } from '../src/database/connect.ts'
import { findPlace } from '../src/database/embedded/place.ts'
import { ensureInitialised, startServer, stopServer } from '../src/database/embedded/server.ts'
import { migrate } from '../src/database/migrate.ts'
import { queueLetter } from '../src/domains/letters/send.ts'
import { startPostman } from '../src/platform/mail/deliver.ts'
import { createSecrets } from '../src/platform/secrets.ts'

const addresses = 5000
const today = '2026-11-23'

const folder = await mkdtemp(join(tmpdir(), 'ekokommun-bench-'))
await chmod(folder, 0o755)
const place = await findPlace(folder, true)
await ensureInitialised(place)
const db = connect(await startServer(place))
const mailServer = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    stream.resume()
    stream.on('end', () => done())
  },
})
try {
  await migrate(db)
  await loadReference(db, () => {})
  await loadDemonstration(db, () => {})
  await sql`
    with made as (insert into person (name, email, made_up)
      select 'Person ' || n, 'p' || n || '@bench.example', true from generate_series(1, ${addresses}) as n returning id)
    insert into appointment (person_id, organisation_code, role, since)
    select id, '1382', 'member-user', '2020-01-01' from made`.execute(db)
  const audience = JSON.stringify({ roles: ['member-user'], organisations: ['1382'] })
  const { id } = await db
    .insertInto('letter')
    .values({
      kind: 'news',
      subject: 'Nytt till {namn}',
      body: 'Hej {namn}!\n\nVi ses.\n\nKansliet',
      audience,
    })
    .returning('id')
    .executeTakeFirstOrThrow()

  let started = performance.now()
  const desk = {
    db,
    baseUrl: 'https://eko.example',
    secrets: createSecrets('a secret of the bench, long enough'),
    today,
  }
  const count = await queueLetter(desk, null, id)
  const queued = performance.now() - started

  const port = await new Promise<number>((ready) => {
    const socket = mailServer.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      ready(typeof address === 'object' && address ? address.port : 0)
    })
  })
  const smtpUrl = `smtp://127.0.0.1:${port}`
  started = performance.now()
  const postman = startPostman(db, smtpUrl, { name: 'Ekokommun', address: 'noreply@eko.example' })
  await postman.idle()
  const sent = performance.now() - started
  await postman.stop()

  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 5,
    maxMessages: Number.POSITIVE_INFINITY,
  })
  started = performance.now()
  await Promise.all(
    Array.from({ length: addresses }, (_, n) =>
      transport.sendMail({
        from: 'a@eko.example',
        to: `p${n}@bench.example`,
        subject: 'Hej',
        text: 'Hej',
        html: '<p>Hej</p>',
      }),
    ),
  )
  const bare = performance.now() - started
  transport.close()

  console.log(`a letter to ${count} people`)
  console.log(`queued in               ${(queued / 1000).toFixed(2)} s`)
  console.log(`sent without doubles in ${(sent / 1000).toFixed(2)} s`)
  console.log(`bare nodemailer         ${(bare / 1000).toFixed(2)} s for as many`)
} finally {
  await new Promise<void>((done) => mailServer.close(done))
  await db.destroy()
  await stopServer(place)
  await rm(folder, { recursive: true, force: true })
}
