import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'

vi.setConfig({ testTimeout: 90_000 })

let visit: Visit
let mailbox: Mailbox
const pages = new Map<string, Page>()
beforeAll(async () => {
  visit = await visitSite()
  mailbox = await openMailbox(visit.db)
  // The demonstration's delegate of Helsingborg reports for it too, so that a second member can answer.
  await visit.db
    .insertInto('appointment')
    .columns(['person_id', 'organisation_code', 'role', 'since'])
    .expression((eb) =>
      eb
        .selectFrom('appointment')
        .where('organisation_code', '=', '1283')
        .where('role', '=', 'delegate')
        .select(['person_id', 'organisation_code', eb.val('reporter').as('role'), 'since'])
        .limit(1),
    )
    .execute()
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

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [label, value] of Object.entries(fields))
    await page.getByLabel(label, { exact: true }).fill(value)
}
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().press('Enter')
const decide = (page: Page) =>
  fill(page, { 'Vilket möte?': 'Årsmötet', 'Dag för mötet': '2026-04-28', 'Paragraf i protokollet': '12' })

describe('a new set of key figures', () => {
  test('is entered with the annual meeting’s decision and looked through before it is saved', async () => {
    const page = await enterAs('kansli')
    await page.goto('/kansli')
    await page.getByRole('link', { name: 'Nyckeltalen: beslut och innehåll' }).click()
    await page.getByRole('link', { name: 'Ny uppsättning' }).click()
    await fill(page, {
      'Namn, på svenska': 'Nyckeltalen 2026',
      'Namn, på engelska': 'Key figures of 2026',
      'Beslutet i korthet, på svenska': 'Årsmötet beslutade att följa hushållsavfall på ett nytt sätt.',
      'Beslutet i korthet, på engelska': 'The annual meeting decided to follow household waste in a new way.',
      'Medlemmarna följer den från': '2026-11-01',
    })
    await press(page, 'Granska ändringen')
    await page.getByRole('alert').getByText('Skriv paragrafen i protokollet.').waitFor()
    await decide(page)
    await press(page, 'Granska ändringen')
    await page.getByText('Den har 16 nyckeltal.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Spara')
    await page.getByText('Sparat.').waitFor()
  })

  test('gets a new version of a figure, whose unit could not be changed in place', async () => {
    const page = await enterAs('kansli')
    await page.getByRole('link', { name: /^7 Mängd hushållsavfall/ }).click()
    await page.getByLabel('Enhet, på svenska').fill('ton/inv')
    await press(page, 'Spara')
    await page.getByRole('alert').getByText('lägg till en ny version').waitFor()
    await page.getByRole('link', { name: 'Ny version av nyckeltalet' }).last().click()
    await fill(page, {
      'Namn, på svenska': 'Restavfall',
      'Namn, på engelska': 'Residual waste',
      'Definition, på svenska': 'Avfall som inte sorteras, i kilo per invånare. Lägre är bättre.',
      'Definition, på engelska': 'Waste that is not sorted, in kilos per inhabitant. Lower is better.',
    })
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Granska ändringen')
    await page.getByText('Den tar platsen efter 7 i Nyckeltalen 2026.').waitFor()
    await press(page, 'Spara')
    await page.getByText('Den nya versionen finns nu i uppsättningen.').waitFor()
  })

  test('shows to everybody with its decision, and the old version leads to the new one', async () => {
    const page = await visit.page({ viewport: { width: 360, height: 800 } })
    await page.goto('/nyckeltal')
    await page.getByRole('link', { name: '7 Restavfall' }).first().click()
    await page.getByText('Årsmötet 28 april 2026, § 12').waitFor()
    await page.getByRole('link', { name: /^7 Mängd hushållsavfall/ }).click()
    await page.getByText('Ersatt av').waitFor()
  })
})

test('a break is drawn in the chart, with its reason and its decision', async () => {
  const page = await enterAs('kansli')
  await page.goto('/kansli/nyckeltal/tal/1b')
  await page.getByRole('link', { name: 'Lägg till ett metodbyte' }).click()
  await fill(page, {
    'Första året med det nya sättet': '2015',
    'Vad är ändrat?, på svenska': 'Källan räknar om transporterna.',
    'Vad är ändrat?, på engelska': 'The source computes transport anew.',
  })
  await decide(page)
  await press(page, 'Granska ändringen')
  await page.getByText('jämför inte längre över 2015').waitFor()
  await press(page, 'Spara')
  await page.getByText('Metodbytet är infört').waitFor()
  const visitor = await visit.page()
  await visitor.goto('/nyckeltal/1b?kommun=1382')
  await visitor.locator('svg').getByText('Ny metod 2015').first().waitFor()
  await visitor.getByText('Från 2015 gäller en annan metod: Källan räknar om transporterna.').waitFor()
})

describe('an own key figure of a group', () => {
  test('is made by a member, which invites another one', async () => {
    const page = await enterAs('rapportor')
    await page.goto('/mina-sidor')
    await page.getByRole('link', { name: 'Egna nyckeltal' }).first().click()
    await page.getByRole('link', { name: 'Nytt eget nyckeltal' }).click()
    await fill(page, {
      'Vad heter det?': 'Lånade elcyklar',
      Förklaring: 'Antal dagar som kommunens elcyklar är utlånade till invånare.',
      Enhet: 'dagar',
    })
    await page.getByLabel('Högre är bättre').check()
    await page.getByLabel('Kommunens egen organisation').check()
    await page.getByLabel(/^1: mindre av ämnen/).check()
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Lägg till nyckeltalet')
    await page.getByText('Sparat.').waitFor()
    await page.getByLabel('Kommun eller region').fill('Helsingborg')
    await press(page, 'Bjud in')
    await page.getByText('Inbjudan är skickad.').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('is answered by the invited member, through the mail, and both report', async () => {
    const mails = (await mailbox.all()).filter(({ subject }) => subject?.includes('Lånade elcyklar'))
    const address = /https?:\S+\/rapportera\/1283\/egna/.exec(mails[0]?.text ?? '')?.[0] ?? ''
    const guest = await enterAs('ombud')
    await guest.goto(address)
    await guest.getByText('Falkenberg bjuder in er att följa nyckeltalet.').waitFor()
    await press(guest, 'Följ nyckeltalet')
    await guest.getByText('Svaret är sparat.').waitFor()
    for (const [konto, value] of [
      ['ombud', '410'],
      ['rapportor', '1 250'],
    ] as const) {
      const page = await enterAs(konto)
      const code = konto === 'ombud' ? '1283' : '1382'
      await page.goto(`/rapportera/${code}/egna`)
      await page.getByRole('link', { name: 'Lånade elcyklar' }).click()
      await page.getByRole('link', { name: 'Rapportera ett värde' }).click()
      await page.getByLabel('Värde, dagar').fill(value)
      await press(page, 'Spara och visa för alla')
      await page.getByText('Värdet är sparat').waitFor()
    }
  })

  test('shows to everybody, marked as what it is', async () => {
    const page = await visit.page({ viewport: { width: 360, height: 800 } })
    await page.goto('/nyckeltal')
    await page.getByRole('link', { name: 'Lånade elcyklar (eget nyckeltal)' }).click()
    await page.getByText('Det är inte beslutat av årsmötet').waitFor()
    await page.getByText('Följs också av Helsingborg').waitFor()
    await page.goto('/kommuner/1283')
    await page.getByRole('heading', { name: 'Egna nyckeltal', exact: true }).waitFor()
    const serious = visit.complaints.filter((complaint) => !/status of 422/.test(complaint))
    expect(serious).toEqual([])
  })
})
