import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { performWaiting } from '../../src/domains/importing/perform.ts'
import { readConfig } from '../../src/platform/config.ts'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { type KoladaStub, koladaStub } from '../support/kolada-stub.ts'
import { recorded } from '../support/recorded-sources.ts'

vi.setConfig({ testTimeout: 90_000 })

let visit: Visit
let kolada: KoladaStub
beforeAll(async () => {
  visit = await visitSite()
  kolada = await koladaStub((_, unit, year) => (unit === '1382' && year === 2024 ? 12.5 : undefined))
  const [kpi] = recorded.kpis
  const origins = await visit.db.selectFrom('key_figure_origin').select('foreign_id').distinct().execute()
  kolada.kpis = origins.map(({ foreign_id: id }) => ({ ...kpi, id, municipality_type: 'K' }))
})
afterAll(async () => {
  await kolada.close()
  await visit.close()
})

/** What the program's job does when it is woken, held up in the middle so that one can watch. */
function perform(hold: Promise<unknown>): Promise<boolean> {
  // So slow that every question after the first has to wait, however busy the machine is.
  const config = readConfig({ KOLADA_URL: kolada.url, KOLADA_RATE: '0.001' })
  let waits = 0
  const wait = async () => {
    waits += 1
    if (waits === 100) await hold
  }
  return performWaiting({ db: visit.db, config, today: '2026-11-23', wait }, 'kolada')
}

async function enter(page: Page): Promise<void> {
  await page.goto('/demo')
  await page.locator('form:has(input[value="kansli"]) button').click()
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
}

describe('importing from Kolada', () => {
  test('is started by a button, followed as it goes, and told when it is done', async () => {
    const page = await visit.page()
    await enter(page)
    await page.goto('/kansli')
    await page.getByRole('link', { name: 'Importera värden och personer' }).click()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Hämta nu' }).first().press('Enter')
    await page.getByText('Importen är på väg.').waitFor()
    await page.getByText('Väntar på sin tur.').waitFor()
    const held = Promise.withResolvers<void>()
    const performed = perform(held.promise)
    // The page follows by itself.
    await page.getByRole('progressbar').waitFor()
    await page.getByText(/^Pågår \d+ av \d+ klara$/).waitFor()
    held.resolve()
    expect(await performed).toBe(true)
    await page.getByText(/^Klar 15 av 15 klara$/).waitFor()
    await page.getByRole('heading', { name: 'Ändringar' }).waitFor()
    expect(await page.getByRole('row', { name: /Falkenberg.*2024.*12,5/ }).count()).toBeGreaterThan(5)
    expect(await faultsOf(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })

  test('is tried first, without script, on a phone: the list says what would change', async () => {
    const page = await visit.page({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await enter(page)
    await page.goto('/kansli/import')
    kolada.values = (_, unit, year) => (unit === '1382' && year === 2024 ? 13 : undefined)
    await page.getByRole('button', { name: 'Se vad som skulle ändras' }).first().press('Enter')
    await page.getByText('Väntar på sin tur.').waitFor()
    await perform(Promise.resolve())
    await page.getByRole('link', { name: 'Se hur långt den har kommit' }).press('Enter')
    await page.getByText('Ett prov: inget är skrivet.').waitFor()
    await page
      .getByRole('row', { name: /Falkenberg.*2024 12,5 13 Rättas/ })
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Hämta nu på riktigt' }).waitFor()
  })
})
