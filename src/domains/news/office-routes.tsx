import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { changeNews, hideNews, publishNews, showNews, writeNews } from './actions.ts'
import { hideForm, newsForm, newsFrom, typedNews } from './forms.ts'
import { NewsFormPage } from './pages/news-form.tsx'
import { OfficePage } from './pages/office.tsx'
import { newsPaths } from './paths.ts'
import { countWaiting } from './proposals/proposal-queries.ts'
import { findNewsById, listAllNews, type NewsItem } from './queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** How the secretariat writes the news. */
export const officeRoutes = new Hono<AppEnv<Database>>()

const most = 500
const id = ':news{[0-9]{1,9}}'
const writes = only('news.write')

officeRoutes.get(newsPaths.office, writes, async (c) => {
  const { locale: l, db, now } = c.var
  const { title, lead } = textsOf(l).office
  const [news, waiting] = await Promise.all([listAllNews(db, most), countWaiting(db)])
  return page(
    c,
    { title, description: lead, noIndex: true },
    <OfficePage l={l} news={news} waiting={waiting} now={now} done={c.req.query('klart')} />,
  )
})

officeRoutes.get(newsPaths.begin, writes, (c) => show(c, undefined, { typed: {}, errors: {} }, 200))

officeRoutes.post(newsPaths.begin, writes, once, async (c) => {
  const { db, actor, now, config } = c.var
  const form = await readForm(c, newsForm)
  if (!form.ok || !actor) return show(c, undefined, { ...form, errors: form.ok ? {} : form.errors }, 422)
  if (form.values.gor === 'forhandsgranska') return show(c, undefined, previewOf(form.typed), 200)
  const { written, errors } = newsFrom(form.values)
  if (Object.keys(errors).length > 0) return show(c, undefined, { ...form, errors }, 422)
  const begun = await writeNews({ db, actor, now }, written, config.mode === 'demo')
  return redirect(c, newsPaths.edit(begun), 'sparat')
})

officeRoutes.get(newsPaths.edit(id), writes, async (c) => {
  const item = await itemIn(c)
  return show(c, item, { typed: typedNews(item), errors: {} }, 200)
})

officeRoutes.post(newsPaths.edit(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const item = await itemIn(c)
  const form = await readForm(c, newsForm)
  if (!form.ok || !actor) return show(c, item, { ...form, errors: form.ok ? {} : form.errors }, 422)
  if (form.values.gor === 'forhandsgranska') return show(c, item, previewOf(form.typed), 200)
  const { written, errors } = newsFrom(form.values)
  if (Object.keys(errors).length > 0) return show(c, item, { ...form, errors }, 422)
  if (await changeNews({ db, actor, now }, item.id, written, form.values.version)) {
    return redirect(c, newsPaths.edit(item.id), 'sparat')
  }
  const current = await itemIn(c)
  const typed = { ...form.typed, version: String(current.version) }
  return show(c, current, { typed, errors: {}, overtaken: true }, 409)
})

officeRoutes.post(newsPaths.publish(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const item = await itemIn(c)
  if (actor) await publishNews({ db, actor, now }, item.id)
  return redirect(c, newsPaths.edit(item.id), 'publicerat')
})

officeRoutes.post(newsPaths.hide(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const item = await itemIn(c)
  const form = await readForm(c, hideForm)
  if (!form.ok || !actor) {
    return show(c, item, { typed: typedNews(item), errors: form.ok ? {} : form.errors }, 422)
  }
  await hideNews({ db, actor, now }, item.id, form.values.skal)
  return redirect(c, newsPaths.edit(item.id), 'dolt')
})

officeRoutes.post(newsPaths.show(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const item = await itemIn(c)
  if (actor) await showNews({ db, actor, now }, item.id)
  return redirect(c, newsPaths.edit(item.id), 'visat')
})

function previewOf(typed: Typed) {
  return { typed, errors: {}, preview: true }
}

async function itemIn(c: C): Promise<NewsItem> {
  const item = await findNewsById(c.var.db, Number(c.req.param('news')))
  if (!item) throw new Problem(404, textsOf(c.var.locale).item.notFound)
  return item
}

function show(
  c: C,
  item: NewsItem | undefined,
  form: { typed: Typed; errors: Record<string, string>; preview?: boolean; overtaken?: boolean },
  status: 200 | 409 | 422,
): Response {
  const { locale: l, now } = c.var
  const t = textsOf(l).form
  const { typed, errors, preview = false, overtaken = false } = form
  return page(
    c,
    { title: item ? t.editTitle : t.newTitle, description: t.lead, noIndex: true },
    <NewsFormPage
      l={l}
      item={item}
      now={now}
      done={c.req.query('klart')}
      {...{ typed, errors, preview, overtaken }}
    />,
    status,
  )
}
