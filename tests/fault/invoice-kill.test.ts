import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { connectionStringOf } from '../support/connection-string.ts'
import { loadedDatabase } from '../support/database.ts'

vi.setConfig({ testTimeout: 180_000 })

test('an invoice run that is killed again and again ends with no gap, no double and nothing missing', async () => {
  const database = await loadedDatabase()
  const outbox = await mkdtemp(join(tmpdir(), 'ekokommun-peppol-'))
  const start = (): ChildProcess =>
    spawn(resolve('node_modules/node/bin/node'), ['tests/fault/invoice-process.ts'], {
      env: {
        ...process.env,
        DATABASE_URL: connectionStringOf(database.connection),
        PEPPOL_OUTBOX: outbox,
      },
      stdio: 'inherit',
    })
  const delivered = async () =>
    (
      await sql<{ n: number }>`
        select count(*)::int as n from invoice_delivery d join invoice i on i.id = d.invoice_id
        where i.fee_year = 2027 and d.sent_at is not null`.execute(database.db)
    ).rows[0]?.n ?? 0
  try {
    for (const enough of [0, 3, 20, 60, 110]) {
      const worker = start()
      const ended = once(worker, 'exit')
      // The first is killed while it starts or issues, the others between two files.
      if (enough === 0) await pause(1200)
      while (worker.exitCode === null && (await delivered()) < enough) await pause(5)
      worker.kill('SIGKILL')
      await ended
    }
    const last = start()
    const [code] = await once(last, 'exit')
    expect(code).toBe(0)

    const { rows: invoices } = await sql<{ number: string; code: string; sequence: number }>`
      select number, organisation_code as code, sequence from invoice where fee_year = 2027
      order by sequence`.execute(database.db)
    expect(invoices).toHaveLength(104)
    expect(new Set(invoices.map((one) => one.code)).size).toBe(104)
    expect(invoices.map(({ sequence }) => sequence)).toEqual(invoices.map((_, i) => 105 + i))

    const { rows: waiting } = await sql`
      select from invoice_delivery where sent_at is null`.execute(database.db)
    expect(waiting).toHaveLength(0)
    const { rows: mails } = await sql<{ subject: string }>`
      select subject from mail where kind = 'invoice'`.execute(database.db)
    expect(new Set(mails.map(({ subject }) => subject)).size).toBe(104)
    expect(mails).toHaveLength(104)

    const files = await readdir(outbox)
    const planned = await sql<{ number: string }>`
      select i.number from invoice_delivery d join invoice i on i.id = d.invoice_id
      where d.way = 'peppol' and i.fee_year = 2027 order by 1`.execute(database.db)
    expect(files.sort()).toEqual(planned.rows.map(({ number }) => `${number}.xml`))
    for (const name of files) expect(await readFile(join(outbox, name), 'utf8')).toMatch(/<\/Invoice>\s*$/)
  } finally {
    await rm(outbox, { recursive: true })
    await database.drop()
  }
})
