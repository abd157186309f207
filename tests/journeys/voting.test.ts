import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { openHall } from '../support/hall.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: Visit
const phone = { viewport: { width: 360, height: 740 } }
const accounts = ['kontaktpolitiker', 'kontakttjansteperson', 'ombud']
beforeAll(async () => {
  site = await visitSite()
  const { entries } = await openHall(site.db, { year: 2040, votes: 4 })
  const people = await sql<{ id: number }>`
    select distinct on (organisation_code, role) person_id as id from appointment
    where until is null and ((organisation_code = '1382' and role in ('contact-politician', 'contact-official'))
      or (organisation_code = '1283' and role = 'delegate')) order by organisation_code, role, id`.execute(
    site.db,
  )
  // The delegate of Helsingborg has a proxy too.
  for (const [i, { entryId }] of entries.entries()) {
    await sql`update voting_roll_entry set person_id = ${people.rows[Math.max(0, i - 1)]?.id ?? 0}, by_proxy = ${i === 1}
      where id = ${entryId}`.execute(site.db)
  }
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

test('three delegates vote in secret on their phones, check a receipt, and the wall shows the result', async () => {
  const chair = await enter(await site.page(), 'kansli')
  await chair.goto('/arsmote/2040/omrostningar')
  await chair.getByRole('button', { name: 'Låt alla läsa projektorsidan' }).click()
  const wall = await site.page({ viewport: { width: 1920, height: 1080 } })
  await wall.goto('/arsmote/2040/projektor')
  await wall.getByRole('heading', { name: 'Ingen omröstning pågår' }).waitFor()
  const phones = await Promise.all(accounts.map(async (konto) => enter(await site.page(phone), konto)))
  for (const page of phones) {
    await page.goto('/arsmote/2040/rosta')
    await page.getByRole('heading', { name: 'Ingen omröstning pågår' }).waitFor()
  }

  await chair.goto('/arsmote/2040/omrostningar/ny')
  await chair.getByLabel('Fråga till mötet').fill('Ska motionen om cykelvägar bifallas?')
  await chair.getByLabel('Sluten omröstning').check()
  await chair.getByRole('button', { name: 'Öppna omröstningen' }).click()
  await chair.getByText('Omröstningen är öppen.').first().waitFor()

  // The page changes by itself on every phone and on the wall.
  await wall.getByRole('heading', { name: 'Ska motionen om cykelvägar bifallas?' }).waitFor()
  let receipt = ''
  for (const [i, page] of phones.entries()) {
    await page.getByText('Ja för bifall till förslaget, nej för avslag.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const papers = page.locator('fieldset.paper')
    for (const paper of await papers.all()) await paper.getByLabel(i === 0 ? 'Nej' : 'Ja').check()
    await page.getByRole('button', { name: 'Rösta' }).click()
    const shown = (await page.locator('.receipt').first().textContent()) ?? ''
    expect(shown).toMatch(/^(\w{4}-){3}\w{4}$/)
    if (i === 0) receipt = shown
    await page.getByRole('heading', { name: 'Du har röstat' }).waitFor()
  }
  await wall.getByText(/^4 av 4 röster/).waitFor()

  await chair.getByRole('button', { name: 'Stäng och räkna' }).click()
  await wall.getByRole('heading', { name: 'Förslaget bifölls' }).waitFor()
  expect(await faultsOf(wall)).toEqual([])
  for (const page of phones) await page.getByRole('heading', { name: 'Förslaget bifölls' }).waitFor()

  // Anybody with the receipt can check it; nobody needs to log in.
  const anyone = await site.page(phone)
  await anyone.goto('/arsmote/2040/omrostningar')
  await anyone.getByRole('link', { name: 'Ska motionen om cykelvägar bifallas?' }).click()
  await anyone.getByLabel('Kvitto').fill(receipt.toLowerCase())
  await anyone.getByRole('button', { name: 'Kontrollera' }).click()
  await anyone.getByText('Sedeln finns i listan och räknades som: Nej').waitFor()
  expect(await faultsOf(anyone)).toEqual([])
  expect(site.complaints).toEqual([])
})
