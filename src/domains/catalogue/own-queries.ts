import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { PartyState } from './rules/own.ts'

/** An organisation that follows an own figure, or was asked to. */
export interface Party {
  code: string
  name: string
  state: PartyState
}

/** A member's own key figure as those who keep it see it: its raw words, who is in it and how it stands. */
export interface OwnFigure {
  id: string
  nameSv: string
  nameEn: string
  explanationSv: string
  explanationEn: string
  unitSv: string
  unitEn: string
  decimals: number
  direction: 'up' | 'down'
  scope: 'place' | 'organisation'
  criteria: number[]
  version: number
  ownerCode: string
  ownerName: string
  archived: boolean
  /** Why the secretariat has hidden it; empty when it shows. */
  hiddenReason: string
  madeUp: boolean
  createdAt: Date
  /** The owner first, then by name. */
  parties: Party[]
  /** How many values it has now. */
  values: number
}

const ownFigures = sql`
  select f.id, f.name_sv as "nameSv", f.name_en as "nameEn", f.explanation_sv as "explanationSv",
    f.explanation_en as "explanationEn", f.unit_sv as "unitSv", f.unit_en as "unitEn", f.decimals, f.direction, f.scope,
    f.criteria, f.version, w.owner_code as "ownerCode", o.name as "ownerName", w.archived_at is not null as archived,
    w.hidden_reason as "hiddenReason", w.made_up as "madeUp", w.created_at as "createdAt",
    (select json_agg(json_build_object('code', g.code, 'name', g.name, 'state', p.state)
        order by g.code <> w.owner_code, g.name collate "sv-SE-x-icu")
      from own_figure_party p join organisation g on g.code = p.organisation_code
      where p.key_figure_id = f.id) as parties,
    (select count(*)::int from key_figure_value v where v.key_figure_id = f.id and v.known_until is null
      and v.value is not null) as values
  from own_figure w join key_figure f on f.id = w.key_figure_id join organisation o on o.code = w.owner_code`

/** Every member's own figure, the newest first. */
export async function listOwnFigures(db: Kysely<Database>): Promise<OwnFigure[]> {
  const { rows } = await sql<OwnFigure>`${ownFigures} order by w.created_at desc, f.id`.execute(db)
  return rows
}

/** The own figures that an organisation keeps, follows, left or was asked to follow; its own first. */
export async function listOwnFiguresOf(db: Kysely<Database>, code: string): Promise<OwnFigure[]> {
  const { rows } = await sql<OwnFigure>`
    ${ownFigures}
    where exists (select from own_figure_party p where p.key_figure_id = f.id and p.organisation_code = ${code})
    order by w.owner_code <> ${code}, w.archived_at is not null, f.name_sv collate "sv-SE-x-icu"`.execute(db)
  return rows
}

export async function findOwnFigure(db: Kysely<Database>, id: string): Promise<OwnFigure | undefined> {
  const { rows } = await sql<OwnFigure>`${ownFigures} where f.id = ${id}`.execute(db)
  return rows[0]
}

/** Finds an own figure and holds it until the transaction ends. */
export async function lockOwnFigure(trx: Transaction<Database>, id: string): Promise<OwnFigure | undefined> {
  await sql`select from own_figure where key_figure_id = ${id} for update`.execute(trx)
  return findOwnFigure(trx, id)
}

/** How many figures of its own an organisation keeps in use and has ever made; holds them until the transaction ends. */
export async function countOwned(
  trx: Transaction<Database>,
  code: string,
): Promise<{ inUse: number; ever: number }> {
  await sql`select from organisation where code = ${code} for update`.execute(trx)
  const { rows } = await sql<{ inUse: number; ever: number }>`
    select count(*) filter (where archived_at is null)::int as "inUse", count(*)::int as ever
    from own_figure where owner_code = ${code}`.execute(trx)
  return rows[0] ?? { inUse: 0, ever: 0 }
}

/** Every id that a figure has, also hidden ones. */
export async function listFigureIds(db: Kysely<Database>): Promise<Set<string>> {
  const rows = await db.selectFrom('key_figure').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}

/** What a member says of its own figure. */
export interface OwnWords {
  nameSv: string
  nameEn: string
  explanationSv: string
  explanationEn: string
  unitSv: string
  unitEn: string
  decimals: number
  direction: 'up' | 'down'
  scope: 'place' | 'organisation'
  criteria: number[]
}

const columnsOf = (words: OwnWords) => ({
  name_sv: words.nameSv,
  name_en: words.nameEn,
  explanation_sv: words.explanationSv,
  explanation_en: words.explanationEn,
  unit_sv: words.unitSv,
  unit_en: words.unitEn,
  decimals: words.decimals,
  direction: words.direction,
  scope: words.scope,
  criteria: words.criteria,
})

/** Adds a figure of a member's own, with the member as its first follower. */
export async function insertOwnFigure(
  trx: Transaction<Database>,
  figure: OwnWords & { id: string; code: string; name: string; createdBy: number | null; madeUp: boolean },
): Promise<void> {
  const { id, code, name, createdBy, madeUp } = figure
  await trx
    .insertInto('key_figure')
    .values({
      ...columnsOf(figure),
      id,
      set_id: 'members',
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from key_figure where set_id = 'members')`,
      number: '',
      producer_sv: name,
      producer_en: name,
      reported_by: 'reporter',
      sdgs: [],
      replaces: [],
      certainty: 'decided',
      kept_by: 'members',
    })
    .execute()
  await trx
    .insertInto('own_figure')
    .values({ key_figure_id: id, owner_code: code, created_by: createdBy, made_up: madeUp })
    .execute()
  await saveParty(trx, id, code, 'joined', createdBy)
}

/** Changes a figure's words over the version that was seen. False when somebody was quicker. */
export async function updateOwnWords(
  trx: Transaction<Database>,
  id: string,
  words: OwnWords,
  seen: number,
): Promise<boolean> {
  const row = await trx
    .updateTable('key_figure')
    .set({ ...columnsOf(words), version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes how an organisation stands to a figure. */
export async function saveParty(
  trx: Transaction<Database>,
  id: string,
  code: string,
  state: PartyState,
  by: number | null,
): Promise<void> {
  const answered = state === 'invited' ? null : new Date()
  const row = { state, answered_at: answered, answered_by: state === 'invited' ? null : by }
  await trx
    .insertInto('own_figure_party')
    .values({ key_figure_id: id, organisation_code: code, ...row })
    .onConflict((conflict) => conflict.columns(['key_figure_id', 'organisation_code']).doUpdateSet(row))
    .execute()
}

export async function setArchived(trx: Transaction<Database>, id: string, archived: boolean): Promise<void> {
  await trx
    .updateTable('own_figure')
    .set({ archived_at: archived ? new Date() : null })
    .where('key_figure_id', '=', id)
    .execute()
}

/** Hides a figure from everyone but those who keep it, with a reason; an empty one shows it again. */
export async function setHidden(trx: Transaction<Database>, id: string, reason: string): Promise<void> {
  await trx
    .updateTable('own_figure')
    .set({ hidden_at: reason ? new Date() : null, hidden_reason: reason })
    .where('key_figure_id', '=', id)
    .execute()
}
