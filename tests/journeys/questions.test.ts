import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitSite()
})
afterAll(() => visit.close())

const phone = { viewport: { width: 360, height: 800 } }

async function enterAs(konto: string, options = {}): Promise<Page> {
  const page = await visit.page(options)
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  return page
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).press('Enter')
const title = 'Hur kartlägger ni kadmium från hushållen?'
let address: string

describe('a question', () => {
  test('meets similar ones while it is typed, says whom it reaches and why, and is asked', async () => {
    const page = await enterAs('kontakttjansteperson', phone)
    await page.goto('/fragor')
    await page.getByRole('link', { name: 'Ställ en fråga' }).click()
    await page.getByLabel('Vad vill du veta?').pressSequentially(title)
    await page
      .getByRole('link', { name: 'Hur får ni ner kadmium i slammet utan att stänga av någon?' })
      .waitFor()
    expect(await page.getByRole('status').textContent()).toContain('liknande')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Gå vidare')
    await page.getByRole('heading', { name: 'Den här frågan når' }).waitFor()
    const reached = page.locator('#nar li')
    expect(await reached.count()).toBe(5)
    expect(await reached.first().textContent()).toMatch(/kan ämnet|kontaktkort/)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Berätta mer').fill('Vi har tagit prov i **pumpstationerna**.')
    await press(page, 'Ställ frågan')
    await page.getByText('Frågan är ställd.').waitFor()
    address = new URL(page.url()).pathname
    await page.getByText('Frågan har gått till 5 personer.').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('is asked without script too', async () => {
    const page = await enterAs('rapportor', { javaScriptEnabled: false })
    await page.goto('/fragor/ny')
    await page.getByLabel('Vad vill du veta?').fill('Hur mäter ni kadmium i slam?')
    await press(page, 'Gå vidare')
    await page.getByRole('heading', { name: 'Liknande frågor', exact: true }).waitFor()
    await page.getByRole('link', { name: title }).waitFor()
    await page.getByLabel('Berätta mer').fill('Vilket laboratorium använder ni?')
    await press(page, 'Ställ frågan')
    await page.getByText('Frågan är ställd.').waitFor()
  })

  test('is answered, and the answer is accepted by who asked', async () => {
    const other = await enterAs('ombud')
    await other.goto(address)
    await other.getByLabel('Svar', { exact: true }).fill('Vi började med:\n\n- färg\n- gödsel')
    expect(await faultsOf(other)).toEqual([])
    await press(other, 'Svara')
    await other.getByText('Tack för svaret!').waitFor()
    const page = await enterAs('kontakttjansteperson', phone)
    await page.goto(address)
    await page.getByRole('button', { name: /^Godta svaret/ }).press('Enter')
    await page.getByText('Svaret är godtaget.').waitFor()
    await page.getByText('Den som frågade fick hjälp av svaret.').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('moderation', () => {
  test('begins with a report and ends with an answer that is hidden, with the reason told to its writer', async () => {
    const page = await enterAs('medlem', phone)
    await page.goto(address)
    await page.getByRole('link', { name: /^Anmäl svaret/ }).click()
    await page.getByLabel('Vad är fel?').fill('Det är ett reklamsvar.')
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Anmäl')
    await page.getByText('Tack, kansliet tittar på det.').waitFor()

    const office = await enterAs('kansli')
    await office.goto('/kansli/fragor')
    await office.getByText('Skäl: Det är ett reklamsvar.').waitFor()
    expect(await faultsOf(office)).toEqual([])
    await office.getByRole('link', { name: 'Dölj', exact: true }).first().click()
    await office.getByLabel('Varför?').fill('Reklam hör inte hemma här.')
    await press(office, 'Dölj')
    await office.getByText('Dolt 2').first().waitFor()
    expect(await faultsOf(office)).toEqual([])

    await page.goto(address)
    await page.getByRole('heading', { name: 'Inget svar än' }).waitFor()
    const writer = await enterAs('ombud')
    await writer.goto(address)
    await writer.getByText('Kansliet har dolt svaret: Reklam hör inte hemma här.').waitFor()
    await office.getByRole('button', { name: 'Visa igen' }).first().press('Enter')
    await page.goto(address)
    await page.getByRole('heading', { name: '1 svar' }).waitFor()
  })

  test('meets no fault in the browser', () => {
    expect(visit.complaints).toEqual([])
  })
})
