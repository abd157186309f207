import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Told } from './tables.ts'

/** What every fact on partners has. */
interface Fact {
  id: string
  source: string
  sourceAddress: string
  hidden: boolean
  madeUp: boolean
  version: number
}

/** A network of municipalities elsewhere. */
export interface Network extends Fact {
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
  founded: number | null
  /** The first year of the cooperation; null when it is not known. */
  partnerSince: number | null
  website: string
  contact: string
  email: string
  lead: Told
  /** Markdown. */
  history: Told
}

/** An eco-municipality elsewhere, in a network or by itself. */
export interface Municipality extends Fact {
  networkId: string | null
  name: string
  country: string
  sinceYear: number | null
  website: string
  text: Told
}

/** What happened in a year. */
export interface Milestone extends Fact {
  year: number
  networkId: string | null
  title: Told
  text: Told
}

const rest = sql`source, source_address as "sourceAddress", hidden_at is not null as hidden, made_up as "madeUp", version`
const told = (column: string) =>
  sql`json_build_object('sv', ${sql.ref(`${column}_sv`)}, 'en', ${sql.ref(`${column}_en`)})`
const shown = (all: boolean) => (all ? sql`true` : sql`hidden_at is null`)

/** The networks by name; `all` counts those that are hidden too. */
export async function listNetworks(db: Kysely<Database>, all = false): Promise<Network[]> {
  const { rows } = await sql<Network>`
    select id, name, country, founded, partner_since as "partnerSince", website, contact, email,
      ${told('lead')} as lead, ${told('history')} as history, ${rest}
    from partner_network where ${shown(all)} order by name collate "sv-SE-x-icu", id`.execute(db)
  return rows
}

export async function listMunicipalities(db: Kysely<Database>, all = false): Promise<Municipality[]> {
  const { rows } = await sql<Municipality>`
    select id, network_id as "networkId", name, country, since_year as "sinceYear", website, ${told('text')} as text, ${rest}
    from partner_municipality where ${shown(all)} order by name collate "sv-SE-x-icu", id`.execute(db)
  return rows
}

/** The history, the oldest first. */
export async function listMilestones(db: Kysely<Database>, all = false): Promise<Milestone[]> {
  const { rows } = await sql<Milestone>`
    select id, year, network_id as "networkId", ${told('title')} as title, ${told('text')} as text, ${rest}
    from partner_milestone where ${shown(all)} order by year, id`.execute(db)
  return rows
}

type Written<T extends Fact> = Omit<T, 'madeUp' | 'version'>

/** Adds a network, or saves it over the version that was seen. False when somebody was quicker. */
export function saveNetwork(
  trx: Transaction<Database>,
  written: Written<Network>,
  saving: Saving,
): Promise<boolean> {
  return save(trx, 'partner_network', written, saving, {
    name: written.name,
    country: written.country,
    founded: written.founded,
    partner_since: written.partnerSince,
    website: written.website,
    contact: written.contact,
    email: written.email,
    lead_sv: written.lead.sv,
    lead_en: written.lead.en,
    history_sv: written.history.sv,
    history_en: written.history.en,
  })
}

export function saveMunicipality(
  trx: Transaction<Database>,
  written: Written<Municipality>,
  saving: Saving,
): Promise<boolean> {
  return save(trx, 'partner_municipality', written, saving, {
    network_id: written.networkId,
    name: written.name,
    country: written.country,
    since_year: written.sinceYear,
    website: written.website,
    text_sv: written.text.sv,
    text_en: written.text.en,
  })
}

export function saveMilestone(
  trx: Transaction<Database>,
  written: Written<Milestone>,
  saving: Saving,
): Promise<boolean> {
  return save(trx, 'partner_milestone', written, saving, {
    year: written.year,
    network_id: written.networkId,
    title_sv: written.title.sv,
    title_en: written.title.en,
    text_sv: written.text.sv,
    text_en: written.text.en,
  })
}

/** How something is saved. */
export interface Saving {
  /** The version that was seen; null for something new. */
  seen: number | null
  now: Date
  madeUp: boolean
}

/** From now on the association keeps it: the file of facts leaves it alone. */
async function save(
  trx: Transaction<Database>,
  table: 'partner_network' | 'partner_municipality' | 'partner_milestone',
  { id, source, sourceAddress, hidden }: Written<Fact>,
  { seen, now, madeUp }: Saving,
  values: Record<string, string | number | null>,
): Promise<boolean> {
  const row: Record<string, string | number | Date | null> = {
    ...values,
    source,
    source_address: sourceAddress,
    kept_by: 'association',
    hidden_at: hidden ? now : null,
  }
  const columns = Object.keys(row)
  const name = sql.table(table)
  if (seen === null) {
    const result = await sql`
      insert into ${name} (id, made_up, ${sql.join(columns.map((column) => sql.ref(column)))})
      values (${id}, ${madeUp}, ${sql.join(Object.values(row))}) on conflict do nothing`.execute(trx)
    return result.numAffectedRows === 1n
  }
  const sets = columns.map((column) => sql`${sql.ref(column)} = ${row[column]}`)
  const result = await sql`
    update ${name} set ${sql.join(sets)}, version = version + 1 where id = ${id} and version = ${seen}`.execute(
    trx,
  )
  return result.numAffectedRows === 1n
}
