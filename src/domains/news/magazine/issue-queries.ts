import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Language } from '#platform/i18n.ts'
import type { NewsPicture } from '../pictures/picture-queries.ts'

/** An issue of the members' magazine. */
export interface Issue {
  id: number
  year: number
  number: number
  title: string
  lead: string
  language: Language
  /** Null while nobody has said when it comes out. */
  publishAt: Date | null
  cover: NewsPicture | null
  madeUp: boolean
  version: number
  updatedAt: Date
}

/** What the secretariat writes of an issue. */
export type WrittenIssue = Pick<Issue, 'year' | 'number' | 'title' | 'lead' | 'language' | 'publishAt'>

/** What is out at `now`, newest first; everything when `now` is left out. */
export function listIssues(
  db: Kysely<Database>,
  { now, limit }: { now?: Date; limit: number },
): Promise<Issue[]> {
  return select(db, now ? sql`i.publish_at <= ${now}` : sql`true`, limit)
}

/** One issue by its place in the row, whether it is out or not. */
export async function findIssue(
  db: Kysely<Database>,
  year: number,
  number: number,
): Promise<Issue | undefined> {
  return (await select(db, sql`i.year = ${year} and i.number = ${number}`, 1))[0]
}

/** One issue by its id, whether it is out or not. */
export async function findIssueById(db: Kysely<Database>, id: number): Promise<Issue | undefined> {
  return (await select(db, sql`i.id = ${id}`, 1))[0]
}

/** Adds an issue and gives its id; undefined when the year already has that number. */
export async function insertIssue(
  trx: Transaction<Database>,
  written: WrittenIssue,
  by: { personId: number; madeUp: boolean },
): Promise<number | undefined> {
  const row = await trx
    .insertInto('magazine_issue')
    .values({ ...columnsOf(written), written_by: by.personId, made_up: by.madeUp })
    .onConflict((conflict) => conflict.columns(['year', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Saves over the version that was seen: `overtaken` when somebody was quicker, `taken` when another issue has the number. */
export async function updateIssue(
  trx: Transaction<Database>,
  id: number,
  written: WrittenIssue,
  by: { personId: number; seen: number; now: Date },
): Promise<'done' | 'overtaken' | 'taken'> {
  const { year, number } = written
  const { rows } = await sql`
    select from magazine_issue where year = ${year} and number = ${number} and id <> ${id}`.execute(trx)
  if (rows.length > 0) return 'taken'
  const { numUpdatedRows } = await trx
    .updateTable('magazine_issue')
    .set({ ...columnsOf(written), version: by.seen + 1, written_by: by.personId, updated_at: by.now })
    .where('id', '=', id)
    .where('version', '=', by.seen)
    .executeTakeFirst()
  return numUpdatedRows > 0n ? 'done' : 'overtaken'
}

/** Marks the issues whose hour has come, so that kept pages are made anew. */
export async function announceIssues(db: Kysely<Database>, now: Date): Promise<void> {
  await db
    .updateTable('magazine_issue')
    .set({ announced_at: now })
    .where('publish_at', '<=', now)
    .where('announced_at', 'is', null)
    .execute()
}

const columnsOf = ({ publishAt, ...rest }: WrittenIssue) => ({ ...rest, publish_at: publishAt })

async function select(db: Kysely<Database>, where: RawBuilder<unknown>, limit: number): Promise<Issue[]> {
  const { rows } = await sql<Issue>`
    select i.id, i.year, i.number, i.title, i.lead, i.language, i.publish_at as "publishAt", i.made_up as "madeUp", i.version,
      i.updated_at as "updatedAt",
      (select json_build_object('id', p.id, 'isLead', true, 'alt', p.alt, 'width', p.width, 'height', p.height, 'sha256', p.sha256)
        from news_picture p where p.issue_id = i.id and p.is_lead) as cover
    from magazine_issue i where ${where} order by i.year desc, i.number desc limit ${limit}`.execute(db)
  return rows
}
