import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { StatutesPage, titleOf } from './pages/statutes.tsx'
import { statutesPaths } from './paths.ts'
import { proposalRoutes } from './proposal-routes.tsx'
import { listProposedStatutes, listStatutes, type Statutes, statutesOn } from './queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** The statutes in force and the versions before them. */
export const readingRoutes = new Hono<AppEnv<Database>>()

/** The same, and the changes that are proposed. */
export const routes = new Hono<AppEnv<Database>>()

readingRoutes.get(statutesPaths.current, open(), async (c) => {
  const current = await statutesOn(c.var.db, c.var.today)
  return show(c, current, current)
})

readingRoutes.get(statutesPaths.version(':id'), open(), async (c) => {
  const id = c.req.param('id')
  const [versions, current] = await Promise.all([listStatutes(c.var.db), statutesOn(c.var.db, c.var.today)])
  const shown = versions.find((version) => version.id === id)
  if (!shown && (await listProposedStatutes(c.var.db)).some((one) => one.id === id))
    return c.redirect(c.var.locale.href(statutesPaths.changes(id)), 302)
  if (!shown) return c.notFound()
  if (shown.id === current.id) return c.redirect(c.var.locale.href(statutesPaths.current), 302)
  return show(c, shown, current)
})

routes.route('/', proposalRoutes)
routes.route('/', readingRoutes)

async function show(c: C, shown: Statutes, current: Statutes): Promise<Response> {
  const { db, locale: l, today } = c.var
  const versions = await listStatutes(db)
  const t = textsOf(l)
  return page(
    c,
    { title: shown.id === current.id ? t.title : titleOf(l, shown), description: t.lead },
    <StatutesPage l={l} shown={shown} current={current} versions={versions} today={today} />,
  )
}
