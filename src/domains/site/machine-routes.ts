import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { apiPaths } from '#domains/api/index.ts'
import { keyFigurePaths } from '#domains/key-figures/index.ts'
import { organisationPaths } from '#domains/members/index.ts'
import { openDataPaths } from '#domains/open-data/index.ts'
import { association, firstLanguage, ownTexts } from '#platform/association.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { localeOf } from '#platform/i18n.ts'
import { renderPng } from '#platform/pictures/render-png.ts'
import { sharePicture } from '#ui/charts/chart-picture.tsx'
import { sitePicture } from '#ui/page.tsx'
import * as neighbours from './neighbours.ts'
import { machinePaths, sitePaths } from './paths.ts'
import { robotsText, securityText, sitemapIndexXml, sitemapXml } from './sitemap.ts'

type C = Context<AppEnv<Database>>

const xmlType = 'application/xml; charset=utf-8'

/** What programs ask for. These stand at the root of the site only, whatever the language. */
export const machineRoutes = new Hono<AppEnv<Database>>()

for (const path of Object.values(machinePaths)) {
  machineRoutes.use(path, (c, next) =>
    c.var.locale.tongue !== firstLanguage ? Promise.resolve(c.notFound()) : next(),
  )
}

machineRoutes.get(machinePaths.sitemap, async (c) => {
  const { xml } = await c.var.remember('sitemap', async () => ({ xml: await sitemapOf(c) }))
  return c.body(xml, 200, { 'content-type': xmlType })
})

// Part 1 holds every other page; the organisations begin at part 2.
machineRoutes.get(machinePaths.sitemapPart, async (c) => {
  const part = Number.parseInt(c.req.param('part'), 10)
  const found = await neighbours.partOfSitemap(c.var, Math.max(1, part - 1))
  if (!found || part > found.parts + 1) return c.notFound()
  const paths = part === 1 ? await listPaths(c) : found.codes.map(organisationPaths.profile)
  return c.body(sitemapXml(c.var.config.baseUrl, paths, c.var.tonguesOf), 200, { 'content-type': xmlType })
})

machineRoutes.get(machinePaths.robots, (c) => {
  const { mode, baseUrl } = c.var.config
  return c.text(robotsText(mode, baseUrl + machinePaths.sitemap))
})

machineRoutes.get(machinePaths.security, (c) => {
  const { now, config } = c.var
  const contact = config.baseUrl + sitePaths.secretariat
  return c.text(securityText({ contact, canonical: config.baseUrl + machinePaths.security, now }))
})

machineRoutes.get(sitePicture, async (c) => {
  const { picture } = await c.var.remember('site picture', async () => {
    return { picture: await renderPng(sharePicture(shared), 1200) }
  })
  return c.body(picture, 200, { 'content-type': 'image/png' })
})

/** The picture of the site is in the first language, as its name is. */
const told = localeOf(firstLanguage).language
const shared = {
  title: association.name[told],
  text: ownTexts[told].start.shared_picture,
  mark: 'Ekokommun',
}

/** All pages; in a large association the list of the files that hold them. */
async function sitemapOf(c: C): Promise<string> {
  const { baseUrl } = c.var.config
  const found = await neighbours.partOfSitemap(c.var, 1)
  if (!found) return sitemapXml(baseUrl, await listPaths(c), c.var.tonguesOf)
  const files = Array.from({ length: found.parts + 1 }, (_, index) => `${baseUrl}/sitemap/${index + 1}.xml`)
  return sitemapIndexXml(files)
}

async function listPaths(c: C): Promise<string[]> {
  const [ids, codes, exchange] = await Promise.all([
    neighbours.figureIds(c.var),
    neighbours.organisationCodes(c.var),
    neighbours.exchangePaths(c.var),
  ])
  return [
    ...Object.values(sitePaths),
    keyFigurePaths.list,
    keyFigurePaths.method,
    keyFigurePaths.compare,
    keyFigurePaths.learnFrom,
    openDataPaths.page,
    ...ids.map(keyFigurePaths.figure),
    organisationPaths.list,
    apiPaths.reference,
    ...codes.map(organisationPaths.profile),
    ...exchange,
  ]
}
