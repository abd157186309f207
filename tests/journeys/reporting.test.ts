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

/** Follows the way of a mail: the link asks who one is, and a second mail lets one in. Gives the page it leads to. */
async function enterByMail(address: string, path: string): Promise<Page> {
  const page = await visit.page()
  await page.goto(path)
  const before = (await mailbox.mailTo(address)).length
  await page.getByLabel('E-postadress').fill(address)
  await page.getByRole('button', { name: 'Fortsätt' }).press('Enter')
  await page.getByRole('heading', { name: 'Titta i din e-post' }).waitFor()
  await expect.poll(async () => (await mailbox.mailTo(address)).length).toBeGreaterThan(before)
  await page.goto(await mailbox.linkTo(address))
  await page.getByRole('button', { name: 'Logga in' }).press('Enter')
  return page
}

/** Answers the figure of the page and goes on. */
async function give(page: Page, fields: Record<string, string>): Promise<void> {
  const before = page.url()
  for (const [label, value] of Object.entries(fields)) {
    if (label === 'Kan inte rapporteras') await page.getByLabel(label).selectOption({ label: value })
    else await page.getByLabel(label, { exact: false }).first().fill(value)
  }
  await page.getByRole('button', { name: 'Spara och gå vidare' }).press('Enter')
  await page.waitForURL((url) => url.href !== before)
}

async function press(page: Page, name: string, then: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter')
  await page.getByText(then).waitFor()
}

/** The secretariat verifies a member's report and publishes what is verified. */
async function verify(name: string): Promise<void> {
  const page = await enterAs('kansli')
  await page.goto('/kansli/rapportering/2023?visa=kontrollera')
  await page.getByRole('link', { name, exact: true }).press('Enter')
  await page.getByRole('heading', { level: 1, name: `${name}: rapport för 2023` }).waitFor()
  await press(page, 'Värdena är kontrollerade', 'Sparat.')
}

let helsingborg: Page

