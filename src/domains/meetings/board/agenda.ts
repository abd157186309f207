import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { listYearSums, shortKronor } from '#domains/fees/index.ts'
import { firstLanguage } from '#platform/association.ts'
import type { Business, GatheredBusiness } from '#platform/http/business.ts'
import { localeOf } from '#platform/i18n.ts'
import { orderItems } from '../order-queries.ts'
import { listItems, listMeetings, lockMeeting, type MeetingItem } from '../queries.ts'
import { type Standing, standings } from '../tables.ts'
import { insertItems, lockAgendas } from './item-queries.ts'
import { listScheduled } from './queries.ts'
import { textsOf } from './texts.ts'

const ending: readonly Standing[] = ['next-meeting', 'closing']

/** Adds the formalities that are not there yet: what opens a meeting first, what ends it last. False when it has begun. */
export async function addFormalities(
  trx: Transaction<Database>,
  { meetingId, today }: { meetingId: number; today: string },
): Promise<boolean> {
  const meeting = await lockMeeting(trx, meetingId)
  if (meeting.state !== 'planned' && meeting.state !== 'called') return false
  const there = await listItems(trx, meetingId)
  const t = textsOf(localeOf(firstLanguage)).standing
  const previous = (await listMeetings(trx, 'board')).find(
    ({ heldOn, state }) => heldOn < meeting.heldOn && state !== 'cancelled',
  )
  const economy = await economyText(trx, today)
  const texts: Partial<Record<Standing, string>> = {
    'previous-minutes': previous ? t.previousText(localeOf(firstLanguage).date(previous.heldOn)) : '',
    economy,
  }
  await insertItems(
    trx,
    meetingId,
    standings
      .filter((standing) => !there.some((item) => item.standing === standing))
      .map((standing) => ({
        title: t.titles[standing],
        text: texts[standing] ?? '',
        kind: standing === 'economy' ? ('information' as const) : ('formality' as const),
        standing,
        madeUp: meeting.madeUp,
      })),
  )
  await keepEnds(trx, meetingId)
  return true
}

/** The figures of the fees as they stand on the day, in Markdown. */
async function economyText(trx: Transaction<Database>, today: string): Promise<string> {
  const l = localeOf(firstLanguage)
  const t = textsOf(l).standing.economy
  const sums = (await listYearSums(trx, today)).slice(0, 2)
  if (sums.length === 0) return t.none
  const lines = sums.map((sum) =>
    t.line(
      sum.year,
      shortKronor(l, sum.invoicedOre - sum.creditedOre),
      shortKronor(l, sum.paidOre),
      shortKronor(l, sum.openOre),
      sum.overdue,
    ),
  )
  return [t.lead(l.date(today)), ...lines.map((line) => `- ${line}`)]
    .join('\n\n')
    .replaceAll('\n\n- ', '\n- ')
}

/** Puts the formalities that open a meeting first and those that end it last; the rest keep their order. */
async function keepEnds(trx: Transaction<Database>, meetingId: number): Promise<void> {
  const items = await listItems(trx, meetingId)
  const rankOf = ({ standing }: MeetingItem) =>
    standing === null ? standings.length - ending.length - 0.5 : standings.indexOf(standing)
  const sorted = items.toSorted((a, b) => rankOf(a) - rankOf(b) || a.ordinal - b.ordinal)
  await orderItems(
    trx,
    sorted.map(({ id }) => id),
  )
}

/** What waits for the board and stands on no agenda of a meeting that is not over. */
export function notScheduled(business: Business[], scheduled: { kind: string; id: string }[]): Business[] {
  return business.filter(({ kind, id }) => !scheduled.some((one) => one.kind === kind && one.id === id))
}

/** The business of other houses among items, decided or not. */
export function businessIn(items: MeetingItem[]): { kind: string; id: string }[] {
  return items.flatMap(({ business }) => business ?? [])
}

/** Puts business on an agenda, before what ends the meeting, and tells its house. Throws `DecisionRefused`. */
export async function addBusiness(
  trx: Transaction<Database>,
  gathered: GatheredBusiness<Database>,
  business: Business,
  place: { meetingId: number; actor: { personId: number; name: string }; baseUrl: string; now: Date },
): Promise<'over' | 'scheduled' | undefined> {
  const meeting = await lockMeeting(trx, place.meetingId)
  if (meeting.state === 'closed' || meeting.state === 'approved' || meeting.state === 'cancelled')
    return 'over'
  const { kind, id, title, text, madeUp } = business
  await lockAgendas(trx)
  const taken = [...(await listScheduled(trx)), ...businessIn(await listItems(trx, meeting.id))]
  if (notScheduled([business], taken).length === 0) return 'scheduled'
  await insertItems(trx, meeting.id, [{ title, text, kind: 'decision', business: { kind, id }, madeUp }])
  await keepEnds(trx, meeting.id)
  await gathered.scheduled(trx, { kind, id, organ: 'board', heldOn: meeting.heldOn, ...place })
  return undefined
}

/** Adds an item of the board's own, before what ends the meeting. */
export async function addOwnItem(
  trx: Transaction<Database>,
  meetingId: number,
  item: { title: string; text: string; kind: 'decision' | 'information' },
): Promise<boolean> {
  const meeting = await lockMeeting(trx, meetingId)
  if (meeting.state === 'closed' || meeting.state === 'approved' || meeting.state === 'cancelled')
    return false
  await insertItems(trx, meetingId, [{ ...item, madeUp: meeting.madeUp }])
  await keepEnds(trx, meetingId)
  return true
}

/** Moves an item one place up or down. */
export async function moveItem(
  trx: Transaction<Database>,
  { meetingId, itemId, by }: { meetingId: number; itemId: number; by: -1 | 1 },
): Promise<void> {
  await lockMeeting(trx, meetingId)
  const ids = (await listItems(trx, meetingId)).map(({ id }) => id)
  const at = ids.indexOf(itemId)
  const other = ids[at + by]
  if (at < 0 || other === undefined) return
  ids[at] = other
  ids[at + by] = itemId
  await orderItems(trx, ids)
}
