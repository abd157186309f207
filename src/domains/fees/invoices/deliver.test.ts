import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../../tests/support/database.ts'
import { type Mailbox, openMailbox } from '../../../../tests/support/mailbox.ts'
import { openSftpServer } from '../../../../tests/support/sftp-server.ts'
import { deliverInvoices } from './deliver.ts'
import { retryFailed } from './delivery-queries.ts'
import { creditInvoice, issueRun } from './issue.ts'
import { remindOfOverdue } from './remind.ts'

let database: TestDatabase
let mailbox: Mailbox
let folder: string
beforeEach(async () => {
  database = await loadedDatabase()
  mailbox = await openMailbox(database.db)
  folder = await mkdtemp(join(tmpdir(), 'ekokommun-peppol-'))
})
afterEach(async () => {
  await mailbox.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

const issue = (codes: string[]) => issueRun(database.db, null, { year: 2027, codes, issuedOn: '2026-11-23' })

describe('an issued invoice', () => {
  test('leaves by mail with its PDF, and as an e-invoice into the folder, once', async () => {
    await issue(['1382', '1283'])
    await deliverInvoices(database.db, folder)
    await deliverInvoices(database.db, folder)
    expect((await readdir(folder)).sort()).toEqual(['20260105.xml', '20260106.xml'])
    const mails = await mailbox.mailTo('faktura@1382.example')
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toMatch(/^Faktura 2026010\d från Sveriges Ekokommuner$/)
    expect(mails[0]?.text).toContain('Samma faktura är skickad som e-faktura')
    const [pdf] = mails[0]?.attachments ?? []
    expect(pdf?.contentType).toBe('application/pdf')
    expect(pdf?.content.subarray(0, 5).toString()).toBe('%PDF-')
    const kept = await database.db.selectFrom('invoice_file').select(['format', 'content']).execute()
    expect(kept.map(({ format }) => format).sort()).toEqual(['pdf', 'pdf', 'peppol', 'peppol'])
    const files = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name))))
    expect(
      kept
        .filter((file) => file.format === 'peppol')
        .map(({ content }) => content?.toString())
        .sort(),
    ).toEqual(files.map(String).sort())
  })

  test('by two at once leaves once all the same', async () => {
    await issue(['1382', '1283', '1490'])
    await Promise.all([1, 2, 3].map(() => deliverInvoices(database.db, folder)))
    expect(await readdir(folder)).toHaveLength(3)
    for (const code of ['1382', '1283', '1490']) {
      expect(await mailbox.mailTo(`faktura@${code}.example`)).toHaveLength(1)
    }
  })

  test('leaves over SFTP, and never to a server with another key', async () => {
    const server = await openSftpServer(folder, { user: 'eko', password: 'hemligt' })
    try {
      await issue(['1382'])
      const address = (key: string) =>
        `sftp://eko:hemligt@127.0.0.1:${server.port}/?fingerprint=${encodeURIComponent(`SHA256:${key}`)}`
      await deliverInvoices(database.db, address('another'))
      expect(await readdir(folder)).toEqual([])
      const { rows } = await sql<{ failure: string }>`
        select failure from invoice_delivery where way = 'peppol' and sent_at is null`.execute(database.db)
      expect(rows[0]?.failure).not.toBe('')
      await database.db.transaction().execute((trx) => retryFailed(trx, null))
      await deliverInvoices(database.db, address(server.fingerprint))
      expect(await readdir(folder)).toEqual(['20260105.xml'])
    } finally {
      await server.close()
    }
  })

  test('that cannot leave keeps its reason, and the mail leaves all the same', async () => {
    await issue(['1382'])
    await writeFile(join(folder, 'full'), '')
    await deliverInvoices(database.db, join(folder, 'full', 'peppol'))
    const { rows } = await sql<{ way: string; failed: boolean }>`
      select way, failure <> '' as failed from invoice_delivery d join invoice i on i.id = d.invoice_id
      where i.issued_on > '2026-11-01' order by way`.execute(database.db)
    expect(rows).toEqual([
      { way: 'mail', failed: false },
      { way: 'peppol', failed: true },
    ])
    expect(await mailbox.mailTo('faktura@1382.example')).toHaveLength(1)
  })
})

describe('a credit note', () => {
  test('leaves as the invoice did, with the words why', async () => {
    await issue(['1382'])
    const made = await creditInvoice(database.db, null, {
      number: '20260105',
      amountOre: 100_000,
      reason: 'Ni gick med i maj.',
      issuedOn: '2026-11-24',
      seenCreditedOre: 0,
    })
    expect(made).toEqual({ done: true, number: '20260106' })
    await deliverInvoices(database.db, folder)
    const credit = (await mailbox.mailTo('faktura@1382.example')).find(
      ({ subject }) => subject === 'Kreditfaktura 20260106 från Sveriges Ekokommuner',
    )
    expect(credit?.text).toContain('Ni gick med i maj.')
    expect(await readFile(join(folder, '20260106.xml'), 'utf8')).toContain('<CreditNote')
  })
})

describe('a reminder', () => {
  test('goes to those who are late, with the amount that is left, at most once a day', async () => {
    const today = '2026-11-24'
    const first = await remindOfOverdue(database.db, null, today)
    expect(first).toBe(5)
    expect(await remindOfOverdue(database.db, null, today)).toBe(0)
    const reminders = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Påminnelse'))
    expect(reminders).toHaveLength(5)
    const partly = reminders.find(({ text }) => text?.includes('33') && text.includes('461,60'))
    expect(partly?.text, 'what is left of a part that was paid').toContain('är')
    expect(reminders.some(({ text }) => text?.includes('ränta'))).toBe(false)
  })

  test('tells the interest when the association charges one', async () => {
    await sql`update finance_settings set interest_percent = 8`.execute(database.db)
    await remindOfOverdue(database.db, null, '2026-11-24', '20260004')
    const [mail] = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Påminnelse'))
    // 33 461,60 kr × 8 % × 283 of 365 days
    expect(mail?.text?.replace(/\s/g, ' ')).toContain('Dröjsmålsräntan är 2 075,53 kr')
  })
})
