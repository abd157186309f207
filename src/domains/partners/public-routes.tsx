import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import { listPublicEvents, listSeries } from '#domains/events/index.ts'
import { listPublishedExamples } from '#domains/good-examples/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import { listSubscriptions } from './exchange/queries.ts'
import { NetworkPage } from './pages/network.tsx'
import { StartPage } from './pages/start.tsx'
import { partnerPaths } from './paths.ts'
import { ProjectPage } from './projects/pages/project.tsx'
import { ProjectsPage } from './projects/pages/projects.tsx'
import { findProject, listPublicProjects } from './projects/queries.ts'
import { listMilestones, listMunicipalities, listNetworks } from './queries.ts'
import { textsOf } from './texts.ts'
import { ExamplesPage } from './translations/pages/examples.tsx'
import { countWishes } from './translations/queries.ts'

type C = Context<AppEnv<Database>>

/** What everyone reads of the world outside. */
export const publicRoutes = new Hono<AppEnv<Database>>()

const mostExamples = 1000

publicRoutes.get(partnerPaths.start, open(), async (c) => {
  const { locale: l, db, actor, today } = c.var
  const [networks, municipalities, milestones, series, projects] = await Promise.all([
    listNetworks(db),
    listMunicipalities(db),
    listMilestones(db),
    listSeries(db),
    listPublicProjects(db),
  ])
  const events = await Promise.all(series.map(({ id }) => listPublicEvents(db, { seriesId: id })))
  const { title, lead } = textsOf(l).start
  return page(
    c,
    { title, description: lead },
    <StartPage
      l={l}
      networks={networks}
      municipalities={municipalities}
      milestones={milestones}
      series={series.map((one, i) => ({ ...one, events: events[i] ?? [] }))}
      projects={projects.slice(0, 3)}
      today={today}
      mayEdit={can(actor, 'partners.edit')}
    />,
  )
})

publicRoutes.get(partnerPaths.network(':network{[a-z0-9-]{1,60}}'), open(), async (c) => {
  const { locale: l, db, actor } = c.var
  const network = (await listNetworks(db)).find(({ id }) => id === c.req.param('network'))
  if (!network) throw missing(c)
  const [municipalities, milestones, projects, subscriptions] = await Promise.all([
    listMunicipalities(db),
    listMilestones(db),
    listPublicProjects(db, network.id),
    listSubscriptions(db),
  ])
  return page(
    c,
    { title: network.name, description: network.lead[l.language] },
    <NetworkPage
      l={l}
      network={network}
      municipalities={municipalities.filter(({ networkId }) => networkId === network.id)}
      milestones={milestones.filter(({ networkId }) => networkId === network.id)}
      projects={projects}
      subscriptionId={subscriptions.find(({ networkId }) => networkId === network.id)?.id}
      mayEdit={can(actor, 'partners.edit')}
    />,
  )
})

publicRoutes.get(partnerPaths.projects, open(), async (c) => {
  const { locale: l, db, actor } = c.var
  const { title, lead } = textsOf(l).projects
  return page(
    c,
    { title, description: lead },
    <ProjectsPage l={l} projects={await listPublicProjects(db)} mayWrite={can(actor, 'projects.write')} />,
  )
})

publicRoutes.get(partnerPaths.project(':project{[0-9]{1,9}}'), open(), async (c) => {
  const { locale: l, db, actor } = c.var
  const project = await findProject(db, Number(c.req.param('project')))
  if (!project?.publishedAt || project.hiddenAt) throw missing(c)
  const mayEdit =
    can(actor, 'partners.edit') ||
    (can(actor, 'projects.write') &&
      (actor?.roles.some(({ organisationCode }) => organisationCode === project.organisation.code) ?? false))
  return page(
    c,
    { title: project.name, description: project.lead[l.language] || project.name },
    <ProjectPage l={l} project={project} mayEdit={mayEdit} />,
  )
})

publicRoutes.get(partnerPaths.examples, open(), async (c) => {
  const { locale: l, db } = c.var
  const [examples, wishes] = await Promise.all([
    listPublishedExamples(db, { limit: mostExamples }),
    countWishes(db),
  ])
  const { title, lead } = textsOf(l).examples
  return page(
    c,
    { title, description: lead },
    <ExamplesPage l={l} examples={examples} wishes={wishes} done={c.req.query('klart')} />,
  )
})

/** What leads on from an address of this house where there is nothing. */
export function missing(c: C): Problem {
  const { locale: l } = c.var
  const t = textsOf(l)
  return new Problem(404, t.notFound, [{ href: l.href(partnerPaths.start), label: t.back }])
}
