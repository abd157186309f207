import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { atomType } from '#platform/feeds/atom.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page as htmlPage } from '#ui/page.tsx'
import { answerCatalogue } from './catalogue/answer.ts'
import { contentOf } from './content.ts'
import { schemaCatalog } from './dataset.ts'
import { answerFigureCube, answerFile, answerMetadata, extentOf, settingOf } from './files.ts'
import { loadOverview } from './overview.ts'
import { OpenDataPage } from './pages/open-data.tsx'
import { neighbourPaths, openDataPaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** Everything under `/oppna-data` but the page of sources. */
export const routes = new Hono<AppEnv<Database>>()

const { page, catalogue } = openDataPaths
routes.get(page, async (c) => {
  const { locale: l, config } = c.var
  const t = textsOf(l).page
  const overview = await loadOverview(c.var, settingOf(c, contentOf('nyckeltal'), await extentOf(c)))
  const feed = {
    href: l.href(`${neighbourPaths.revisions}.atom`),
    type: atomType.split(';')[0] ?? atomType,
    title: t.programs.feed,
  }
  return htmlPage(
    c,
    {
      title: t.title,
      description: t.description,
      feeds: [feed],
      data: schemaCatalog(c, overview),
    },
    <OpenDataPage l={l} overview={overview} baseUrl={config.baseUrl} demo={config.mode === 'demo'} />,
  )
})
routes.get(catalogue, answerCatalogue)
routes.get(`${page}/:file{katalog\\.(rdf|ttl|jsonld)}`, answerCatalogue)
routes.get(`${page}/:file{[a-z-]+\\.csv-metadata\\.json}`, answerMetadata)
routes.get(`${page}/:file{[a-z-]+\\.(csv|xlsx|parquet|json-stat)}`, answerFile)
routes.get(`${page}/nyckeltal/:file{[a-z0-9-]+\\.json-stat}`, answerFigureCube)
