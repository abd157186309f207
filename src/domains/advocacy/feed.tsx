import { association } from '#platform/association.ts'
import { type AtomEntry, atomType, atomXml } from '#platform/feeds/atom.ts'
import { Markdown } from '#ui/components/markdown.tsx'
import { renderFragment } from '#ui/page.tsx'
import { listArchive } from './archive-queries.ts'
import type { C } from './here.ts'
import { listMatters, type Matter } from './matter-queries.ts'
import { advocacyPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { weightWords } from './weight-words.ts'

/** So many responses stand in the feed. */
const most = 30

/** The latest responses as an Atom feed with whole texts. */
export async function answerFeed(c: C): Promise<Response> {
  const { db, locale: l, config } = c.var
  const t = textsOf(l)
  const host = new URL(config.baseUrl).hostname
  const latest = (await listArchive(db, '')).slice(0, most).map(({ id }) => id)
  const matters = await listMatters(db, latest)
  const entryOf = (matter: Matter): AtomEntry[] => {
    const { id, title, summary, sent, madeUp } = matter
    if (!sent) return []
    const text = madeUp ? `${summary} (${t.madeUp})` : summary
    return [
      {
        id: `tag:${host},2026:advocacy-${id}`,
        title: `${t.kinds[matter.kind]}: ${title}`,
        published: sent.at.toISOString(),
        updated: sent.at.toISOString(),
        address: config.baseUrl + l.href(advocacyPaths.matter(id, title)),
        text,
        enclosure: {
          address: config.baseUrl + advocacyPaths.pdf(id),
          type: 'application/pdf',
          title: t.matter.pdf,
        },
        html: renderFragment(
          <>
            <p>{text}</p>
            <Markdown text={sent.text} base={config.baseUrl} />
            <p>{weightWords(l, sent.weight)}</p>
          </>,
        ),
      },
    ]
  }
  const xml = atomXml({
    id: `tag:${host},2026:advocacy-${l.language}`,
    language: l.language,
    title: t.feed.title,
    author: association.name[l.language],
    self: config.baseUrl + l.href(advocacyPaths.feed),
    page: config.baseUrl + l.href(advocacyPaths.list),
    updated: '2026-01-01T00:00:00Z',
    entries: matters.flatMap(entryOf),
  })
  return c.body(xml, 200, { 'content-type': atomType, 'access-control-allow-origin': '*' })
}
