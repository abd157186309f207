import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Paragraph } from './text/paragraphs.ts'

/** A version of a text as lists show it. */
export interface VersionStep {
  number: number
  /** It says something else than the version before. */
  inSubstance: boolean
  note: string
  /** Who wrote it; null when forgotten. */
  writer: string | null
  writtenAt: Date
}

/** A version with its text. */
export interface Version extends VersionStep {
  paragraphs: Paragraph[]
}

/** Every version of a text, the newest first. */
export async function listVersions(db: Kysely<Database>, matterId: number): Promise<VersionStep[]> {
  const { rows } = await sql<VersionStep>`
    select v.number, v.in_substance as "inSubstance", v.note, p.name as writer, v.written_at as "writtenAt"
    from advocacy_version v left join person p on p.id = v.written_by and p.erased_at is null
    where v.matter_id = ${matterId} order by v.number desc`.execute(db)
  return rows
}

/** One version of a text, the last one unless a number is given. */
export async function findVersion(
  db: Kysely<Database>,
  matterId: number,
  number: number | null = null,
): Promise<Version | undefined> {
  const { rows } = await sql<Version>`
    select v.number, v.in_substance as "inSubstance", v.note, p.name as writer, v.written_at as "writtenAt", v.paragraphs
    from advocacy_version v left join person p on p.id = v.written_by and p.erased_at is null
    where v.matter_id = ${matterId} and (${number}::int is null or v.number = ${number})
    order by v.number desc limit 1`.execute(db)
  return rows[0]
}

/** The highest id that a paragraph of a text has ever had. */
export async function highestParagraph(trx: Transaction<Database>, matterId: number): Promise<number> {
  const { rows } = await sql<{ highest: number }>`
    select coalesce(max((p ->> 'id')::int), 0) as highest
    from advocacy_version v, jsonb_array_elements(v.paragraphs) as p where v.matter_id = ${matterId}`.execute(
    trx,
  )
  return rows[0]?.highest ?? 0
}

export interface NewVersion {
  matterId: number
  number: number
  paragraphs: Paragraph[]
  inSubstance: boolean
  note: string
  by: number | null
  now: Date
}

export async function insertVersion(trx: Transaction<Database>, version: NewVersion): Promise<void> {
  const { matterId, number, paragraphs, inSubstance, note, by, now } = version
  await trx
    .insertInto('advocacy_version')
    .values({
      matter_id: matterId,
      number,
      paragraphs: JSON.stringify(paragraphs),
      in_substance: inSubstance,
      note,
      written_by: by,
      written_at: now,
    })
    .execute()
}
