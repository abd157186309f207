import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What a person has written and proposed. */
export async function readPersonal(db: Kysely<Database>, personId: number): Promise<Record<string, unknown>> {
  const news = await sql`
    select t.title, t.language, n.updated_at as "updatedAt" from news_item n join news_text t on t.news_id = n.id
    where n.written_by = ${personId} order by n.id, t.language`.execute(db)
  const proposals = await sql`
    select title, body, proposed_at as "proposedAt", state, reason from news_proposal
    where proposed_by = ${personId} order by id`.execute(db)
  const pictures = await sql`
    select alt, uploaded_at as "uploadedAt" from news_picture where uploaded_by = ${personId} order by id`.execute(
    db,
  )
  return { news: news.rows, newsProposals: proposals.rows, newsPictures: pictures.rows }
}

/** Forgets who wrote, proposed and uploaded; what came of it stays, for it is the association's. */
export async function forgetPerson(trx: Transaction<Database>, personId: number): Promise<void> {
  // What nobody has answered goes with who proposed it.
  await sql`delete from news_proposal where proposed_by = ${personId} and state <> 'accepted'`.execute(trx)
  for (const [table, column] of personColumns) {
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${personId}`.execute(
      trx,
    )
  }
}

const personColumns = [
  ['news_item', 'written_by'],
  ['news_proposal', 'proposed_by'],
  ['news_picture', 'uploaded_by'],
  ['magazine_issue', 'written_by'],
] as const
