import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Candidate } from './set-form.ts'

/** A set as the secretariat keeps it. */
export interface OfficeSet {
  id: string
  version: number
  keptBy: string
  figures: number
}

/** The version and the number of figures of every set. */
export async function listOfficeSets(db: Kysely<Database>): Promise<OfficeSet[]> {
  const { rows } = await sql<OfficeSet>`
    select s.id, s.version, s.kept_by as "keptBy",
      (select count(*)::int from key_figure f where f.set_id = s.id)
        + (select count(*)::int from key_figure_carried c where c.set_id = s.id) as figures
    from key_figure_set s`.execute(db)
  return rows
}

/** A figure in a set: decided in it, or carried over from an earlier one as it was. */
export interface FigureInSet {
  id: string
  number: string
  sv: string
  en: string
  ordinal: number
  carried: boolean
  /** How many values there are now. */
  values: number
  /** Ids of the versions that take its place. */
  replacedBy: string[]
}

/** The figures of a set in the order of their numbers. */
export async function listFiguresInSet(db: Kysely<Database>, setId: string): Promise<FigureInSet[]> {
  const { rows } = await sql<FigureInSet>`
    select f.id, g.number, f.name_sv as sv, f.name_en as en, g.ordinal, g.carried,
      (select count(*)::int from key_figure_value v where v.key_figure_id = f.id and v.known_until is null
        and v.value is not null) as values,
      array(select n.id from key_figure n where f.id = any(n.replaces) order by n.id) as "replacedBy"
    from (
      select id, number, ordinal, false as carried from key_figure where set_id = ${setId}
      union all
      select key_figure_id, number, ordinal, true from key_figure_carried where set_id = ${setId}) as g
    join key_figure f on f.id = g.id
    order by g.ordinal, f.id`.execute(db)
  return rows
}

export interface GivenSet {
  nameSv: string
  nameEn: string
  decisionSv: string
  decisionEn: string
  decidedOn: string
  currentFrom: string | null
  decisionId: number
}

const columnsOf = (set: GivenSet) => ({
  name_sv: set.nameSv,
  name_en: set.nameEn,
  decision_sv: set.decisionSv,
  decision_en: set.decisionEn,
  decided_year: Number(set.decidedOn.slice(0, 4)),
  decided_on: set.decidedOn,
  current_from: set.currentFrom,
  decision_id: set.decisionId,
  kept_by: 'secretariat' as const,
})

/** Adds a set. False when there is one of that id. */
export async function insertSet(trx: Transaction<Database>, id: string, set: GivenSet): Promise<boolean> {
  const row = await trx
    .insertInto('key_figure_set')
    .values({ id, ...columnsOf(set) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Changes a set over the version that was seen. False when somebody was quicker. */
export async function updateSet(
  trx: Transaction<Database>,
  id: string,
  set: GivenSet,
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('key_figure_set')
    .set({ ...columnsOf(set), version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Ids of the sets that the secretariat has prepared and that nobody follows yet. */
export async function listPreparedSets(db: Kysely<Database>): Promise<string[]> {
  const rows = await db
    .selectFrom('key_figure_set')
    .where('kept_by', '=', 'secretariat')
    .where('current_from', 'is', null)
    .orderBy('id')
    .select('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Lets the members follow a set from the day of the decision. */
export async function adoptSet(
  trx: Transaction<Database>,
  id: string,
  { decidedOn, decisionId }: { decidedOn: string; decisionId: number },
): Promise<void> {
  await trx
    .updateTable('key_figure_set')
    .set(({ eb }) => ({
      decided_year: Number(decidedOn.slice(0, 4)),
      decided_on: decidedOn,
      current_from: decidedOn,
      decision_id: decisionId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** Carries exactly these figures into a set; those already carried keep their number and place. */
export async function saveCarried(
  trx: Transaction<Database>,
  setId: string,
  figures: { id: string; number: string; ordinal: number }[],
): Promise<void> {
  await trx
    .deleteFrom('key_figure_carried')
    .where('set_id', '=', setId)
    .where('key_figure_id', 'not in', ['', ...figures.map(({ id }) => id)])
    .execute()
  for (const { id, number, ordinal } of figures) {
    await trx
      .insertInto('key_figure_carried')
      .values({ set_id: setId, key_figure_id: id, number, ordinal })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Takes a figure that was carried into a set out of it; its version takes its place there. */
export async function removeCarried(trx: Transaction<Database>, setId: string, id: string): Promise<void> {
  await trx
    .deleteFrom('key_figure_carried')
    .where('set_id', '=', setId)
    .where('key_figure_id', '=', id)
    .execute()
}

/** Gives a carried figure its number in a set. */
export async function saveNumber(
  trx: Transaction<Database>,
  setId: string,
  id: string,
  number: string,
): Promise<void> {
  await trx
    .updateTable('key_figure_carried')
    .set({ number })
    .where('set_id', '=', setId)
    .where('key_figure_id', '=', id)
    .where('number', '<>', number)
    .execute()
}

/** The figures of other meetings' sets that a set may keep as they are: those that it has no version of its own of. */
export async function listCandidates(db: Kysely<Database>, setId: string): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select f.id, f.set_id as "setId", f.number, f.ordinal, f.name_sv as sv, f.name_en as en
    from key_figure f join key_figure_set s on s.id = f.set_id
    where s.decided_year is not null and s.id <> ${setId}
      and not exists (select from key_figure n where n.set_id = ${setId} and f.id = any(n.replaces))
    order by s.decided_year desc, f.ordinal`.execute(db)
  return rows
}
