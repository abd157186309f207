import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { slugOf } from '#platform/slug.ts'
import { page } from '#ui/page.tsx'
import { seriesForm } from '../forms.ts'
import { SeriesPage } from '../pages/series.tsx'
import { eventPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { listSeries, type Series, saveSeries } from './queries.ts'

type C = Context<AppEnv<Database>>

/** How the secretariat names the conferences that come back. */
export const seriesRoutes = new Hono<AppEnv<Database>>()

const id = ':serie{[a-z0-9-]{1,60}}'
const writes = only('events.edit')

seriesRoutes.get(eventPaths.series, writes, (c) => show(c, undefined, { typed: {}, errors: {} }, 200))

seriesRoutes.get(eventPaths.editSeries(id), writes, async (c) => {
  const series = await seriesIn(c)
  const { name, lead } = series
  const typed = { 'namn-sv': name.sv, 'namn-en': name.en, 'ingress-sv': lead.sv, 'ingress-en': lead.en }
  return show(c, series, { typed, errors: {} }, 200)
})

seriesRoutes.post(eventPaths.series, writes, (c) => save(c, undefined))
seriesRoutes.post(eventPaths.editSeries(id), writes, async (c) => save(c, await seriesIn(c)))

async function save(c: C, series: Series | undefined): Promise<Response> {
  const { db, actor, config } = c.var
  const form = await readForm(c, seriesForm)
  if (!form.ok) return show(c, series, form, 422)
  const { values } = form
  const written = {
    id: series?.id ?? slugOf(values['namn-sv']).slice(0, 60),
    name: { sv: values['namn-sv'], en: values['namn-en'] },
    lead: { sv: values['ingress-sv'], en: values['ingress-en'] },
  }
  await act(db, actor, 'write a series of conferences', (trx) =>
    saveSeries(trx, written, config.mode === 'demo'),
  )
  return redirect(c, eventPaths.series, 'sparat')
}

async function seriesIn(c: C): Promise<Series> {
  const found = (await listSeries(c.var.db)).find((one) => one.id === c.req.param('serie'))
  if (!found) throw new Problem(404, textsOf(c.var.locale).series.notFound)
  return found
}

async function show(
  c: C,
  series: Series | undefined,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db } = c.var
  const t = textsOf(l).series
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <SeriesPage l={l} all={await listSeries(db)} series={series} done={c.req.query('klart')} {...form} />,
    status,
  )
}
