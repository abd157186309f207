import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { examplePaths, listPublishedExamples } from '#domains/good-examples/index.ts'
import { type Language, type Locale, localeOf, toldIn } from '#platform/i18n.ts'
import { newsPaths } from '../paths.ts'
import { listPictures, type NewsPicture } from '../pictures/picture-queries.ts'
import { listNewsById } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { listArticles } from './article-queries.ts'
import type { Issue } from './issue-queries.ts'

/** An article as it is read, whatever it comes from. */
export interface ReadArticle {
  id: number
  own: boolean
  title: string
  lead: string
  /** Markdown. */
  body: string
  byline: string
  language: Language
  picture: NewsPicture | null
  /** Where more of it is read, without the language. */
  address: string | null
  madeUp: boolean
}

/** The articles of an issue in their order; what has been hidden since it was chosen is left out. */
export async function loadContents(db: Kysely<Database>, issue: Issue, now: Date): Promise<ReadArticle[]> {
  const articles = await listArticles(db, issue.id)
  const l = localeOf(issue.language)
  const ids = articles.flatMap(({ exampleId }) => exampleId ?? [])
  const [news, examples] = await Promise.all([
    listNewsById(
      db,
      articles.flatMap(({ newsId }) => newsId ?? []),
    ),
    ids.length > 0 ? listPublishedExamples(db, { ids }) : [],
  ])
  return articles.flatMap(({ id, newsId, exampleId, ...written }): ReadArticle[] => {
    if (newsId !== null)
      return newsArticle(
        id,
        news.find((one) => one.id === newsId),
        l,
        now,
      )
    if (exampleId !== null)
      return exampleArticle(
        id,
        examples.find((one) => one.id === exampleId),
        l,
      )
    return [
      {
        id,
        own: true,
        ...written,
        language: issue.language,
        picture: null,
        address: null,
        madeUp: issue.madeUp,
      },
    ]
  })
}

/** Every picture that the texts of an issue may show. */
export async function picturesOf(db: Kysely<Database>, issue: Issue): Promise<NewsPicture[]> {
  const news = (await listArticles(db, issue.id)).flatMap(({ newsId }) => newsId ?? [])
  const lists = await Promise.all([
    listPictures(db, { issue: issue.id }),
    ...news.map((id) => listPictures(db, { news: id })),
  ])
  return lists.flat()
}

function newsArticle(
  id: number,
  item: Awaited<ReturnType<typeof listNewsById>>[number] | undefined,
  l: Locale,
  now: Date,
): ReadArticle[] {
  const told = item && toldIn(item.texts, l)
  if (!told || stateOf(item, now) !== 'published') return []
  const { picture, madeUp, slug } = item
  const byline = item.proposedBy ?? ''
  return [
    {
      id,
      own: false,
      ...told.text,
      byline,
      language: told.language,
      picture,
      address: newsPaths.item(slug),
      madeUp,
    },
  ]
}

function exampleArticle(
  id: number,
  example: Awaited<ReturnType<typeof listPublishedExamples>>[number] | undefined,
  l: Locale,
): ReadArticle[] {
  const title = example && toldIn(example.title, l)
  if (!title) return []
  const lead = example.summary[title.language] ?? ''
  return [
    {
      id,
      own: false,
      title: title.text,
      lead,
      body: '',
      byline: example.organisation.name,
      language: title.language,
      picture: null,
      address: examplePaths.example(example.id, title.text),
      madeUp: example.madeUp,
    },
  ]
}
