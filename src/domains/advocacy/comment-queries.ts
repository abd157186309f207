import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What somebody of the network says of a paragraph. */
export interface Comment {
  id: number
  /** The version that was read. */
  version: number
  /** Id of the paragraph. */
  paragraph: number
  body: string
  writer: string | null
  organisation: string | null
  writtenAt: Date
  dealtWithAt: Date | null
  madeUp: boolean
}

/** Everything said of a text, the oldest first. */
export async function listComments(db: Kysely<Database>, matterId: number): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.id, c.version, c.paragraph, c.body, p.name as writer, o.name as organisation,
      c.written_at as "writtenAt", c.dealt_with_at as "dealtWithAt", c.made_up as "madeUp"
    from advocacy_comment c left join person p on p.id = c.written_by and p.erased_at is null
    left join organisation o on o.code = c.organisation_code
    where c.matter_id = ${matterId} order by c.id`.execute(db)
  return rows
}

export interface NewComment {
  matterId: number
  version: number
  paragraph: number
  body: string
  by: number
  organisationCode: string | null
  now: Date
  madeUp: boolean
}

export async function insertComment(trx: Transaction<Database>, comment: NewComment): Promise<void> {
  const { matterId, version, paragraph, body, by, organisationCode, now, madeUp } = comment
  await trx
    .insertInto('advocacy_comment')
    .values({
      matter_id: matterId,
      version,
      paragraph,
      body,
      written_by: by,
      organisation_code: organisationCode,
      written_at: now,
      made_up: madeUp,
    })
    .execute()
}

/** Notes that the drafters have dealt with a comment, or not yet. */
export async function setDealtWith(
  trx: Transaction<Database>,
  { matterId, id, by, now }: { matterId: number; id: number; by: number; now: Date },
): Promise<void> {
  await sql`
    update advocacy_comment set dealt_with_by = case when dealt_with_at is null then ${by}::bigint end,
      dealt_with_at = case when dealt_with_at is null then ${now}::timestamptz end
    where id = ${id} and matter_id = ${matterId}`.execute(trx)
}

/** How many comments on ongoing texts nobody has dealt with, by matter. */
export async function countOpenComments(
  db: Kysely<Database>,
): Promise<{ matterId: number; title: string; count: number }[]> {
  const { rows } = await sql<{ matterId: number; title: string; count: number }>`
    select m.id as "matterId", m.title, count(*)::int as count
    from advocacy_comment c join advocacy_matter m on m.id = c.matter_id
    where c.dealt_with_at is null and m.state = 'drafting' group by m.id order by m.deadline nulls last, m.id`.execute(
    db,
  )
  return rows
}
