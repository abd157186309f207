import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import { type AtomEntry, atomType, atomXml } from '#platform/feeds/atom.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { renderFragment } from '#ui/page.tsx'
import { listIssues } from './magazine/issue-queries.ts'
import { isNewsPicture, newsPaths } from './paths.ts'
import type { NewsPicture } from './pictures/picture-queries.ts'
import { listNews } from './queries.ts'
import { textsOf } from './texts.ts'

type Dated = AtomEntry & { published: string }

/** So many pieces stand in the feed. */
const most = 30

/** The newest news as an Atom feed with whole texts, in the language of the address. */
export async function answerFeed(c: Context<AppEnv<Database>>): Promise<Response> {
  const { db, locale: l, config, now } = c.var
  const t = textsOf(l)
  const host = new URL(config.baseUrl).hostname
  const address = (path: string) => config.baseUrl + l.href(path)
  const [news, issues] = await Promise.all([
    listNews(db, { now, limit: most }),
    listIssues(db, { now, limit: most }),
  ])
  const pictureOf = (picture: NewsPicture) => ({
    address: config.baseUrl + newsPaths.picture(picture),
    type: 'image/webp',
    title: picture.alt,
  })
  const newsEntries = news.flatMap((item): Dated | Dated[] => {
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
      enclosure: item.picture ? pictureOf(item.picture) : undefined,
      html: renderFragment(
        <>
          <p>{lead}</p>
          <Markdown text={text.body} base={config.baseUrl} isPicture={isNewsPicture} />
        </>,
      ),
    }
  })

  const issueEntries = issues.flatMap(
    ({ id, title, lead, year, number, publishAt, updatedAt, cover, madeUp }): Dated[] => {
      if (!publishAt) return []
      const text = madeUp ? `${lead} (${t.madeUp})` : lead
      return [
        {
          id: `tag:${host},2026:magazine-${id}`,
          title: `${t.magazine.name(year, number)}: ${title}`,
          published: publishAt.toISOString(),
          updated: new Date(Math.max(publishAt.getTime(), updatedAt.getTime())).toISOString(),
          address: address(newsPaths.issue(year, number)),
          text,
          enclosure: cover ? pictureOf(cover) : undefined,
        },
      ]
    },
  )
  const xml = atomXml({
    id: `tag:${host},2026:news-${l.language}`,
    language: l.language,
    title: t.feedTitle,
    author: association.name.sv,
    self: address(newsPaths.feed),
    page: address(newsPaths.list),
    updated: '2026-01-01T00:00:00Z',
    entries: [...newsEntries, ...issueEntries]
      .sort((a, b) => b.published.localeCompare(a.published))
      .slice(0, most),
  })
  return c.body(xml, 200, { 'content-type': atomType, 'access-control-allow-origin': '*' })
}
