import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import { appoint, findOrOpenPerson, only, sendInvitation } from '#domains/accounts/index.ts'
import type { AppEnv } from '#platform/http/context.ts'
import { emailAddress, line, readForm, type Typed } from '#platform/http/form.ts'
import { redirect } from '#platform/http/redirect.ts'
import { page } from '#ui/page.tsx'
import { annualSlug } from '../decisions.ts'
import { lockMeeting, type Meeting } from '../queries.ts'
import { type C, inPath, meetingIn, numbered, numberIn } from './asking.ts'
import { insertProxy, namesOf, removeChoice, revokeProxy, saveChoice } from './delegate-queries.ts'
import { DelegatesPage } from './pages/delegates.tsx'
import { annualPaths } from './paths.ts'
import { type Refusal, refusalOfChoice, refusalOfProxy } from './rules/delegates.ts'
import { textsOf } from './texts.ts'
import { loadVotes } from './votes.ts'
import { refusalText } from './words.ts'

const names = only('annual.delegates')
const place = z.string('choice-missing').regex(/^[A-Za-z0-9]{1,10}:\d{1,2}$/, 'choice-missing')
const naming = z.object({ rost: place, namn: line('name-missing', 100), epost: emailAddress() })
const undoing = z.object({ rost: place })
const giving = z.object({ rost: place, till: z.coerce.number('choice-missing').int('choice-missing') })

/** Whom a member sends, and who carries its votes; named by its contact persons within the limits of the statutes. */
export const delegateRoutes = new Hono<AppEnv<Database>>()

delegateRoutes.get(annualPaths.delegates(inPath), names, async (c) =>
  show(c, await meetingIn(c), { typed: {}, errors: {} }, undefined, 200),
)

delegateRoutes.post(annualPaths.delegates(inPath), names, async (c) => {
  const { db, actor, now, today, config } = c.var
  const meeting = await meetingIn(c)
  const sent = await readForm(c, naming)
  if (!sent.ok || !actor) return show(c, meeting, { errors: {}, ...sent }, undefined, 422)
  const vote = ownVote(c, sent.values.rost)
  if (!vote || isFrozen(meeting))
    return show(c, meeting, { typed: sent.typed, errors: { rost: 'choice-missing' } }, undefined, 422)
  const { namn: name, epost: email } = sent.values
  const refused = await act(db, actor, 'name a delegate', async (trx) => {
    const held = await lockMeeting(trx, meeting.id)
    const { person, opened } = await findOrOpenPerson(trx, { email, name })
    const { statutes, votes, members } = await loadVotes(trx, held, today)
    const choice = { ...vote, personId: person.id }
    const refusal = refusalOfChoice(statutes.rules, votes, choice)
    if (refusal) return refusal
    await saveChoice(trx, { ...choice, meetingId: meeting.id, namedBy: actor.personId, now })
    const { organisationCode } = vote
    if (opened) {
      await appoint(trx, { personId: person.id, organisationCode, role: 'delegate', since: today })
      await sendInvitation(trx, {
        person,
        role: 'delegate',
        organisationName: members.find(({ code }) => code === organisationCode)?.name ?? '',
        invitedBy: actor.name,
        baseUrl: config.baseUrl,
        landing: annualPaths.meeting(annualSlug(meeting)),
      })
    }
    return undefined
  })
  if (refused) return show(c, meeting, { typed: sent.typed, errors: {} }, refused, 422)
  return redirect(c, annualPaths.delegates(annualSlug(meeting)), 'ombud')
})

delegateRoutes.post(`${annualPaths.delegates(inPath)}/angra`, names, async (c) => {
  const { db, actor } = c.var
  const meeting = await meetingIn(c)
  const sent = await readForm(c, undoing)
  const vote = sent.ok ? ownVote(c, sent.values.rost) : undefined
  if (vote && !isFrozen(meeting))
    await act(db, actor, 'take a delegate back', (trx) =>
      removeChoice(trx, meeting.id, vote.organisationCode, vote.place),
    )
  return redirect(c, annualPaths.delegates(annualSlug(meeting)), 'sparad')
})

