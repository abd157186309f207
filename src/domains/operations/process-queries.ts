import { type Kysely, type Selectable, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { OperationsTables } from './tables.ts'

export type ProgramProcess = Selectable<OperationsTables['program_process']> & { alive: boolean }

/** Seconds without a word after which a process is taken for dead. */
const silentSeconds = 90
/** Hours that a process which fell silent is still shown. */
const shownHours = 24

/** Says that a process is there, and forgets those that have long been silent. */
export async function beat(
  db: Kysely<Database>,
  process: Pick<ProgramProcess, 'id' | 'host' | 'pid' | 'version' | 'works' | 'serves'>,
): Promise<void> {
  await db
    .insertInto('program_process')
    .values(process)
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ seen_at: sql<Date>`now()` }))
    .execute()
  await sql`delete from program_process where seen_at < now() - make_interval(hours => ${shownHours})`.execute(
    db,
  )
}

/** Says that a process ends in an orderly way. */
export async function endProcess(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom('program_process').where('id', '=', id).execute()
}

export async function listProcesses(db: Kysely<Database>): Promise<ProgramProcess[]> {
  return db
    .selectFrom('program_process')
    .selectAll()
    .select(sql<boolean>`seen_at > now() - make_interval(secs => ${silentSeconds})`.as('alive'))
    .orderBy('started_at')
    .execute()
}
