import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Cut } from './rules/cut.ts'

/** A part of what is asked. */
export interface Section {
  id: number
  matterId: number
  ordinal: number
  title: string
  /** Markdown. */
  body: string
  /** The question that it was sent as. */
  questionId: number | null
  /** How many have been asked, and how many answers there are. */
  asked: number
  answers: number
}

/** The sections of a matter, in order. */
export async function listSections(db: Kysely<Database>, matterId: number): Promise<Section[]> {
  const { rows } = await sql<Section>`
    select s.id, s.matter_id as "matterId", s.ordinal, s.title, s.body, s.question_id as "questionId",
      (select count(*)::int from question_recipient r where r.question_id = s.question_id) as asked,
      (select count(*)::int from answer a where a.question_id = s.question_id and a.hidden_at is null) as answers
    from advocacy_section s where s.matter_id = ${matterId} order by s.ordinal`.execute(db)
  return rows
}

/** Puts new sections after those there are. */
export async function addSections(trx: Transaction<Database>, matterId: number, cuts: Cut[]): Promise<void> {
  for (const { title, body } of cuts) {
    await sql`
      insert into advocacy_section (matter_id, ordinal, title, body)
      select ${matterId}, coalesce(max(ordinal), 0) + 1, ${title}, ${body}
      from advocacy_section where matter_id = ${matterId}`.execute(trx)
  }
}

/** Changes a section that has not been sent. */
export async function updateSection(
  trx: Transaction<Database>,
  id: number,
  { title, body }: Cut,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('advocacy_section')
    .set({ title, body })
    .where('id', '=', id)
    .where('question_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes away a section that has not been sent. */
export async function deleteSection(trx: Transaction<Database>, id: number): Promise<void> {
  await trx.deleteFrom('advocacy_section').where('id', '=', id).where('question_id', 'is', null).execute()
}

/** Notes the question that a section was sent as. */
export async function setQuestion(trx: Transaction<Database>, id: number, questionId: number): Promise<void> {
  await trx.updateTable('advocacy_section').set({ question_id: questionId }).where('id', '=', id).execute()
}
