import { Hono } from 'hono'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { wakeJob } from '#platform/jobs/queries.ts'
import { page } from '#ui/page.tsx'
import { listJobs } from './job-queries.ts'
import { letGo, sendAgain } from './mail-queries.ts'
import { OperationsPage } from './pages/front.tsx'
import { operationsPaths } from './paths.ts'
import { readReport } from './report.ts'
import { textsOf } from './texts.ts'

/** What the secretariat sees of the running program, and may do with it. */
export const routes = new Hono<AppEnv<Database>>()

routes.get(operationsPaths.front, only('operations.use'), async (c) => {
  const { primary, config, locale: l, now } = c.var
  const report = await readReport(primary, config, now)
  const { title, lead } = textsOf(l)
  return page(
    c,
    { title, description: lead, noIndex: true, wide: true },
    <OperationsPage
      l={l}
      report={report}
      now={now}
      demo={config.mode === 'demo'}
      nightly={config.importNightly}
      outside={config.databaseUrl !== undefined}
      done={c.req.query('klart')}
    />,
  )
})

routes.post(operationsPaths.runJob(':job{[a-z-]{1,60}}'), only('operations.use'), async (c) => {
  const { db, actor } = c.var
  const name = c.req.param('job')
  const known = (await listJobs(db)).some((job) => job.name === name)
  if (!known) throw new Problem(404, textsOf(c.var.locale).jobs.notStarted)
  await act(db, actor, 'run a job', (trx) => wakeJob(trx, name))
  return redirect(c, `${operationsPaths.front}#jobs`, 'jobb')
})

const id = ':id{[0-9]{1,15}}'

routes.post(operationsPaths.sendMail(id), only('operations.use'), async (c) => {
  const { db, actor } = c.var
  const sent = await act(db, actor, 'send a mail again', (trx) => sendAgain(trx, Number(c.req.param('id'))))
  return redirect(c, `${operationsPaths.front}#mail`, sent ? 'skickat' : 'redan')
})

routes.post(operationsPaths.leaveMail(id), only('operations.use'), async (c) => {
  const { db, actor } = c.var
  const left = await act(db, actor, 'leave a mail', (trx) => letGo(trx, Number(c.req.param('id'))))
  return redirect(c, `${operationsPaths.front}#mail`, left ? 'latvarat' : 'redan')
})
