import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { CommentPart } from '../rules.ts'

/** What a colleague says of a part of a draft. */
export interface Comment {
  id: number
  part: CommentPart
  body: string
  /** Empty when the one who wrote it has left. */
  author: string
  madeUp: boolean
  writtenAt: Date
  dealtWithAt: Date | null
}

/** Every comment on an example, oldest first. */
export function listComments(db: Kysely<Database>, exampleId: number): Promise<Comment[]> {
  return select(db, sql`c.example_id = ${exampleId}`)
}

/** The comments on some parts of an example that nobody has dealt with, oldest first. */
export function listOpenComments(
  db: Kysely<Database>,
  exampleId: number,
  parts: readonly CommentPart[],
): Promise<Comment[]> {
  return select(
    db,
    sql`c.example_id = ${exampleId} and c.part = any(${[...parts]}) and c.dealt_with_at is null`,
  )
}

async function select(db: Kysely<Database>, where: RawBuilder<unknown>): Promise<Comment[]> {
  const { rows } = await sql<Comment>`
    select c.id, c.part, c.body, coalesce(p.name, '') as author, coalesce(p.made_up, false) as "madeUp",
      c.written_at as "writtenAt", c.dealt_with_at as "dealtWithAt"
    from good_example_comment c left join person p on p.id = c.written_by
    where ${where} order by c.id`.execute(db)
  return rows
}

/** Keeps a comment on a part of a draft. */
export async function insertComment(
  trx: Transaction<Database>,
  comment: { exampleId: number; part: CommentPart; body: string; by: number },
): Promise<void> {
  await trx
    .insertInto('good_example_comment')
    .values({
      example_id: comment.exampleId,
      part: comment.part,
      body: comment.body,
      written_by: comment.by,
    })
    .execute()
}

/** Notes that the writers have dealt with a comment. */
export async function markDealtWith(
  trx: Transaction<Database>,
  { exampleId, commentId, by, now }: { exampleId: number; commentId: number; by: number; now: Date },
): Promise<void> {
  await trx
    .updateTable('good_example_comment')
    .set({ dealt_with_at: now, dealt_with_by: by })
    .where('id', '=', commentId)
    .where('example_id', '=', exampleId)
    .where('dealt_with_at', 'is', null)
    .execute()
}

/** Forgets what was said of drafts that were published before a moment, and who was asked. */
export async function forgetComments(trx: Transaction<Database>, publishedBefore: Date): Promise<void> {
  for (const table of ['good_example_comment', 'good_example_peer'] as const) {
    await sql`
      delete from ${sql.table(table)} c using good_example e
      where e.id = c.example_id and e.published_at < ${publishedBefore}`.execute(trx)
  }
}
