import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { newsPaths, textsOf as newsTexts } from '#domains/news/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { machineRoutes } from './machine-routes.ts'
import * as neighbours from './neighbours.ts'
import { AboutPage } from './pages/about.tsx'
import { AccessibilityPage } from './pages/accessibility.tsx'
import { CriteriaPage } from './pages/criteria.tsx'
import { HistoryPage } from './pages/history.tsx'
import { PrivacyPage } from './pages/privacy.tsx'
import { SecretariatPage } from './pages/secretariat.tsx'
import { SourcesPage } from './pages/sources.tsx'
import { StartPage } from './pages/start.tsx'
import { sitePaths } from './paths.ts'
import { statementsOf, textsOf } from './texts.ts'

/** The pages of this house, on Swedish paths. */
export const routes = new Hono<AppEnv<Database>>()

routes.get(sitePaths.start, async (c) => {
  const l = c.var.locale
  const [glance, members, news, events] = await Promise.all([
    neighbours.glanceAtNetwork(c.var),
    neighbours.countMembers(c.var),
    neighbours.latestNews(c.var),
    neighbours.comingEvents(c.var),
  ])
  const feed = { href: l.href(newsPaths.feed), type: 'application/atom+xml', title: newsTexts(l).feedTitle }
  return page(
    c,
    { ...headOf(textsOf(l).start), feeds: [feed] },
    <StartPage l={l} glance={glance} members={members} news={news} events={events} />,
  )
})

routes.get(sitePaths.about, async (c) => {
  const members = await neighbours.countMembers(c.var)
  const l = c.var.locale
  return page(c, headOf(textsOf(l).about), <AboutPage l={l} members={members} />)
})

routes.get(sitePaths.criteria, async (c) => {
  const figures = await neighbours.figuresByCriterion(c.var)
  const l = c.var.locale
  return page(c, headOf(textsOf(l).criteria), <CriteriaPage l={l} figures={figures} />)
})

routes.get(sitePaths.history, (c) => {
  const l = c.var.locale
  return page(c, headOf(textsOf(l).history), <HistoryPage l={l} />)
})

routes.get(sitePaths.secretariat, async (c) => {
  const appointed = await neighbours.appointedToday(c.var)
  const l = c.var.locale
  return page(c, headOf(textsOf(l).secretariat), <SecretariatPage l={l} appointed={appointed} />)
})

routes.get(sitePaths.accessibility, (c) => {
  const l = c.var.locale
  return page(c, headOf(statementsOf(l).accessibility), <AccessibilityPage l={l} />)
})

routes.get(sitePaths.privacy, (c) => {
  const { locale: l, config } = c.var
  return page(c, headOf(statementsOf(l).privacy), <PrivacyPage l={l} demo={config.mode === 'demo'} />)
})

routes.get(sitePaths.sources, async (c) => {
  const sources = await neighbours.sources(c.var)
  const l = c.var.locale
  return page(c, headOf(statementsOf(l).sources), <SourcesPage l={l} sources={sources} />)
})

routes.route('/', machineRoutes)

function headOf({ title, description }: { title: string; description: string }) {
  return { title, description }
}
