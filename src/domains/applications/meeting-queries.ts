import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** A meeting of the board. */
export interface Meeting {
  id: number
  heldOn: string
  title: string
  place: string
  madeUp: boolean
}

const columns = sql`id, held_on as "heldOn", title, place, made_up as "madeUp"`

/** The board's meetings, the newest first. */
export async function listMeetings(db: Kysely<Database>): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns} from board_meeting order by held_on desc, id desc`.execute(db)
  return rows
}

/** The coming meetings from a day on, the next one first. */
export async function listComingMeetings(db: Kysely<Database>, day: string): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${columns} from board_meeting where held_on >= ${day} order by held_on, id`.execute(db)
  return rows
}

export async function findMeeting(db: Kysely<Database>, id: number): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`select ${columns} from board_meeting where id = ${id}`.execute(db)
  return rows[0]
}

export async function insertMeeting(
  trx: Transaction<Database>,
  meeting: { heldOn: string; title: string; place: string },
): Promise<void> {
  const { heldOn, title, place } = meeting
  await trx.insertInto('board_meeting').values({ held_on: heldOn, title, place }).execute()
}
