import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { Database } from '#database/tables.ts'
import { type Paragraph, paragraphSchema, rulesSchema, type StatuteRules } from './schema.ts'

/** A version of the statutes. */
export interface Statutes {
  id: string
  /** Null for a proposal. */
  inForceFrom: string | null
  adopted: { sv: string; en: string }
  paragraphs: Paragraph[]
  rules: StatuteRules
  /** Not the association's real statutes, but written after what is known of its practice. */
  assumed: boolean
  madeUp: boolean
  /** Why a change is proposed, in Markdown. */
  reason: string
  /** Counts the changes of a proposal. */
  version: number
}

const paragraphs = z.array(paragraphSchema)

function statutesOf(row: Selectable<Database['statutes']>): Statutes {
  return {
    id: row.id,
    inForceFrom: row.in_force_from,
    adopted: { sv: row.adopted_sv, en: row.adopted_en },
    paragraphs: paragraphs.parse(row.paragraphs),
    rules: rulesSchema.parse(row.rules),
    assumed: row.assumed,
    madeUp: row.made_up,
    reason: row.reason,
    version: row.version,
  }
}

/** Every version that has been in force or has a day to be, the newest first. */
export async function listStatutes(db: Kysely<Database>): Promise<Statutes[]> {
  const rows = await db
    .selectFrom('statutes')
    .where('in_force_from', 'is not', null)
    .orderBy('in_force_from', 'desc')
    .selectAll()
    .execute()
  return rows.map(statutesOf)
}

/** Proposals that wait for a meeting. */
export async function listProposedStatutes(db: Kysely<Database>): Promise<Statutes[]> {
  const rows = await db
    .selectFrom('statutes')
    .where('in_force_from', 'is', null)
    .where('rejected_on', 'is', null)
    .orderBy('id')
    .selectAll()
    .execute()
  return rows.map(statutesOf)
}

export async function findStatutes(db: Kysely<Database>, id: string): Promise<Statutes | undefined> {
  const row = await db.selectFrom('statutes').where('id', '=', id).selectAll().executeTakeFirst()
  return row && statutesOf(row)
}

/** The statutes in force on a day. Before the first version's day the first one holds. Throws when there are none. */
export async function statutesOn(db: Kysely<Database>, day: string): Promise<Statutes> {
  const all = await listStatutes(db)
  const found = all.find(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= day) ?? all.at(-1)
  if (!found) throw new Error('There are no statutes: reference/statutes.yaml has not been loaded.')
  return found
}
