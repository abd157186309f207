import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { addressesIn, badgeParts, lowerCorner, readQr } from '../support/qr.ts'
import { readPdf } from '../support/read-pdf.ts'

vi.setConfig({ testTimeout: 90_000 })

const phone = { viewport: { width: 360, height: 740 } }
let visit: Visit
let event: number
let late: { id: number; name: string; code: string }
beforeAll(async () => {
  visit = await visitSite()
  const row = await visit.db
    .selectFrom('event_text')
    .select('event_id')
    .where('title', '=', 'Räkna rätt på klimatet')
    .executeTakeFirstOrThrow()
  event = row.event_id
  // The training is today; one participant is still on the way.
  await visit.db
    .updateTable('event')
    .set({ starts_at: new Date('2026-11-23T08:30:00Z'), ends_at: new Date('2026-11-23T15:00:00Z') })
    .where('id', '=', event)
    .execute()
  late = await visit.db
    .selectFrom('event_registration')
    .where('event_id', '=', event)
    .where('checked_in_at', 'is', null)
    .select(['id', 'name', 'code'])
    .executeTakeFirstOrThrow()
})
afterAll(() => visit.close())

async function loggedIn(konto: string, options = {}) {
  const page = await visit.page(options)
  await page.goto('/demo')
  await page.request.post('/demo/logga-in', {
    form: { konto },
    headers: { origin: new URL(page.url()).origin },
  })
  return page
}

describe('the door of a training, on a phone', () => {
  let arrival = ''

  test('the participant’s own page shows a code that a camera reads', async () => {
    const page = await visit.page(phone)
    await page.goto(`/evenemang/anmalan/${late.code}`)
    const code = page.getByRole('img', { name: `QR-kod för incheckning av ${late.name}` })
    const address = await readQr(await code.screenshot({ scale: 'device' }))
    arrival = new URL(address ?? '').pathname
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('the code leads to one press, says so the second time, and can be undone, without script', async () => {
    const page = await loggedIn('kansli', { ...phone, javaScriptEnabled: false })
    await page.goto(arrival)
    await page.getByRole('heading', { level: 1, name: late.name }).waitFor()
    await page.getByRole('button', { name: 'Checka in' }).press('Enter')
    await page.getByText('Incheckad kl. 13.00.').waitFor()
    await page.goto(arrival)
    await page.getByText('Redan incheckad kl. 13.00').waitFor()
    await page.getByRole('button', { name: 'Ångra incheckningen' }).press('Enter')
    await page.getByText('Incheckningen är ångrad.').waitFor()
    await page.context().close()
  })

  test('the list finds a name, checks in with one press and counts; nothing scrolls sideways', async () => {
    const page = await loggedIn('kansli', phone)
    await page.goto(`/kansli/evenemang/${event}/incheckning`)
    await page.getByLabel('Sök på namn eller organisation').fill(late.name)
    await page.getByRole('button', { name: 'Sök', exact: true }).last().click()
    await page.getByRole('button', { name: `Checka in ${late.name}` }).click()
    await page.getByText('Incheckad.', { exact: true }).waitFor()
    await page.getByRole('button', { name: `Ångra incheckningen av ${late.name}` }).waitFor()
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth')
    expect(overflow).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    await page.context().setOffline(true)
    await page.getByText('Ingen uppkoppling.').waitFor()
    await page.context().setOffline(false)
    await page.getByText('Ingen uppkoppling.').waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('a helper without an account comes in by the link, and sees no papers', async () => {
    const office = await loggedIn('kansli')
    await office.goto(`/kansli/evenemang/${event}/incheckning`)
    await office.getByRole('button', { name: 'Gör en länk' }).click()
    const link = await office.getByLabel('Länk till incheckningen').inputValue()
    expect(await faultsOf(office)).toEqual([])
    const badges = await office.request.get(`/kansli/evenemang/${event}/namnskyltar.pdf`)
    const codes = await addressesIn(new Uint8Array(await badges.body()), badgeParts)
    const helper = await visit.page(phone)
    await helper.goto(link)
    await helper.getByRole('heading', { level: 1, name: 'Incheckning' }).waitFor()
    expect(await helper.getByText('Namnskyltar').count()).toBe(0)
    await helper.goto(new URL(codes[0] ?? '').pathname)
    await helper.getByText('Redan incheckad').waitFor()
    expect(await faultsOf(helper)).toEqual([])
  })
})

test('after the training a certificate is issued, read back and verified by its code', async () => {
  await visit.db
    .updateTable('event')
    .set({ ends_at: new Date('2026-11-23T11:00:00Z') })
    .where('id', '=', event)
    .execute()
  const page = await loggedIn('kansli', phone)
  await page.goto(`/kansli/evenemang/${event}/intyg`)
  await page.getByRole('button', { name: /Utfärda \d intyg/ }).click()
  await page.getByText('Intygen är utfärdade').waitFor()
  expect(await faultsOf(page)).toEqual([])
  const { code } = await visit.db
    .selectFrom('training_certificate')
    .where('registration_id', '=', late.id)
    .select('code')
    .executeTakeFirstOrThrow()
  const file = new Uint8Array(await (await page.request.get(`/evenemang/intyg/${code}.pdf`)).body())
  const pdf = await readPdf(file)
  expect(pdf.text).toContain(late.name)
  expect(pdf.marked).toBe(true)
  const [address = ''] = await addressesIn(file, lowerCorner)
  await page.goto(address)
  await page.getByText('Intyget är utfärdat av Sveriges Ekokommuner och gäller.').waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('the pages around an event hold for everybody: timetable, materials, evaluation', async () => {
  const page = await loggedIn('kansli', phone)
  for (const path of ['program', 'program/pass/nytt', 'program/medverkande/ny', 'material', 'utvardering']) {
    await page.goto(`/kansli/evenemang/${event}/${path}`)
    expect([path, await faultsOf(page)]).toEqual([path, []])
    expect([path, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([
      path,
      0,
    ])
  }
  await page.goto(`/evenemang/${event}`)
  expect(await faultsOf(page)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0)
  expect(visit.complaints).toEqual([])
})
