import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { MotionOutcome } from './tables.ts'

/** What a member wants the annual meeting to decide. */
export interface Motion {
  id: number
  meetingId: number
  organisationCode: string
  organisationName: string
  title: string
  /** Markdown. */
  text: string
  demands: string[]
  writtenBy: number | null
  writerName: string | null
  handedInAt: Date
  withdrawnAt: Date | null
  opinion: MotionOutcome | null
  opinionText: string
  outcome: MotionOutcome | null
  decision: string
  version: number
  madeUp: boolean
}

const columns = sql`
  m.id, m.meeting_id as "meetingId", m.organisation_code as "organisationCode", o.name as "organisationName", m.title,
  m.text, array(select d.text from motion_demand d where d.motion_id = m.id order by d.ordinal) as demands,
  m.written_by as "writtenBy", p.name as "writerName", m.handed_in_at as "handedInAt", m.withdrawn_at as "withdrawnAt",
  m.opinion, m.opinion_text as "opinionText", m.outcome, m.decision, m.version, m.made_up as "madeUp"`
const from = sql`motion m join organisation o on o.code = m.organisation_code left join person p on p.id = m.written_by`

/** The motions to a meeting in the order in which they came in; those withdrawn are left out. */
export async function listMotions(db: Kysely<Database>, meetingId: number): Promise<Motion[]> {
  const { rows } = await sql<Motion>`
    select ${columns} from ${from} where m.meeting_id = ${meetingId} and m.withdrawn_at is null order by m.id`.execute(
    db,
  )
  return rows
}

export async function findMotion(db: Kysely<Database>, id: number): Promise<Motion | undefined> {
  const { rows } = await sql<Motion>`select ${columns} from ${from} where m.id = ${id}`.execute(db)
  return rows[0]
}

export interface NewMotion {
  meetingId: number
  organisationCode: string
  title: string
  text: string
  demands: string[]
  writtenBy: number
  now: Date
  madeUp: boolean
}

/** Keeps a motion with its demands and gives its number. */
export async function insertMotion(trx: Transaction<Database>, motion: NewMotion): Promise<number> {
  const { id } = await trx
    .insertInto('motion')
    .values({
      meeting_id: motion.meetingId,
      organisation_code: motion.organisationCode,
      title: motion.title,
      text: motion.text,
      written_by: motion.writtenBy,
      handed_in_at: motion.now,
      made_up: motion.madeUp,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('motion_demand')
    .values(motion.demands.map((text, i) => ({ motion_id: id, ordinal: i + 1, text })))
    .execute()
  return id
}

/** The board's opinion, over the version that was seen; never after the decision. */
export async function saveOpinion(
  trx: Transaction<Database>,
  id: number,
  { opinion, text, now }: { opinion: MotionOutcome; text: string; now: Date },
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('motion')
    .set({ opinion, opinion_text: text, opinion_at: now, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function withdrawMotion(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('motion')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

/** What the meeting decided. False when it has decided, or the motion is withdrawn. */
export async function settleMotion(
  trx: Transaction<Database>,
  id: number,
  { outcome, decision }: { outcome: MotionOutcome; decision: string },
): Promise<boolean> {
  const row = await trx
    .updateTable('motion')
    .set({ outcome, decision })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
