import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { renderFragment } from '#ui/page.tsx'
import { SimilarPiece } from './pages/similar.tsx'
import { questionPaths } from './paths.ts'
import { saysSomething } from './rules/words.ts'
import { listFittingExamples, listSimilarQuestions } from './similar-queries.ts'

/** What is like a title, as a piece of a page, for the script of the form. */
export const similarRoutes = new Hono<AppEnv<Database>>()

similarRoutes.get(questionPaths.similar, only('network.use'), async (c) => {
  const { locale: l, db } = c.var
  const title = (c.req.query('titel') ?? '').normalize('NFC').replaceAll('\0', '').slice(0, 200)
  if (!saysSomething(title)) return c.html('')
  const [questions, examples] = await Promise.all([
    listSimilarQuestions(db, title),
    listFittingExamples(db, { title, figureIds: [] }),
  ])
  return c.html(renderFragment(<SimilarPiece l={l} questions={questions} examples={examples} />))
})
