import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import { statutesOf } from '../decisions.ts'
import { listItems, type Meeting } from '../queries.ts'
import { insertItems, makeRoom, type NewItem } from './agenda-queries.ts'
import { listMotions } from './motion-queries.ts'
import { listCandidates, listSitting } from './nomination-queries.ts'
import { listProposals } from './proposal-queries.ts'
import { postIn, posts, roleOfPost, seatsToFill } from './rules/posts.ts'
import type { Post } from './tables.ts'
import { textsOf } from './texts.ts'

/** How many items stand after the business of the meeting: other questions, the end. */
const closing = 2

/**
 * Builds the agenda: the formalities once, then what has come since of proposals, motions and elections, before the
 * closing items. What stands there already stays as it is. The agenda is written in the association's first language, as
 * the minutes are.
 */
export async function buildAgenda(trx: Transaction<Database>, meeting: Meeting): Promise<number> {
  const before = await listItems(trx, meeting.id)
  const known = new Set(
    before.flatMap(({ business }) => (business ? [`${business.kind} ${business.id}`] : [])),
  )
  const fresh = (await itemsOf(trx, meeting)).filter(
    ({ business }) => !business || !known.has(`${business.kind} ${business.id}`),
  )
  if (before.length === 0) {
    const { opening, ending } = await formalities(trx, meeting)
    const all = [...opening, ...fresh, ...ending]
    await insertItems(trx, meeting.id, all, 0)
    return all.length
  }
  const after = Math.max(0, before.length - closing)
  await makeRoom(trx, meeting.id, after, fresh.length)
  await insertItems(trx, meeting.id, fresh, after)
  return fresh.length
}

async function formalities(trx: Transaction<Database>, meeting: Meeting) {
  const { rules } = await statutesOf(trx, meeting)
  const t = textsOf(localeOf(firstLanguage)).agenda
  const item = (kind: NewItem['kind'], title: string): NewItem => ({
    title,
    text: '',
    kind,
    business: null,
    madeUp: meeting.madeUp,
  })
  const reports = [t.report, t.audit, t.accounts, t.discharge]
  return {
    opening: [
      item('formality', t.opening),
      item('formality', t.chair),
      item('formality', t.secretary),
      item('formality', t.adjusters(rules.annual_adjusters.value)),
      item('formality', t.roll(rules.votes_each_member.paragraph)),
      item('formality', t.called(rules.annual_notice_days.paragraph)),
      item('formality', t.agenda),
      ...(meeting.extra ? [] : reports.map((title) => item('decision', title))),
    ],
    ending: [item('information', t.other), item('formality', t.end)],
  }
}

async function itemsOf(trx: Transaction<Database>, meeting: Meeting): Promise<NewItem[]> {
  const t = textsOf(localeOf(firstLanguage)).agenda
  const [proposals, motions, elections] = await Promise.all([
    listProposals(trx, meeting.id),
    listMotions(trx, meeting.id),
    electionsOf(trx, meeting),
  ])
  const ownKind = (kind: string) => (kind === 'dissolution' ? 'dissolution' : 'proposal')
  return [
    ...proposals.map(
      (one): NewItem => ({
        title: one.title,
        text: '',
        kind: 'decision',
        business: one.business ?? { kind: ownKind(one.kind), id: String(one.id) },
        madeUp: one.madeUp,
      }),
    ),
    ...motions.map(
      (one): NewItem => ({
        title: t.motion(one.title, one.organisationName),
        text: '',
        kind: 'decision',
        business: { kind: 'motion', id: String(one.id) },
        madeUp: one.madeUp,
      }),
    ),
    ...elections.map(
      ({ post, seats }): NewItem => ({
        title: t.election[post](seats),
        text: '',
        kind: 'election',
        business: { kind: 'election', id: `${meeting.id}-${post}` },
        madeUp: meeting.madeUp,
      }),
    ),
  ]
}

/** An election of a meeting: so many are to be elected to a post. */
export interface Election {
  post: Post
  seats: number
  paragraph: number
}

/** The posts that a meeting elects to: those with seats to fill, and at an extra meeting those with candidates. */
export async function electionsOf(db: Kysely<Database>, meeting: Meeting): Promise<Election[]> {
  const { rules } = await statutesOf(db, meeting)
  const year = Number(meeting.heldOn.slice(0, 4))
  const candidates = await listCandidates(db, meeting.id)
  const all = await Promise.all(
    posts.map(async (post) => {
      const facts = postIn(rules, post)
      const sitting = await listSitting(db, roleOfPost[post], meeting.heldOn)
      return { post, seats: seatsToFill(facts, sitting, year), paragraph: facts.paragraph }
    }),
  )
  return all.filter(
    ({ post, seats }) => seats > 0 && (!meeting.extra || candidates.some((one) => one.post === post)),
  )
}
