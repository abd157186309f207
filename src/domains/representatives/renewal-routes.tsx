import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { inAddress, listHolders, memberRoles, only } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, readForm, type Typed, textIn, typedIn } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { bySeat, isCurrent } from './actions.ts'
import { RenewPage, type SeatLine } from './pages/renew.tsx'
import { RenewalPage } from './pages/renewal.tsx'
import { representativePaths } from './paths.ts'
import { placeOf } from './people-routes.tsx'
import { answerRenewal, remindUnanswered, startRenewal } from './renewal.ts'
import { closeOpenRenewal, findOpenRenewal, listRenewalMembers } from './renewal-queries.ts'
import { addDays, faultsOf, type SeatAnswer } from './rules.ts'
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
  const typed = typedIn(await c.req.formData())
  const lines = await seatLines(c, place.organisation.code)
  const answers = lines.map(({ role, holder }, i): SeatAnswer => {
    const choice = z
      .enum(['keep', 'replace', 'empty'])
      .catch('keep')
      .parse(textIn(typed, `val-${i}`))
    const [name, email, title] = ['name', 'email', 'title'].map((field) => textIn(typed, `${field}-${i}`))
    return {
      role,
      appointmentId: holder?.appointmentId ?? null,
      choice,
      name: name ?? '',
      email: email ?? '',
      title: title ?? '',
    }
  })
  const faults = faultsOf(answers)
  if (!renewal || faults.length > 0) {
    const errors = Object.fromEntries(faults.map(({ place: at, field, error }) => [`${field}-${at}`, error]))
    return showRenew(c, { typed, errors }, 422)
  }
  await answerRenewal(place, renewal, answers)
  return redirect(c, representativePaths.mine, 'fornyat')
})

/** One line for each seat's holder, and one for each empty seat. */
async function seatLines(c: C, code: string): Promise<SeatLine[]> {
  const current = (await listHolders(c.var.db, code))
    .filter((holder) => isCurrent(holder, c.var.today) && memberRoles.includes(holder.role))
    .sort(bySeat)
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
    anledning: textIn(form.typed, 'anledning'),
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
  form: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, today } = c.var
  const { organisation } = await placeOf(c)
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
      lines={await seatLines(c, organisation.code)}
      {...form}
    />,
    status,
  )
}
