import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { insertFeeProposal } from '#domains/fees/index.ts'
import { insertProposal as insertStatutes, statutesOn } from '#domains/statutes/index.ts'
import { firstLanguage } from '#platform/association.ts'
import { addDays, instantOf } from '#platform/days.ts'
import { localeOf } from '#platform/i18n.ts'
import { findMeeting } from '../queries.ts'
import { buildAgenda } from './agenda.ts'
import { insertMotion, saveOpinion } from './motion-queries.ts'
import { insertCandidate } from './nomination-queries.ts'
import { insertProposal } from './proposal-queries.ts'
import { type AnnualStory, ourMeetings } from './seeds-texts.ts'
import type { ProposalKind } from './tables.ts'
import { titleOf } from './words.ts'

/** An annual meeting with its decisions, and the next one being prepared. All made up. */
export async function demonstrateAnnualMeetings(
  trx: Transaction<Database>,
  story: AnnualStory = ourMeetings,
): Promise<void> {
  await spreadTerms(trx, story.earlierTerm)
  await held(trx, story.held)
  await prepared(trx, story.next)
}

/** Half of the board sits since earlier, so that there are seats to fill. */
async function spreadTerms(trx: Transaction<Database>, since: string): Promise<void> {
  await sql`
    update appointment a set since = ${since} from organisation o
    where o.code = a.organisation_code and o.kind = 'association' and a.since = '2026-04-28'
      and (a.role = 'board-chair' or (a.role = 'board-member' and a.ordinal % 2 = 0)
        or (a.role = 'board-substitute' and a.ordinal % 2 = 1))`.execute(trx)
}

const titled = (heldOn: string) => titleOf(localeOf(firstLanguage), { extra: false, heldOn })
const at = (day: string, time: string) => instantOf(day, time) ?? new Date(`${day}T10:00:00Z`)

async function held(trx: Transaction<Database>, story: AnnualStory['held']): Promise<void> {
  const { heldOn, time, ends, place, onlineAddress, calledOn, documentsOn, decisions } = story
  const { id: statutesId, rules } = await statutesOn(trx, heldOn)
  const begins = at(heldOn, time)
  const minutes = (count: number) => new Date(begins.getTime() + count * 60_000)
  const { id } = await trx
    .insertInto('meeting')
    .values({
      organ: 'annual-meeting',
      held_on: heldOn,
      starts_at: begins,
      title: titled(heldOn),
      place,
      form: 'both',
      online_address: onlineAddress,
      state: 'closed',
      statutes_id: statutesId,
      called_at: at(calledOn, '09:00'),
      documents_published_at: at(documentsOn, '09:00'),
      opened_at: begins,
      closed_at: at(heldOn, ends),
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const roles = [...rules.voting_roles.value]
  await sql`
    insert into voting_roll_entry (meeting_id, organisation_code, place, person_id, checked_at)
    select ${id}, organisation_code, place, person_id, ${minutes(-15)} from (
      select distinct on (a.organisation_code, a.role) a.organisation_code, a.person_id,
        array_position(${roles}::text[], a.role) as place
      from appointment a where a.role = any(${roles}) and a.since <= ${heldOn}
      order by a.organisation_code, a.role) as votes
    where place <= ${rules.votes_each_member.value} order by organisation_code limit 60`.execute(trx)
  await trx
    .updateTable('meeting')
    .set({ roll_frozen_at: minutes(10) })
    .where('id', '=', id)
    .execute()
  await trx
    .insertInto('meeting_item')
    .values(
      decisions.map(({ title, decision, outcome = 'decided', kind = 'decision' as const }, i) => ({
        meeting_id: id,
        ordinal: i + 1,
        title,
        kind,
        decision,
        outcome,
        paragraph: i + 1,
        decided_at: minutes(5 + i * 10),
        made_up: true,
      })),
    )
    .execute()
}

async function prepared(trx: Transaction<Database>, story: AnnualStory['next']): Promise<void> {
  const { heldOn, time, place, onlineAddress, motions, candidates } = story
  const { id: meetingId } = await trx
    .insertInto('meeting')
    .values({
      organ: 'annual-meeting',
      held_on: heldOn,
      starts_at: at(heldOn, time),
      title: titled(heldOn),
      place,
      form: 'both',
      online_address: onlineAddress,
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await demonstrateMotions(trx, meetingId, motions)
  await demonstrateProposals(trx, meetingId, story)
  for (const candidate of candidates) {
    await insertCandidate(trx, {
      ...candidate,
      meetingId,
      email: `${candidate.name
        .toLowerCase()
        .replace(/[^a-zåäö]+/g, '.')
        .replace(/[åä]/g, 'a')
        .replace(/ö/g, 'o')}@nominated.example`,
      nominatedBy: null,
      madeUp: true,
    })
  }
  const meeting = await findMeeting(trx, meetingId)
  if (meeting) await buildAgenda(trx, meeting)
}

async function demonstrateMotions(
  trx: Transaction<Database>,
  meetingId: number,
  motions: AnnualStory['next']['motions'],
): Promise<void> {
  for (const [i, { code, opinion, opinionText, ...motion }] of motions.entries()) {
    const writer = await trx
      .selectFrom('appointment')
      .where('organisation_code', '=', code)
      .where('role', 'in', ['contact-politician', 'contact-official'])
      .where('until', 'is', null)
      .orderBy('role', 'desc')
      .select('person_id')
      .executeTakeFirst()
    if (!writer) continue
    const now = new Date(`${addDays('2026-11-02', i * 6)}T09:12:00Z`)
    const id = await insertMotion(trx, {
      ...motion,
      meetingId,
      organisationCode: code,
      writtenBy: writer.person_id,
      now,
      madeUp: true,
    })
    if (opinion)
      await saveOpinion(trx, id, { opinion, text: opinionText, now: new Date('2026-11-24T13:00:00Z') }, 0)
  }
}

async function demonstrateProposals(
  trx: Transaction<Database>,
  meetingId: number,
  { proposals, fee, statutes, keyFigureSet }: AnnualStory['next'],
): Promise<void> {
  const reasonOf = (kind: ProposalKind) => proposals.find((one) => one.kind === kind)?.text ?? ''
  const feeId = await insertFeeProposal(trx, { ...fee, reason: reasonOf('fee'), madeUp: true })
  const current = await statutesOn(trx, '2026-11-27')
  const changed = (text: string) => statutes.words.reduce((told, [from, to]) => told.replace(from, to), text)
  await insertStatutes(trx, statutes.id, {
    paragraphs: current.paragraphs.map((paragraph) =>
      paragraph.number === current.rules.motion_deadline_days.paragraph
        ? { ...paragraph, text_sv: changed(paragraph.text_sv), text_en: changed(paragraph.text_en) }
        : paragraph,
    ),
    rules: {
      ...current.rules,
      motion_deadline_days: { ...current.rules.motion_deadline_days, value: statutes.days },
    },
    reason: reasonOf('statutes'),
    madeUp: true,
  })
  const business: Partial<Record<ProposalKind, { kind: string; id: string }>> = {
    fee: { kind: 'fee-proposal', id: String(feeId) },
    statutes: { kind: 'statutes', id: statutes.id },
    ...(keyFigureSet ? { 'key-figure-set': { kind: 'key-figure-set', id: keyFigureSet } } : {}),
  }
  for (const proposal of proposals) {
    await insertProposal(trx, {
      ...proposal,
      meetingId,
      business: business[proposal.kind] ?? null,
      madeUp: true,
    })
  }
}
