import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { inAddress, memberRoles, only } from '#domains/accounts/index.ts'
import { addDays } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { listCurrent, type Place } from './actions.ts'
import { readAnswers } from './colleague-form.ts'
import { RenewPage, type SeatLine } from './pages/renew.tsx'
import { RenewalPage } from './pages/renewal.tsx'
import { representativePaths } from './paths.ts'
import { placeOf } from './people-routes.tsx'
import { answerRenewal, remindUnanswered, startRenewal } from './renewal.ts'
import { closeOpenRenewal, findOpenRenewal, listRenewalMembers } from './renewal-queries.ts'
import { latestElection } from './rules.ts'
import { countMembersToday } from './seat-queries.ts'
import { textsOf } from './texts.ts'

type C = Context<AppEnv<Database>>

const start = z.object({ anledning: line('reason-missing'), senast: z.iso.date('day-wrong') })

/** Asking every member to confirm its people, and a member's answer. */
export const renewalRoutes = new Hono<AppEnv<Database>>()

renewalRoutes.get(representativePaths.renewal, only('register.edit'), (c) =>
  showRenewal(c, { typed: {}, errors: {} }, 200),
)

renewalRoutes.post(representativePaths.renewal, only('register.edit'), async (c) => {
  const { db, actor, config, today } = c.var
  const form = await readForm(c, start)
  if (!actor || !form.ok) return showRenewal(c, form.ok ? { typed: {}, errors: {} } : form, 422)
  const { anledning: reason, senast: dueOn } = form.values
  if (dueOn < today) return showRenewal(c, { typed: form.typed, errors: { senast: 'day-passed' } }, 422)
  const started = await startRenewal({ db, baseUrl: config.baseUrl, today }, actor, { reason, dueOn })
  return redirect(c, representativePaths.renewal, started ? 'startad' : 'redan-igang')
})

renewalRoutes.post(representativePaths.remind, only('register.edit'), async (c) => {
  const { db, actor, config, today } = c.var
  await remindUnanswered({ db, baseUrl: config.baseUrl, today }, actor, 'all')
  return redirect(c, representativePaths.renewal, 'pamind')
})

renewalRoutes.post(representativePaths.closeRenewal, only('register.edit'), async (c) => {
  await act(c.var.db, c.var.actor, 'close the renewal', closeOpenRenewal)
  return redirect(c, representativePaths.renewal, 'avslutad')
})

renewalRoutes.get(representativePaths.renew(':code'), only('people.manage', inAddress), async (c) =>
  showRenew(c, { typed: {}, errors: {} }, 200),
)

renewalRoutes.post(representativePaths.renew(':code'), only('people.manage', inAddress), async (c) => {
  const place = await placeOf(c)
  const renewal = await findOpenRenewal(place.db)
  const typed = typedIn(await c.req.formData().catch(() => new FormData()))
  const { answers, errors } = readAnswers(typed)
  if (!renewal || Object.keys(errors).length > 0) return showRenew(c, { typed, errors }, 422)
  const result = await answerRenewal(place, renewal, answers)
  if (result === 'done') return redirect(c, representativePaths.mine, 'fornyat')
  const t = textsOf(c.var.locale)
  const notice = result === 'changed' ? t.renew.changed : t.people.endLast
  return showRenew(c, { typed, errors: {}, notice }, 409)
})

/** One line for each seat's holder, and one for each empty seat. */
async function seatLines(place: Place): Promise<SeatLine[]> {
  const current = await listCurrent(place.db, place)
  return memberRoles.flatMap((role): SeatLine[] => {
    const holders = current.filter((holder) => holder.role === role)
    return holders.length > 0 ? holders.map((holder) => ({ role, holder })) : [{ role, holder: undefined }]
  })
}

async function showRenewal(
  c: C,
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, today } = c.var
  const renewal = await findOpenRenewal(db)
  const members = renewal ? await listRenewalMembers(db, renewal.id, today) : []
  const { title, lead } = textsOf(l).renewal
  const given = {
    anledning:
      'anledning' in form.typed
        ? textIn(form.typed, 'anledning')
        : textsOf(l).renewal.election(latestElection(today)),
    senast: textIn(form.typed, 'senast') || addDays(today, 30),
  }
  return page(
    c,
    { title, description: lead, noIndex: true },
    <RenewalPage
      l={l}
      renewal={renewal}
      members={members}
      count={await countMembersToday(db, today)}
      shown={z.enum(['alla', 'vantar', 'svarat']).catch('alla').parse(c.req.query('visa'))}
      given={given}
      errors={form.errors}
      done={c.req.query('klart')}
    />,
    status,
  )
}

async function showRenew(
  c: C,
  form: { typed: Typed; errors: Record<string, string>; notice?: string },
  status: 200 | 409 | 422,
): Promise<Response> {
  const { locale: l, db, today } = c.var
  const place = await placeOf(c)
  const { organisation } = place
  const renewal = await findOpenRenewal(db)
  const mine = renewal
    ? (await listRenewalMembers(db, renewal.id, today)).find(({ code }) => code === organisation.code)
    : undefined
  const { title, none } = textsOf(l).renew
  return page(
    c,
    { title: title(organisation.name), description: none, noIndex: true },
    <RenewPage
      l={l}
      organisation={organisation}
      renewal={renewal}
      answered={mine}
      lines={await seatLines(place)}
      {...form}
    />,
    status,
  )
}
