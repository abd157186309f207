import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Told } from '../tables.ts'

/** What members or the association do together with others. */
export interface Project {
  id: number
  /** Whose project it is. */
  organisation: { code: string; name: string }
  name: string
  begins: number
  ends: number | null
  amount: number | null
  currency: string
  funder: string
  otherPartners: string
  lead: Told
  /** Markdown. */
  results: Told
  members: { code: string; name: string }[]
  networks: { id: string; name: string }[]
  links: { label: string; address: string }[]
  publishedAt: Date | null
  hiddenAt: Date | null
  hiddenReason: string
  madeUp: boolean
  version: number
}

/** What its writer says. */
export type WrittenProject = Pick<
  Project,
  | 'name'
  | 'begins'
  | 'ends'
  | 'amount'
  | 'currency'
  | 'funder'
  | 'otherPartners'
  | 'lead'
  | 'results'
  | 'links'
> & { memberCodes: string[]; networkIds: string[] }

const visible = sql`p.published_at is not null and p.hidden_at is null`

/** What everyone may read, the latest first. */
export function listPublicProjects(db: Kysely<Database>, networkId?: string): Promise<Project[]> {
  const ofNetwork = networkId
    ? sql`exists (select from cooperation_project_partner n where n.project_id = p.id and n.network_id = ${networkId})`
    : sql`true`
  return select(db, sql`${visible} and ${ofNetwork}`)
}

/** Everything that was written for some organisations, drafts too. */
export function listProjectsOf(db: Kysely<Database>, codes: string[]): Promise<Project[]> {
  return codes.length === 0 ? Promise.resolve([]) : select(db, sql`p.organisation_code = any(${codes})`)
}

export function listAllProjects(db: Kysely<Database>): Promise<Project[]> {
  return select(db, sql`true`)
}

export async function findProject(db: Kysely<Database>, id: number): Promise<Project | undefined> {
  return (await select(db, sql`p.id = ${id}`))[0]
}

export async function insertProject(
  trx: Transaction<Database>,
  written: WrittenProject,
  by: { organisationCode: string; personId: number; madeUp: boolean },
): Promise<number> {
  const { id } = await trx
    .insertInto('cooperation_project')
    .values({
      ...rowOf(written),
      organisation_code: by.organisationCode,
      written_by: by.personId,
      made_up: by.madeUp,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await saveParts(trx, id, written)
  return id
}

/** Saves over the version that was seen. False when somebody was quicker. */
export async function updateProject(
  trx: Transaction<Database>,
  id: number,
  written: WrittenProject,
  by: { personId: number; seen: number; now: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('cooperation_project')
    .set({ ...rowOf(written), written_by: by.personId, updated_at: by.now, version: by.seen + 1 })
    .where('id', '=', id)
    .where('version', '=', by.seen)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await saveParts(trx, id, written)
  return true
}

export async function publishProject(trx: Transaction<Database>, id: number, now: Date): Promise<void> {
  await trx
    .updateTable('cooperation_project')
    .set({ published_at: now })
    .where('id', '=', id)
    .where('published_at', 'is', null)
    .execute()
}

/** Takes a project off the site with a reason, or shows it again. */
export async function setProjectHidden(
  trx: Transaction<Database>,
  id: number,
  reason: string | null,
  now: Date,
): Promise<void> {
  await trx
    .updateTable('cooperation_project')
    .set({ hidden_at: reason === null ? null : now, hidden_reason: reason ?? '' })
    .where('id', '=', id)
    .execute()
}

function rowOf({
  lead,
  results,
  otherPartners,
  memberCodes: _m,
  networkIds: _n,
  links: _l,
  ...row
}: WrittenProject) {
  return {
    ...row,
    other_partners: otherPartners,
    lead_sv: lead.sv,
    lead_en: lead.en,
    results_sv: results.sv,
    results_en: results.en,
  }
}

async function saveParts(trx: Transaction<Database>, id: number, written: WrittenProject): Promise<void> {
  for (const table of [
    'cooperation_project_member',
    'cooperation_project_partner',
    'cooperation_project_link',
  ] as const) {
    await trx.deleteFrom(table).where('project_id', '=', id).execute()
  }
  await sql`
    insert into cooperation_project_member (project_id, organisation_code)
    select ${id}::bigint, code from unnest(${written.memberCodes}::text[]) as code`.execute(trx)
  await sql`
    insert into cooperation_project_partner (project_id, network_id)
    select ${id}::bigint, network from unnest(${written.networkIds}::text[]) as network`.execute(trx)
  const [labels, addresses] = [
    written.links.map(({ label }) => label),
    written.links.map(({ address }) => address),
  ]
  await sql`
    insert into cooperation_project_link (project_id, ordinal, label, address)
    select ${id}::bigint, place, label, address
    from unnest(${labels}::text[], ${addresses}::text[]) with ordinality as l (label, address, place)`.execute(
    trx,
  )
}

async function select(db: Kysely<Database>, where: RawBuilder<unknown>): Promise<Project[]> {
  const { rows } = await sql<Project>`
    select p.id, json_build_object('code', o.code, 'name', o.name) as organisation, p.name, p.begins, p.ends,
      p.amount::float8 as amount, p.currency, p.funder, p.other_partners as "otherPartners",
      json_build_object('sv', p.lead_sv, 'en', p.lead_en) as lead,
      json_build_object('sv', p.results_sv, 'en', p.results_en) as results,
      (select coalesce(json_agg(json_build_object('code', m.code, 'name', m.name) order by m.name), '[]')
        from cooperation_project_member c join organisation m on m.code = c.organisation_code
        where c.project_id = p.id) as members,
      (select coalesce(json_agg(json_build_object('id', n.id, 'name', n.name) order by n.name), '[]')
        from cooperation_project_partner c join partner_network n on n.id = c.network_id
        where c.project_id = p.id and n.hidden_at is null) as networks,
      (select coalesce(json_agg(json_build_object('label', k.label, 'address', k.address) order by k.ordinal), '[]')
        from cooperation_project_link k where k.project_id = p.id) as links,
      p.published_at as "publishedAt", p.hidden_at as "hiddenAt", p.hidden_reason as "hiddenReason",
      p.made_up as "madeUp", p.version
    from cooperation_project p join organisation o on o.code = p.organisation_code
    where ${where} order by p.begins desc, p.id desc limit 500`.execute(db)
  return rows
}
