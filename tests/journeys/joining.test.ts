import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { wholeApplication } from '../support/application.ts'
import { type Visit, visitSite } from '../support/browser.ts'
import { type Mailbox, openMailbox } from '../support/mailbox.ts'

vi.setConfig({ testTimeout: 90_000 })

let visit: Visit
let mailbox: Mailbox
const pages: Record<string, Page> = {}
/** The address of the board's meeting. */
let meeting = ''
beforeAll(async () => {
  visit = await visitSite()
  mailbox = await openMailbox(visit.db)
})
afterAll(async () => {
  await mailbox.close()
  await visit.close()
})

/** Somebody who has chosen a person on the page of the demonstration; asked for again, the same visitor. */
async function enterAs(konto: string): Promise<Page> {
  const open = pages[konto]
  if (open) return open
  const page = await visit.page()
  pages[konto] = page
  await page.goto('/demo')
  await page.locator(`form:has(input[value="${konto}"]) button`).click()
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  return page
}

async function enterByMail(address: string): Promise<Page> {
  const page = await visit.page()
  const before = (await mailbox.mailTo(address)).length
  await page.goto('/logga-in')
  await page.getByLabel('E-postadress').fill(address)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await expect.poll(async () => (await mailbox.mailTo(address)).length).toBeGreaterThan(before)
  await page.goto(await mailbox.linkTo(address))
  await page.getByRole('button', { name: 'Logga in' }).click()
  await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  return page
}

const main = (page: Page) => page.getByRole('main')
const labels: Record<string, string> = {
  organisationNumber: 'Organisationsnummer',
  address: 'Postadress',
  postalCode: 'Postnummer',
  city: 'Ort',
  email: 'Registratorns e-post',
  invoiceEmail: 'E-post för fakturor',
  invoiceReference: 'Er referens på fakturor (valfritt)',
  decidedOn: 'Datum för beslutet',
  decisionParagraph: 'Paragraf',
  programmeTitle: 'Programmets namn',
  programmeAdoptedOn: 'Antaget den',
  programmeAddress: 'Länk till programmet (valfritt)',
  criterion1: 'Hur arbetar ni med kriterium 1?',
  criterion2: 'Hur arbetar ni med kriterium 2?',
  criterion3: 'Hur arbetar ni med kriterium 3?',
  criterion4: 'Hur arbetar ni med kriterium 4?',
}

