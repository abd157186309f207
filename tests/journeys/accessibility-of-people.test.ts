import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsInBothThemes, noFaults } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'

let visit: Visit
const pages = new Map<string, Page>()
beforeAll(async () => {
  visit = await visitSite()
})
afterAll(() => visit.close())

/** Pages behind the login, each as somebody who uses it. */
const visits: [konto: string, path: string][] = [
  ['', '/logga-in'],
  ['', '/logga-in/lank/finns-inte'],
  ['', '/demo'],
  ['', '/demo/post'],
  ['kontakttjansteperson', '/mina-sidor'],
  ['kontakttjansteperson', '/mina-sidor/personer/1382'],
  ['kontakttjansteperson', '/mina-sidor/fornya/1382'],
  ['kontakttjansteperson', '/mina-sidor/organisation/1382'],
  ['kontakttjansteperson', '/mina-sidor/inloggning'],
  ['kontakttjansteperson', '/mina-sidor/tvafaktor'],
  ['kontakttjansteperson', '/mina-sidor/uppgifter'],
  ['kontakttjansteperson', '/mina-sidor/kort'],
  ['kontakttjansteperson', '/mina-sidor/brev'],
  ['kontakttjansteperson', '/kontakter?sok=energi'],
  ['kontakttjansteperson', '/kontakter/skriv?till=30,31'],
  ['kontakttjansteperson', '/en/kontakter?sok=energi'],
  ['kontakttjansteperson', '/kansli'],
  ['kansli', '/kansli'],
  ['kansli', '/kansli/fornyelse'],
  ['kansli', '/kansli/brev'],
  ['kansli', '/kansli/brev/ny'],
  ['kansli', '/kansli/amnen'],
  ['kansli', '/kansli/amnen/vatten'],
  ['kansli', '/kansli/logg'],
  ['kansli', '/kansli/drift'],
  ['', '/bli-medlem?organisation=Halmstad&invanare=41912'],
  ['kontakttjansteperson', '/mina-sidor/fakturor/1382'],
  ['kansli', '/kansli/rapportering'],
  ['kansli', '/kansli/rapportering/2025'],
  ['kansli', '/kansli/rapportering/2025/0127'],
  ['rapportor', '/rapportera'],
  ['rapportor', '/rapportera/1382/2025'],
  ['rapportor', '/rapportera/1382/mal'],
  ['kansli', '/rapportera/0319/2025/formular'],
  ['', '/nyckeltal/revideringar'],
  ['rapportor', '/rapportera/1382/2025/nyckeltal/2'],
  ['rapportor', '/en/rapportera/1382/2025/nyckeltal/2'],
  ['kansli', '/kansli/avgifter'],
  ['kansli', '/kansli/avgifter/taxor'],
  ['kansli', '/kansli/avgifter/taxor/2027'],
  ['kansli', '/kansli/avgifter/simulera?fast=5000&rorlig=0,30&region=0,20&tak='],
  ['kansli', '/kansli/avgifter/avisering/2027'],
  ['kansli', '/kansli/avgifter/fakturor?status=overdue'],
  ['kansli', '/kansli/avgifter/fakturor/20260004'],
  ['kansli', '/kansli/avgifter/inbetalningar'],
  ['kansli', '/kansli/avgifter/inbetalningar/124'],
  ['kansli', '/kansli/avgifter/bokforing'],
  ['kansli', '/kansli/avgifter/installningar'],
  ['revisor', '/kansli/avgifter/medlem/1490'],
  ['revisor', '/en/kansli/avgifter'],
  ['kansli', '/kansli/register'],
  ['kansli', '/kansli/register/1382'],
  ['kansli', '/kansli/personer'],
  ['kansli', '/kansli/import'],
  ['kansli', '/en/kansli'],
  ['', '/ansokan'],
  ['', '/ansokan/borja/finns-inte'],
  ['sokande', '/ansokan'],
  ['sokande', '/ansokan/1'],
  ['sokande', '/ansokan/1/del/organisation'],
  ['sokande', '/ansokan/1/del/kriterium-4'],
  ['sokande', '/ansokan/1/del/kontaktpersoner'],
  ['sokande', '/ansokan/1/dokument'],
  ['sokande', '/ansokan/1/kontrollera'],
  ['sokande', '/ansokan/1/aterkalla'],
  ['sokande', '/en/ansokan/1'],
  ['kansli', '/kansli/ansokningar'],
  ['kansli', '/kansli/ansokningar/2'],
  ['kansli', '/kansli/ansokningar/4'],
  ['kansli', '/ansokan/3'],
  ['kansli', '/styrelse'],
  ['expert', '/expertgrupp'],
  ['expert', '/expertgrupp/3'],
  ['ordforande', '/styrelse'],
  ['ordforande', '/en/styrelse'],
  ['kansli', '/styrelse/moten/2'],
  ['kansli', '/styrelse/moten/2/arenden/7'],
  ['kansli', '/styrelse/moten/2/protokoll'],
  ['medlem', '/styrelse/moten/1/protokoll'],
  ['administrator', '/kansli/inloggning'],
  ['administrator', '/kansli/inloggning/1382'],
]

test.each(visits)(
  'as %s on %s axe finds nothing, and nothing stands outside a small screen',
  async (konto, path) => {
    const page = await pageOf(konto)
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await page.setViewportSize({ width: 1280, height: 900 })
    expect(await faultsInBothThemes(page)).toEqual(noFaults)
  },
)

async function pageOf(konto: string): Promise<Page> {
  const open = pages.get(konto)
  if (open) return open
  const page = await visit.page()
  pages.set(konto, page)
  if (konto) {
    await page.goto('/demo')
    await page.locator(`form:has(input[value="${konto}"]) button`).click()
    await page.getByRole('heading', { level: 1, name: /^Hej / }).waitFor()
  }
  return page
}
