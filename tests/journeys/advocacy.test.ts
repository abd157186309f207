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
let matter: string

async function enterAs(konto: string, options = {}): Promise<Page> {
  const page = await visit.page(options)
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).press('Enter')
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  return page
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).press('Enter')

describe('a consultation', () => {
  test('is begun, cut into sections, opened, and its sections are sent to those who know', async () => {
    const page = await enterAs('kansli')
    await page.goto('/paverkan')
    await page.getByRole('link', { name: 'Ny remiss eller nytt initiativ' }).click()
    await page.getByLabel('Rubrik').fill('Regler för dagvatten')
    await page.getByLabel('Avsändare eller mottagare').fill('Vattenutredningen')
    await page.getByLabel('Sista dag att svara').fill('2026-12-20')
    await page.getByLabel('Vad det handlar om').fill('Hur kommuner ska få ta hand om regn.')
    await press(page, 'Spara')
    await page.getByText('Sparat.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: 'Regler för dagvatten' }).click()
    await press(page, 'Öppna för nätverket')
    await page.getByText('Nu kan alla i nätverket').waitFor()
    matter = new URL(page.url()).pathname
    await page.getByRole('link', { name: 'Delar', exact: true }).click()
    await page
      .getByLabel('Text att dela upp')
      .fill('## Ängar och dagvatten\nVad gör ni?\n\n## Avgifter\nHur tar ni betalt?')
    await press(page, 'Dela upp')
    await page.getByRole('link', { name: /Ändra och skicka.*Ängar/ }).click()
    await page.getByRole('heading', { name: 'Den här frågan når' }).waitFor()
    expect(await page.locator('#nar li').first().textContent()).toMatch(/kontaktkort|ämne|exempel|nyckeltal/)
    expect(await faultsOf(page)).toEqual([])
    await press(page, 'Skicka till dem')
    await page.getByText('Delen är skickad').waitFor()
  })

  test('is answered on a phone, with a key figure of one’s own put in without script', async () => {
    const page = await enterAs('kontakttjansteperson', { ...phone, javaScriptEnabled: false })
    await page.goto(`${matter.replace(/-.*/, '')}/delar`)
    await page.getByRole('link', { name: 'Ängar och dagvatten' }).click()
    await page.getByRole('textbox', { name: 'Svar', exact: true }).fill('Vi har lagt om hälften.')
    await page
      .getByRole('button', { name: /^Lägg in/ })
      .first()
      .click()
    expect(await page.getByRole('textbox', { name: 'Svar', exact: true }).inputValue()).toMatch(
      /^Vi har lagt om hälften\.\n\n\{\{nyckeltal /,
    )
    await page.getByRole('button', { name: 'Svara', exact: true }).click()
    await page.getByText('Tack för svaret!').waitFor()
    await page.getByText(/hämtad 23 november 2026/).waitFor()
  })

  test('is written by the experts, commented on, and two who write at once lose nothing', async () => {
    const [first, second] = [await enterAs('expert'), await enterAs('kansli')]
    const write = `${matter.replace(/-.*/, '')}/skriv`
    await first.goto(write)
    await first.getByLabel('Text', { exact: true }).fill('Vi stöder förslaget.\n\nDet behövs pengar.')
    await press(first, 'Spara ny version')
    await first.getByText('Version 1, sparad av').waitFor()
    for (const page of [first, second]) await page.goto(write)
    await first.getByLabel('Text', { exact: true }).fill('Vi stöder förslaget helt.\n\nDet behövs pengar.')
    await press(first, 'Spara ny version')
    await first.getByText('Version 2, sparad av').waitFor()
    await second
      .getByLabel('Text', { exact: true })
      .fill('Vi stöder delvis förslaget.\n\nDet behövs mycket pengar.')
    await press(second, 'Spara ny version')
    await second.getByRole('heading', { name: 'Ni har skrivit i samma stycke' }).waitFor()
    expect(await faultsOf(second)).toEqual([])
    await second
      .getByLabel('Text', { exact: true })
      .fill('Vi stöder förslaget helt.\n\nDet behövs mycket pengar.')
    await press(second, 'Spara min text')
    await second.getByText('Version 3, sparad av').waitFor()

    const member = await enterAs('ombud', phone)
    await member.goto(`${matter.replace(/-.*/, '')}/text`)
    await member.getByText('Kommentera stycke 2').click()
    await member.getByLabel('Din kommentar till stycke 2').fill('Hur mycket?')
    await press(member, 'Kommentera')
    await member.getByText('Tack för kommentaren!').waitFor()
    expect(await member.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await faultsOf(member)).toEqual([])
    await member.getByRole('link', { name: 'Versioner' }).click()
    await member.locator('ins', { hasText: 'mycket' }).waitFor()
    expect(await faultsOf(member)).toEqual([])
  })

  test('is endorsed, changed in substance, and confirmed', async () => {
    const politician = await enterAs('kontaktpolitiker', phone)
    await politician.goto(matter)
    await politician.getByRole('link', { name: 'Läs och ställ er bakom' }).click()
    await politician.getByLabel('Beslutat av').fill('Kommunstyrelsen')
    await politician.getByLabel('Beslutets dag').fill('2026-11-20')
    await politician.getByLabel('Med stöd av').fill('Delegationsordningen 3.4')
    expect(await faultsOf(politician)).toEqual([])
    await press(politician, 'Falkenberg ställer sig bakom')
    await politician.getByText('Tack! Nu står ni bakom texten.').waitFor()
    await politician.getByText('av landets befolkning').first().waitFor()
    expect(await politician.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await faultsOf(politician)).toEqual([])

    const expert = await enterAs('expert')
    await expert.goto(`${matter.replace(/-.*/, '')}/skriv`)
    await expert
      .getByLabel('Text', { exact: true })
      .fill('Vi stöder förslaget helt.\n\nDet behövs pengar från 2027.')
    await press(expert, 'Spara ny version')
    await expert.getByText('Version 4, sparad av').waitFor()
    await expert.goto(`${matter.replace(/-.*/, '')}/krav`)
    await expert.getByLabel('Krav').fill('Ge kommunerna medel från 2027.')
    await press(expert, 'Spara')

    await politician.goto(matter)
    await politician.getByRole('heading', { name: 'Står Falkenberg fortfarande bakom?' }).waitFor()
    await politician.getByRole('link', { name: 'Läs ändringarna och bekräfta' }).click()
    await politician.locator('ins', { hasText: '2027' }).waitFor()
    await press(politician, 'Falkenberg står bakom den nya texten')
    await politician.getByText('Version 4, beslutat av Kommunstyrelsen').waitFor()
  })

  test('is laid before the board, adopted, sent, and read by everyone', async () => {
    const page = await enterAs('kansli')
    await page.goto(matter)
    await press(page, 'Lägg fram för styrelsen')
    await page.getByText('Svaret ligger hos styrelsen. Texten står stilla tills').waitFor()
    await page.getByText('Anteckna styrelsens beslut').click()
    await page.getByLabel('Beslutets dag').fill('2026-11-22')
    await page.getByLabel('Möte').fill('Styrelsen')
    await page.getByLabel('Paragraf').fill('§ 12')
    await page.getByLabel('Reservationer').fill('Kim Ek reserverade sig.')
    await press(page, 'Spara beslutet')
    await page.getByText('Styrelsens beslut är antecknat.').waitFor()
    await press(page, 'Skicka svaret')
    await page.getByText('Svaret är skickat och ligger i arkivet.').waitFor()
    expect(await faultsOf(page)).toEqual([])

    const visitor = await visit.page(phone)
    await visitor.goto('/paverkan?sok=dagvatten')
    await visitor.getByRole('link', { name: 'Regler för dagvatten' }).click()
    await visitor.getByText('Det behövs pengar från 2027.').waitFor()
    await visitor.getByText('Kim Ek reserverade sig.').waitFor()
    await visitor.getByText('Delegationsordningen 3.4').waitFor()
    const pdf = await visitor.request.get(`${matter.replace(/-.*/, '')}/svar.pdf`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    expect(await visitor.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(await faultsOf(visitor)).toEqual([])
    await visitor.goto('/paverkan/krav')
    expect(await faultsOf(visitor)).toEqual([])
  })

  test('meets no fault in the browser', () => {
    expect(visit.complaints.filter((one) => !one.includes('409'))).toEqual([])
  })
})
