import { type Context, Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { once, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { IssueFormPage } from '../pages/issue-form.tsx'
import { OfficeIssuesPage } from '../pages/office-issues.tsx'
import { newsPaths } from '../paths.ts'
import { textsOf } from '../texts.ts'
import { listChoices } from './choices.ts'
import { loadContents } from './contents.ts'
import { issueForm, issueFrom, typedIssue } from './forms.ts'
import { findIssueById, type Issue, insertIssue, listIssues, updateIssue } from './issue-queries.ts'

type C = Context<AppEnv<Database>>

const most = 500
const id = ':issue{[0-9]{1,9}}'
const writes = only('news.write')

/** How the secretariat makes an issue. */
export const issueOfficeRoutes = new Hono<AppEnv<Database>>()

issueOfficeRoutes.get(newsPaths.issues, writes, async (c) => {
  const { locale: l, db, now } = c.var
  const t = textsOf(l).magazine
  return page(
    c,
    { title: t.title, description: t.lead, noIndex: true },
    <OfficeIssuesPage l={l} issues={await listIssues(db, { limit: most })} now={now} />,
  )
})

issueOfficeRoutes.get(newsPaths.newIssue, writes, (c) => {
  const typed = { ar: c.var.today.slice(0, 4), nummer: '1' }
  return show(c, undefined, { typed, errors: {} }, 200)
})

issueOfficeRoutes.post(newsPaths.newIssue, writes, once, async (c) => {
  const { db, actor, config } = c.var
  const form = await readForm(c, issueForm)
  if (!form.ok || !actor) return show(c, undefined, { ...form, errors: form.ok ? {} : form.errors }, 422)
  const begun = await act(db, actor, 'begin an issue', (trx) =>
    insertIssue(trx, issueFrom(form.values), { personId: actor.personId, madeUp: config.mode === 'demo' }),
  )
  if (!begun) return show(c, undefined, { ...form, errors: { nummer: 'number-taken' } }, 422)
  return redirect(c, newsPaths.issueEdit(begun), 'sparat')
})

issueOfficeRoutes.get(newsPaths.issueEdit(id), writes, async (c) => {
  const issue = await issueIn(c)
  return show(c, issue, { typed: typedIssue(issue), errors: {} }, 200)
})

issueOfficeRoutes.post(newsPaths.issueEdit(id), writes, async (c) => {
  const { db, actor, now } = c.var
  const issue = await issueIn(c)
  const form = await readForm(c, issueForm)
  if (!form.ok || !actor) return show(c, issue, { ...form, errors: form.ok ? {} : form.errors }, 422)
  const saved = await act(db, actor, 'change an issue', (trx) =>
    updateIssue(trx, issue.id, issueFrom(form.values), {
      personId: actor.personId,
      seen: form.values.version,
      now,
    }),
  )
  if (saved === 'done') return redirect(c, newsPaths.issueEdit(issue.id), 'sparat')
  if (saved === 'taken') return show(c, issue, { ...form, errors: { nummer: 'number-taken' } }, 422)
  const current = await issueIn(c)
  const typed = { ...form.typed, version: String(current.version) }
  return show(c, current, { typed, errors: {}, overtaken: true }, 409)
})

/** The issue of the address. Throws a 404 when there is none. */
export async function issueIn(c: C): Promise<Issue> {
  const issue = await findIssueById(c.var.db, Number(c.req.param('issue')))
  if (!issue) throw new Problem(404, textsOf(c.var.locale).magazine.notFound)
  return issue
}

async function show(
  c: C,
  issue: Issue | undefined,
  form: { typed: Typed; errors: Record<string, string>; overtaken?: boolean },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { locale: l, db, now } = c.var
  const t = textsOf(l).magazine
  const { typed, errors, overtaken = false } = form
  return page(
    c,
    { title: issue ? t.editTitle : t.newTitle, description: t.lead, noIndex: true },
    <IssueFormPage
      l={l}
      issue={issue}
      articles={issue ? await loadContents(db, issue, now) : []}
      choices={issue ? await listChoices(db, l, now) : { news: [], examples: [] }}
      done={c.req.query('klart')}
      {...{ typed, errors, overtaken }}
    />,
    status,
  )
}