describe('a municipality joins', () => {
  test('an official applies from a mail, saves, comes back and submits', async () => {
    const page = await visit.page()
    await page.goto('/ansokan')
    await page.getByLabel('Kommun eller region').fill('Kungälv')
    await page.getByLabel('Ditt namn').fill('Ada Sökande')
    await page.getByLabel('Din e-postadress i tjänsten').fill('ada@kungalv.example')
    await page.getByRole('button', { name: 'Skicka länken' }).click()
    await page.getByRole('heading', { name: 'Titta i din e-post' }).waitFor()
    await expect.poll(async () => (await mailbox.mailTo('ada@kungalv.example')).length).toBe(1)
    await page.goto(await mailbox.linkTo('ada@kungalv.example'))
    await page.getByRole('button', { name: 'Börja ansökan' }).click()
    await page.getByText('Ansökan är öppnad. Välkommen!').waitFor()
    pages.applicant = page

    await page.getByRole('link', { name: 'Uppgifter om organisationen' }).click()
    for (const [part, fields] of Object.entries(wholeApplication)) {
      if (part === 'kontaktpersoner') break
      for (const [name, value] of Object.entries(fields)) {
        if (name === 'decidingBody') await page.getByLabel('Vem fattade beslutet?').selectOption(value)
        else await page.getByLabel(labels[name] ?? name, { exact: true }).fill(value)
      }
      await page.getByRole('button', { name: 'Spara och gå vidare' }).click()
    }
    // Comes back another day, to the same place.
    await page.goto('/ansokan')
    await page.getByRole('link', { name: 'Ansökan för Kungälv' }).click()
    await page.getByText('2 delar är inte klara.').waitFor()
    await page.getByRole('link', { name: 'Era kontaktpersoner' }).click()
    for (const [name, value] of Object.entries(wholeApplication.kontaktpersoner ?? {})) {
      await page.locator(`#${name}`).fill(value)
    }
    await page.getByRole('button', { name: 'Spara och gå vidare' }).click()

    await page.getByLabel('Fil', { exact: true }).setInputFiles({
      name: 'beslut.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('<html>inte alls'),
    })
    await page.getByRole('button', { name: 'Ladda upp' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Filens innehåll stämmer inte/ })
      .waitFor()
    for (const name of ['beslut', 'program']) {
      await page.getByLabel('Fil', { exact: true }).setInputFiles({
        name: `${name}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from(`%PDF-1.7\n% ${name}\n%%EOF\n`),
      })
      await page.getByRole('button', { name: 'Ladda upp' }).click()
      await page.getByText('Dokumentet är uppladdat.').waitFor()
    }
    await page.getByRole('link', { name: 'Klar med dokumenten' }).click()
    await page.getByRole('link', { name: 'Kontrollera och skicka in' }).click()
    await page.getByLabel('Jag har rätt att lämna in ansökan').check()
    await page.getByRole('button', { name: 'Skicka in ansökan' }).click()
    await page.getByText('Tack! Ansökan är inskickad').waitFor()
    const receipt = (await mailbox.mailTo('ada@kungalv.example')).at(-1)
    expect(receipt?.subject).toBe('Kvittens: ansökan för Kungälv')
    expect(receipt?.attachments.map(({ filename }) => filename)).toEqual(['kvittens.pdf'])
  })

  test('the secretariat checks it and passes it on', async () => {
    const page = await enterAs('kansli')
    await page.goto('/kansli')
    await page.getByRole('link', { name: /ansökningar att kontrollera/ }).click()
    await main(page).getByRole('link', { name: 'Kungälv' }).click()
    await page.getByText('Alla delar är ifyllda').waitFor()
    await page.getByRole('button', { name: 'Lämna till expertgruppen' }).click()
    await page.getByText('Expertgruppen har fått ansökan.').waitFor()
  })

  test('two experts give their views, one gives the recommendation of the group', async () => {
    for (const address of ['ingrid.vag@sekom.example', 'daniel.moller@sekom.example']) {
      const page = await enterByMail(address)
      await page.getByRole('link', { name: 'Expertgruppens granskning' }).click()
      await page.getByRole('link', { name: 'Kungälv' }).click()
      await page.getByRole('group', { name: 'Bedömning' }).nth(3).waitFor()
      for (const group of await page.getByRole('group', { name: 'Bedömning' }).all()) {
        await group.getByLabel('Uppfyller').check()
      }
      await page
        .getByRole('group', { name: 'Min rekommendation' })
        .getByLabel('Godkänn', { exact: true })
        .check()
      await page.getByLabel('Integritet: vad ser du?').fill('Visselblåsarfunktion finns.')
      await page.getByRole('button', { name: 'Lämna yttrandet' }).click()
      await page.getByText('Tack! Yttrandet är lämnat.').waitFor()
      pages.expert = page
    }
    const page = pages.expert ?? (await visit.page())
    await page.getByText('2 yttranden krävs, 2 är lämnade.').waitFor()
    await page
      .getByRole('group', { name: 'Gemensam rekommendation' })
      .getByLabel('Godkänn', { exact: true })
      .check()
    await page.getByLabel('Rekommendation och skäl till styrelsen').fill('Väl förankrat arbete.')
    await page.getByRole('button', { name: 'Lämna rekommendationen' }).click()
    await page.getByText('Rekommendationen är lämnad').waitFor()
  })

  test('the secretariat puts it on the agenda, calls and opens the meeting; the chair takes the decision', async () => {
    const office = await enterAs('kansli')
    await office.goto('/styrelse')
    await office.getByText('Nytt styrelsemöte').click()
    await office.getByLabel('Dag', { exact: true }).fill('2026-11-23')
    await office.getByLabel('Börjar (valfritt)').fill('13:00')
    await office.getByRole('button', { name: 'Lägg till mötet' }).click()
    await office.getByText('Mötet är tillagt.').waitFor()
    meeting = new URL(office.url()).pathname
    await office.getByRole('button', { name: 'Lägg till de stående punkterna' }).click()
    await office.getByText('De stående punkterna är tillagda.').waitFor()
    const waiting = office.getByRole('article').filter({ hasText: 'Väl förankrat arbete.' })
    await waiting.getByRole('button', { name: /Sätt upp på dagordningen/ }).click()
    await office.getByText('Ärendet står på dagordningen.').waitFor()
    await office.getByRole('button', { name: 'Skicka kallelsen' }).click()
    await office
      .getByText(/skulle ha skickats senast 16 november 2026/)
      .first()
      .waitFor()
    await office.getByLabel(/Alla ledamöter har gått med på/).check()
    await office.getByRole('button', { name: 'Skicka kallelsen' }).click()
    await office.getByText('Kallelsen är på väg').waitFor()
    await office.getByRole('button', { name: 'Öppna mötet' }).click()
    await office.getByText('Styrelsen är inte beslutför').waitFor()

    const chair = await enterAs('ordforande')
    await chair.getByRole('link', { name: /Styrelsens möte 23 november 2026/ }).click()
    await chair.getByRole('link', { name: 'Ansökan om medlemskap: Kungälv' }).click()
    await chair.getByLabel('Ansökan godkänns', { exact: true }).check()
    await chair.getByRole('button', { name: 'Spara beslutet' }).click()
    await chair
      .getByRole('alert')
      .getByRole('link', { name: /inte beslutför/ })
      .waitFor()

    const present = office.getByRole('group', { name: 'Närvarande' })
    for (const box of await present.getByRole('checkbox').all()) await box.check()
    await office
      .getByRole('group', { name: /^Justerare/ })
      .getByLabel('Lars-Göran Ek')
      .check()
    await office.getByRole('button', { name: 'Spara närvaron' }).click()
    await office.getByText('Styrelsen är beslutför').waitFor()

    await chair.getByLabel('Ansökan godkänns', { exact: true }).check()
    await chair.getByRole('button', { name: 'Spara beslutet' }).click()
    await chair.getByText('Beslutet är sparat och gäller.').waitFor()
    await chair.getByText('Ansökan godkänns.').waitFor()
  })

  test('two secretaries write the minutes at once, and both texts are kept', async () => {
    const first = await enterAs('kansli')
    const second = await enterByMail('viktor.lonn@sekom.example')
    for (const page of [first, second]) await page.goto(`${meeting}/protokoll`)
    const itemOn = (page: Page) => page.getByRole('article').filter({ hasText: 'Kungälv' })
    await itemOn(first).getByRole('textbox').fill('Expertgruppen föredrog.')
    await itemOn(first).getByRole('button', { name: 'Spara texten' }).click()
    await first.getByText('Texten är sparad.').waitFor()
    await itemOn(second).getByRole('textbox').fill('Kungälv var med på länk.')
    await itemOn(second).getByRole('button', { name: 'Spara texten' }).click()
    await second.getByRole('heading', { name: 'Någon annan hann spara före dig' }).waitFor()
    await second.getByRole('button', { name: 'Spara den sammanförda texten' }).click()
    await second.getByText('Texten är sparad.').waitFor()
    await first.reload()
    expect(await itemOn(first).getByRole('textbox').inputValue()).toBe(
      'Expertgruppen föredrog. Kungälv var med på länk.',
    )
  })

  test('the meeting ends, and chair and adjuster approve the minutes', async () => {
    const office = await enterAs('kansli')
    await office.goto(meeting)
    for (const title of [
      'Mötets öppnande',
      'Val av justerare',
      'Godkännande av dagordningen',
      'Föregående protokoll',
      'Ekonomi',
      'Nästa möte',
      'Mötets avslutande',
    ]) {
      await office.goto(meeting)
      await main(office).getByRole('link', { name: title, exact: true }).click()
      await office.getByLabel('Läggs till handlingarna').check()
      if (title === 'Nästa möte')
        await office.getByLabel('Beslutets lydelse').fill('Nästa möte är 10 december.')
      await office.getByRole('button', { name: 'Spara beslutet' }).click()
      await office.getByText('Beslutet är sparat och gäller.').waitFor()
    }
    await office.goto(meeting)
    await office.getByRole('button', { name: 'Avsluta mötet' }).click()
    await office.getByRole('button', { name: 'Lämna protokollet för justering' }).click()
    await office.getByText('Protokollet är lämnat för justering').waitFor()
    for (const page of [await enterAs('ordforande'), await enterAs('styrelseledamot')]) {
      await page.goto('/mina-sidor')
      await page.getByRole('link', { name: /Justera protokollet från styrelsens möte/ }).click()
      await page.getByLabel('Jag har läst protokollet').check()
      await page.getByRole('button', { name: 'Justera protokollet' }).click()
      await page.getByText(/Tack! Din justering|justerat av alla/).waitFor()
    }
    const member = await enterAs('medlem')
    await member.goto(`${meeting}/protokoll`)
    await member.getByText('inget tecken har ändrats sedan justeringen').waitFor()
  })

  test('the contact politician comes in for the first time, to a member with a public page', async () => {
    const page = await visit.page()
    await expect.poll(async () => (await mailbox.mailTo('pia@kungalv.example')).length).toBe(2)
    const mails = await mailbox.mailTo('pia@kungalv.example')
    const welcome = mails.find(({ subject }) => subject?.endsWith('Kungälv!'))
    expect(welcome?.attachments.map(({ filename }) => filename)).toEqual(['medlemsbevis.pdf'])
    const invitation = mails.find((mail) => mail !== welcome)
    const link = /https?:\/\/\S+/.exec(invitation?.text ?? '')?.[0] ?? ''
    await page.goto(new URL(link).pathname)
    await page.getByRole('button', { name: 'Logga in' }).click()
    await page.getByRole('heading', { name: 'Hej Pia' }).waitFor()
    await page.getByRole('link', { name: 'Personer och uppdrag' }).click()
    await main(page).getByText('Olle Ämbetsman').waitFor()
    await page.goto('/kommuner/1482')
    await main(page).getByText('Miljöprogram 2026–2030').first().waitFor({ state: 'attached' })

    const applicant = pages.applicant ?? page
    await applicant.goto('/ansokan')
    await applicant.getByRole('link', { name: 'Ansökan för Kungälv' }).click()
    await applicant.getByText('Ni är medlemmar. Välkomna!').waitFor()
  })

  test('see no fault in the console', () => {
    const serious = visit.complaints.filter((complaint) => !/status of (422|409)/.test(complaint))
    expect(serious).toEqual([])
  })
})
