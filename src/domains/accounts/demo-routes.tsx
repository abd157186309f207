import { Hono } from 'hono'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { findMail, listNewestMail } from '#platform/mail/queries.ts'
import { page } from '#ui/page.tsx'
import { listDemoPeople } from './demo-queries.ts'
import { open } from './guard.ts'
import { DemoMailPage, DemoPage, PostRoomPage } from './pages/demo.tsx'
import { loginPaths, myPages } from './paths.ts'
import { startSession } from './session.ts'
import { textsOf } from './texts.ts'

const choice = z.object({ konto: line('') })

/** Logging in as anybody, and the mails that were written. Does not exist outside the demonstration. */
export const demoRoutes = new Hono<AppEnv<Database>>()

for (const path of [loginPaths.demo, `${loginPaths.demo}/*`]) {
  demoRoutes.use(path, (c, next) => (c.var.config.mode === 'demo' ? next() : Promise.resolve(c.notFound())))
}

demoRoutes.get(loginPaths.demo, open(), async (c) => {
  const { locale: l, db } = c.var
  const people = await listDemoPeople(db)
  const { title, lead } = textsOf(l).demo
  return page(c, { title, description: lead, noIndex: true }, <DemoPage l={l} people={people} />)
})

demoRoutes.post(loginPaths.demoLogin, open(), async (c) => {
  const form = await readForm(c, choice)
  const people = await listDemoPeople(c.var.db)
  const chosen = people.find(({ account }) => form.ok && account === form.values.konto)
  if (!chosen) return c.notFound()
  await startSession(c, chosen.personId, 'demo')
  return redirect(c, myPages)
})

demoRoutes.get(loginPaths.postRoom, open(), async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).postRoom
  c.header('cache-control', 'no-store')
  const mails = await listNewestMail(db, 100)
  return page(c, { title, description: lead, noIndex: true }, <PostRoomPage l={l} mails={mails} />)
})

demoRoutes.get(loginPaths.demoMail(':id'), open(), async (c) => {
  const { locale: l, db } = c.var
  const mail = await findMail(db, z.coerce.number().int().catch(0).parse(c.req.param('id')))
  if (!mail) return c.notFound()
  c.header('cache-control', 'no-store')
  return page(
    c,
    { title: mail.subject, description: mail.subject, noIndex: true },
    <DemoMailPage l={l} mail={mail} />,
  )
})
