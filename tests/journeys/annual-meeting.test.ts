import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Visit, visitSite } from '../support/browser.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Visit
let office: Page
const phone = { viewport: { width: 360, height: 740 } }
/** Falkenberg's two contact persons, and three who stand in for others. */
const delegates: Record<string, string> = {
  kontaktpolitiker: '1382',
  kontakttjansteperson: '1382',
  ombud: '1283',
  rapportor: '1080',
  medlem: '1490',
}
const phones = new Map<string, Page>()

beforeAll(async () => {
  site = await visitSite()
  for (const [konto, code] of Object.entries(delegates).slice(2)) {
    const role = { ombud: 'delegate', rapportor: 'reporter', medlem: 'member-user' }[konto]
    await sql`
      update appointment set person_id = (
        select person_id from appointment where role = ${role} and until is null
          and organisation_code = ${konto === 'ombud' ? '1283' : '1382'} order by id limit 1)
      where organisation_code = ${code} and role = 'contact-politician' and until is null`.execute(site.db)
  }
  office = await enter(await site.page(), 'kansli')
  for (const konto of Object.keys(delegates)) phones.set(konto, await enter(await site.page(phone), konto))
})
afterAll(() => site.close())

async function enter(page: Page, konto: string): Promise<Page> {
  await page.goto('/demo')
  await page.request.post('/demo/logga-in', {
    form: { konto },
    headers: { origin: new URL(page.url()).origin },
  })
  return page
}

async function press(page: Page, address: string, button: string): Promise<void> {
  await page.goto(address)
  await page.getByRole('button', { name: button }).first().click()
  await page.waitForLoadState()
}

/** The page of the meeting's item on something. */
async function itemOn(kind: string): Promise<string> {
  const { rows } = await sql<{ id: number }>`
    select i.id from meeting_item i join meeting m on m.id = i.meeting_id
    where i.business_kind = ${kind} and m.held_on = '2027-04-27'`.execute(site.db)
  return String(rows[0]?.id)
}

test('is called in time, opened, and its roll frozen with the five who came', async () => {
  await press(office, '/arsmote/2027/kansli', 'Bygg dagordningen')
  await press(office, '/arsmote/2027/kansli', 'Skicka kallelsen')
  await office.getByText('Kallelsen är skickad.').waitFor()
  await press(office, '/arsmote/2027/kansli', 'Visa handlingarna för alla')
  for (const page of phones.values()) {
    await page.goto('/arsmote/2027/anmalan')
    await page.locator('main form button').first().click()
    await page.waitForLoadState()
  }
  await press(office, '/arsmote/2027/kansli', 'Öppna mötet')
  await office.goto('/arsmote/2027/rostlangd')
  for (const box of await office.locator('input[name="person"]').all()) await box.check()
  await office.locator('form:has(input[name="person"]) button').first().click()
  await office.waitForLoadState()
  await office.goto('/arsmote/2027/rostlangd')
  await office.locator('form[action$="/rostlangd/faststall"] button').click()
  await office.waitForLoadState()
  const { rows } = await sql<{ code: string }>`
    select organisation_code as code from voting_roll_entry e join meeting m on m.id = e.meeting_id
    where m.held_on = '2027-04-27' order by 1`.execute(site.db)
  expect(rows.map(({ code }) => code)).toEqual(Object.values(delegates).toSorted())
})

test('five phones decide the fee, and the decision itself sets it', async () => {
  const item = await itemOn('fee-proposal')
  await office.goto(`/arsmote/2027/omrostningar/ny?arende=${item}`)
  await office.getByRole('button', { name: 'Öppna omröstningen' }).click()
  await office.getByText('Omröstningen är öppen.').first().waitFor()
  await Promise.all(
    [...phones.values()].map(async (page, i) => {
      await page.goto('/arsmote/2027/rosta')
      await page
        .locator('fieldset.paper')
        .getByLabel(i === 4 ? 'Nej' : 'Ja', { exact: true })
        .check()
      await page.getByRole('button', { name: 'Rösta' }).click()
      await page.getByRole('heading', { name: 'Du har röstat' }).waitFor()
    }),
  )
  await office.reload()
  await office.getByRole('button', { name: 'Stäng och räkna' }).click()
  await office.getByText('Förslaget bifölls').first().waitFor()
  await office.locator('form[action$="/leda/beslut"] button').click()
  await office.waitForLoadState()
  const fees = await site.page()
  await enter(fees, 'revisor')
  await fees.goto('/kansli/avgifter/taxor')
  const text = (await fees.locator('main').textContent()) ?? ''
  expect(text).toContain('2028')
  expect(text).toContain('Årsmötet 2027 § 1')
})

test('ends in minutes that the chair and two adjusters approve, and everybody in the network can read', async () => {
  await press(office, '/arsmote/2027/kansli', 'Avsluta mötet')
  const { rows: people } = await sql<{ id: number }>`
    select distinct e.person_id as id from voting_roll_entry e join meeting m on m.id = e.meeting_id
    where m.held_on = '2027-04-27' and e.organisation_code in ('1382', '1283') order by 1`.execute(site.db)
  await office.goto('/arsmote/2027/justerare')
  await office.getByRole('button', { name: 'Spara' }).click()
  await office.getByText('Välj vem som ledde mötet.').first().waitFor()
  const [chair, ...adjusters] = people.map(({ id }) => String(id))
  await office.getByLabel('Mötets ordförande').selectOption(chair ?? '')
  for (const [at, id] of adjusters.entries()) await office.getByLabel(`Justerare ${at + 1}`).selectOption(id)
  await office.getByRole('button', { name: 'Spara' }).click()
  await office.getByText('Röstlängden har 5 röster från 4 medlemmar.').waitFor()
  expect(await office.locator('main').textContent()).toContain('Omröstning: Förslaget bifölls')
  await office.getByRole('button', { name: 'Lämna protokollet för justering' }).click()
  await office.waitForLoadState()
  for (const konto of ['kontaktpolitiker', 'kontakttjansteperson', 'ombud']) {
    const page = phones.get(konto)
    if (!page) throw new Error(`${konto} has no phone.`)
    await page.goto('/mina-sidor')
    await page.getByRole('link', { name: /^Justera protokollet från årsmöte/ }).click()
    await page.getByLabel(/läst/).check()
    await page.getByRole('button', { name: 'Justera protokollet' }).click()
    await page.waitForLoadState()
  }
  const reader = phones.get('medlem')
  const pdf = await reader?.request.get('/arsmote/2027/protokoll.pdf')
  expect(pdf?.headers()['content-type']).toBe('application/pdf')
  const { rows } = await sql<{
    state: string
  }>`select state from meeting where held_on = '2027-04-27'`.execute(site.db)
  expect(rows).toEqual([{ state: 'approved' }])
  await expect(
    sql`update meeting_item set decision = 'Något annat' where meeting_id = (
      select id from meeting where held_on = '2027-04-27') and paragraph = 1`.execute(site.db),
  ).rejects.toThrow('Approved minutes never change')
  expect(site.complaints.filter((line) => !line.includes('422'))).toEqual([])
})
