import { createTransport } from 'nodemailer'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { gathered } from '../../src/app/gathered.ts'
import { tellOfQuestions } from '../../src/domains/questions/mail/tell.ts'
import { readConfig } from '../../src/platform/config.ts'
import { type MailDoor, openMailDoor } from '../../src/platform/mail/receive-door.ts'
import { createSecrets } from '../../src/platform/secrets.ts'
import { faultsOf } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'

vi.setConfig({ testTimeout: 60_000 })

let visit: Visit
let mailbox: Mailbox
let door: MailDoor
beforeAll(async () => {
  visit = await visitSite()
  mailbox = await openMailbox(visit.db)
})
afterAll(async () => {
  await door?.close()
  await mailbox.close()
  await visit.close()
})

/** The clock and the secret of the site that is visited. */
const noon = new Date('2026-11-23T12:00:00Z')
const secrets = createSecrets('a secret of the tests, long enough')

const main = (page: Page) => page.getByRole('main')

describe('from a red key figure to an answered question', () => {
  let page: Page
  let asked: string[]

  test('an organisation that goes the wrong way is shown who like it has turned', async () => {
    page = await visit.page({ viewport: { width: 360, height: 800 } })
    await page.goto('/demo')
    await page.locator('form:has(input[value="kontakttjansteperson"]) button').press('Enter')
    await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
    await page.goto('/kommuner/1382')
    const red = main(page).getByRole('row').filter({ hasText: 'Fel håll' }).first()
    await red.getByRole('link', { name: /^Lär av andra: / }).click()
    await page.getByRole('heading', { level: 1, name: 'Lär av andra' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByLabel('Lär av', { exact: true }).selectOption({ label: 'Alla medlemmar' })
    await main(page).getByRole('button', { name: 'Visa', exact: true }).press('Enter')
    const first = main(page).locator('article.card').first()
    expect(await first.textContent()).toMatch(
      /har (minskat|ökat) från .* en säker utveckling \(p [=<] 0,\d+\)/,
    )
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })

  test('one button asks those who know, and says who they are before anything is sent', async () => {
    await main(page)
      .getByRole('link', { name: /^Fråga (den|de \d) som vet$/ })
      .click()
    await page.getByRole('heading', { name: 'Den här frågan når' }).waitFor()
    asked = await page.locator('#nar li strong, #nar li a').allTextContents()
    expect(asked.length).toBeGreaterThan(0)
    await page.getByLabel('Berätta mer').fill('Vad gjorde ni först?')
    expect(await faultsOf(page)).toEqual([])
    await main(page).getByRole('button', { name: 'Ställ frågan', exact: true }).press('Enter')
    await page.getByText('Frågan är ställd.').waitFor()
  })

  test('whoever is asked replies to the mail, and the reply is an answer', async () => {
    const config = readConfig({ BASE_URL: new URL(page.url()).origin, MAIL_IN_DOMAIN: 'svar.eko.example' })
    const desk = { db: visit.db, config, secrets, now: noon, today: '2026-11-23' }
    door = await openMailDoor({ letterboxes: gathered.letterboxes, context: () => desk }, 0)
    await tellOfQuestions(desk)
    const mail = (await mailbox.all()).find(({ text }) => text?.includes('Vad gjorde ni först?'))
    const replyTo = mail?.replyTo?.value[0]?.address
    const from = [mail?.to ?? []].flat().flatMap(({ value }) => value)[0]?.address
    expect(replyTo).toMatch(/^svar\+.+@svar\.eko\.example$/)
    const post = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true })
    await post.sendMail({
      from,
      to: replyTo,
      subject: `Re: ${mail?.subject}`,
      text: 'Vi började med skolorna.\n\nDen mån 23 nov. 2026 kl 13:00 skrev Sveriges Ekokommuner <noreply@eko.example>:\n> Vad gjorde ni först?',
    })
    post.close()
    await page.reload()
    await page.getByRole('heading', { name: '1 svar' }).waitFor()
    await page.getByText('Vi började med skolorna.').waitFor()
    expect(await page.getByText('kl 13:00 skrev').count()).toBe(0)
  })

  test('who asked accepts the answer, and it stands first', async () => {
    await page.getByRole('button', { name: /^Godta svaret/ }).press('Enter')
    await page.getByText('Svaret är godtaget.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})
