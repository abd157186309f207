import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'

vi.setConfig({ testTimeout: 90_000 })

let visit: Visit
let mailbox: Mailbox
const pages = new Map<string, Page>()
beforeAll(async () => {
  visit = await visitSite()
  mailbox = await openMailbox(visit.db)
})
afterAll(async () => {
  await mailbox.close()
  await visit.close()
})

async function enterAs(konto: string): Promise<Page> {
  const open = pages.get(konto)
  if (open) return open
  const page = await visit.page()
  pages.set(konto, page)
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).click()
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  return page
}

/** Answers the figure of the page and goes on; what looks odd is passed. */
async function give(page: Page, fields: Record<string, string>): Promise<void> {
  const before = page.url()
  for (const [label, value] of Object.entries(fields)) {
    if (label === 'Kan inte rapporteras') await page.getByLabel(label).selectOption({ label: value })
    else await page.getByLabel(label, { exact: false }).first().fill(value)
  }
  await page.getByRole('button', { name: 'Spara och gå vidare' }).press('Enter')
  await page.waitForURL((url) => url.href !== before)
}

describe('a round of reporting', () => {
  test('is opened by the secretariat; a mail leads the reporter to its list', async () => {
    const page = await enterAs('kansli')
    await page.goto('/kansli')
    await page.getByRole('link', { name: 'Rapportering', exact: true }).click()
    await page.getByLabel('Mätår').fill('2023')
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await page.getByRole('checkbox', { name: /^2 / }).check()
    await page.getByRole('checkbox', { name: /^12 / }).check()
    await page.getByRole('button', { name: 'Öppna och skicka mejl' }).press('Enter')
    await page.getByText('Omgången är öppnad och mejlen är på väg.').waitFor()
    const mails = (await mailbox.all()).filter(({ subject }) => /2023: Falkenberg$/.test(subject ?? ''))
    expect(mails.length).toBeGreaterThan(0)
    expect(mails[0]?.text).toContain('/rapportera/1382/2023')
  })

  test('a reporter answers, is asked about what looks odd, and sends in', async () => {
    const page = await enterAs('rapportor')
    await page.goto('/mina-sidor')
    await page.getByRole('link', { name: 'Rapportera nyckeltal' }).first().click()
    await page.getByRole('link', { name: 'Falkenberg, 2023' }).click()
    await page.getByRole('link', { name: /^2 Resor/ }).click()
    await page.getByRole('heading', { name: 'Era tidigare värden' }).waitFor()
    await give(page, { 'Värde, resor/inv': '90 000' })
    await page.getByRole('alert').getByText('Värdet är sparat, men ser ovanligt ut').waitFor()
    await give(page, { 'Värde, resor/inv': '91', Kommentar: 'Ny tågstation.' })
    await page.getByRole('heading', { level: 1, name: /^12 / }).waitFor()
    await give(page, { 'Kan inte rapporteras': 'Vi mäter inte det här' })
    await page.getByText('Allt är besvarat.').waitFor()
    await page.getByRole('button', { name: 'Skicka in' }).press('Enter')
    await page.getByText('Tack! Rapporten är inskickad.').waitFor()
  })

  test('the secretariat reports for another member, verifies both and publishes', async () => {
    const page = await enterAs('kansli')
    await page.goto('/rapportera/1283/2023/nyckeltal/2')
    await give(page, { 'Värde, resor/inv': '140', Kommentar: 'Enligt Skånetrafiken.' })
    await give(page, { 'Kan inte rapporteras': 'Vi kan inte rapportera i år' })
    await page.getByRole('button', { name: 'Skicka in' }).press('Enter')
    await page.getByText('Tack! Rapporten är inskickad.').waitFor()
    for (const name of ['Falkenberg', 'Helsingborg']) {
      await page.goto('/kansli/rapportering/2023?visa=kontrollera')
      await page.getByRole('link', { name, exact: true }).press('Enter')
      await page.getByRole('heading', { level: 1, name: `${name}: rapport för 2023` }).waitFor()
      await page.getByRole('button', { name: 'Värdena är kontrollerade' }).press('Enter')
      await page.getByText('Sparat.').waitFor()
    }
    await page.getByRole('button', { name: 'Publicera 2 kontrollerade rapporter' }).press('Enter')
    await page.getByText('Rapporterna är publicerade.').waitFor()
  })

  test('everybody reads the value with its comment, and the reporter is thanked', async () => {
    const page = await visit.page()
    await page.goto('/nyckeltal/2?kommun=1382&vy=tabell')
    await page.getByText('Falkenberg, 2023: Ny tågstation.').waitFor()
    const thanks = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Tack!'))
    expect(thanks.map(({ subject }) => subject).join()).toContain('Falkenberg')
    const serious = visit.complaints.filter((complaint) => !/status of 422/.test(complaint))
    expect(serious).toEqual([])
  })
})
