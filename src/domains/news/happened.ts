import type { Database } from '#database/tables.ts'
import type { Asked, Followed, Happening } from '#platform/http/context.ts'
import { newsPaths } from './paths.ts'
import { listNews } from './queries.ts'
import { textsOf } from './texts.ts'

/** So many pieces at most stand among what has happened. */
const most = 10

/** What the secretariat has told; it concerns everybody, whatever they follow. */
export async function happenedInNews(
  { db, locale: l, now }: Asked<Database>,
  { since }: Followed,
): Promise<Happening[]> {
  const t = textsOf(l)
  return (await listNews(db, { now, limit: most })).flatMap(({ publishAt, slug, texts, madeUp }) => {
    const text = texts[l.language] ?? texts.sv ?? texts.en
    return publishAt && text && publishAt >= since
      ? [{ at: publishAt, text: t.happened(text.title), href: newsPaths.item(slug), madeUp }]
      : []
  })
}
