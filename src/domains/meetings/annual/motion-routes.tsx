import { Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { can, type Limit, mayTry, once, only, open } from '#domains/accounts/index.ts'
import { organisationDirectory } from '#domains/members/index.ts'
import { motionsBy } from '#domains/statutes/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { line, paragraphs, readForm, type Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { redirect } from '#platform/http/redirect.ts'
import type { Option } from '#ui/components/field.tsx'
import { page } from '#ui/page.tsx'
import { annualSlug, statutesOf } from '../decisions.ts'
import type { Meeting } from '../queries.ts'
import { backTo, type C, inPath, meetingIn, numbered, numberIn, seesDocuments } from './asking.ts'
import {
  findMotion,
  insertMotion,
  listMotions,
  type Motion,
  saveOpinion,
  withdrawMotion,
} from './motion-queries.ts'
import { MotionPage } from './pages/motion.tsx'
import { MotionFormPage } from './pages/motion-form.tsx'
import { MotionsPage } from './pages/motions.tsx'
import { annualPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { titleOf } from './words.ts'

/** So many motions one person may hand in. */
const perPerson: Limit = { name: 'motion', times: 10, seconds: 86_400 }
const mostDemands = 20

const writing = z.object({
  medlem: z.string().default(''),
  rubrik: line('title-missing', 150),
  text: z.string('text-missing').min(10, 'text-missing').max(20_000, 'too-long'),
  yrkanden: z.string('demand-missing').min(1, 'demand-missing').max(10_000, 'too-long'),
})
const opining = z.object({
  yttrande: z.enum(['adopt', 'reject', 'answered'], 'choice-missing'),
  text: paragraphs(10_000),
  version: z.coerce.number().int().catch(-1),
})

/** Motions: written by members until the deadline, with the board's opinion, open to all with the documents. */
export const motionRoutes = new Hono<AppEnv<Database>>()

motionRoutes.get(annualPaths.motions(inPath), open(), async (c) => {
  const { locale: l, db, actor, today } = c.var
  const meeting = await meetingIn(c)
  const { rules } = await statutesOf(db, meeting)
  const deadline = motionsBy(rules, meeting.heldOn)
  const all = await listMotions(db, meeting.id)
  const sees = seesDocuments(c, meeting)
  const t = textsOf(l).motions
  return page(
    c,
    { title: t.title, description: t.title },
    <MotionsPage
      l={l}
      meeting={meeting}
      motions={sees ? all : all.filter((motion) => isOwn(c, motion))}
      documentsOpen={sees}
      deadline={deadline}
      mayWrite={can(actor, 'motions.write') && isOpenForMotions(meeting, deadline.latest, today)}
      done={c.req.query('klart')}
    />,
  )
})

motionRoutes.get(annualPaths.newMotion(inPath), only('motions.write'), async (c) => {
  const meeting = await meetingIn(c)
  await refuseLate(c, meeting)
  return form(c, meeting, { typed: {}, errors: {} }, 200)
})

motionRoutes.post(annualPaths.newMotion(inPath), only('motions.write'), once, async (c) => {
  const { db, actor, now, config } = c.var
  const meeting = await meetingIn(c)
  await refuseLate(c, meeting)
  const sent = await readForm(c, writing)
  if (!sent.ok || !actor) return form(c, meeting, { errors: {}, ...sent }, 422)
  const { values, typed } = sent
  const demands = values.yrkanden
    .split('\n')
    .map((text) => text.replace(/^\s*(?:\d+[.)]|[-*–])\s*/, '').trim())
    .filter(Boolean)
  if (demands.length === 0) return form(c, meeting, { typed, errors: { yrkanden: 'demand-missing' } }, 422)
  if (demands.length > mostDemands)
    return form(c, meeting, { typed, errors: { yrkanden: 'demand-many' } }, 422)
  const [first] = await organisationsOf(c)
  const organisation = (await organisationsOf(c)).find(({ value }) => value === values.medlem) ?? first
  if (!organisation) return form(c, meeting, { typed, errors: { medlem: 'choice-missing' } }, 422)
  if (!(await mayTry(db, perPerson, String(actor.personId))))
    return form(c, meeting, { typed, errors: { rubrik: 'too-often' } }, 429)
  const id = await act(db, actor, 'hand in a motion', (trx) =>
    insertMotion(trx, {
      meetingId: meeting.id,
      organisationCode: organisation.value,
      title: values.rubrik,
      text: values.text,
      demands,
      writtenBy: actor.personId,
      now,
      madeUp: config.mode === 'demo',
    }),
  )
  return redirect(c, annualPaths.motion(annualSlug(meeting), id), 'motion')
})

motionRoutes.get(annualPaths.motion(inPath, numbered), open(), async (c) => {
  const { meeting, motion } = await motionIn(c)
  return show(c, meeting, motion, {}, 200)
})

motionRoutes.post(`${annualPaths.motion(inPath, numbered)}/yttrande`, only('annual.chair'), async (c) => {
  const { db, actor, now } = c.var
  const { meeting, motion } = await motionIn(c)
  const sent = await readForm(c, opining)
  if (!sent.ok) return show(c, meeting, motion, sent.errors, 422)
  const { yttrande: opinion, text, version } = sent.values
  const saved = await act(db, actor, 'give an opinion on a motion', (trx) =>
    saveOpinion(trx, motion.id, { opinion, text, now }, version),
  )
  if (!saved) return show(c, meeting, motion, { yttrande: 'changed' }, 422)
  return redirect(c, annualPaths.motion(annualSlug(meeting), motion.id), 'yttrande')
})

motionRoutes.post(`${annualPaths.motion(inPath, numbered)}/aterkalla`, only('motions.write'), async (c) => {
  const { db, actor, now } = c.var
  const { meeting, motion } = await motionIn(c)
  if (isOwn(c, motion) && meeting.state !== 'open')
    await act(db, actor, 'withdraw a motion', (trx) => withdrawMotion(trx, motion.id, now))
  return redirect(c, annualPaths.motions(annualSlug(meeting)), 'aterkallad')
})

/** Whether somebody speaks for the member that wrote a motion. */
function isOwn(c: C, { organisationCode }: Motion): boolean {
  return (
    c.var.actor?.roles.some(
      (held) =>
        held.organisationCode === organisationCode &&
        ['contact-politician', 'contact-official', 'delegate'].includes(held.role),
    ) ?? false
  )
}

function isOpenForMotions(meeting: Meeting, latest: string, today: string): boolean {
  return today <= latest && !meeting.extra && (meeting.state === 'planned' || meeting.state === 'called')
}

/** Refuses a motion after its day, by the paragraph. */
async function refuseLate(c: C, meeting: Meeting): Promise<void> {
  const { locale: l, db, today } = c.var
  const { rules } = await statutesOf(db, meeting)
  const { latest, paragraph } = motionsBy(rules, meeting.heldOn)
  if (isOpenForMotions(meeting, latest, today)) return
  throw new Problem(409, textsOf(l).motions.tooLate(l.date(latest), paragraph), [
    backTo(meeting, titleOf(l, meeting)),
  ])
}

/** The members that somebody can write for. */
async function organisationsOf(c: C): Promise<Option[]> {
  const { actor, db, remember } = c.var
  const directory = await organisationDirectory(db, remember)
  const codes = (actor?.roles ?? []).flatMap(({ role, member, organisationCode }) =>
    member && ['contact-politician', 'contact-official', 'delegate'].includes(role) ? [organisationCode] : [],
  )
  return [...new Set(codes)].map((value) => ({ value, label: directory.byCode.get(value)?.name ?? value }))
}

async function motionIn(c: C): Promise<{ meeting: Meeting; motion: Motion }> {
  const { locale: l, db } = c.var
  const meeting = await meetingIn(c)
  const motion = await findMotion(db, numberIn(c))
  const fits = motion?.meetingId === meeting.id && motion.withdrawnAt === null
  if (fits && (seesDocuments(c, meeting) || isOwn(c, motion))) return { meeting, motion }
  throw new Problem(404, textsOf(l).motions.missing, [backTo(meeting, titleOf(l, meeting))])
}

async function show(
  c: C,
  meeting: Meeting,
  motion: Motion,
  errors: Record<string, string>,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, actor } = c.var
  return page(
    c,
    { title: motion.title, description: textsOf(l).motions.from(motion.organisationName) },
    <MotionPage
      l={l}
      meeting={meeting}
      motion={motion}
      errors={errors}
      mayOpine={can(actor, 'annual.chair') && motion.outcome === null}
      mayWithdraw={isOwn(c, motion) && motion.outcome === null && meeting.state !== 'open'}
      done={c.req.query('klart')}
    />,
    status,
  )
}

async function form(
  c: C,
  meeting: Meeting,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  status: 200 | 422 | 429,
): Promise<Response> {
  const { locale: l } = c.var
  const t = textsOf(l).motions
  return page(
    c,
    { title: t.new, description: t.newLead, noIndex: true },
    <MotionFormPage
      l={l}
      meeting={meeting}
      organisations={await organisationsOf(c)}
      typed={typed}
      errors={errors}
    />,
    status,
  )
}
