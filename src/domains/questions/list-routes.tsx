import { Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { page } from '#ui/page.tsx'
import { filterOf, queryOf, readAsked } from './asked.ts'
import { listChoices } from './choices.ts'
import { searchQuestions } from './list-queries.ts'
import { ListPage } from './pages/list.tsx'
import { questionPaths } from './paths.ts'
import { textsOf } from './texts.ts'

const perPage = 20

/** Finding questions: all for members, the public ones for everyone. */
export const listRoutes = new Hono<AppEnv<Database>>()

listRoutes.get(questionPaths.list, open(), async (c) => {
  const { locale: l, db, actor } = c.var
  const asked = readAsked(c.req.query())
  const member = can(actor, 'network.use') ? actor : null
  const [choices, { questions, total }] = await Promise.all([
    listChoices(c.var, l, [asked.nyckeltal]),
    searchQuestions(db, filterOf(asked, member), { limit: perPage, offset: (asked.sida - 1) * perPage }),
  ])
  const { title, leadVisitor } = textsOf(l).list
  return page(
    c,
    { title, description: leadVisitor, noIndex: queryOf(asked) !== '' },
    <ListPage
      l={l}
      asked={asked}
      {...choices}
      questions={questions}
      total={total}
      pages={Math.ceil(total / perPage)}
      member={member !== null}
    />,
  )
})
