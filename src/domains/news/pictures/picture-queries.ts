import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import type { DrawnPicture } from '#platform/pictures/redraw.ts'

/** What a picture belongs to. */
export type PictureOwner = { news: number } | { proposal: number } | { issue: number }

/** A picture of a piece of news, a proposal or an issue. */
export interface NewsPicture {
  id: number
  /** Stands above the text, in lists and feeds. */
  isLead: boolean
  alt: string
  width: number
  height: number
  sha256: string
}

/** Pictures that one thing may hold. */
export const mostPictures = 12

/** Keeps a picture; the first one leads. Says why not when there are enough. */
export async function insertPicture(
  trx: Transaction<Database>,
  owner: PictureOwner,
  picture: { alt: string; drawn: DrawnPicture; sha256: string; personId: number },
): Promise<'done' | 'picture-many'> {
  const kept = await listPictures(trx, owner)
  if (kept.length >= mostPictures) return 'picture-many'
  const { id } = await trx
    .insertInto('news_picture')
    .values({
      ...columnsOf(owner),
      is_lead: kept.length === 0,
      alt: picture.alt,
      width: picture.drawn.width,
      height: picture.drawn.height,
      sha256: picture.sha256,
      uploaded_by: picture.personId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { inside, outside } = await keepFile(trx, picture.drawn.webp)
  await trx
    .insertInto('news_picture_content')
    .values({ picture_id: id, webp: inside, webp_sha256: outside })
    .execute()
  return 'done'
}

/** The pictures of something, the leading one first. */
export function listPictures(db: Kysely<Database>, owner: PictureOwner): Promise<NewsPicture[]> {
  const [[column, id] = ['news_id', 0]] = Object.entries(columnsOf(owner)).filter(
    ([, value]) => value !== null,
  )
  return db
    .selectFrom('news_picture')
    .select(['id', 'is_lead as isLead', 'alt', 'width', 'height', 'sha256'])
    .where(sql.ref(column), '=', id)
    .orderBy('is_lead', 'desc')
    .orderBy('id')
    .execute()
}

/** Lets a picture lead instead of the one that did. */
export async function setLead(trx: Transaction<Database>, owner: PictureOwner, id: number): Promise<void> {
  const own = ofOwner(owner)
  await sql`update news_picture set is_lead = false where ${own} and is_lead and id <> ${id}`.execute(trx)
  await sql`update news_picture set is_lead = true where ${own} and id = ${id}`.execute(trx)
}

/** Takes a picture away. */
export async function deletePicture(
  trx: Transaction<Database>,
  owner: PictureOwner,
  id: number,
): Promise<void> {
  await sql`delete from news_picture where ${ofOwner(owner)} and id = ${id}`.execute(trx)
}

/** A picture's content, by its number and the beginning of its sum: nobody guesses that of a draft. */
export async function readPicture(
  db: Kysely<Database>,
  id: number,
  sum: string,
): Promise<(KeptFile & { sha256: string }) | undefined> {
  return db
    .selectFrom('news_picture as p')
    .innerJoin('news_picture_content as c', 'c.picture_id', 'p.id')
    .where('p.id', '=', id)
    .where('p.sha256', 'like', `${sum}%`)
    .select(['c.webp as inside', 'c.webp_sha256 as outside', 'p.sha256'])
    .executeTakeFirst()
}

const columnsOf = (owner: PictureOwner) => ({
  news_id: 'news' in owner ? owner.news : null,
  proposal_id: 'proposal' in owner ? owner.proposal : null,
  issue_id: 'issue' in owner ? owner.issue : null,
})

function ofOwner(owner: PictureOwner) {
  if ('news' in owner) return sql`news_id = ${owner.news}`
  return 'proposal' in owner ? sql`proposal_id = ${owner.proposal}` : sql`issue_id = ${owner.issue}`
}
