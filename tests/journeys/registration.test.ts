import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'

vi.setConfig({ testTimeout: 120_000 })

const narrow = { viewport: { width: 360, height: 800 } }
let visit: Visit
let mailbox: Mailbox
let event: string
beforeAll(async () => {
  visit = await visitSite()
  mailbox = await openMailbox(visit.db)
})
afterAll(async () => {
  await mailbox.close()
  await visit.close()
})

async function pageAs(konto: string, options: Parameters<Visit['page']>[0] = {}): Promise<Page> {
  const page = await visit.page(options)
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).press('Enter')
  await page.waitForURL(/\/(mina-sidor|kansli)/)
  return page
}

/** Nothing that axe finds, and nothing that makes the page wider than the phone. */
async function expectGood(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  const wider = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth')
  expect(wider, `${page.url()} scrolls sideways`).toBe(false)
}

/** The seminar in a calendar, as an independent reader understands it. */
function readEntry(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const entry = calendar
    .getAllSubcomponents('vevent')
    .find((one) => new ICAL.Event(one).summary.includes('Slam utan kadmium'))
  if (!entry) throw new Error('The seminar is not in the calendar.')
  const { uid, sequence, summary } = new ICAL.Event(entry)
  return {
    uid,
    sequence,
    summary,
    method: calendar.getFirstPropertyValue('method'),
    status: entry.getFirstPropertyValue('status'),
  }
}