delegateRoutes.post(annualPaths.proxies(inPath), names, async (c) => {
  const { db, actor, now, today } = c.var
  const meeting = await meetingIn(c)
  const sent = await readForm(c, giving)
  if (!sent.ok || !actor) return show(c, meeting, { errors: {}, ...sent }, undefined, 422)
  const vote = ownVote(c, sent.values.rost)
  if (!vote || isFrozen(meeting))
    return show(c, meeting, { typed: sent.typed, errors: { rost: 'choice-missing' } }, undefined, 422)
  const asked = { ...vote, toPersonId: sent.values.till }
  const refused = await act(db, actor, 'give a proxy', async (trx) => {
    const held = await lockMeeting(trx, meeting.id)
    const { statutes, votes, proxies } = await loadVotes(trx, held, today)
    const refusal = refusalOfProxy(statutes.rules, votes, proxies, asked)
    if (refusal) return refusal
    await insertProxy(trx, { ...asked, meetingId: meeting.id, givenBy: actor.personId, now })
    return undefined
  })
  if (refused) return show(c, meeting, { typed: sent.typed, errors: {} }, refused, 422)
  return redirect(c, annualPaths.delegates(annualSlug(meeting)), 'fullmakt')
})

delegateRoutes.post(`${annualPaths.proxy(inPath, numbered)}/aterkalla`, names, async (c) => {
  const { db, actor, now, today } = c.var
  const meeting = await meetingIn(c)
  const { proxies } = await loadVotes(db, meeting, today)
  const proxy = proxies.find(({ id }) => id === numberIn(c))
  if (proxy && codesOf(c).includes(proxy.organisationCode) && !isFrozen(meeting))
    await act(db, actor, 'take a proxy back', (trx) => revokeProxy(trx, proxy.id, meeting.id, now))
  return redirect(c, annualPaths.delegates(annualSlug(meeting)), 'aterkallad')
})

const isFrozen = ({ rollFrozenAt, state }: Meeting) =>
  rollFrozenAt !== null || state === 'closed' || state === 'approved' || state === 'cancelled'

/** The members that somebody is a contact person of. */
function codesOf(c: Context<AppEnv<Database>>): string[] {
  return (c.var.actor?.roles ?? []).flatMap(({ role, member, organisationCode }) =>
    member && (role === 'contact-politician' || role === 'contact-official') ? [organisationCode] : [],
  )
}

/** A vote of the form, `1382:2`, when it belongs to a member that one is a contact person of. */
function ownVote(c: C, typed: string): { organisationCode: string; place: number } | undefined {
  const [organisationCode = '', number] = typed.split(':')
  return codesOf(c).includes(organisationCode) ? { organisationCode, place: Number(number) } : undefined
}

async function show(
  c: C,
  meeting: Meeting,
  { typed, errors }: { typed: Typed; errors: Record<string, string> },
  refusal: Refusal | undefined,
  status: 200 | 422,
): Promise<Response> {
  const { locale: l, db, today } = c.var
  const loaded = await loadVotes(db, meeting, today)
  const people = await namesOf(
    db,
    loaded.votes.flatMap(({ personId }) => (personId === null ? [] : [personId])),
  )
  const codes = codesOf(c)
  const t = textsOf(l).delegates
  return page(
    c,
    { title: t.title, description: t.title, noIndex: true },
    <DelegatesPage
      l={l}
      meeting={meeting}
      rules={loaded.statutes.rules}
      members={loaded.members.filter(({ code }) => codes.includes(code))}
      votes={loaded.votes}
      proxies={loaded.proxies}
      names={people}
      organisations={new Map(loaded.members.map(({ code, name }) => [code, name]))}
      frozen={isFrozen(meeting)}
      typed={typed}
      errors={errors}
      refusal={refusal && refusalText(l, refusal)}
      done={c.req.query('klart')}
    />,
    status,
  )
}
