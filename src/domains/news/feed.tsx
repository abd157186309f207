import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { atomType, atomXml } from '#platform/feeds/atom.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { renderFragment } from '#ui/page.tsx'
import { newsPaths } from './paths.ts'
import { listNews } from './queries.ts'
import { textsOf } from './texts.ts'

/** So many pieces stand in the feed. */
const most = 30

/** The newest news as an Atom feed with whole texts, in the language of the address. */
export async function answerFeed(c: Context<AppEnv<Database>>): Promise<Response> {
  const { db, locale: l, config, now } = c.var
  const t = textsOf(l)
  const host = new URL(config.baseUrl).hostname
  const address = (path: string) => config.baseUrl + l.href(path)
  const news = await listNews(db, { now, limit: most })
  const xml = atomXml({
    id: `tag:${host},2026:news-${l.language}`,
    language: l.language,
    title: t.feedTitle,
    author: 'Sveriges Ekokommuner',
    self: address(newsPaths.feed),
    page: address(newsPaths.list),
    updated: '2026-01-01T00:00:00Z',
    entries: news.flatMap((item) => {
      const text = toldIn(item.texts, l)?.text
      if (!text || !item.publishAt) return []
      const lead = item.madeUp ? `${text.lead} (${t.madeUp})` : text.lead
      return {
        id: `tag:${host},2026:news-${item.id}`,
        title: text.title,
        published: item.publishAt.toISOString(),
        // Written ahead of its hour, it is new when it comes out.
        updated: new Date(Math.max(item.publishAt.getTime(), item.updatedAt.getTime())).toISOString(),
        address: address(newsPaths.item(item.slug)),
        text: lead,
        html: renderFragment(
          <>
            <p>{lead}</p>
            <Markdown text={text.body} base={config.baseUrl} />
          </>,
        ),
      }
    }),
  })
  return c.body(xml, 200, { 'content-type': atomType, 'access-control-allow-origin': '*' })
}