describe('a round of reporting', () => {
  test('is opened by the secretariat; a mail leads each reporter to the own list', async () => {
    const page = await enterAs('kansli')
    await page.goto('/kansli')
    await page.getByRole('link', { name: 'Rapportering', exact: true }).click()
    await page.getByLabel('Mätår').fill('2023')
    for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
    await page.getByRole('checkbox', { name: /^2 / }).check()
    await page.getByRole('checkbox', { name: /^12 / }).check()
    await press(page, 'Öppna och skicka mejl', 'Omgången är öppnad och mejlen är på väg.')
    const mails = (await mailbox.all()).filter(({ subject }) => /2023: Helsingborg$/.test(subject ?? ''))
    expect(mails.length).toBeGreaterThan(0)
    const [mail] = mails
    const address = [mail?.to].flat()[0]?.value[0]?.address ?? ''
    const link = /https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    helsingborg = await enterByMail(address, new URL(link).pathname)
    await helsingborg.getByRole('heading', { level: 1, name: 'Helsingborg: nyckeltal för 2023' }).waitFor()
  })

  test('a member lets its contact official approve; its reporter answers and hands over', async () => {
    const official = await enterAs('kontakttjansteperson')
    await official.goto('/rapportera/1382/2023')
    await official.getByLabel('Kontakttjänstepersonen godkänner').check()
    await official.getByRole('button', { name: 'Spara', exact: true }).press('Enter')
    await official.getByText('Sparat.').waitFor()
    const page = await enterAs('rapportor')
    await page.goto('/mina-sidor')
    await page.getByRole('link', { name: 'Rapportera nyckeltal', exact: true }).click()
    await page.getByRole('link', { name: 'Falkenberg, 2023' }).click()
    await page.getByRole('link', { name: /^2 Resor/ }).click()
    await page.getByRole('heading', { name: 'Era tidigare värden' }).waitFor()
    await give(page, { 'Värde, resor/inv': '90 000' })
    await page.getByRole('alert').getByText('Värdet är sparat, men ser ovanligt ut').waitFor()
    await give(page, { 'Värde, resor/inv': '91', Kommentar: 'Ny tågstation.' })
    await page.getByRole('heading', { level: 1, name: /^12 / }).waitFor()
    await give(page, { 'Kan inte rapporteras': 'Vi mäter inte det här' })
    await page.getByText('Allt är besvarat.').waitFor()
    await press(page, 'Lämna för godkännande', 'Väntar på godkännande')
    await official.reload()
    await press(official, 'Godkänn och skicka in', 'Tack! Rapporten är inskickad.')
  })

  test('another member is told of what looks odd while it types, and sees what two parts make', async () => {
    const page = helsingborg
    await page.getByRole('link', { name: /^2 Resor/ }).click()
    const says = page.locator('[data-check-says]')
    await page.getByLabel('Värde, resor/inv').fill('140 000')
    await says.getByText('ungefär tusen gånger för stort').waitFor()
    await page.getByLabel('Värde, resor/inv').fill('')
    await page.getByLabel('Påstigningar under året').fill('21 000 000')
    await page.getByLabel('Invånare', { exact: true }).fill('150 000')
    await says.getByText('Det blir 140 resor/inv.').waitFor()
    await give(page, { Kommentar: 'Enligt Skånetrafiken.' })
    await give(page, { 'Kan inte rapporteras': 'Vi kan inte rapportera i år' })
    await press(page, 'Skicka in', 'Tack! Rapporten är inskickad.')
  })

  test('the secretariat asks back about one figure, and gets an answer', async () => {
    const page = await enterAs('kansli')
    await page.goto('/kansli/rapportering/2023?visa=kontrollera')
    await page.getByRole('link', { name: 'Helsingborg', exact: true }).press('Enter')
    await page.getByText('Be om komplettering').first().click()
    await page.getByLabel(/^2 Resor/).fill('Räknas tågen från Danmark med?')
    await press(page, 'Be om komplettering', 'Sparat.')
    await helsingborg.goto('/rapportera/1283/2023')
    await helsingborg.getByText('fråga från kansliet').waitFor()
    await helsingborg.getByRole('link', { name: /^2 Resor/ }).click()
    await helsingborg.getByText('Räknas tågen från Danmark med?').waitFor()
    await give(helsingborg, { Kommentar: 'Enligt Skånetrafiken, utan tågen från Danmark.' })
    await press(helsingborg, 'Skicka in', 'Tack! Rapporten är inskickad.')
  })

  test('the secretariat verifies both and publishes', async () => {
    await verify('Falkenberg')
    await verify('Helsingborg')
    const page = await enterAs('kansli')
    await press(page, 'Publicera 2 kontrollerade rapporter', 'Rapporterna är publicerade.')
  })

  test('everybody reads the values with their comments, and the reporters are thanked', async () => {
    const page = await visit.page()
    await page.goto('/nyckeltal/2?kommun=1382&vy=tabell')
    await page.getByText('Falkenberg, 2023: Ny tågstation.').waitFor()
    await page.getByText('Helsingborg, 2023: Enligt Skånetrafiken, utan tågen från Danmark.').waitFor()
    const thanks = (await mailbox.all()).filter(({ subject }) => subject?.startsWith('Tack!'))
    const subjects = thanks.map(({ subject }) => subject).join()
    expect(subjects).toContain('Falkenberg')
    expect(subjects).toContain('Helsingborg')
  })

  test('a member corrects its value and says why, for everybody to read', async () => {
    const page = helsingborg
    await page.goto('/rapportera/1283/2023')
    await press(page, 'Rätta ett publicerat värde', 'Ändra bara det som är fel')
    await page.getByRole('link', { name: /^2 Resor/ }).click()
    await page.getByLabel('Påstigningar under året').fill('20 400 000')
    await page.getByLabel('Varför rättas värdet?').fill('Färjan var med')
    await page.getByRole('button', { name: 'Spara och gå vidare' }).press('Enter')
    await press(page, 'Skicka in', 'Tack! Rapporten är inskickad.')
    await verify('Helsingborg')
    const office = await enterAs('kansli')
    await press(office, 'Publicera en kontrollerad rapport', 'Rapporterna är publicerade.')
    const reader = await visit.page()
    await reader.goto('/nyckeltal/revideringar?kommun=1283')
    await reader.getByRole('row', { name: /140 resor.inv 136 resor.inv .*Färjan var med/ }).waitFor()
    const serious = visit.complaints.filter((complaint) => !/status of 422/.test(complaint))
    expect(serious).toEqual([])
  })
})
