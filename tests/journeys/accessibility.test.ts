import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsInBothThemes, noFaults } from '../support/axe.ts'
import { type Visit, visitSite } from '../support/browser.ts'

let visit: Visit
let page: Page

beforeAll(async () => {
  visit = await visitSite()
  page = await visit.page()
})
afterAll(() => visit.close())

const publicPages = [
  '/',
  '/om',
  '/om/kriterier',
  '/om/historia',
  '/om/kansliet',
  '/kommuner',
  '/kommuner?sok=berg',
  '/kommuner/1382',
  '/kommuner/0010',
  '/nyckeltal',
  '/nyckeltal/metod',
  '/nyckeltal/1b?kommun=1382&med=1283,1490',
  '/nyckeltal/4?kommun=0980',
  '/nyckeltal/7?kommun=1382&grupp=liknande',
  '/nyckeltal/7?kommun=1382&vy=rangordning',
  '/nyckeltal/7?kommun=1382&vy=spridning',
  '/nyckeltal/7?kommun=1382&vy=karta',
  '/nyckeltal/7?vy=tabell',
  '/nyckeltal/utslapp-med-utrikes?kommun=2281',
  '/embed/nyckeltal/1b?kommun=1382',
  '/kommuner/1382/rapport/2025',
  '/nyckeltal/arsrapport/2025',
  '/jamfor',
  '/jamfor?kommun=1382&med=1283',
  '/exempel?nyckeltal=7',
  '/exempel/1-bilpoolen-som-ersatte-den-egna-bilen-i-tjansten',
  '/lar-av',
  '/lar-av?kommun=1382',
  '/lar-av?kommun=1382&nyckeltal=7',
  '/exempel/6-en-energiingenjor-som-betalar-sig-sjalv',
  '/evenemang',
  '/evenemang/5',
  '/nyheter',
  '/nyheter/arsmotet-valde-ny-styrelse',
  '/styrelse/beslut',
  '/oppna-data',
  '/oppna-data/kallor',
  '/api',
  '/tillganglighet',
  '/integritet',
  '/finns-inte',
  '/en',
  '/en/nyckeltal/1b?kommun=1382',
  '/en/kommuner/1382',
  '/en/kommuner/1382/rapport/2025',
]

test.each(publicPages)('axe finds nothing on %s', async (path) => {
  await page.goto(path)
  expect(await faultsInBothThemes(page)).toEqual(noFaults)
})
