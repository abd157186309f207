import { type Context, Hono } from 'hono'
import type { Database } from '#database/tables.ts'
import { can, open } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import { IssuePage } from '../pages/issue.tsx'
import { IssueListPage } from '../pages/issue-list.tsx'
import { newsPaths } from '../paths.ts'
import { stateOf } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { loadContents } from './contents.ts'
import { issuePdf } from './issue-pdf.ts'
import { findIssue, type Issue, listIssues } from './issue-queries.ts'

type C = Context<AppEnv<Database>>

const most = 200

/** The members' magazine as everyone reads it. */
export const issueRoutes = new Hono<AppEnv<Database>>()

issueRoutes.get(newsPaths.magazine, open(), async (c) => {
  const { locale: l, db, now } = c.var
  const { title, lead } = textsOf(l).magazine
  return page(
    c,
    { title, description: lead },
    <IssueListPage l={l} issues={await listIssues(db, { now, limit: most })} />,
  )
})

issueRoutes.get('/nyheter/tidning/:issue{[0-9]{4}-[0-9]{1,2}}', open(), async (c) => {
  const { locale: l, db, actor, now } = c.var
  const issue = await issueIn(c)
  const isOut = isOutAt(issue, now)
  return page(
    c,
    {
      title: issue.title,
      description: issue.lead,
      noIndex: !isOut,
      image: issue.cover ? newsPaths.picture(issue.cover) : undefined,
    },
    <IssuePage
      l={l}
      issue={issue}
      articles={await loadContents(db, issue, now)}
      isOut={isOut}
      mayWrite={can(actor, 'news.write')}
    />,
  )
})

issueRoutes.get('/nyheter/tidning/:issue{[0-9]{4}-[0-9]{1,2}\\.pdf}', open(), async (c) => {
  const { db, now, config } = c.var
  const issue = await issueIn(c)
  const pdf = await issuePdf(db, issue, await loadContents(db, issue, now), config.baseUrl)
  return c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="ekokommun-${issue.year}-${issue.number}.pdf"`,
  })
})

async function issueIn(c: C): Promise<Issue> {
  const { locale: l, db, actor, now } = c.var
  const [year, number] = (c.req.param('issue') ?? '').replace('.pdf', '').split('-').map(Number)
  const issue = await findIssue(db, year ?? 0, number ?? 0)
  if (issue && (isOutAt(issue, now) || can(actor, 'news.write'))) return issue
  const t = textsOf(l).magazine
  throw new Problem(404, t.notFound, [{ href: l.href(newsPaths.magazine), label: t.title }])
}

function isOutAt({ publishAt }: Issue, now: Date): boolean {
  return stateOf({ publishAt, hiddenAt: null }, now) === 'published'
}
