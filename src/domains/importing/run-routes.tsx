import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { figureTitle, listFigures } from '#domains/key-figures/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { page } from '#ui/page.tsx'
import { keptChanges, listChanges } from './change-queries.ts'
import { performJob } from './jobs.ts'
import { FrontPage } from './pages/front.tsx'
import { RunPage } from './pages/run.tsx'
import { importPaths } from './paths.ts'
import { findRun, insertRun, listItems, listLastEnded, listRuns, listUnfinished } from './run-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const shownRuns = 30

/** What can be imported and has been, the button that starts it, and how it goes. */
export const runRoutes = new Hono<AppEnv<Database>>()

runRoutes.get(importPaths.front, only('imports.run'), async (c) => {
  const { locale: l, db, config } = c.var
  const { title, lead } = textsOf(l).front
  const [runs, last] = await Promise.all([listRuns(db, shownRuns), listLastEnded(db)])
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <FrontPage
      l={l}
      runs={runs}
      last={last}
      addresses={{ kolada: new URL(config.koladaUrl).host, scb: new URL(config.scbUrl).host }}
      nightly={config.importNightly}
      done={c.req.query('klart')}
    />,
  )
})

const starting = z.object({ kalla: z.enum(['kolada', 'scb']), prov: z.string().optional() })

runRoutes.post(importPaths.start, only('imports.run'), async (c) => {
  const { db, actor } = c.var
  const form = await readForm(c, starting)
  if (!form.ok) return redirect(c, importPaths.front)
  const { kalla, prov } = form.values
  const id = await act(db, actor, 'start an import', async (trx) => {
    const [before] = await listUnfinished(trx, kalla, false)
    if (before) return undefined
    const personId = actor?.personId ?? null
    const started = await insertRun(trx, {
      adapter: kalla,
      startedBy: 'button',
      personId,
      dry: prov !== undefined,
    })
    await wakeJob(trx, performJob)
    return started
  })
  return id === undefined
    ? redirect(c, importPaths.front, 'redan')
    : redirect(c, importPaths.run(id), 'startad')
})

runRoutes.get(importPaths.run(':id{\\d{1,15}}'), only('imports.run'), async (c) => {
  const { locale: l, db } = c.var
  const t = textsOf(l)
  const run = await findRun(db, Number(c.req.param('id')))
  if (!run) throw new Problem(404, t.run.gone, [{ href: importPaths.front, label: t.front.title }])
  const items = await listItems(db, run.id)
  return page(
    c,
    { title: t.run.title(run.id), description: t.run.lead, noIndex: true, wide: true },
    <RunPage
      l={l}
      run={run}
      items={items}
      changes={await listChanges(db, run.id, { limit: keptChanges })}
      titles={await titlesOf(c)}
      done={c.req.query('klart')}
    />,
  )
})

/** What every figure is called, by its id. */
export async function titlesOf(c: C): Promise<Map<string, string>> {
  const figures = await listFigures(c.var.db)
  return new Map(figures.map((figure) => [figure.id, figureTitle(figure, c.var.locale)]))
}
