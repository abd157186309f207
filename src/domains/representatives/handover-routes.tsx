import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, listHolders, only, roleName } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, optionalDay, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { bySeat, isCurrent } from './actions.ts'
import { HandoverPage } from './pages/handover.tsx'
import { representativePaths } from './paths.ts'
import { findSeat, insertPromise, keepPromise, listPromises, type Seat } from './seat-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const promise = z.object({ text: line('text-missing', 500), senast: optionalDay })

/** What the next holder of a seat should know, and what was promised on it. */
export const handoverRoutes = new Hono<AppEnv<Database>>()

/** A seat's page is for those of its organisation; which one that is stands in the database. */
const ofTheSeat = async (c: C) => ({ organisationCode: (await seatIn(c)).organisationCode })

handoverRoutes.get(representativePaths.handover(':seat'), only('people.see', ofTheSeat), (c) =>
  show(c, { typed: {}, errors: {} }, 200),
)

handoverRoutes.post(representativePaths.promises(':seat'), only('promises.make', ofTheSeat), async (c) => {
  const { db, actor, today } = c.var
  const seat = await seatIn(c)
  const form = await readForm(c, promise)
  if (!actor || !form.ok) return show(c, form.ok ? { typed: {}, errors: {} } : form, 422)
  const { text, senast } = form.values
  if (senast && senast < today) return show(c, { typed: form.typed, errors: { senast: 'day-passed' } }, 422)
  await act(db, actor, 'promise', (trx) =>
    insertPromise(trx, { seatId: seat.id, text, dueOn: senast, madeOn: today, madeBy: actor.personId }),
  )
  return redirect(c, representativePaths.handover(seat.id), 'lovat')
})

handoverRoutes.post(
  representativePaths.promiseKept(':seat', ':id'),
  only('promises.make', ofTheSeat),
  async (c) => {
    const { db, actor, today } = c.var
    const seat = await seatIn(c)
    const id = z.coerce.number().int().catch(0).parse(c.req.param('id'))
    await act(db, actor, 'keep a promise', (trx) => keepPromise(trx, seat.id, id, today))
    return redirect(c, representativePaths.handover(seat.id), 'klart')
  },
)

async function seatIn(c: C): Promise<Seat> {
  const id = z.coerce.number().int().catch(0).parse(c.req.param('seat'))
  const seat = await findSeat(c.var.db, id)
  if (!seat)
    throw new Problem(
      404,
      c.var.locale.language === 'sv' ? 'Uppdraget finns inte.' : 'There is no such role.',
    )
  return seat
}

async function show(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale, db, actor, today, now, remember, gathered } = c.var
  const seat = await seatIn(c)
  const { organisationCode, role, id: seatId } = seat
  const [holders, promises, parts] = await Promise.all([
    listHolders(db, organisationCode),
    listPromises(db, seatId),
    gathered.handover({ db, locale, today, now, remember }, { organisationCode, role, seatId }),
  ])
  const t = textsOf(locale).handover
  return page(
    c,
    { title: t.title(roleName(role, locale), seat.organisationName), description: t.lead, noIndex: true },
    <HandoverPage
      l={locale}
      seat={seat}
      holders={holders.filter((holder) => holder.role === role)}
      colleagues={holders.filter((holder) => isCurrent(holder, today) && holder.role !== role).sort(bySeat)}
      promises={promises}
      mayPromise={can(actor, 'promises.make', { organisationCode })}
      parts={parts}
      today={today}
      done={c.req.query('klart')}
      {...form}
    />,
    status,
  )
}
