import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'

vi.setConfig({ testTimeout: 90_000 })

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

describe('a good example', () => {
  test('is written part by part on a phone, and published when it is whole', async () => {
    const page = await enterAs('medlem')
    await page.goto('/mina-sidor')
    await page.getByRole('link', { name: 'Skriv goda exempel' }).press('Enter')
    await page.getByLabel('Rubrik').fill('Solceller på ishallen')
    await press(page, 'Börja skriva')
    await page.getByRole('heading', { name: 'Innan exemplet kan publiceras' }).waitFor()
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('link', { name: 'Berätta på svenska' }).press('Enter')
    await page.getByLabel('Sammanfattning').fill('Ishallen gör sin egen el på sommaren.')
    await page.getByLabel('Vad var problemet?').fill('Hallen drog mest el av alla våra hus.')
    await page.getByLabel('Vad gjorde ni?').fill('Vi lade 1 200 kvadratmeter solceller på taket.')
    await page.getByLabel('Hur gick det, i siffror?').fill('En tredjedel av elen kommer nu från taket.')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Spara och gå vidare')
    await page.getByText('Sparat.').waitFor()

    await page.getByRole('link', { name: 'År, nyckeltal, mål och kontakt' }).press('Enter')
    await page.getByLabel('Vilket år gjordes åtgärden?').fill('2019')
    await page.getByRole('checkbox', { name: /^9 Förnybar/ }).check()
    await page.getByRole('checkbox', { name: '7 Hållbar energi för alla' }).check()
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Spara och gå vidare')
    await page.getByText('Allt som behövs finns med.').waitFor()
    await press(page, 'Publicera')
    await page.getByText('Tack för att ni delar med er!').waitFor()
  })

  test('is found by its key figure and in the feed, with the measure marked in the chart', async () => {
    const page = await visit.page({ viewport: { width: 360, height: 800 } })
    await page.goto('/nyckeltal/9')
    await page.getByRole('link', { name: 'Alla exempel på nyckeltalet' }).press('Enter')
    await page.getByRole('heading', { name: '2 exempel' }).waitFor()
    await page.getByRole('link', { name: 'Solceller på ishallen' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Solceller på ishallen' }).waitFor()
    expect(await page.locator('.c-moment-label').first().textContent()).toBe('Åtgärden 2019')
    const feed = await page.locator('link[type="application/atom+xml"]').getAttribute('href')
    expect(await (await page.request.get(feed ?? '')).text()).toContain('Solceller på ishallen')
  })

  test('is hidden by the secretariat, and its writers read why', async () => {
    const page = await enterAs('kansli')
    await page.goto('/kansli/exempel')
    await page.getByLabel('Vilket exempel?').selectOption({ label: 'Falkenberg: Solceller på ishallen' })
    await page.getByLabel('Varför?').fill('Vi väntar på bilden.')
    await press(page, 'Dölj')
    await page.getByText('Dolt: Vi väntar på bilden.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    const visitor = await visit.page()
    await visitor.goto('/exempel?sok=ishall')
    await visitor.getByRole('heading', { name: 'Inget exempel passar' }).waitFor()
  })
})

describe('the secretariat', () => {
  test('previews news before it comes out, and writes an event that calendars follow', async () => {
    const page = await enterAs('kansli')
    await page.goto('/kansli/nyheter/ny')
    await page.getByLabel('Rubrik').first().fill('Sol i norr')
    await page.getByLabel('Ingress').first().fill('Fler tak bär solceller.')
    await page.getByLabel('Text', { exact: true }).first().fill('Läs om **ishallen**.')
    await press(page, 'Förhandsgranska')
    await page.getByRole('heading', { name: 'Så här ser den ut' }).waitFor()
    expect(await page.locator('.markdown strong').textContent()).toBe('ishallen')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Spara')
    await press(page, 'Publicera nu')
    await page.getByText('Nyheten är publicerad.').waitFor()

    await page.goto('/kansli/evenemang/nytt')
    await page.getByLabel('Slag').selectOption('Seminarium')
    await page.getByLabel('Hur deltar man?').selectOption('Digitalt')
    await page.getByLabel('Vem får komma?').selectOption('Öppet för alla')
    await page.getByLabel('Dag', { exact: true }).fill('2027-03-04')
    await page.getByLabel('Börjar').fill('09:30')
    await page.getByLabel('Slutar', { exact: true }).fill('11:00')
    await page.getByLabel('Rubrik').first().fill('Solceller på idrottshallar')
    await page.getByLabel('Ingress').first().fill('Tre kommuner visar sina tak.')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Spara')
    await press(page, 'Publicera')
    await page.getByText('Evenemanget är publicerat.').waitFor()

    const visitor = await visit.page()
    await visitor.goto('/')
    await visitor.getByRole('link', { name: 'Sol i norr' }).waitFor()
    const calendar = await visitor.request.get('/evenemang.ics')
    expect(await calendar.text()).toContain('SUMMARY:Solceller på idrottshallar')
  })

  test('meets no fault in the browser', () => {
    expect(visit.complaints).toEqual([])
  })
})
