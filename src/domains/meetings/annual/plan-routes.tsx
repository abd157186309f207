import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { only } from '#domains/accounts/index.ts'
import { secureLink } from '#domains/members/index.ts'
import { statutesOn } from '#domains/statutes/index.ts'
import { firstLanguage } from '#platform/association.ts'
import { instantOf, localOf } from '#platform/days.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { optionalLine, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { localeOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { annualSlug } from '../decisions.ts'
import { findMeeting, type Meeting } from '../queries.ts'
import { type C, inPath, meetingIn } from './asking.ts'
import { breachesOfPlan } from './deadlines.ts'
import { insertPlan, type Plan, updatePlan } from './meeting-queries.ts'
import { PlanPage } from './pages/plan.tsx'
import { annualPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

const edits = only('annual.edit')
const planning = z.object({
  dag: z.iso.date('day-missing'),
  tid: z.string('time-missing').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time-missing'),
  slag: z.enum(['ordinarie', 'extra'], 'choice-missing'),
  form: z.enum(['on-site', 'online', 'both'], 'choice-missing'),
  plats: optionalLine(200),
  adress: z
    .string()
    .default('')
    .transform((typed) => (typed === '' ? '' : secureLink(typed)))
    .refine((link) => link !== null, 'link-wrong')
    .transform((link) => link ?? ''),
  version: z.coerce.number().int().catch(-1),
})

/** Planning an annual or extra meeting: a day that breaks the statutes is refused by its paragraph. */
export const planRoutes = new Hono<AppEnv<Database>>()

planRoutes.get(annualPaths.newMeeting, edits, (c) =>
  show(c, undefined, { typed: { slag: 'ordinarie', form: 'both', tid: '10:00' }, errors: {} }, [], 200),
)

planRoutes.post(annualPaths.newMeeting, edits, async (c) => {
  const { db, actor, config } = c.var
  const read = await readPlan(c)
  if (!read.plan) return show(c, undefined, read, read.problems, 422)
  const { plan } = read
  const id = await act(db, actor, 'plan an annual meeting', (trx) =>
    insertPlan(trx, {
      ...plan,
      title: titleOf(localeOf(firstLanguage), plan),
      madeUp: config.mode === 'demo',
    }),
  )
  const meeting = id === undefined ? undefined : await findMeeting(db, id)
  if (!meeting) return show(c, undefined, { ...read, errors: { dag: 'year-taken' } }, [], 422)
  return redirect(c, annualPaths.office(annualSlug(meeting)), 'sparad')
})

planRoutes.get(annualPaths.plan(inPath), edits, async (c) => {
  const meeting = await meetingIn(c)
  return show(c, meeting, { typed: typedPlan(meeting), errors: {} }, [], 200)
})

planRoutes.post(annualPaths.plan(inPath), edits, async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingIn(c)
  const read = await readPlan(c, meeting)
  if (!read.plan) return show(c, meeting, read, read.problems, 422)
  const { plan, seen } = read
  const saved = await act(db, actor, 'change the plan of an annual meeting', (trx) =>
    updatePlan(trx, meeting.id, { ...plan, title: titleOf(localeOf(firstLanguage), plan) }, seen),
  )
  if (!saved) return show(c, meeting, { ...read, errors: { dag: 'changed' } }, [], 422)
  return redirect(c, annualPaths.office(annualSlug({ ...meeting, ...plan })), 'sparad')
})

interface Read {
  typed: Typed
  errors: Record<string, string>
  problems: string[]
  plan?: Plan
  seen: number
}

async function readPlan(c: C, meeting?: Meeting): Promise<Read> {
  const { locale: l, db, today } = c.var
  const form = await readForm(c, planning)
  if (!form.ok) return { ...form, problems: [], seen: -1 }
  const { values, typed } = form
  const failed = (errors: Record<string, string>, problems: string[] = []) => ({
    typed,
    errors,
    problems,
    seen: -1,
  })
  if (values.dag <= today) return failed({ dag: 'day-past' })
  if (values.form !== 'online' && values.plats === '') return failed({ plats: 'place-missing' })
  const extra = values.slag === 'extra'
  const { rules } = await statutesOn(db, today)
  // A notice that has left was in time for its day; an earlier day would make it late.
  const calledOn = meeting?.calledAt ? localOf(meeting.calledAt).day : today
  const breaches = breachesOfPlan(rules, { heldOn: values.dag, extra }, calledOn)
  if (breaches.length > 0) {
    const t = textsOf(l)
    const problems = breaches.map(
      ({ rule, paragraph, latest }) =>
        `${t.breach[rule]?.(l.date(latest)) ?? ''} ${t.byParagraph(paragraph)}`,
    )
    return failed({}, problems)
  }
  const plan: Plan = {
    heldOn: values.dag,
    startsAt: instantOf(values.dag, values.tid),
    extra,
    place: values.plats,
    form: values.form,
    onlineAddress: values.adress,
  }
  return { typed, errors: {}, problems: [], plan, seen: values.version }
}

function typedPlan(meeting: Meeting): Typed {
  return {
    dag: meeting.heldOn,
    tid: meeting.startsAt ? localOf(meeting.startsAt).time : '',
    slag: meeting.extra ? 'extra' : 'ordinarie',
    form: meeting.form,
    plats: meeting.place,
    adress: meeting.onlineAddress,
    version: String(meeting.version),
  }
}

function show(
  c: C,
  meeting: Meeting | undefined,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  problems: string[],
  status: 200 | 422,
): Response {
  const { locale: l } = c.var
  const t = textsOf(l).planForm
  return page(
    c,
    { title: meeting ? t.edit : t.new, description: t.lead, noIndex: true },
    <PlanPage l={l} meeting={meeting} typed={typed} errors={errors} problems={problems} />,
    status,
  )
}
