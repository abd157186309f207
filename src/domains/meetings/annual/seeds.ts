import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { insertFeeProposal } from '#domains/fees/index.ts'
import { insertProposal as insertStatutes, statutesOn } from '#domains/statutes/index.ts'
import { addDays, instantOf } from '#platform/days.ts'
import { findMeeting } from '../queries.ts'
import type { ItemKind } from '../tables.ts'
import { buildAgenda } from './agenda.ts'
import { insertMotion, saveOpinion } from './motion-queries.ts'
import { insertCandidate } from './nomination-queries.ts'
import { insertProposal } from './proposal-queries.ts'
import { candidates, decisions, motions, proposals, reasonForFee, reasonForStatutes } from './seeds-texts.ts'

/** The annual meeting of 2026 with its decisions, and that of 2027 being prepared. All made up. */
export async function demonstrateAnnualMeetings(trx: Transaction<Database>): Promise<void> {
  await spreadTerms(trx)
  await held(trx)
  await prepared(trx)
}

/** Half of the board sits since 2025, so that there are seats to fill in 2027. */
async function spreadTerms(trx: Transaction<Database>): Promise<void> {
  await sql`
    update appointment a set since = '2025-04-24' from organisation o
    where o.code = a.organisation_code and o.kind = 'association' and a.since = '2026-04-28'
      and (a.role = 'board-chair' or (a.role = 'board-member' and a.ordinal % 2 = 0)
        or (a.role = 'board-substitute' and a.ordinal % 2 = 1))`.execute(trx)
}

async function held(trx: Transaction<Database>): Promise<void> {
  const heldOn = '2026-04-28'
  const { id: statutesId } = await statutesOn(trx, heldOn)
  const at = (day: string, time: string) => instantOf(day, time) ?? new Date(`${day}T10:00:00Z`)
  const { id } = await trx
    .insertInto('meeting')
    .values({
      organ: 'annual-meeting',
      held_on: heldOn,
      starts_at: at(heldOn, '10:30'),
      title: 'Årsmöte 2026',
      place: 'Rådhuset, Borås',
      form: 'both',
      online_address: 'https://mote.example/arsmote-2026',
      state: 'closed',
      statutes_id: statutesId,
      called_at: at('2026-03-24', '09:00'),
      documents_published_at: at('2026-04-10', '09:00'),
      opened_at: at(heldOn, '10:30'),
      closed_at: at(heldOn, '14:45'),
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into voting_roll_entry (meeting_id, organisation_code, place, person_id, checked_at)
    select ${id}, organisation_code, place, person_id, ${at(heldOn, '10:15')} from (
      select distinct on (a.organisation_code, a.role) a.organisation_code, a.person_id,
        case a.role when 'contact-politician' then 1 else 2 end as place
      from appointment a where a.role in ('contact-politician', 'contact-official') and a.since <= ${heldOn}
      order by a.organisation_code, a.role) as votes
    order by organisation_code limit 60`.execute(trx)
  await trx
    .updateTable('meeting')
    .set({ roll_frozen_at: at(heldOn, '10:40') })
    .where('id', '=', id)
    .execute()
  await trx
    .insertInto('meeting_item')
    .values(
      decisions.map(({ title, decision, outcome = 'decided', kind = 'decision' as ItemKind }, i) => ({
        meeting_id: id,
        ordinal: i + 1,
        title,
        kind,
        decision,
        outcome,
        paragraph: i + 1,
        decided_at: new Date(at(heldOn, '10:35').getTime() + i * 600_000),
        made_up: true,
      })),
    )
    .execute()
}

async function prepared(trx: Transaction<Database>): Promise<void> {
  const heldOn = '2027-04-27'
  const { id: meetingId } = await trx
    .insertInto('meeting')
    .values({
      organ: 'annual-meeting',
      held_on: heldOn,
      starts_at: instantOf(heldOn, '10:00'),
      title: 'Årsmöte 2027',
      place: 'Konserthuset, Karlskrona',
      form: 'both',
      online_address: 'https://mote.example/arsmote-2027',
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await demonstrateMotions(trx, meetingId)
  await demonstrateProposals(trx, meetingId)
  for (const candidate of candidates) {
    await insertCandidate(trx, {
      ...candidate,
      meetingId,
      email: `${candidate.name
        .toLowerCase()
        .replace(/[^a-zåäö]+/g, '.')
        .replace(/[åä]/g, 'a')
        .replace(/ö/g, 'o')}@valbar.example`,
      nominatedBy: null,
      madeUp: true,
    })
  }
  const meeting = await findMeeting(trx, meetingId)
  if (meeting) await buildAgenda(trx, meeting)
}

async function demonstrateMotions(trx: Transaction<Database>, meetingId: number): Promise<void> {
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

async function demonstrateProposals(trx: Transaction<Database>, meetingId: number): Promise<void> {
  const feeId = await insertFeeProposal(trx, {
    year: 2028,
    fixedOre: 450_000,
    municipalityRateOre: 32,
    regionRateOre: 20,
    capInhabitants: 150_000,
    populationYear: 2026,
    joining: 'by-month',
    leaving: 'whole-year',
    observerPercent: 100,
    dueDays: 30,
    reason: reasonForFee,
    madeUp: true,
  })
  const current = await statutesOn(trx, '2026-11-27')
  await insertStatutes(trx, 'forslag-2027', {
    paragraphs: current.paragraphs.map((paragraph) =>
      paragraph.number === current.rules.motion_deadline_days.paragraph
        ? {
            ...paragraph,
            text_sv: paragraph.text_sv.replace('åtta veckor', 'sex veckor'),
            text_en: paragraph.text_en.replace('eight weeks', 'six weeks'),
          }
        : paragraph,
    ),
    rules: { ...current.rules, motion_deadline_days: { ...current.rules.motion_deadline_days, value: 42 } },
    reason: reasonForStatutes,
    madeUp: true,
  })
  const business = {
    fee: { kind: 'fee-proposal', id: String(feeId) },
    'key-figure-set': { kind: 'key-figure-set', id: '2027' },
    statutes: { kind: 'statutes', id: 'forslag-2027' },
  }
  for (const proposal of proposals) {
    const { kind } = proposal
    const house = kind === 'fee' || kind === 'key-figure-set' || kind === 'statutes' ? business[kind] : null
    await insertProposal(trx, { ...proposal, meetingId, business: house, madeUp: true })
  }
}
