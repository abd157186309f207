import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { ArticleFormPage } from '../pages/article-form.tsx'
import { newsPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import {
  type Article,
  deleteArticle,
  insertArticle,
  listArticles,
  moveArticleUp,
  updateArticle,
} from './article-queries.ts'
import { listChoices } from './choices.ts'
import { articleForm, articleFrom, typedArticle } from './forms.ts'
import type { Issue } from './issue-queries.ts'
import { issueIn } from './office-routes.tsx'

type C = Context<AppEnv<Database>>

const id = ':issue{[0-9]{1,9}}'
const articleId = ':article{[0-9]{1,9}}'
const writes = only('news.write')
const choosing = z.object({
  nyhet: z.coerce.number().int().catch(0),
  exempel: z.coerce.number().int().catch(0),
})
const moving = z.object({ gor: z.enum(['upp', 'ta-bort']) })

/** The articles of an issue: written for it, chosen, put in order. */
export const articleRoutes = new Hono<AppEnv<Database>>()

articleRoutes.post(newsPaths.issueArticles(id), writes, async (c) => {
  const { db, actor, locale: l, now } = c.var
  const issue = await issueIn(c)
  const form = await readForm(c, choosing)
  const choices = await listChoices(db, l, now)
  if (form.ok) {
    const { nyhet, exempel } = form.values
    const article = choices.news.some((one) => one.id === nyhet)
      ? { newsId: nyhet }
      : choices.examples.some((one) => one.id === exempel) && { exampleId: exempel }
    if (article) await act(db, actor, 'choose an article', (trx) => insertArticle(trx, issue.id, article))
  }
  return redirect(c, `${newsPaths.issueEdit(issue.id)}#artiklar`, 'sparat')
})

articleRoutes.get(newsPaths.article(id, 'ny'), writes, async (c) =>
  show(c, await issueIn(c), undefined, { typed: {}, errors: {} }, 200),
)

articleRoutes.post(newsPaths.article(id, 'ny'), writes, once, async (c) => {
  const issue = await issueIn(c)
  const form = await readForm(c, articleForm)
  if (!form.ok) return show(c, issue, undefined, form, 422)
  await act(c.var.db, c.var.actor, 'write an article', (trx) =>
    insertArticle(trx, issue.id, articleFrom(form.values)),
  )
  return redirect(c, `${newsPaths.issueEdit(issue.id)}#artiklar`, 'sparat')
})

articleRoutes.get(newsPaths.article(id, articleId), writes, async (c) => {
  const issue = await issueIn(c)
  const article = await articleIn(c, issue)
  return show(c, issue, article, { typed: typedArticle(article), errors: {} }, 200)
})

articleRoutes.post(newsPaths.article(id, articleId), writes, async (c) => {
  const issue = await issueIn(c)
  const article = await articleIn(c, issue)
  const form = await readForm(c, articleForm)
  if (!form.ok) return show(c, issue, article, form, 422)
  await act(c.var.db, c.var.actor, 'change an article', (trx) =>
    updateArticle(trx, issue.id, article.id, articleFrom(form.values)),
  )
  return redirect(c, `${newsPaths.issueEdit(issue.id)}#artiklar`, 'sparat')
})

articleRoutes.post(`${newsPaths.article(id, articleId)}/plats`, writes, async (c) => {
  const issue = await issueIn(c)
  const form = await readForm(c, moving)
  const article = Number(c.req.param('article'))
  if (form.ok) {
    const up = form.values.gor === 'upp'
    await act(c.var.db, c.var.actor, up ? 'move an article' : 'remove an article', (trx) =>
      up ? moveArticleUp(trx, issue.id, article) : deleteArticle(trx, issue.id, article),
    )
  }
  return redirect(c, `${newsPaths.issueEdit(issue.id)}#artiklar`, 'sparat')
})

async function articleIn(c: C, issue: Issue): Promise<Article> {
  const wanted = Number(c.req.param('article'))
  const article = (await listArticles(c.var.db, issue.id)).find((one) => one.id === wanted)
  if (article && article.newsId === null && article.exampleId === null) return article
  throw new Problem(404, textsOf(c.var.locale).magazine.noArticle)
}

function show(
  c: C,
  issue: Issue,
  article: Article | undefined,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Response {
  const { locale: l } = c.var
  const t = textsOf(l).magazine
  return page(
    c,
    { title: t.article, description: t.lead, noIndex: true },
    <ArticleFormPage l={l} issue={issue} article={article} typed={form.typed} errors={form.errors} />,
    status,
  )
}
