import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Everything that this house holds about a person, by heading. */
export async function readPersonal(db: Kysely<Database>, personId: number): Promise<Record<string, unknown>> {
  const titleOf = sql`(select t.title from good_example_text t where t.example_id = e.id
    order by t.language desc limit 1)`
  const read = async (query: ReturnType<typeof sql>) => (await query.execute(db)).rows
  const [goodExamples, askedToComment, comments, reports] = await Promise.all([
    read(sql`select ${titleOf} as title, o.name as organisation,
        coalesce(e.contact_id = ${personId}, false) as contact, e.updated_at as "updatedAt"
      from good_example e join organisation o on o.code = e.organisation_code
      where e.contact_id = ${personId} or e.written_by = ${personId} order by e.id`),
    read(sql`select ${titleOf} as title, p.asked_at as "askedAt", p.answered_at as "answeredAt"
      from good_example_peer p join good_example e on e.id = p.example_id
      where p.person_id = ${personId} order by e.id`),
    read(sql`select ${titleOf} as title, c.part, c.body, c.written_at as "writtenAt"
      from good_example_comment c join good_example e on e.id = c.example_id
      where c.written_by = ${personId} order by c.id`),
    read(sql`select ${titleOf} as title, r.reason, r.reported_at as "reportedAt"
      from good_example_report r join good_example e on e.id = r.example_id
      where r.reported_by = ${personId} order by r.id`),
  ])
  return { goodExamples, askedToComment, commentsOnExamples: comments, reportedExamples: reports }
}

/** Columns that name a person who did something; the thing itself is the organisation's and stays. */
const naming = [
  ['good_example', 'contact_id'],
  ['good_example', 'written_by'],
  ['good_example_picture', 'uploaded_by'],
  ['good_example_document', 'uploaded_by'],
  ['good_example_comment', 'written_by'],
  ['good_example_comment', 'dealt_with_by'],
  ['good_example_kin', 'said_by'],
  ['good_example_peer', 'asked_by'],
  ['good_example_report', 'reported_by'],
  ['good_example_report', 'closed_by'],
] as const

/** Forgets who wrote, commented and reported, and whom to ask; the story stays. */
export async function forgetPerson(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.deleteFrom('good_example_peer').where('person_id', '=', personId).execute()
  for (const [table, column] of naming) {
    await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${personId}`.execute(
      trx,
    )
  }
}
