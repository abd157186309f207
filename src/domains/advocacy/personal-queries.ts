import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What a person has written, said and endorsed. */
export async function readPersonal(db: Kysely<Database>, personId: number): Promise<Record<string, unknown>> {
  const [versions, comments, endorsements, documents] = await Promise.all([
    sql`select m.title, v.number, v.note, v.written_at as "writtenAt" from advocacy_version v
      join advocacy_matter m on m.id = v.matter_id where v.written_by = ${personId} order by v.written_at`.execute(
      db,
    ),
    sql`select m.title, c.body, c.written_at as "writtenAt" from advocacy_comment c
      join advocacy_matter m on m.id = c.matter_id where c.written_by = ${personId} order by c.id`.execute(
      db,
    ),
    sql`select m.title, o.name as organisation, e.delegation, e.decided_by as "decidedBy", e.decided_on as "decidedOn",
        e.endorsed_at as "endorsedAt", e.withdrawn_at as "withdrawnAt"
      from advocacy_endorsement e join advocacy_matter m on m.id = e.matter_id
      join organisation o on o.code = e.organisation_code
      where ${personId} in (e.endorsed_by, e.withdrawn_by) order by e.id`.execute(db),
    sql`select title, uploaded_at as "uploadedAt" from advocacy_document where uploaded_by = ${personId} order by id`.execute(
      db,
    ),
  ])
  return {
    responseVersions: versions.rows,
    responseComments: comments.rows,
    endorsements: endorsements.rows,
    consultationDocuments: documents.rows,
  }
}

/** Columns that name who did something; what was done stays, for it is the association's. */
const personColumns = [
  ['advocacy_matter', 'created_by'],
  ['advocacy_document', 'uploaded_by'],
  ['advocacy_version', 'written_by'],
  ['advocacy_comment', 'written_by'],
  ['advocacy_comment', 'dealt_with_by'],
  ['advocacy_endorsement', 'endorsed_by'],
  ['advocacy_endorsement', 'withdrawn_by'],
  ['advocacy_demand', 'followed_by'],
] as const

/** Forgets who wrote, said, endorsed and uploaded. Texts that were sent stay as they were. */
export async function forgetPerson(trx: Transaction<Database>, personId: number): Promise<void> {
  await sql`select set_config('ekokommun.erasing', 'yes', true)`.execute(trx)
  for (const [table, column] of personColumns) {
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${personId}`.execute(
      trx,
    )
  }
  await sql`select set_config('ekokommun.erasing', '', true)`.execute(trx)
}
