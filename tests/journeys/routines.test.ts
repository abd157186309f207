import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Visit, visitSite } from '../support/browser.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let site: Visit
let told: string
const people = new Map<string, Page>()
beforeAll(async () => {
  site = await visitSite()
  told = await readFile('docs/routines.md', 'utf8')
})
afterAll(() => site.close())

/** Whoever it is, logged in on a page of their own. */
async function pageOf(konto: string): Promise<Page> {
  const known = people.get(konto)
  if (known) return known
  const page = await site.page()
  await page.goto('/demo')
  await page.request.post('/demo/logga-in', {
    form: { konto },
    headers: { origin: new URL(page.url()).origin },
  })
  people.set(konto, page)
  return page
}

/** Presses links and buttons one after the other from one's own page, by the words on them. */
async function walk(konto: string, presses: RegExp[]): Promise<string> {
  const page = await pageOf(konto)
  await page.goto('/mina-sidor')
  for (const words of presses) {
    const link = page.getByRole('link', { name: words }).or(page.getByRole('button', { name: words }))
    await link.first().click()
    await page.waitForLoadState()
  }
  return new URL(page.url()).pathname
}

const [meetings, meeting] = [/^Årsmöten$/, /^Årsmöte 2027/]
const [advocacy, matter] = [/^Påverkan$/, /^Återbruk av byggvaror vid rivning/]

/** Each routine as docs/routines.md names it, who walks it, what is pressed, where it ends. */
test.each<[string, string, RegExp[], RegExp]>([
  ['Plan the board’s meetings', 'kansli', [/^Styrelsens möten$/], /^\/styrelse$/],
  [
    'Put items on the agenda',
    'kansli',
    [/^Styrelsens möten$/, /10 december 2026/],
    /^\/styrelse\/moten\/\d+$/,
  ],
  [
    'Call the board',
    'kansli',
    [/^Styrelsens möten$/, /10 december 2026/, /^Skicka kallelsen$/],
    /^\/styrelse\/moten\/\d+/,
  ],
  [
    'Read what the board will decide on',
    'styrelseledamot',
    [/^Styrelsens möte 10 december 2026/],
    /^\/styrelse\/moten\/\d+$/,
  ],
  ['Plan the annual meeting', 'kansli', [meetings, /^Planera ett årsmöte$/], /^\/arsmote\/ny$/],
  [
    'Hand in a motion',
    'kontaktpolitiker',
    [meetings, meeting, /^Lämna en motion/],
    /^\/arsmote\/2027\/motioner\/ny$/,
  ],
  [
    'Give the board’s opinion on motions',
    'ordforande',
    [/saknar styrelsens yttrande/],
    /^\/arsmote\/2027\/motioner$/,
  ],
  ['Nominate somebody', 'kontaktpolitiker', [meetings, meeting, /^Nominera någon/], /^\/arsmote\/2027\/val$/],
  [
    'Put the agenda in order',
    'kansli',
    [meetings, meeting, /^Kansliets sida$/, /^Ändra ordningen$/],
    /^\/arsmote\/2027\/dagordning\/ordning$/,
  ],
  [
    'Call the annual meeting',
    'kansli',
    [meetings, meeting, /^Kansliets sida$/, /^Skicka kallelsen$/],
    /^\/arsmote\/2027\/kansli$/,
  ],
  [
    'Register and name delegates',
    'kontaktpolitiker',
    [/^Anmäl dig till Årsmöte 2027/],
    /^\/arsmote\/2027\/anmalan$/,
  ],
  ['Take up a consultation', 'expert', [advocacy, /^Ny remiss eller nytt initiativ$/], /^\/paverkan\/ny$/],
  ['Send its sections to those who know', 'kansli', [advocacy, matter, /^Delar/], /^\/paverkan\/\d+\/delar$/],
  ['Write the response', 'expert', [advocacy, matter, /^Skriv i texten$/], /^\/paverkan\/\d+\/skriv$/],
  ['Comment on it', 'kontakttjansteperson', [advocacy, matter, /^Texten$/], /^\/paverkan\/\d+\/text$/],
  ['Stand behind it', 'kontaktpolitiker', [/^(Ta ställning|Bekräfta): /], /^\/paverkan\/\d+\/.+/],
  ['Lay it before the board', 'kansli', [advocacy, matter, /^Lägg fram för styrelsen$/], /^\/paverkan\/\d+/],
])('%s is as few clicks away as the routines say', async (routine, konto, presses, ends) => {
  expect(await walk(konto, presses)).toMatch(ends)
  const row = told.split('\n').find((line) => line.startsWith(`| ${routine}`))
  expect(row, `docs/routines.md has no row for “${routine}”`).toBeDefined()
  expect(row).toMatch(new RegExp(`\\| ${presses.length}(, to the end)? \\|$`))
})