describe('a seminar with two places', () => {
  test('is written by the secretariat, with a question of its own', async () => {
    const page = await pageAs('kansli')
    await page.goto('/kansli/evenemang/nytt')
    await page.getByLabel('Slag').selectOption({ label: 'Seminarium' })
    await page.getByLabel('Hur deltar man?').selectOption({ label: 'På plats' })
    await page.getByLabel('Vem får komma?').selectOption({ label: 'Öppet för alla' })
    await page.getByLabel('Dag', { exact: true }).fill('2027-03-04')
    await page.getByLabel('Börjar').fill('09:30')
    await page.getByLabel('Slutar', { exact: true }).fill('11:00')
    await page.getByLabel('Plats', { exact: true }).fill('Rådhuset, Kalmar')
    await page.getByLabel('Antal platser i lokalen').fill('2')
    await page.getByLabel('Gäster utan konto').press('Space')
    await page.getByLabel('Bra att veta för den som kommer på plats').fill('Ingång från gården.')
    await page.locator('#rubrik-sv').fill('Slam utan kadmium')
    await page.locator('#ingress-sv').fill('Kalmar visar hur.')
    await page.getByRole('button', { name: 'Spara' }).press('Enter')
    await page.getByText('Sparat.').waitFor()
    event = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await page.getByRole('link', { name: 'Egna frågor' }).press('Enter')
    await page.getByLabel('Fråga på svenska').fill('Vad äter du inte?')
    await page.getByLabel('Hur svarar man?').selectOption({ label: 'Fritext' })
    await page.getByLabel('Svaret kan säga något om hälsa').press('Space')
    await page.getByRole('button', { name: 'Lägg till frågan' }).press('Enter')
    await page.getByText('Frågan är sparad.').waitFor()
    await expectGood(page)
    await page.goto(`/kansli/evenemang/${event}`)
    await page.getByRole('button', { name: 'Publicera' }).press('Enter')
    await page.getByText('Evenemanget är publicerat.').waitFor()
    await expectGood(page)
  })

  test('takes a delegation on a phone: two have a place, the third stands in line', async () => {
    const page = await pageAs('kontakttjansteperson', narrow)
    await page.goto(`/evenemang/${event}`)
    await page.getByText('2 platser kvar').waitFor()
    await expectGood(page)
    await page.getByRole('link', { name: 'Anmäl dig', exact: true }).press('Enter')
    await page
      .getByLabel('Fler personer')
      .fill('Kim Ek, kim@falkenberg.example\nLo Ek, lo@falkenberg.example')
    await expectGood(page)
    await page.getByRole('button', { name: 'Fortsätt' }).press('Enter')
    await page.getByText('Svaren tas bort 30 dagar efter evenemanget.').waitFor()
    await page.getByLabel('Vad äter du inte?').nth(1).fill('Nötter')
    await expectGood(page)
    await page.getByRole('button', { name: 'Anmäl 3 personer' }).press('Enter')
    await page.getByText('Anmälan är klar.').waitFor()
    await page.getByText('I kö (1)').waitFor()
    await expectGood(page)
  })

  test('is cancelled by one without login, and the first in line moves up and is told', async () => {
    const waits = (await mailbox.mailTo('lo@falkenberg.example')).at(-1)
    expect(waits?.subject).toBe('Du står i kö: Slam utan kadmium')
    const first = (await mailbox.mailTo('kim@falkenberg.example')).at(-1)
    expect(first?.text).toContain('Ingång från gården.')
    const invited = readEntry(first?.attachments[0]?.content.toString() ?? '')
    expect(invited).toMatchObject({ method: 'PUBLISH', status: 'CONFIRMED', sequence: 0 })

    const page = await visit.page({ ...narrow, javaScriptEnabled: false })
    await page.goto(await mailbox.linkTo('kim@falkenberg.example'))
    await page.getByRole('heading', { level: 1, name: 'Du har en plats' }).waitFor()
    await page.getByText('Nötter').waitFor()
    await page.getByRole('link', { name: 'Ändra' }).press('Enter')
    await page.getByLabel('Vad äter du inte?').fill('Jordnötter')
    await page.getByRole('button', { name: 'Spara' }).press('Enter')
    await page.getByText('Ändringen är sparad.').waitFor()
    await page.getByRole('link', { name: 'Avboka' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Vill du avboka?' }).waitFor()
    await page.getByRole('button', { name: 'Ja, avboka' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Anmälan är avbokad' }).waitFor()

    const out = (await mailbox.mailTo('kim@falkenberg.example')).at(-1)
    const removed = readEntry(out?.attachments[0]?.content.toString() ?? '')
    expect(removed).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: invited.uid })
    const moved = (await mailbox.mailTo('lo@falkenberg.example')).at(-1)
    expect(moved?.subject).toBe('Du har fått en plats: Slam utan kadmium')
    expect(readEntry(moved?.attachments[0]?.content.toString() ?? '')).toMatchObject({ status: 'CONFIRMED' })
  })

  test('lets a guest in by mail, and the contact follows it all in a calendar of their own', async () => {
    const guest = await visit.page(narrow)
    await guest.goto(`/evenemang/${event}`)
    await guest.getByRole('link', { name: 'Ställ dig i kö' }).press('Enter')
    await guest.getByLabel('E-postadress').fill('my@gast.example')
    await expectGood(guest)
    await guest.getByRole('button', { name: 'Skicka länken' }).press('Enter')
    await guest.getByRole('heading', { level: 1, name: 'Titta i din e-post' }).waitFor()
    await guest.goto(await mailbox.linkTo('my@gast.example'))
    await guest.getByLabel('Namn').fill('My Gäst')
    await expectGood(guest)
    await guest.getByRole('button', { name: 'Anmäl', exact: true }).press('Enter')
    await guest.getByRole('heading', { level: 1, name: 'Du står i kö' }).waitFor()
    await expectGood(guest)

    const contact = await pageAs('kontakttjansteperson', narrow)
    await contact.goto('/mina-sidor/evenemang')
    const address = (await contact.locator('#kalender ~ p a').first().textContent()) ?? ''
    const feed = await contact.request.get(address)
    expect(readEntry(await feed.text())).toMatchObject({ status: 'CONFIRMED', sequence: 0 })
    const office = await pageAs('kansli')
    await office.goto(`/kansli/evenemang/${event}/anmalda`)
    await office.getByText('2 av 2 platser, 1 i kö').waitFor()
    await expectGood(office)
    await office.getByRole('button', { name: 'Ge plats My Gäst' }).press('Enter')
    await office.getByText('3 av 3 platser').waitFor()
    await office.goto(`/kansli/evenemang/${event}`)
    await office.getByLabel('Börjar').fill('10:00')
    await office.getByRole('button', { name: 'Spara' }).press('Enter')
    await office.getByText('Sparat.').waitFor()
    expect(readEntry(await (await contact.request.get(address)).text())).toMatchObject({ sequence: 1 })
    expect((await mailbox.mailTo('my@gast.example')).at(-1)?.subject).toBe('Ändrat: Slam utan kadmium')
    expect(visit.complaints).toEqual([])
  })
})
