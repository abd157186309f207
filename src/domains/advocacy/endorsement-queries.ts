import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** That an organisation stands behind a version of a text. */
export interface Endorsement {
  code: string
  organisation: string
  kind: 'municipality' | 'region'
  /** The version that was endorsed or last confirmed. */
  version: number
  /** Under which delegation. */
  delegation: string
  /** Who decided, and when (`YYYY-MM-DD`). */
  decidedBy: string
  decidedOn: string
  /** Who noted it; null when forgotten. */
  endorser: string | null
  endorsedAt: Date
  confirmedAt: Date | null
  madeUp: boolean
}

/** Those who stand behind a text, or behind an earlier version of it, in alphabetical order. */
export async function listEndorsements(db: Kysely<Database>, matterId: number): Promise<Endorsement[]> {
  const { rows } = await sql<Endorsement>`
    select e.organisation_code as code, o.name as organisation, o.kind, e.version, e.delegation,
      e.decided_by as "decidedBy", e.decided_on as "decidedOn", p.name as endorser, e.endorsed_at as "endorsedAt",
      e.confirmed_at as "confirmedAt", e.made_up as "madeUp"
    from advocacy_endorsement e join organisation o on o.code = e.organisation_code
    left join person p on p.id = e.endorsed_by and p.erased_at is null
    where e.matter_id = ${matterId} and e.withdrawn_at is null order by o.name collate "sv-SE-x-icu"`.execute(
    db,
  )
  return rows
}

export interface NewEndorsement {
  matterId: number
  code: string
  version: number
  delegation: string
  decidedBy: string
  decidedOn: string
  by: number
  now: Date
  madeUp: boolean
}

/** Notes an endorsement. False when the organisation stands behind the text already. */
export async function insertEndorsement(
  trx: Transaction<Database>,
  endorsement: NewEndorsement,
): Promise<boolean> {
  const { matterId, code, version, delegation, decidedBy, decidedOn, by, now, madeUp } = endorsement
  const { rows } = await sql`
    insert into advocacy_endorsement (matter_id, organisation_code, version, delegation, decided_by, decided_on,
      endorsed_by, endorsed_at, made_up)
    values (${matterId}, ${code}, ${version}, ${delegation}, ${decidedBy}, ${decidedOn}, ${by}, ${now}, ${madeUp})
    on conflict (matter_id, organisation_code) where withdrawn_at is null do nothing returning id`.execute(
    trx,
  )
  return rows.length === 1
}

/** Moves an endorsement on to a later version that was read and confirmed; never back. */
export async function confirmEndorsement(
  trx: Transaction<Database>,
  { matterId, code, version, now }: { matterId: number; code: string; version: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('advocacy_endorsement')
    .set({ version, confirmed_at: now })
    .where('matter_id', '=', matterId)
    .where('organisation_code', '=', code)
    .where('withdrawn_at', 'is', null)
    .where('version', '<', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes an endorsement back. */
export async function withdrawEndorsement(
  trx: Transaction<Database>,
  { matterId, code, by, now }: { matterId: number; code: string; by: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('advocacy_endorsement')
    .set({ withdrawn_at: now, withdrawn_by: by })
    .where('matter_id', '=', matterId)
    .where('organisation_code', '=', code)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A text that organisations may stand behind now, and how one of them stands to it. */
export interface ToEndorse {
  matterId: number
  title: string
  deadline: string | null
  code: string
  organisation: string
  /** The version that it stands behind; null when it does not. */
  endorsed: number | null
  /** The first version that says what the text says now. */
  saidSince: number
}

/** What waits for some organisations: texts that they do not stand behind, or only behind what they said before. */
export async function listToEndorse(
  db: Kysely<Database>,
  codes: string[],
  today: string,
): Promise<ToEndorse[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<ToEndorse>`
    select m.id as "matterId", m.title, m.deadline, o.code, o.name as organisation, e.version as endorsed, said.since as "saidSince"
    from advocacy_matter m
    cross join lateral (select max(number) as since from advocacy_version v where v.matter_id = m.id and v.in_substance) as said
    join organisation o on o.code = any(${codes}) and o.kind in ('municipality', 'region')
    left join advocacy_endorsement e on e.matter_id = m.id and e.organisation_code = o.code and e.withdrawn_at is null
    where m.state in ('drafting', 'proposed', 'adopted') and said.since is not null
      and (m.deadline is null or m.deadline >= ${today}) and coalesce(e.version, 0) < said.since
    order by m.deadline nulls last, m.id, o.code`.execute(db)
  return rows
}
