import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'

vi.setConfig({ testTimeout: 120_000 })

let visit: Visit
beforeAll(async () => {
  visit = await visitSite()
})
afterAll(() => visit.close())

async function enterAs(konto: string): Promise<Page> {
  const page = await visit.page({ viewport: { width: 360, height: 800 } })
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  return page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
const heading = (page: Page, name: string) =>
  page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

/** The colleague in Helsingborg who will be asked, and wants to be. */
async function nameOfDelegate(): Promise<string> {
  const { rows } = await sql<{ id: number; name: string }>`
    select p.id, p.name from appointment a join person p on p.id = a.person_id
    where a.organisation_code = '1283' and a.role = 'delegate' and a.until is null order by a.id limit 1`.execute(
    visit.db,
  )
  await sql`
    insert into contact_card (person_id, may_be_asked, shown_to) values (${rows[0]?.id}, true, 'members')
    on conflict (person_id) do update set may_be_asked = true, shown_to = 'members'`.execute(visit.db)
  return rows[0]?.name ?? ''
}

let writer: Page

describe('a good example', () => {
  test('begins with an invitation from a key figure and is asked for one question at a time', async () => {
    writer = await enterAs('medlem')
    await writer.goto('/mina-sidor/exempel/ny/1382?nyckeltal=9')
    await writer.getByText(/^9 Förnybar/).waitFor()
    expect(await faultsOf(writer)).toEqual([])
    await writer.getByLabel('Rubrik').fill('Solceller på ishallen')
    await press(writer, 'Börja skriva')
    await heading(writer, 'Solceller på ishallen')
    expect(await faultsOf(writer)).toEqual([])

    await writer.getByRole('link', { name: 'Rubrik och sammanfattning' }).press('Enter')
    await writer.getByLabel('Sammanfattning').fill('Ishallen gör sin egen el på sommaren.')
    await press(writer, 'Spara och fortsätt')
    await writer.getByLabel('Vad var problemet?').fill('Hallen drog mest el av alla våra hus.')
    await press(writer, 'Spara och fortsätt')
    await writer.getByLabel('Vilket år gjordes åtgärden?').fill('2019')
    await writer.getByLabel('Vad gjorde ni?').fill('Vi lade 1 200 kvadratmeter solceller på taket.')
    await press(writer, 'Spara och fortsätt')
    await writer.getByLabel('Vad kostade det?').fill('2,4 miljoner kronor.')
    await press(writer, 'Spara och fortsätt')
    await heading(writer, 'Resultat i siffror')
  })

  test('draws the chart of its key figure while the result is told, with the year marked', async () => {
    expect(await writer.getByRole('checkbox', { name: /^9 Förnybar/ }).isChecked()).toBe(true)
    expect(await writer.locator('.c-moment-label').first().textContent()).toBe('Åtgärden 2019')
    expect(await faultsOf(writer)).toEqual([])
    await writer.getByLabel('Hur gick det, i siffror?').fill('En tredjedel av elen kommer nu från taket.')
    await press(writer, 'Spara och fortsätt')
    await press(writer, 'Spara och fortsätt')
    await writer.getByRole('checkbox', { name: 'Energi', exact: true }).check()
    await press(writer, 'Spara och fortsätt')
  })

  test('takes a picture only with words for those who do not see it', async () => {
    await heading(writer, 'Bilder')
    const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#1b6ca8' } })
      .jpeg()
      .toBuffer()
    const choose = () =>
      writer
        .getByLabel('Bild', { exact: true })
        .setInputFiles({ name: 'tak.jpg', mimeType: 'image/jpeg', buffer })
    await choose()
    await press(writer, 'Lägg till bilden')
    await writer.getByRole('link', { name: 'Skriv vad bilden visar.' }).waitFor()
    await choose()
    await writer.getByLabel('Vad visar bilden?').fill('Solceller på ett tak i motljus')
    await press(writer, 'Lägg till bilden')
    await writer.getByRole('img', { name: 'Solceller på ett tak i motljus' }).waitFor()
    expect(await faultsOf(writer)).toEqual([])
    await writer.getByRole('link', { name: 'Fortsätt', exact: true }).press('Enter')
    await heading(writer, 'Dokument och länkar')
    expect(await faultsOf(writer)).toEqual([])
    await press(writer, 'Spara och fortsätt')
    await press(writer, 'Spara och fortsätt')
    await heading(writer, 'Kontrollera svaren')
    expect(await faultsOf(writer)).toEqual([])
  })

  test('is read by a colleague, who says what is unclear before everyone reads it', async () => {
    await writer.getByRole('link', { name: 'Be kollegor om synpunkter' }).press('Enter')
    const name = await nameOfDelegate()
    await writer.getByLabel('Sök i kontaktnätet').fill(name)
    await press(writer, 'Sök kollegor')
    await writer.getByRole('checkbox', { name: new RegExp(`^${name}`) }).check()
    expect(await faultsOf(writer)).toEqual([])
    await press(writer, 'Fråga de valda')
    await writer.getByText('De har fått ett mejl.').waitFor()

    const { plain } = await visit.db
      .selectFrom('mail')
      .select('plain')
      .where('kind', '=', 'example-comment')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const colleague = await enterAs('ombud')
    await colleague.goto(/\/exempel\/utkast\/\d+/.exec(plain)?.[0] ?? '')
    await heading(colleague, 'Solceller på ishallen')
    await colleague.getByRole('img', { name: 'Solceller på ett tak i motljus' }).waitFor()
    await colleague.getByRole('link', { name: 'Kommentera: Resultatet' }).press('Enter')
    await colleague
      .getByLabel('Kommentar', { exact: true })
      .fill('En tredjedel av hallens el, eller av alla hus?')
    expect(await faultsOf(colleague)).toEqual([])
    await press(colleague, 'Skicka kommentaren')
    await colleague.getByText('Tack! Kommentaren är skickad').waitFor()
    await colleague.context().close()
  })

  test('is mended where the comment stands, and published', async () => {
    await writer.goto('/mina-sidor/exempel')
    await writer.getByRole('link', { name: 'Solceller på ishallen' }).press('Enter')
    await writer.getByRole('link', { name: 'Resultat i siffror' }).press('Enter')
    await writer.getByText('En tredjedel av hallens el, eller av alla hus?').waitFor()
    await writer
      .getByLabel('Hur gick det, i siffror?')
      .fill('En tredjedel av hallens el kommer nu från taket.')
    await press(writer, 'Spara och gå till översikten')
    await writer.getByRole('link', { name: 'Läs utkastet som det kommer att se ut' }).press('Enter')
    await press(writer, 'Markera som hanterad')
    await writer.getByText('Kommentaren är hanterad.').waitFor()
    await writer.getByRole('link', { name: 'Ändra exemplet' }).press('Enter')
    await writer.getByRole('link', { name: 'Kontrollera och gå vidare' }).press('Enter')
    await press(writer, 'Publicera')
    await writer.getByText('Tack för att ni delar med er!').waitFor()
  })

  test('is found by its key figure, its subject and in the feed, with picture and chart', async () => {
    const page = await visit.page({ viewport: { width: 360, height: 800 } })
    await page.goto('/nyckeltal/9')
    await page.getByRole('link', { name: 'Alla exempel på nyckeltalet' }).press('Enter')
    await page.getByRole('heading', { name: '2 exempel' }).waitFor()
    await page.getByText('Kommunens storlek').click()
    await page.getByRole('link', { name: '15 000–49 999 invånare' }).press('Enter')
    await page.getByRole('heading', { name: '1 exempel' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: /^Ta bort Kommunens storlek/ }).press('Enter')
    await page.getByRole('heading', { name: '2 exempel' }).waitFor()
    await page.getByRole('link', { name: 'Solceller på ishallen' }).press('Enter')
    await heading(page, 'Solceller på ishallen')
    await page.getByRole('img', { name: 'Solceller på ett tak i motljus' }).waitFor()
    expect(await page.evaluate("document.querySelector('.story-picture').naturalWidth")).toBeGreaterThan(0)
    expect(await page.locator('.c-moment-label').first().textContent()).toBe('Åtgärden 2019')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await faultsOf(page)).toEqual([])
    const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
    expect(await (await page.request.get(feed ?? '')).text()).toContain('Solceller på ishallen')
  })

  test('can be followed from the one it was learned from, over map, years and table', async () => {
    await writer.goto('/exempel/6')
    await writer.getByRole('link', { name: 'Vi har också gjort det här' }).press('Enter')
    await writer.getByRole('radio', { name: /^Solceller på ishallen/ }).check()
    expect(await faultsOf(writer)).toEqual([])
    await press(writer, 'Koppla exemplet')
    await writer.getByText('Nu syns det vem ni lärde er av.').waitFor()
    await writer.goto('/exempel/6')
    await writer.getByRole('link', { name: /^Se karta och år: 2/ }).press('Enter')
    await writer.getByRole('rowheader', { name: 'Falkenberg' }).waitFor()
    expect(await faultsOf(writer)).toEqual([])
  })

  test('is reported by a member and hidden by the secretariat, and its writers read why', async () => {
    const member = await enterAs('ombud')
    await member.goto('/exempel?sok=ishall')
    await member.getByRole('link', { name: 'Solceller på ishallen' }).press('Enter')
    await member.getByRole('link', { name: 'Anmäl exemplet till kansliet' }).press('Enter')
    await member.getByLabel('Vad är fel?').fill('Bilden visar någon annans tak.')
    expect(await faultsOf(member)).toEqual([])
    await press(member, 'Skicka anmälan')
    await member.getByText('Kansliet läser din anmälan.').waitFor()

    const page = await enterAs('kansli')
    await page.goto('/kansli')
    await page.getByRole('link', { name: /1 gott exempel är anmält/ }).press('Enter')
    await page.getByText('Bilden visar någon annans tak.').waitFor()
    await page.getByRole('link', { name: 'Dölj exemplet' }).press('Enter')
    await page.getByLabel('Varför?').fill('Vi väntar på rätt bild.')
    await press(page, 'Dölj')
    await page.getByText('Dolt: Vi väntar på rätt bild.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const visitor = await visit.page()
    await visitor.goto('/exempel?sok=ishall')
    await visitor.getByRole('heading', { name: 'Inget exempel passar' }).waitFor()
    await writer.goto('/mina-sidor/exempel')
    await writer.getByRole('link', { name: 'Solceller på ishallen' }).press('Enter')
    await writer.getByText('Vi väntar på rätt bild.').waitFor()
  })

  test('meets no fault in the browser', () => {
    // The browser says so itself when a form comes back with what is wrong.
    expect(visit.complaints.filter((line) => !line.includes('status of 422'))).toEqual([])
  })
})
