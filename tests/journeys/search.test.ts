import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'

let visit: Visit
beforeAll(async () => {
  visit = await visitSite()
})
afterAll(() => visit.close())

const hits = (page: Page) => page.locator('.hit h3').allTextContents()

test('somebody finds by the keyboard what is misspelt, and narrows it down', async () => {
  const page = await visit.page()
  await page.goto('/om')
  await page.keyboard.press('/')
  const box = page.getByLabel('Sök på hela webbplatsen')
  expect(await box.evaluate((field) => field === document.activeElement)).toBe(true)
  await page.keyboard.type('falk')
  await page.locator('.suggestions a', { hasText: 'Falkenberg' }).first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Falkenberg')
  await page.keyboard.press('Escape')
  expect(await page.locator('.suggestions').isVisible()).toBe(false)

  await box.fill('gräsmottorna')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/sok\?q=/)
  expect(await page.locator('main').textContent()).toContain('Vi letade också efter gräsmattorna')
  expect(await hits(page)).toContain('Så blev ängarna billigare än gräsmattorna')
  await page.getByRole('link', { name: /^Nyheter \(/ }).click()
  await page.waitForURL(/typ=nyheter/)
  expect(new Set(await page.locator('.hit__about > span:first-child').allTextContents())).toEqual(
    new Set(['Nyhet']),
  )
  await page.getByText('Begränsa', { exact: true }).click()
  await page.getByLabel('År', { exact: true }).selectOption('2026')
  await page.getByRole('button', { name: 'Visa', exact: true }).click()
  await page.waitForURL(/ar=2026/)
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})

test('the shortcut leaves those alone who write, and can be turned off for good', async () => {
  const page = await visit.page()
  await page.goto('/sok')
  const own = page.getByLabel('Vad letar du efter?')
  await own.fill('')
  await own.press('/')
  expect(await own.inputValue()).toBe('/')
  await page.getByRole('button', { name: 'Stäng av snabbtangenten' }).click()
  await page.goto('/om')
  await page.keyboard.press('/')
  expect(await page.evaluate(() => document.activeElement?.id)).not.toBe('site-search')
  await page.context().close()
})

test('a member finds more than a visitor, on a phone and without script', async () => {
  const page = await visit.page({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await page.goto('/sok?q=fritidsbanken')
  const before = await hits(page)
  await page.goto('/demo')
  await page.locator('form:has(input[value="medlem"]) button').click()
  await page.waitForURL(/mina-sidor/)
  await page.goto('/sok?q=fritidsbanken')
  const after = await hits(page)
  expect(after.length).toBeGreaterThan(before.length)
  expect(await page.getByText('Utkast, syns för er').first().isVisible()).toBe(true)
  await page.context().close()
  const phone = await visit.page({ viewport: { width: 360, height: 740 } })
  await phone.goto('/sok?q=kommun')
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await faultsOf(phone)).toEqual([])
  expect(visit.complaints).toEqual([])
  await phone.context().close()
})
