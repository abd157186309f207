import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { bundleForNode } from '../../bin/build.mjs'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'

vi.setConfig({ testTimeout: 180_000 })

const [people, places] = [150, 20]

test('registering and moving up that is killed again and again ends with no lost and no double place', async () => {
  const database = await loadedDatabase()
  const { db } = database
  const { rows } = await sql<{ id: number }>`
    update event e set register_at = '', registration = 'here', places = ${places}, register_by = null,
      cancelled_at = null, open_to = 'everyone' from event_text t
    where t.event_id = e.id and t.language = 'sv' and t.title = 'Återbruk i stor skala' returning e.id`.execute(
    db,
  )
  const event = rows[0]?.id ?? 0
  const program = resolve('build/registration-process.js')
  await bundleForNode('tests/fault/registration-process.ts', program)
  const start = (): ChildProcess =>
    spawn(resolve('node_modules/node/bin/node'), [program], {
      env: {
        ...process.env,
        DATABASE_URL: connectionStringOf(database.connection),
        EVENT: String(event),
        PEOPLE: String(people),
      },
      stdio: 'inherit',
    })
  const registered = async () =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n from event_registration where event_id = ${event}`.execute(db)
    ).rows[0]?.n ?? 0
  try {
    for (const enough of [5, 25, 45, 70, 100]) {
      const worker = start()
      const ended = once(worker, 'exit')
      while (worker.exitCode === null && (await registered()) < enough) await pause(5)
      worker.kill('SIGKILL')
      await ended
      await expectWhole()
    }
    const last = start()
    const [code] = await once(last, 'exit')
    expect(code).toBe(0)
    await expectWhole()
    const { rows: comes } = await sql<{ email: string }>`
      select distinct email from event_registration where event_id = ${event}`.execute(db)
    expect(comes).toHaveLength(people)
  } finally {
    await database.drop()
  }

  /** At any moment: no place twice, none empty while somebody waits, nobody passed, every mail once. */
  async function expectWhole(): Promise<void> {
    const { rows: all } = await sql<{
      id: number
      email: string
      state: string
      queue: number
      moved: boolean
    }>`
      select id, email, state, queue, moved_up_at is not null as moved from event_registration
      where event_id = ${event} order by queue`.execute(db)
    const placed = all.filter(({ state }) => state === 'placed')
    const waiting = all.filter(({ state }) => state === 'waiting')
    expect(placed.length).toBeLessThanOrEqual(places)
    if (waiting.length > 0) expect(placed).toHaveLength(places)
    for (const one of waiting) expect(placed.every(({ queue }) => queue < one.queue)).toBe(true)
    const active = [...placed, ...waiting].map(({ email }) => email)
    expect(new Set(active).size).toBe(active.length)
    const { rows: mails } = await sql<{ kind: string; n: number }>`
      select kind, count(*)::int as n from mail where kind like 'event-%' group by kind`.execute(db)
    const sent = (kind: string) => mails.find((mail) => mail.kind === kind)?.n ?? 0
    expect(sent('event-registered')).toBe(all.length)
    expect(sent('event-moved-up')).toBe(all.filter(({ moved }) => moved).length)
    expect(sent('event-cancelled')).toBe(all.filter(({ state }) => state === 'cancelled').length)
  }
})
