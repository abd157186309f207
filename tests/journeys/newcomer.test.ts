import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Visit, visitSite } from '../support/browser.ts'

let visit: Visit

beforeAll(async () => {
  visit = await visitSite()
})
afterAll(() => visit.close())

const widths = [
  ['a telephone', { width: 360, height: 740 }],
  ['a desk', { width: 1280, height: 900 }],
] as const

describe.each(widths)('a newcomer at %s', (_, viewport) => {
  test('finds their own municipality from the start page and sees which way it goes', async () => {
    const page = await visit.page({ viewport })
    await page.goto('/')
    await page.getByRole('main').getByRole('searchbox').fill('Falkenberg')
    await page.getByRole('main').getByRole('button', { name: 'Sök' }).click()
    await page.waitForURL('**/kommuner/1382')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Falkenberg')
    await page.getByRole('link', { name: '1b Koldioxidutsläpp från övriga sektorer' }).click()
    await page.getByRole('heading', { name: 'Går Falkenberg åt rätt håll?' }).waitFor()
    expect(await page.getByRole('main').textContent()).toMatch(/åt rätt håll sedan 1990/)
    await page.context().close()
  })

  test('compares with similar municipalities, changes the group, and keeps the choice in the address', async () => {
    const page = await visit.page({ viewport })
    await page.goto('/nyckeltal/1b')
    await page.getByLabel('Din kommun eller region').fill('Falkenberg')
    await page.getByLabel('Jämför med').selectOption({ label: 'Liknande kommuner' })
    await page.getByRole('button', { name: 'Visa' }).click()
    await page.waitForURL('**/nyckeltal/1b?kommun=1382&grupp=liknande')
    expect(await page.getByRole('main').textContent()).toMatch(/Plats \d av 8/)
    await page.getByText('Så valdes de liknande kommunerna').click()
    await page.getByRole('checkbox', { name: 'Karlskrona' }).uncheck()
    // By keyboard: a chart that is just being drawn may move a button away under the mouse.
    await page.getByRole('button', { name: 'Använd som egen grupp' }).press('Enter')
    await page.waitForURL('**grupp=egen**')
    expect(await page.getByRole('main').textContent()).toMatch(/Plats \d av 7/)
    await page.getByRole('link', { name: 'Spridning' }).press('Enter')
    await page.waitForURL('**vy=spridning**')
    await page.context().close()
  })

  test('no page is wider than the window', async () => {
    const page = await visit.page({ viewport })
    for (const path of [
      '/',
      '/nyckeltal',
      '/nyckeltal/1b?kommun=1382',
      '/nyckeltal/7?vy=rangordning&kommun=1382',
      '/nyckeltal/7?vy=spridning',
      '/nyckeltal/7?vy=karta',
      '/kommuner',
      '/kommuner/1382',
      '/jamfor?kommun=1382&med=1283',
      '/om/historia',
      '/oppna-data/kallor',
    ]) {
      await page.goto(path)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
    await page.context().close()
  })
})

test('everything works without script: choosing, tabs, the table behind the chart', async () => {
  const page = await visit.page({ javaScriptEnabled: false })
  await page.goto('/nyckeltal/1b?kommun=1382')
  await page.getByRole('link', { name: 'Rangordning' }).click()
  await page.getByRole('table').waitFor()
  await page.getByRole('link', { name: 'Visa hela listan' }).click()
  await page.getByRole('row').nth(90).waitFor()
  await page.getByText('Välj vad du vill se').click()
  await page.getByLabel('År', { exact: true }).selectOption('2022')
  await page.getByRole('button', { name: 'Visa' }).click()
  expect(page.url()).toContain('ar=2022')
  await page.context().close()
})

test('the table is downloaded with the numbers that the page shows', async () => {
  const page = await visit.page({ acceptDownloads: true })
  await page.goto('/nyckeltal/1b?kommun=1382')
  await page.getByText('Ladda ner, länka och citera').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSV', exact: true }).click(),
  ])
  expect(download.suggestedFilename()).toBe('nyckeltal-1b.csv')
  expect(await readFile(await download.path(), 'utf8')).toContain('1382,Falkenberg,2024,5.1')
  await page.context().close()
})

test('the points of a chart are read by keyboard: one tab stop, arrow keys between them', async () => {
  const page = await visit.page()
  await page.goto('/nyckeltal/1b?kommun=1382')
  const chart = page.getByRole('figure').first()
  await chart.scrollIntoViewIfNeeded()
  const points = chart.locator('.chart__picture--wide [data-key]')
  const stop = points.and(page.locator('[tabindex="0"]'))
  // Until the browser has taken the chart over, a focus is only a focus.
  await expect
    .poll(async () => {
      await stop.blur()
      await stop.focus()
      return chart.locator('.chart__readout').textContent()
    })
    .toMatch(/1990/)
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => chart.locator('.chart__readout').textContent()).toMatch(/2000/)
  expect(await points.and(page.locator('[tabindex="0"]')).count()).toBe(1)
  await page.context().close()
})

test('the language switch keeps page and choice', async () => {
  const page = await visit.page()
  await page.goto('/nyckeltal/7?kommun=1382&grupp=liknande')
  await page.getByRole('link', { name: 'English' }).click()
  await page.waitForURL('**/en/nyckeltal/7?kommun=1382&grupp=liknande')
  await page.getByRole('heading', { name: 'Does Falkenberg move the right way?' }).waitFor()
  await page.context().close()
})

test('no page asks for anything that is missing or forbidden', () => {
  expect(visit.complaints).toEqual([])
})
