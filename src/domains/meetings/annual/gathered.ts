import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import { documentsBy, motionsBy, noticeBy } from '#domains/statutes/index.ts'
import { addDays } from '#platform/days.ts'
import type { Actor, Asked, DeskItem, Followed, Happening, WaitingItem } from '#platform/http/context.ts'
import type { Locale } from '#platform/i18n.ts'
import { annualSlug, statutesOf } from '../decisions.ts'
import { listToSign } from '../minutes/index.ts'
import { listMeetings, type Meeting } from '../queries.ts'
import { listMotionsSince } from './happened-queries.ts'
import { listMotions } from './motion-queries.ts'
import { annualPaths } from './paths.ts'
import { textsOf } from './texts.ts'
import { loadVotes } from './votes.ts'
import { titleOf } from './words.ts'

/** Days before a last day on which it turns up. */
const soon = 30

/** The annual meetings that have not been held, the next one first. */
async function coming(db: Kysely<Database>): Promise<Meeting[]> {
  const all = await listMeetings(db, 'annual-meeting')
  return all.filter(({ state }) => ['planned', 'called', 'open'].includes(state)).reverse()
}

/** What the secretariat has to do before the next meetings: the notice, the documents, opinions on motions. */
export async function annualDesk({ db, locale: l, today }: Asked<Database>): Promise<DeskItem[]> {
  const t = textsOf(l).deskItems
  const items: DeskItem[] = []
  for (const meeting of await coming(db)) {
    const { rules } = await statutesOf(db, meeting)
    const title = titleOf(l, meeting)
    const href = annualPaths.office(annualSlug(meeting))
    const notice = noticeBy(rules, meeting.extra ? 'extra' : 'annual', meeting.heldOn).latest
    const documents = documentsBy(rules, meeting.heldOn).latest
    if (!meeting.calledAt && addDays(notice, -soon) <= today)
      items.push({ text: t.call(title, l.date(notice)), href, count: 1 })
    if (!meeting.extra && !meeting.documentsPublishedAt && addDays(documents, -soon) <= today)
      items.push({ text: t.documents(title, l.date(documents)), href, count: 1 })
    const without = (await listMotions(db, meeting.id)).filter(({ opinion, outcome }) => !opinion && !outcome)
    if (without.length > 0)
      items.push({
        text: t.opinions(title),
        href: annualPaths.motions(annualSlug(meeting)),
        count: without.length,
      })
  }
  return items
}

/** What waits for a delegate: to register, and the last day for motions; for the chair, motions without an opinion. */
export async function waitingAnnual(
  { db, locale: l, today }: Asked<Database>,
  actor: Actor,
): Promise<WaitingItem[]> {
  const t = textsOf(l).waitingItems
  const items: WaitingItem[] = await minutesToSign(db, l, actor.personId)
  for (const meeting of await coming(db)) {
    const year = annualSlug(meeting)
    const { statutes, votes, registered } = await loadVotes(db, meeting, today)
    const isDelegate = votes.some(({ personId }) => personId === actor.personId)
    const isRegistered = registered.some(({ personId }) => personId === actor.personId)
    if (isDelegate && !isRegistered && meeting.calledAt)
      items.push({
        text: t.register(titleOf(l, meeting)),
        href: annualPaths.registration(year),
        due: meeting.heldOn,
      })
    const { latest } = motionsBy(statutes.rules, meeting.heldOn)
    if (!meeting.extra && can(actor, 'motions.write') && addDays(latest, -soon) <= today && today <= latest)
      items.push({ text: t.motion(titleOf(l, meeting)), href: annualPaths.newMotion(year), due: latest })
    if (actor.roles.some(({ role }) => role === 'board-chair')) {
      const without = (await listMotions(db, meeting.id)).filter((one) => !one.opinion && !one.outcome)
      if (without.length > 0) items.push({ text: t.opinion(without.length), href: annualPaths.motions(year) })
    }
  }
  return items
}

/** Motions of organisations that somebody follows, from the day when all may read them, and what became of them. */
export async function happenedAtAnnual(
  { db, locale: l }: Asked<Database>,
  { organisationCodes, since }: Followed,
): Promise<Happening[]> {
  if (organisationCodes.length === 0) return []
  const texts = textsOf(l)
  const t = texts.happened
  return (await listMotionsSince(db, organisationCodes, since)).map((one) => ({
    at: one.at,
    text: one.outcome
      ? t.motionDecided(one.organisationName, one.title, texts.decisions.outcomes[one.outcome] ?? '')
      : t.motion(one.organisationName, one.title),
    href: annualPaths.motion(annualSlug({ id: one.meetingId, extra: one.extra, heldOn: one.heldOn }), one.id),
    madeUp: one.madeUp,
  }))
}

/** Minutes of annual meetings that wait for somebody's approval. */
async function minutesToSign(db: Kysely<Database>, l: Locale, personId: number): Promise<WaitingItem[]> {
  const toSign = (await listToSign(db, personId)).filter(({ organ }) => organ === 'annual-meeting')
  const meetings = toSign.length > 0 ? await listMeetings(db, 'annual-meeting') : []
  return toSign.flatMap(({ meetingId }) => {
    const meeting = meetings.find(({ id }) => id === meetingId)
    if (!meeting) return []
    const text = textsOf(l).waitingItems.sign(titleOf(l, meeting))
    return [{ text, href: annualPaths.minutes(annualSlug(meeting)) }]
  })
}
