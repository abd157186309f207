import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Counts, ItemState, RunState, StartedBy } from './rules/run.ts'
import type { AdapterName } from './tables.ts'

/** One import, from the moment that it was asked for. */
export interface Run {
  id: number
  adapter: AdapterName
  startedBy: StartedBy
  /** Who asked for it; null when it was the clock, or somebody who is forgotten. */
  person: string | null
  figureId: string | null
  fileId: number | null
  fileName: string
  dry: boolean
  fresh: boolean
  state: RunState
  /** `reason: detail`, or empty. */
  error: string
  askedAt: Date
  startedAt: Date | null
  endedAt: Date | null
}

/** A run with how far it has come. */
export interface RunProgress extends Run, Counts {
  items: number
  /** How many of its items are over, well or not. */
  over: number
  failed: number
}

export interface RunItem extends Counts {
  item: string
  state: ItemState
  rows: number
  /** `reason: detail`, or empty. */
  message: string
}

export interface NewRun {
  adapter: AdapterName
  startedBy: StartedBy
  personId: number | null
  figureId?: string | null
  file?: { id: number; name: string } | undefined
  dry: boolean
  fresh?: boolean
}

/** Asks for an import. Gives its id. */
export async function insertRun(trx: Kysely<Database>, run: NewRun): Promise<number> {
  const { id } = await trx
    .insertInto('import_run')
    .values({
      adapter: run.adapter,
      started_by: run.startedBy,
      person_id: run.personId,
      figure_id: run.figureId ?? null,
      file_id: run.file?.id ?? null,
      file_name: run.file?.name ?? '',
      dry: run.dry,
      fresh: run.fresh ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Hours within which the clock asks for one import of a source and no more. */
const nightHours = 12

/**
 * Asks for the nightly import of a source, unless one waits or the clock's own has been done tonight: of programs that do
 * so at the same time one alone begins it. `again` begins it although it has been done.
 */
export function insertNightlyRun(db: Kysely<Database>, adapter: AdapterName, again: boolean): Promise<void> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext(${`nightly import ${adapter}`}))`.execute(trx)
    await sql`
      insert into import_run (adapter, started_by) select ${adapter}, 'nightly' where not exists (
        select from import_run where adapter = ${adapter} and not dry and figure_id is null
          and (state in ('waiting', 'running')
            or not ${again} and started_by = 'nightly' and state <> 'failed' and asked_at > now() - make_interval(hours => ${nightHours})))`.execute(
      trx,
    )
  })
}

const runColumns = sql`r.id, r.adapter, r.started_by as "startedBy", p.name as person, r.figure_id as "figureId",
  r.file_id as "fileId", r.file_name as "fileName", r.dry, r.fresh, r.state, r.error, r.asked_at as "askedAt",
  r.started_at as "startedAt", r.ended_at as "endedAt"`

/** The runs that somebody waits for or that were broken off, oldest first; with those that were stopped, if asked. */
export async function listUnfinished(
  db: Kysely<Database>,
  adapter: AdapterName,
  stoppedToo: boolean,
): Promise<Run[]> {
  const states = stoppedToo ? ['waiting', 'running', 'stopped'] : ['waiting', 'running']
  const { rows } = await sql<Run>`
    select ${runColumns} from import_run r left join person p on p.id = r.person_id
    where r.adapter = ${adapter} and r.state = any (${states}) order by r.id`.execute(db)
  return rows
}

/** The latest runs with how far they came, newest first; one alone when its id is given. */
export async function listRuns(db: Kysely<Database>, limit: number, id?: number): Promise<RunProgress[]> {
  const { rows } = await sql<RunProgress>`
    select ${runColumns}, i.* from (
      select * from import_run where ${id ?? null}::bigint is null or id = ${id ?? null} order by id desc limit ${limit}) r
    left join person p on p.id = r.person_id
    cross join lateral (
      select count(*)::int as items, count(*) filter (where state <> 'waiting')::int as over,
        count(*) filter (where state = 'failed')::int as failed, coalesce(sum(added), 0)::int as added,
        coalesce(sum(corrected), 0)::int as corrected, coalesce(sum(confirmed), 0)::int as confirmed,
        coalesce(sum(withdrawn), 0)::int as withdrawn, coalesce(sum(kept), 0)::int as kept
      from import_run_item where run_id = r.id) i
    order by r.id desc`.execute(db)
  return rows
}

export async function findRun(db: Kysely<Database>, id: number): Promise<RunProgress | undefined> {
  return (await listRuns(db, 1, id))[0]
}

/** The latest real run of each source that is over. */
export async function listLastEnded(
  db: Kysely<Database>,
): Promise<{ adapter: AdapterName; id: number; state: RunState; endedAt: Date }[]> {
  const { rows } = await sql<{ adapter: AdapterName; id: number; state: RunState; endedAt: Date }>`
    select distinct on (adapter) adapter, id, state, ended_at as "endedAt" from import_run
    where state in ('done', 'failed') and not dry order by adapter, id desc`.execute(db)
  return rows
}

/** Says that a run goes on, and lists what it is to do; what it has done already stays. */
export async function beginRun(db: Kysely<Database>, id: number, items: string[]): Promise<void> {
  await sql`
    with begun as (
      update import_run set state = 'running', error = '', ended_at = null, started_at = coalesce(started_at, now())
      where id = ${id})
    insert into import_run_item (run_id, item, ordinal)
    select ${id}, item, ordinal from unnest(${items}::text[]) with ordinality as i (item, ordinal)
    on conflict do nothing`.execute(db)
}

export async function endRun(
  db: Kysely<Database>,
  id: number,
  state: RunState,
  error: string,
): Promise<void> {
  const ended = state === 'done' || state === 'failed' ? sql<Date>`now()` : null
  await db.updateTable('import_run').set({ state, error, ended_at: ended }).where('id', '=', id).execute()
}

export async function listItems(db: Kysely<Database>, runId: number): Promise<RunItem[]> {
  return db
    .selectFrom('import_run_item')
    .select(['item', 'state', 'rows', 'added', 'corrected', 'confirmed', 'withdrawn', 'kept', 'message'])
    .where('run_id', '=', runId)
    .orderBy('ordinal')
    .execute()
}

/** Writes how an item went, in the transaction that wrote its values, so that the two are never apart. */
export async function endItem(
  trx: Kysely<Database> | Transaction<Database>,
  runId: number,
  { item, ...outcome }: RunItem,
): Promise<void> {
  await trx
    .updateTable('import_run_item')
    .set({ ...outcome, ended_at: sql<Date>`now()` })
    .where('run_id', '=', runId)
    .where('item', '=', item)
    .execute()
}

/** Whether any run waits for its turn or goes on. */
export async function isBusy(db: Kysely<Database>): Promise<boolean> {
  const row = await db
    .selectFrom('import_run')
    .select('id')
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst()
  return row !== undefined
}

/** The imports that a person has started. */
export function listRunsOf(db: Kysely<Database>, personId: number) {
  return db
    .selectFrom('import_run')
    .select(['id', 'adapter', 'file_name', 'dry', 'asked_at'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
}

/** Forgets who started imports and laid up files. */
export async function forgetStarter(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.updateTable('import_run').set({ person_id: null }).where('person_id', '=', personId).execute()
  await trx.updateTable('import_file').set({ made_by: null }).where('made_by', '=', personId).execute()
}
