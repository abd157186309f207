import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** Somebody at a member who may edit its own figures. */
export interface Addressee {
  personId: number
  name: string
  email: string
  language: 'sv' | 'en'
}

export async function listAddressees(
  db: Kysely<Database>,
  code: string,
  today: string,
): Promise<Addressee[]> {
  const { rows } = await sql<Addressee>`
    select distinct p.id as "personId", p.name, p.email, p.language
    from appointment a join person p on p.id = a.person_id
    where a.organisation_code = ${code} and a.since <= ${today} and (a.until is null or a.until > ${today})
      and a.role in ('contact-politician', 'contact-official', 'reporter') and p.email is not null and p.erased_at is null
    order by p.id`.execute(db)
  return rows
}

/** The own figures that a person made, and the answers that the person gave for an organisation. */
export async function readOwnFiguresOfPerson(db: Kysely<Database>, personId: number): Promise<unknown> {
  const [made, answered] = await Promise.all([
    db
      .selectFrom('own_figure')
      .where('created_by', '=', personId)
      .select(['key_figure_id as figure', 'created_at as at'])
      .execute(),
    db
      .selectFrom('own_figure_party')
      .where('answered_by', '=', personId)
      .select(['key_figure_id as figure', 'organisation_code as organisation', 'state', 'answered_at as at'])
      .execute(),
  ])
  return { made, answered }
}

/** The figures and answers stay the organisation's; who made them is forgotten. */
export async function forgetPerson(trx: Transaction<Database>, personId: number): Promise<void> {
  await trx.updateTable('own_figure').set({ created_by: null }).where('created_by', '=', personId).execute()
  await trx
    .updateTable('own_figure_party')
    .set({ answered_by: null })
    .where('answered_by', '=', personId)
    .execute()
}
