import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { deliverInvoices } from '../../src/domains/fees/invoices/deliver.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'
import { camtSample } from '../support/payment-files.ts'
import { readSie } from '../support/sie.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

vi.setConfig({ testTimeout: 90_000 })

let visit: Visit
let mailbox: Mailbox
let page: Page
beforeAll(async () => {
  visit = await visitSite()
  mailbox = await openMailbox(visit.db)
  page = await visit.page({ acceptDownloads: true })
  await enterAs('kansli')
})
afterAll(async () => {
  const unexpected = visit.complaints.filter((complaint) => !/status of (422|409)/.test(complaint))
  expect(unexpected).toEqual([])
  await mailbox.close()
  await visit.close()
})

async function enterAs(konto: string): Promise<void> {
  await page.context().clearCookies()
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).click()
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
let ocr = ''
let amount = ''

describe('from the annual meeting’s decision to paid and booked', () => {
  test('the secretariat tries another fee, and writes down what the meeting decided', async () => {
    await page.goto('/kansli')
    await page.getByRole('link', { name: 'Avgifter och fakturor' }).click()
    await heading('Avgifter och fakturor')
    await page.getByRole('link', { name: 'Pröva andra avgifter' }).click()
    await page.getByLabel('Fast avgift, kronor').fill('4 500')
    await page.getByRole('button', { name: 'Räkna' }).click()
    await page.getByText('104 mer, 0 mindre').waitFor()
    await page.getByRole('img', { name: /Diagram: avgiften för 104 medlemmar/ }).waitFor()

    await page.goto('/kansli/avgifter/taxor')
    await page.getByRole('link', { name: 'Skriv in avgiften för 2028' }).click()
    await page.getByLabel('Fast avgift, kronor').fill('4 500')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByRole('link', { name: /Välj en dag/ }).click()
    await page.keyboard.insertText('2026-04-28')
    await page.getByLabel('Beslutad den').fill('2026-04-28')
    await page.getByLabel('Beslut', { exact: true }).fill('Årsmötet 2026 § 15')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Taxan är sparad.').waitFor()
    await page.getByText('Årsmötet 2026 § 15, 28 april 2026').waitFor()
  })

  test('it looks at the year’s invoices, issues two, and both leave', async () => {
    await page.goto('/kansli/avgifter/avisering/2027')
    for (const box of await page.getByRole('checkbox', { name: /^Ta med / }).all()) {
      const name = await box.getAttribute('aria-label')
      if (!/Falkenberg|Helsingborg/.test(name ?? '')) await box.uncheck()
    }
    await page.getByRole('button', { name: 'Ställ ut de valda fakturorna' }).click()
    await page.getByText('Fakturorna är utställda').waitFor()
    await page.getByText('Skickade: 0 av 2 brev och 0 av 2 e-fakturor').waitFor()
    await deliverInvoices(visit.db, await temporaryFolder('peppol'))
    await page.getByRole('link', { name: 'Uppdatera' }).click()
    await page.getByText('Skickade: 2 av 2 brev och 2 av 2 e-fakturor').waitFor()
    const [mail] = await mailbox.mailTo('faktura@1382.example')
    expect(mail?.attachments[0]?.contentType).toBe('application/pdf')
    ocr = /OCR-numret (\d+)/.exec(mail?.text ?? '')?.[1] ?? ''
    amount =
      /på ([\d\s]+,\d\d)/
        .exec(mail?.text ?? '')?.[1]
        ?.replace(/\s/g, '')
        .replace(',', '.') ?? ''
    expect(Number(amount)).toBeGreaterThan(4000)
  })

  test('the member finds it, and its PDF, on its own pages', async () => {
    await enterAs('fakturamottagare')
    await page.getByRole('link', { name: 'Fakturor' }).click()
    await heading('Fakturor till Falkenberg')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '20260105' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('faktura-20260105.pdf')
  })

  test('the bank’s file is read in once, and the invoice is paid', async () => {
    await enterAs('kansli')
    await page.goto('/kansli/avgifter/inbetalningar')
    const transfers = [{ amount, reference: ocr, payer: 'Falkenbergs kommun', bankReference: 'BANK-1' }]
    const content = camtSample({ reports: [[{ amount, transfers }]] })
    const file = { name: 'camt053.xml', mimeType: 'text/xml', buffer: Buffer.from(content) }
    const read = async () => {
      await page.getByLabel('Fil från banken').setInputFiles(file)
      await page.getByRole('button', { name: 'Läs in' }).click()
    }
    await read()
    await page.getByText('En ny inbetalning: 1 placerade, 0 väntar.').waitFor()
    await read()
    await page
      .getByText(/Filen är redan inläst: camt053\.xml/)
      .first()
      .waitFor()
    await page.goto('/kansli/avgifter/fakturor?sok=20260105')
    await page
      .getByRole('row', { name: /20260105 Falkenberg/ })
      .getByText('Betald')
      .waitFor()
  })

  test('the auditor reads the books and the ledger, and changes nothing', async () => {
    await enterAs('revisor')
    await page.getByRole('link', { name: 'Avgifter och fakturor' }).click()
    await page.getByRole('link', { name: 'Bokföring', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Hämta SIE-filen' }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk))
    const { vouchers } = readSie(new Uint8Array(Buffer.concat(chunks)))
    expect(vouchers.map(({ text }) => text)).toContain('Faktura 20260105 Falkenberg')
    expect(vouchers.map(({ text }) => text)).toContain('Betalning av faktura 20260105')
    await page.goto('/kansli/avgifter/medlem/1382')
    await page.getByText('Allt är betalt.').waitFor()
    await page.goto('/kansli/avgifter/fakturor/20260105')
    await heading('Faktura 20260105')
    expect(await page.getByText('Kreditera').count()).toBe(0)
  })
})
