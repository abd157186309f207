import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'

vi.setConfig({ testTimeout: 60_000 })

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

/** A visitor who has chosen somebody on the page of the demonstration. */
async function enterAs(konto: string): Promise<Page> {
  const page = await visit.page()
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).click()
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  return page
}

/** The address of a demonstration account. */
async function addressOf(page: Page): Promise<string> {
  await page.goto('/mina-sidor/uppgifter')
  return page.getByLabel('E-post', { exact: true }).inputValue()
}

/** Waits for one more mail to an address and follows its link. */
async function openNewestMail(page: Page, address: string, before: number): Promise<void> {
  await expect
    .poll(async () => (await mailbox.mailTo(address)).length, { timeout: 5000 })
    .toBeGreaterThan(before)
  await page.goto(await mailbox.linkTo(address))
}

const main = (page: Page) => page.getByRole('main')

describe('people', () => {
  test('log in for the first time: an invitation, a link in a mail, the hand-over', async () => {
    const politician = await enterAs('kontaktpolitiker')
    await politician.getByRole('link', { name: 'Personer och uppdrag' }).click()
    await politician.getByLabel('Namn').fill('Åke Överström')
    await politician.getByLabel('E-post').fill('ake.overstrom@falkenberg.example')
    await politician.getByLabel('Titel').fill('Klimatstrateg')
    await politician.getByLabel('Uppdrag').selectOption('Ombud')
    await main(politician).getByRole('button', { name: 'Bjud in', exact: true }).click()
    await politician.getByText('Inbjudan är skickad.').waitFor()

    const page = await visit.page()
    await openNewestMail(page, 'ake.overstrom@falkenberg.example', 0)
    await page.getByRole('button', { name: 'Logga in' }).click()
    await page.getByRole('heading', { level: 1, name: 'Ombud för Falkenberg: överlämning' }).waitFor()
    await expect.poll(() => main(page).getByRole('listitem').count()).toBeGreaterThan(10)

    await page.goto('/mina-sidor')
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByText('Du är utloggad.').waitFor()
    await page.getByLabel('E-postadress').fill('ake.overstrom@falkenberg.example')
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await page.getByRole('heading', { name: 'Titta i din e-post' }).waitFor()
    await openNewestMail(page, 'ake.overstrom@falkenberg.example', 1)
    await page.getByRole('button', { name: 'Logga in' }).click()
    await page.getByRole('heading', { name: 'Hej Åke' }).waitFor()
  })

  test('log in with a passkey afterwards', async () => {
    const page = await enterAs('revisor')
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.getByRole('link', { name: 'Inloggning och säkerhet' }).click()
    await page.getByLabel('Namn på passnyckeln').fill('Jobbdatorn')
    await page.getByRole('button', { name: 'Lägg till passnyckel' }).click()
    await page.getByText('Passnyckeln är tillagd.').waitFor()
    await page.getByText('Jobbdatorn, tillagd').waitFor()

    await page.goto('/mina-sidor')
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('button', { name: 'Logga in med passnyckel' }).click()
    await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  })

  test('find somebody and write; the answer goes to who asked', async () => {
    const page = await enterAs('medlem')
    const me = await addressOf(page)
    await page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link', { name: 'Kontakter' }).click()
    await page.getByLabel('Sök på ämne').fill('ekologisk mat i storkök')
    await main(page).getByRole('button', { name: 'Sök' }).click()
    await page.getByRole('checkbox').first().check()
    await page.getByRole('checkbox').nth(1).check()
    await page.getByRole('button', { name: 'Skriv till de valda' }).click()
    await page.getByLabel('Ämnesrad').fill('Hur får ni tag på ekologisk mjölk?')
    await page.getByLabel('Meddelande').fill('Hej!\n\nVi letar leverantörer i Halland.')
    await page.getByRole('button', { name: 'Skicka' }).click()
    await page.getByText('Meddelandet är skickat till 2 personer.').waitFor()
    const mails = (await mailbox.all()).filter(
      ({ subject }) => subject === 'Hur får ni tag på ekologisk mjölk?',
    )
    expect(mails).toHaveLength(2)
    for (const mail of mails) expect(mail.replyTo?.value[0]?.address).toBe(me)
  })

  test('renew their representatives with one button, or name a successor', async () => {
    const page = await enterAs('kontakttjansteperson')
    await page.getByRole('link', { name: /Bekräfta eller förnya/ }).click()
    const reporter = page.getByRole('group', { name: 'Rapportör' })
    await reporter.getByLabel('Byt till någon ny').check()
    await page.getByRole('button', { name: 'Bekräfta uppdragen' }).click()
    await page.getByRole('alert').getByRole('link', { name: 'Skriv ett namn.' }).click()
    const asked = page.locator('.seat', { has: reporter })
    await asked.getByLabel('Namn').fill('Rut Rapport')
    await asked.getByLabel('E-post').fill('rut.rapport@falkenberg.example')
    await page.getByRole('button', { name: 'Bekräfta uppdragen' }).click()
    await page.getByText('Tack! Uppdragen är bekräftade.').waitFor()
    expect(await mailbox.mailTo('rut.rapport@falkenberg.example')).toHaveLength(1)
  })

  test('get a letter meant for them, and decline the next with one click', async () => {
    const page = await enterAs('kansli')
    await page.getByRole('link', { name: 'Kansliets skrivbord' }).click()
    await page.getByRole('link', { name: 'Brev till medlemmar' }).click()
    await page.getByRole('link', { name: 'Nytt brev' }).click()
    await page.getByLabel('Ämnesrad').fill('Nytt från kansliet')
    await page.getByLabel('Text', { exact: true }).fill('Hej {namn}!\n\nVälkommen till höstens träff.')
    await page.getByRole('group', { name: 'Uppdrag' }).getByLabel('Fakturamottagare').check()
    await page.getByLabel('Bara dessa organisationer').fill('1382')
    await page.getByRole('button', { name: 'Spara och granska' }).click()
    await page.getByText('En person får brevet').waitFor()
    await page.getByRole('button', { name: 'Skicka till 1' }).click()
    await page.getByText('Brevet skickas nu.').waitFor()
    const mail = (await mailbox.all()).find(({ subject }) => subject === 'Nytt från kansliet')
    await page.getByRole('link', { name: 'Brev till medlemmar' }).click()
    const decline = /https?:\/\/\S+\/avanmal\/\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    const reader = await visit.page()
    await reader.goto(new URL(decline).pathname)
    await reader.getByRole('button', { name: 'Ja, sluta skicka dem' }).click()
    await reader.getByText('Du får inte längre nyhetsbrev.').waitFor()
  })

  test('take their data along, and are erased', async () => {
    const page = await enterAs('ombud')
    const address = await addressOf(page)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Ladda ner allt/ }).click(),
    ])
    const data = JSON.parse(await readFile(await file.path(), 'utf8'))
    expect(data.person.email).toBe(address)
    expect(data.appointments[0]).toMatchObject({ organisation: 'Helsingborg', role: 'delegate' })

    await page.getByRole('button', { name: 'Radera mina uppgifter' }).click()
    await page.getByRole('alert').getByText('Kryssa i att du vill bli raderad.').waitFor()
    await page.getByLabel('Ja, radera mina uppgifter').check()
    await page.getByRole('button', { name: 'Radera mina uppgifter' }).click()
    await page.getByRole('heading', { name: 'Dina uppgifter är raderade' }).waitFor()
    await page.goto('/mina-sidor')
    await page.getByRole('heading', { name: 'Logga in' }).first().waitFor()
    const left = await visit.db.selectFrom('audit_entry').select(['before', 'after']).execute()
    expect(JSON.stringify(left)).not.toContain(address)
    const people = await visit.db.selectFrom('person').select('email').where('email', '=', address).execute()
    expect(people).toEqual([])
  })

  test('see no fault in the console', () => {
    // The refused form of the renewal and of the erasure answer 422, which the browser notes as an error.
    const serious = visit.complaints.filter((complaint) => !/status of 422/.test(complaint))
    expect(serious).toEqual([])
  })
})
