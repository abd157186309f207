import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { type KeptFile, keepFile } from '#platform/files/store/index.ts'
import type { Language } from '#platform/i18n.ts'
import type { DrawnPicture } from '#platform/pictures/redraw.ts'
import { mostPictures } from './limits.ts'

export interface NewPicture {
  exampleId: number
  alt: Record<Language, string>
  large: DrawnPicture
  small: DrawnPicture
  sha256: string
  by: number
}

/** Keeps a picture as the last one of an example. Says why not when there are enough, or the same one is there. */
export async function insertPicture(
  trx: Transaction<Database>,
  { exampleId, alt, large, small, sha256, by }: NewPicture,
): Promise<'done' | 'picture-many' | 'picture-twice'> {
  await sql`select from good_example where id = ${exampleId} for update`.execute(trx)
  const kept = await trx
    .selectFrom('good_example_picture')
    .select(['ordinal', 'sha256'])
    .where('example_id', '=', exampleId)
    .execute()
  if (kept.some((one) => one.sha256 === sha256)) return 'picture-twice'
  if (kept.length >= mostPictures) return 'picture-many'
  const { id } = await trx
    .insertInto('good_example_picture')
    .values({
      example_id: exampleId,
      ordinal: Math.max(0, ...kept.map(({ ordinal }) => ordinal)) + 1,
      alt_sv: alt.sv,
      alt_en: alt.en,
      width: large.width,
      height: large.height,
      small_width: small.width,
      small_height: small.height,
      sha256,
      uploaded_by: by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const files = { large: await keepFile(trx, large.webp), small: await keepFile(trx, small.webp) }
  await trx
    .insertInto('good_example_picture_content')
    .values({
      picture_id: id,
      large: files.large.inside,
      large_sha256: files.large.outside,
      small: files.small.inside,
      small_sha256: files.small.outside,
    })
    .execute()
  return 'done'
}

/** Says anew what a picture shows. */
export async function updateAlt(
  trx: Transaction<Database>,
  exampleId: number,
  pictureId: number,
  alt: Record<Language, string>,
): Promise<void> {
  await trx
    .updateTable('good_example_picture')
    .set({ alt_sv: alt.sv, alt_en: alt.en })
    .where('id', '=', pictureId)
    .where('example_id', '=', exampleId)
    .execute()
}

/** Lets a picture change places with the one before it. The first one stays. */
export async function movePictureUp(
  trx: Transaction<Database>,
  exampleId: number,
  pictureId: number,
): Promise<void> {
  await sql`
    with pair as (
      select id, lag(id) over ranked as before_id, ordinal, lag(ordinal) over ranked as before_ordinal
      from good_example_picture where example_id = ${exampleId} window ranked as (order by ordinal))
    update good_example_picture p set ordinal = case p.id when pair.id then pair.before_ordinal else pair.ordinal end
    from pair where pair.id = ${pictureId} and pair.before_id is not null and p.id in (pair.id, pair.before_id)`.execute(
    trx,
  )
}

/** Takes a picture away. */
export async function deletePicture(
  trx: Transaction<Database>,
  exampleId: number,
  pictureId: number,
): Promise<void> {
  await trx
    .deleteFrom('good_example_picture')
    .where('id', '=', pictureId)
    .where('example_id', '=', exampleId)
    .execute()
}

/** Which example a picture belongs to, and what its content is. */
export async function findPicture(
  db: Kysely<Database>,
  id: number,
): Promise<{ exampleId: number; sha256: string } | undefined> {
  return db
    .selectFrom('good_example_picture')
    .select(['example_id as exampleId', 'sha256'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The WebP of a picture. */
export async function readPicture(
  db: Kysely<Database>,
  id: number,
  size: 'large' | 'small',
): Promise<KeptFile | undefined> {
  return db
    .selectFrom('good_example_picture_content')
    .select([`${size} as inside`, `${size}_sha256 as outside`])
    .where('picture_id', '=', id)
    .executeTakeFirst()
}
