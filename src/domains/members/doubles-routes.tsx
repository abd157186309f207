import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { readForm } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { callDistinct, listLikelyDoubles } from './doubles-queries.ts'
import { mergePeople } from './merge-queries.ts'
import { DoublesPage } from './pages/doubles.tsx'
import { MergePage } from './pages/merge.tsx'
import { registerPaths } from './paths.ts'
import { demandRight, personOf } from './people-routes.tsx'
import { textsOf } from './texts.ts'

const pageIn = (asked: unknown) => z.coerce.number().int().min(1).max(100_000).catch(1).parse(asked)

/** Records that may be one person, and making them one. */
export const doublesRoutes = new Hono<AppEnv<Database>>()

doublesRoutes.get(registerPaths.doubles, only('register.edit'), async (c) => {
  const { locale: l, db } = c.var
  const { title, lead } = textsOf(l).doubles
  const part = await listLikelyDoubles(db, pageIn(c.req.query('sida')))
  return page(
    c,
    { title, description: lead, noIndex: true },
    <DoublesPage l={l} {...part} done={c.req.query('klart')} />,
  )
})

const pair = z.object({ a: z.coerce.number().int().positive(), b: z.coerce.number().int().positive() })

doublesRoutes.post(registerPaths.distinct, only('register.edit'), async (c) => {
  const form = await readForm(c, pair)
  if (!form.ok || form.values.a === form.values.b) throw new Problem(400, textsOf(c.var.locale).people.nobody)
  const { a, b } = form.values
  await act(c.var.db, c.var.actor, 'call two records two people', (trx) => callDistinct(trx, a, b))
  return redirect(c, registerPaths.doubles, 'olika')
})

doublesRoutes.get(registerPaths.merge(':id', ':other'), only('register.edit'), async (c) => {
  const { locale: l } = c.var
  const [one, other] = await Promise.all([personOf(c, 'id'), personOf(c, 'other')])
  const { title, lead } = textsOf(l).merge
  return page(
    c,
    { title, description: lead, noIndex: true },
    <MergePage l={l} records={[one, other]} today={c.var.today} />,
  )
})

doublesRoutes.post(registerPaths.merge(':id', ':other'), only('register.edit'), async (c) => {
  const { db, actor, locale } = c.var
  const [one, other] = await Promise.all([personOf(c, 'id'), personOf(c, 'other')])
  demandRight(c, one.held)
  demandRight(c, other.held)
  const form = await readForm(c, z.object({ stays: z.coerce.number() }))
  const stays = form.ok ? form.values.stays : 0
  const ids = [one.person.id, other.person.id]
  if (ids[0] === ids[1] || !ids.includes(stays)) throw new Problem(400, textsOf(locale).merge.choose)
  const goes = ids.find((id) => id !== stays) ?? 0
  const done = await act(db, actor, 'merge two people', (trx) => mergePeople(trx, { stays, goes }))
  if (!done) throw new Problem(409, textsOf(locale).people.nobody)
  return redirect(c, registerPaths.person(stays), 'sammanslagna')
})
