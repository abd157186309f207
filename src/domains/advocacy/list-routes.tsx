import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { findInArchive, queryOf, readAsked } from './archive.ts'
import { listSentDemands } from './demand-queries.ts'
import { demandsChart, yearsOfDemands } from './demands-over-years.ts'
import { answerFeed } from './feed.tsx'
import type { C } from './here.ts'
import { listMatters, listOngoing } from './matter-queries.ts'
import { DemandsPage } from './pages/demands.tsx'
import { ListPage } from './pages/list.tsx'
import { advocacyPaths } from './paths.ts'
import { textsOf } from './texts.ts'

/** What goes on, the archive of what was sent, and what became of it. */
export const listRoutes = new Hono<AppEnv<Database>>()

listRoutes.get(advocacyPaths.list, open(), async (c) => {
  const { locale: l, db, actor } = c.var
  const asked = readAsked(c.req.query())
  const found = await findInArchive(c.var, l, asked)
  const drafts = can(actor, 'advocacy.edit')
  const [ongoing, responses] = await Promise.all([
    can(actor, 'network.use') ? listOngoing(db, { drafts }) : [],
    listMatters(db, found.ids),
  ])
  const byId = new Map(responses.map((matter) => [matter.id, matter]))
  const { title, lead } = textsOf(l).list
  return page(
    c,
    { title, description: lead, noIndex: queryOf(asked) !== '', feeds: [feedOf(c)] },
    <ListPage
      l={l}
      ongoing={ongoing}
      asked={asked}
      found={found}
      responses={found.ids.flatMap((id) => byId.get(id) ?? [])}
      mayBegin={drafts}
    />,
  )
})

listRoutes.get(advocacyPaths.feed, open(), answerFeed)

listRoutes.get(advocacyPaths.demands, open(), async (c) => {
  const { locale: l, db, today } = c.var
  const demands = await listSentDemands(db)
  const years = yearsOfDemands(demands, today)
  const t = textsOf(l).demands
  return page(
    c,
    { title: t.pageTitle, description: t.pageLead },
    <DemandsPage
      l={l}
      demands={demands}
      years={years}
      chart={demandsChart(
        years,
        l,
        demands.some(({ madeUp }) => madeUp),
      )}
    />,
  )
})

/** The feed that the pages of the archive point at. */
export function feedOf(c: C) {
  const l = c.var.locale
  return { href: l.href(advocacyPaths.feed), type: 'application/atom+xml', title: textsOf(l).feed.title }
}
