import type { Kysely, Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { ProposalKind } from './tables.ts'

/** What the board proposes to an annual meeting. */
export interface Proposal {
  id: number
  meetingId: number
  kind: ProposalKind
  title: string
  /** Markdown. */
  text: string
  /** The house whose room changes when the meeting says yes. */
  business: { kind: string; id: string } | null
  outcome: string | null
  madeUp: boolean
}

/** The proposals to a meeting; those withdrawn are left out. */
export async function listProposals(db: Kysely<Database>, meetingId: number): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('annual_proposal')
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    kind: row.kind,
    title: row.title,
    text: row.text,
    business:
      row.business_kind !== null && row.business_id !== null
        ? { kind: row.business_kind, id: row.business_id }
        : null,
    outcome: row.outcome,
    madeUp: row.made_up,
  }))
}

/** Keeps a proposal and gives its number; undefined when the meeting has that business already. */
export async function insertProposal(
  trx: Transaction<Database>,
  proposal: Omit<Proposal, 'id' | 'outcome'>,
): Promise<number | undefined> {
  const row = await trx
    .insertInto('annual_proposal')
    .values({
      meeting_id: proposal.meetingId,
      kind: proposal.kind,
      title: proposal.title,
      text: proposal.text,
      business_kind: proposal.business?.kind ?? null,
      business_id: proposal.business?.id ?? null,
      made_up: proposal.madeUp,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export async function withdrawProposal(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('annual_proposal')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .execute()
}

/** What the meeting decided on a proposal that no other house has. False when it has decided it. */
export async function settleProposal(
  trx: Transaction<Database>,
  id: number,
  outcome: string,
): Promise<boolean> {
  const row = await trx
    .updateTable('annual_proposal')
    .set({ outcome })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
