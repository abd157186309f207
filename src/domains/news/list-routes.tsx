import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { toldIn } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { answerFeed } from './feed.tsx'
import { ItemPage } from './pages/item.tsx'
import { ListPage } from './pages/list.tsx'
import { newsPaths } from './paths.ts'
import { countNews, findNews, listNews } from './queries.ts'
import { stateOf } from './rules.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

/** News as everyone reads it. */
export const listRoutes = new Hono<AppEnv<Database>>()

const perPage = 20
const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)

listRoutes.get(newsPaths.list, open(), async (c) => {
  const { locale: l, db, actor, now } = c.var
  const asked = pageNumber.parse(c.req.query('sida'))
  const [news, total] = await Promise.all([
    listNews(db, { now, limit: perPage, offset: (asked - 1) * perPage }),
    countNews(db, now),
  ])
  const { title, lead } = textsOf(l).list
  return page(
    c,
    { title, description: lead, feeds: [feedOf(c)] },
    <ListPage
      l={l}
      news={news}
      page={asked}
      pages={Math.ceil(total / perPage)}
      mayWrite={can(actor, 'news.write')}
      mayPropose={can(actor, 'news.propose')}
    />,
  )
})

listRoutes.get(newsPaths.feed, open(), answerFeed)

listRoutes.get(newsPaths.item(':slug{[a-z0-9-]+}'), open(), async (c) => {
  const { locale: l, db, actor, now } = c.var
  const item = await findNews(db, c.req.param('slug'))
  const state = item && stateOf(item, now)
  const told = item && toldIn(item.texts, l)
  const mayWrite = can(actor, 'news.write')
  if (!item || !state || !told || (state !== 'published' && !mayWrite)) {
    throw new Problem(404, textsOf(l).item.notFound, [
      { href: l.href(newsPaths.list), label: textsOf(l).list.title },
    ])
  }
  return page(
    c,
    {
      title: told.text.title,
      description: told.text.lead,
      noIndex: state !== 'published',
      feeds: [feedOf(c)],
    },
    <ItemPage l={l} item={item} state={state} mayWrite={mayWrite} />,
  )
})

function feedOf(c: C) {
  const l = c.var.locale
  return { href: l.href(newsPaths.feed), type: 'application/atom+xml', title: textsOf(l).feedTitle }
}
