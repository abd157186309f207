import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listPublishedExamples } from '#domains/good-examples/index.ts'
import { type Locale, toldIn } from '#platform/i18n.ts'
import { listNews } from '../queries.ts'

/** What can be chosen for an issue. */
export interface Choices {
  news: { id: number; title: string }[]
  examples: { id: number; title: string }[]
}

const most = 100

/** The newest news and good examples. */
export async function listChoices(db: Kysely<Database>, l: Locale, now: Date): Promise<Choices> {
  const [news, examples] = await Promise.all([
    listNews(db, { now, limit: most }),
    listPublishedExamples(db, { limit: most }),
  ])
  return {
    news: news.map(({ id, texts }) => ({ id, title: toldIn(texts, l)?.text.title ?? '' })),
    examples: examples.map(({ id, title, organisation }) => ({
      id,
      title: `${toldIn(title, l)?.text ?? ''} (${organisation.name})`,
    })),
  }
}
