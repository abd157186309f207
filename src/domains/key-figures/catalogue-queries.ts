import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#database/tables.ts'
import { localZone } from '#platform/zone-queries.ts'
import {
  type DecisionReference,
  type KeyFigure,
  type KeyFigureSet,
  type MethodBreak,
  membersSet,
  type Ownership,
  type Pair,
} from './figure.ts'
import { inFinnish } from './names.fi.ts'

/** The catalogue: every set, oldest decision first, the network's own and the members' own figures last. */
export async function listSets(db: Kysely<Database>): Promise<KeyFigureSet[]> {
  const rows = await db
    .selectFrom('key_figure_set as s')
    .selectAll('s')
    .select(reference('s'))
    .orderBy('decided_year', (order) => order.asc().nullsLast())
    .orderBy(sql`id = ${membersSet}`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: named(row.name_sv, row.name_en),
    decidedYear: row.decided_year,
    decidedOn: row.decided_on,
    currentFrom: row.current_from,
    decision: { sv: row.decision_sv, en: row.decision_en },
    ...(row.reference && { reference: row.reference }),
  }))
}

/**
 * The figures of every set in the association's order, the members' own last. What the secretariat has hidden is left
 * out. `day` (`YYYY-MM-DD`) says which sets have begun; today in Stockholm unless given.
 */
export async function listFigures(db: Kysely<Database>, day?: string): Promise<KeyFigure[]> {
  const rows = await db
    .selectFrom('key_figure as f')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('key_figure_carried as c')
          .innerJoin('key_figure_set as s', 's.id', 'c.set_id')
          .whereRef('c.key_figure_id', '=', 'f.id')
          .where(
            's.current_from',
            '<=',
            sql<string>`coalesce(${day ?? null}::date, (now() at time zone ${localZone})::date)`,
          )
          .select(['c.set_id', 'c.number', 'c.ordinal'])
          .orderBy('s.current_from', 'desc')
          .limit(1)
          .as('kept'),
      (join) => join.onTrue(),
    )
    .leftJoin('own_figure as own', 'own.key_figure_id', 'f.id')
    .where('own.hidden_at', 'is', null)
    .selectAll('f')
    .select(['kept.set_id as kept_set', 'kept.number as kept_number', 'kept.ordinal as kept_ordinal'])
    .select(reference('f'))
    .select(ownership)
    .orderBy(sql`f.set_id = ${membersSet}`)
    .orderBy(sql`coalesce(kept.set_id, f.set_id)`)
    .orderBy(sql`coalesce(kept.ordinal, f.ordinal)`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    setId: row.kept_set ?? row.set_id,
    number: row.kept_number ?? row.number,
    name: row.own ? ownName(row.name_sv, row.name_en) : named(row.name_sv, row.name_en),
    explanation: { sv: row.explanation_sv, en: row.explanation_en },
    unit: named(row.unit_sv, row.unit_en),
    decimals: row.decimals,
    direction: row.direction,
    scope: row.scope,
    numerator: pair(row.numerator_sv, row.numerator_en),
    denominator: pair(row.denominator_sv, row.denominator_en),
    producer: { sv: row.producer_sv, en: row.producer_en },
    reportedBy: row.reported_by,
    plausible: { min: row.plausible_min, max: row.plausible_max },
    target:
      row.target_value !== null && row.target_year !== null
        ? { value: row.target_value, year: row.target_year, by: pair(row.target_by_sv, row.target_by_en) }
        : null,
    classLimits: row.class_limits,
    criteria: row.criteria,
    sdgs: row.sdgs,
    replaces: row.replaces,
    certainty: row.certainty,
    valuesNote: pair(row.values_note_sv, row.values_note_en),
    ...(row.reference && { reference: row.reference }),
    ...(row.own && { own: row.own }),
  }))
}

export async function listBreaks(db: Kysely<Database>): Promise<MethodBreak[]> {
  const rows = await db
    .selectFrom('key_figure_break as b')
    .selectAll('b')
    .select(reference('b'))
    .orderBy('year')
    .execute()
  return rows.map((row) => ({
    figureId: row.key_figure_id,
    year: row.year,
    reason: { sv: row.reason_sv, en: row.reason_en },
    ...(row.reference && { reference: row.reference }),
  }))
}

/** The condition that a reading is of a figure which the secretariat has not hidden; for queries over all readings. */
export function ofShownFigure(figureId: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(figureId)} not in (select key_figure_id from own_figure where hidden_at is not null)`
}

/** A name or a unit, in Finnish too where it is known. */
function named(sv: string, en: string): Pair {
  const fi = inFinnish[sv]
  return fi === undefined ? { sv, en } : { sv, en, fi }
}

/** A member's own figure says so in its very name, so that no list, file or feed can forget to. */
function ownName(sv: string, en: string): Pair {
  return { sv: `${sv} (eget nyckeltal)`, en: `${en} (a member’s own key figure)` }
}

/** The decision that a row refers to. */
function reference(table: 's' | 'f' | 'b') {
  return sql<DecisionReference | null>`(
    select json_build_object('meeting', d.meeting, 'on', d.decided_on, 'paragraph', d.paragraph, 'link', d.link,
      'madeUp', d.made_up)
    from catalogue_decision d where d.id = ${sql.ref(`${table}.decision_id`)})`.as('reference')
}

/** Who keeps a member's own figure and who follows it, the owner first. */
const ownership = sql<Ownership | null>`(
  select json_build_object('code', o.code, 'name', o.name, 'archived', own.archived_at is not null,
    'madeUp', own.made_up, 'followers', (
      select coalesce(json_agg(json_build_object('code', p.code, 'name', p.name)
        order by p.code <> o.code, p.name collate "sv-SE-x-icu"), '[]')
      from own_figure_party w join organisation p on p.code = w.organisation_code
      where w.key_figure_id = own.key_figure_id and w.state = 'joined'))
  from organisation o where o.code = own.owner_code)`.as('own')

function pair(sv: string | null, en: string | null): Pair | null {
  return sv === null || en === null ? null : { sv, en }
}
