import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { seatOf } from '#domains/accounts/index.ts'

/** Promises and an earlier holder on Falkenberg's seats, and a renewal that some have answered. All made up. */
export async function demonstrateRepresentatives(trx: Transaction<Database>): Promise<void> {
  const official = await seatOf(trx, '1382', 'contact-official')
  const politician = await seatOf(trx, '1382', 'contact-politician')
  await trx
    .insertInto('promise')
    .values([
      {
        seat_id: official,
        text: 'Visa lågenergihuset för kollegor från Helsingborg och Varberg',
        due_on: '2027-03-15',
        made_on: '2026-09-17',
        made_by: null,
      },
      {
        seat_id: official,
        text: 'Rapportera nyckeltal 8 (metaller i slam) även för 2025',
        due_on: '2026-12-31',
        made_on: '2026-05-06',
        made_by: null,
      },
      {
        seat_id: politician,
        text: 'Ta upp programmet för hållbarhet i kommunstyrelsen',
        due_on: '2026-06-30',
        made_on: '2026-04-28',
        made_by: null,
        kept_on: '2026-06-09',
      },
    ])
    .execute()
  const { id: former } = await trx
    .insertInto('person')
    .values({
      name: 'Bo Ahlström',
      email: 'bo.ahlstrom@falkenberg.example',
      title: 'Miljöchef',
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into appointment (person_id, organisation_code, role, since, until)
    select ${former}, '1382', 'contact-official', '2009-01-15', min(since) from appointment
    where organisation_code = '1382' and role = 'contact-official'`.execute(trx)
  const { id: renewal } = await trx
    .insertInto('renewal')
    .values({
      reason: 'Val 2026',
      due_on: '2026-12-18',
      started_at: new Date('2026-11-16T08:00:00Z'),
      started_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into renewal_organisation (renewal_id, organisation_code, answered_at, answered_by)
    select ${renewal}::bigint, m.code, case when n % 3 = 0 then timestamptz '2026-11-18 09:00Z' + n * interval '47 minutes' end,
      case when n % 3 = 0 then (select person_id from appointment a
        where a.organisation_code = m.code and a.role = 'contact-official' and a.until is null) end
    from (select code, row_number() over (order by code) as n from
      (select distinct organisation_code as code from membership where until is null) o) m`.execute(trx)
}
