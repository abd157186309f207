import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { ProposalState } from '../tables.ts'

/** News that a member proposes. */
export interface Proposal {
  id: number
  organisation: { code: string; name: string }
  /** Null when who proposed has been forgotten. */
  personId: number | null
  personName: string | null
  language: Language
  title: string
  body: string
  proposedAt: Date
  state: ProposalState
  reason: string
  newsId: number | null
  /** Where it is read; null until it is out. */
  newsSlug: string | null
  madeUp: boolean
}

/** What a member writes. */
export interface WrittenProposal {
  organisationCode: string
  language: Language
  title: string
  body: string
}

/** Adds a proposal and gives its id. */
export async function insertProposal(
  trx: Transaction<Database>,
  written: WrittenProposal,
  by: { personId: number; madeUp: boolean },
): Promise<number> {
  const { id } = await trx
    .insertInto('news_proposal')
    .values({
      organisation_code: written.organisationCode,
      language: written.language,
      title: written.title,
      body: written.body,
      proposed_by: by.personId,
      made_up: by.madeUp,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Those that wait for the secretariat first, then the newest. */
export function listProposals(db: Kysely<Database>, now: Date, most = 200): Promise<Proposal[]> {
  return select(db, sql`true`, now, most)
}

/** What a person has proposed. */
export function listProposalsOf(db: Kysely<Database>, personId: number, now: Date): Promise<Proposal[]> {
  return select(db, sql`p.proposed_by = ${personId}`, now, 50)
}

/** One proposal by its id. */
export async function findProposal(
  db: Kysely<Database>,
  id: number,
  now: Date,
): Promise<Proposal | undefined> {
  return (await select(db, sql`p.id = ${id}`, now, 1))[0]
}

/** How many wait for an answer. */
export async function countWaiting(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from news_proposal where state = 'waiting'`.execute(db)
  return rows[0]?.count ?? 0
}

/** Answers a proposal that still waits. False when somebody was quicker. */
export async function decideProposal(
  trx: Transaction<Database>,
  id: number,
  decided: { state: 'accepted'; newsId: number } | { state: 'declined'; reason: string },
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('news_proposal')
    .set(
      decided.state === 'accepted'
        ? { state: 'accepted', news_id: decided.newsId, decided_at: now }
        : { state: 'declined', reason: decided.reason, decided_at: now, told_at: now },
    )
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Makes the pictures of a proposal those of the news that it has become, and says from whom it came. */
export async function moveToNews(
  trx: Transaction<Database>,
  proposal: Proposal,
  newsId: number,
): Promise<void> {
  await sql`update news_picture set news_id = ${newsId}, proposal_id = null where proposal_id = ${proposal.id}`.execute(
    trx,
  )
  await trx
    .updateTable('news_item')
    .set({ proposed_by_organisation: proposal.organisation.code })
    .where('id', '=', newsId)
    .execute()
}

/** A proposal whose news has come out, and whom to tell. */
export interface Untold {
  id: number
  title: string
  slug: string
  personId: number
  name: string
  email: string
  language: Language
}

/** Takes those whose proposal has come out and who have not been told, and marks them told: call in the transaction of the mails. */
export async function takeUntold(trx: Transaction<Database>, now: Date): Promise<Untold[]> {
  const { rows } = await sql<Untold>`
    with out as (
      update news_proposal p set told_at = ${now} from news_item n
      where n.id = p.news_id and p.state = 'accepted' and p.told_at is null and n.publish_at <= ${now} and n.hidden_at is null
      returning p.id, p.title, n.slug, p.proposed_by)
    select out.id, out.title, out.slug, w.id as "personId", w.name, w.email, w.language
    from out join person w on w.id = out.proposed_by where w.email is not null and w.erased_at is null`.execute(
    trx,
  )
  return rows
}

/** Drops declined proposals that were answered before `oldest`. */
export async function forgetProposals(trx: Transaction<Database>, oldest: Date): Promise<void> {
  await trx
    .deleteFrom('news_proposal')
    .where('state', '=', 'declined')
    .where('decided_at', '<', oldest)
    .execute()
}

async function select(
  db: Kysely<Database>,
  where: RawBuilder<unknown>,
  now: Date,
  limit: number,
): Promise<Proposal[]> {
  const { rows } = await sql<Proposal>`
    select p.id, json_build_object('code', o.code, 'name', o.name) as organisation, p.proposed_by as "personId",
      w.name as "personName", p.language, p.title, p.body, p.proposed_at as "proposedAt", p.state, p.reason,
      p.news_id as "newsId", p.made_up as "madeUp",
      (select n.slug from news_item n where n.id = p.news_id and n.publish_at <= ${now} and n.hidden_at is null) as "newsSlug"
    from news_proposal p join organisation o on o.code = p.organisation_code left join person w on w.id = p.proposed_by
    where ${where} order by p.state = 'waiting' desc, p.proposed_at desc limit ${limit}`.execute(db)
  return rows
}
