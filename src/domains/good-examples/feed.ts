import type { Context } from 'hono'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import { atomType, atomXml } from '#platform/feeds/atom.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { toldIn } from '#platform/i18n.ts'
import { examplePaths } from './paths.ts'
import { listPublishedExamples } from './queries.ts'
import { textsOf } from './texts.ts'

/** So many examples stand in the feed. */
const most = 50

/** The newest examples as an Atom feed, in the language of the address. */
export async function answerFeed(c: Context<AppEnv<Database>>): Promise<Response> {
  const { db, locale: l, config } = c.var
  const t = textsOf(l)
  const host = new URL(config.baseUrl).hostname
  const address = (path: string) => config.baseUrl + l.href(path)
  const examples = await listPublishedExamples(db, { limit: most })
  const xml = atomXml({
    id: `tag:${host},2026:examples-${l.language}`,
    language: l.language,
    title: t.feed.title,
    author: association.name.sv,
    self: address(examplePaths.feed),
    page: address(examplePaths.list),
    updated: '2026-01-01T00:00:00Z',
    entries: examples.map((example) => {
      const { organisation, year, madeUp } = example
      const text = t.feed.text(organisation.name, year, toldIn(example.summary, l)?.text ?? '')
      return {
        id: `tag:${host},2026:example-${example.id}`,
        title: toldIn(example.title, l)?.text ?? organisation.name,
        published: example.publishedAt,
        updated: example.updatedAt,
        address: address(example.address),
        text: madeUp ? `${text} (${t.madeUp})` : text,
      }
    }),
  })
  return c.body(xml, 200, { 'content-type': atomType, 'access-control-allow-origin': '*' })
}
