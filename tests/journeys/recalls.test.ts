import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { gathered } from '../../src/app/gathered.ts'
import { publishReadings } from '../../src/domains/key-figures/index.ts'
import { recalls } from '../../src/domains/recalls/domain.ts'
import { readConfig } from '../../src/platform/config.ts'
import { createSecrets } from '../../src/platform/secrets.ts'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'

vi.setConfig({ testTimeout: 90_000 })

const journalist = 'lisa@tidning.example'
let visit: Visit
let mailbox: Mailbox
beforeAll(async () => {
  visit = await visitSite()
  mailbox = await openMailbox(visit.db)
})
afterAll(async () => {
  await mailbox.close()
  await visit.close()
})

describe('somebody who cites a value', () => {
  test('asks to be told and confirms, at 360 px and without script', async () => {
    const page = await visit.page({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } })
    await page.goto('/nyckeltal/2?kommun=1382')
    await page.locator('#sag-till summary').press('Enter')
    await page
      .getByLabel('Hur använder du dem?')
      .selectOption({ label: 'Jag har citerat dem, som de är kända nu' })
    await page.getByLabel('Var står de?').fill('Artikeln om bussarna')
    await page.getByRole('button', { name: 'Säg till mig' }).press('Enter')
    await page.getByText('Skriv din e-postadress.').first().waitFor()
    await page.getByLabel('E-postadress').fill(journalist)
    await page.getByRole('button', { name: 'Säg till mig' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Titta i din e-post' }).waitFor()
    await page.goto(await mailbox.linkTo(journalist))
    await page.getByRole('button', { name: 'Ja, säg till mig' }).press('Enter')
    await page.getByText('Klart. Vi säger till om värdena rättas.').waitFor()
    await page.getByText('Står i: Artikeln om bussarna').waitFor()
  })

  test('is told when the member corrects it: what it was, what it is, why; the link opens the page as it was', async () => {
    const page = await visit.page()
    await page.goto('/')
    const reading = {
      figureId: '2',
      code: '1382',
      year: 2023,
      value: 60,
      missing: null,
      reason: '',
      reportedBy: 'Falkenberg',
    }
    await visit.db.transaction().execute((trx) =>
      publishReadings(trx, [{ ...reading, comment: 'Bussarna räknades två gånger.' }], {
        now: new Date('2026-11-23T10:00:00Z'),
        madeUp: true,
      }),
    )
    const tell = recalls.jobs?.find(({ name }) => name === 'tell-of-corrections')
    await tell?.run({
      db: visit.db,
      config: readConfig({ BASE_URL: new URL(page.url()).origin }),
      secrets: createSecrets('a secret of the tests, long enough'),
      gathered,
      now: new Date('2026-11-24T06:00:00Z'),
      today: '2026-11-24',
    })
    const notice = (await mailbox.mailTo(journalist)).at(-1)
    expect(notice?.subject).toBe('Ett värde som du bevakar är rättat')
    const text = notice?.text ?? ''
    expect(text).toMatch(/Falkenberg 2023: 100.resor\/inv blev 60.resor\/inv \(påhittat\)/)
    expect(text).toContain('Bussarna räknades två gånger.')
    expect(text).toContain('Artikeln om bussarna')
    const was = /Som det var: (\S+)/.exec(text)?.[1] ?? ''
    await page.goto(`${was}&vy=tabell`)
    await page.getByRole('heading', { name: 'Ett värde som visas här är rättat sedan dess' }).waitFor()
    const row = page.locator('#vardetabell tr.mine')
    expect(await row.textContent()).toContain('100')
    await page.getByRole('link', { name: '23 november 2026' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Värden rättade 23 november 2026' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/nyckeltal/2?kommun=1382')
    await page.locator('#sag-till summary').press('Enter')
    expect(await faultsOf(page)).toEqual([])
  })

  test('looks at what is followed, and stops', async () => {
    const page = await visit.page()
    const text = (await mailbox.mailTo(journalist)).at(-1)?.text ?? ''
    await page.goto(/vad du bevakar: (\S+)/.exec(text)?.[1] ?? '')
    await page.getByRole('heading', { level: 1, name: 'Det du bevakar' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Sluta bevaka allt' }).press('Enter')
    await page.getByText('vi har glömt din adress').waitFor()
    const serious = visit.complaints.filter((complaint) => !/status of 422/.test(complaint))
    expect(serious).toEqual([])
  })
})
