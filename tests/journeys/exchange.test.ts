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
