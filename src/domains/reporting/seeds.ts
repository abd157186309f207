import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'

/** What a demonstration's round is about: who has begun nothing, and what one is asked of a figure. */
export interface MadeUpRound {
  first: string
  figure: string
  comment: string
  question: string
}

const ours: MadeUpRound = {
  first: '1382',
  figure: '2',
  comment: 'En ny busslinje öppnade i augusti.',
  question: 'Gäller resorna hela kommunen eller bara tätorten?',
}

/** An open round for 2025: some members have sent in, some have begun, one is asked to complete. All made up. */
export async function demonstrateReporting(
  trx: Transaction<Database>,
  { first, figure, comment, question }: MadeUpRound = ours,
): Promise<void> {
  const { id } = await trx
    .insertInto('reporting_round')
    .values({
      year: 2025,
      due_on: '2027-01-31',
      opened_at: new Date('2026-11-02T08:00:00Z'),
      opened_by: null,
      made_up: true,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into reporting_round_figure select ${id}::bigint, id from key_figure where reported_by = 'reporter'`.execute(
    trx,
  )
  await sql`
    insert into report (round_id, organisation_code, state, version)
    select ${id}::bigint, code, case when code = ${first} then 'open' when n % 7 = 2 then 'approved' when n = 10 then 'returned' else 'open' end,
      case when code = ${first} then 0 when n % 7 = 2 then 1 when n = 10 then 2 else 0 end
    from (select o.code, row_number() over (order by o.code) as n from organisation o
      where o.kind = 'municipality' and exists (select from membership m where m.organisation_code = o.code and m.until is null)) q`.execute(
    trx,
  )
  // What was sent in is last year's value, a little changed; what is begun has its first three figures.
  await sql`
    insert into report_answer (report_id, key_figure_id, value, missing_reason, comment, answered_by, answered_at)
    select p.id, f.key_figure_id, round((v.value * 1.02)::numeric, 1)::float8,
      case when v.value is null then 'not-measured' end,
      case when f.key_figure_id = ${figure} and p.state = 'returned' then ${comment} else '' end,
      (select a.person_id from appointment a where a.organisation_code = p.organisation_code
        and a.role in ('reporter', 'contact-official') and a.until is null order by a.role desc limit 1),
      timestamptz '2026-11-12 09:00Z' + p.id * interval '7 minutes'
    from report p
    join (select key_figure_id, row_number() over (order by key_figure_id) as n from reporting_round_figure
      where round_id = ${id}) f on p.state <> 'open' or (p.id % 4 = 1 and f.n <= 3)
    left join key_figure_value v on v.key_figure_id = f.key_figure_id and v.organisation_code = p.organisation_code
      and v.year = 2024 and v.known_until is null
    where p.round_id = ${id}`.execute(trx)
  await sql`
    insert into report_step (report_id, step, to_state, text, by_person, at)
    select p.id, s.step, s.state, s.text,
      (select max(a.answered_by) from report_answer a where a.report_id = p.id and s.step = 'submit'), timestamptz '2026-11-16 10:00Z' + p.id * interval '11 minutes' + s.later
    from report p join (values ('submit', 'approved', '', interval '0'),
      ('send-back', 'returned', ${question}::text, interval '2 days')) as s (step, state, text, later)
      on p.state = 'returned' or (p.state = 'approved' and s.step = 'submit')
    where p.round_id = ${id} order by p.id, s.later`.execute(trx)
  await sql`
    update report_answer a set question = ${question},
      asked_at = timestamptz '2026-11-18 10:00Z' + p.id * interval '11 minutes'
    from report p where p.id = a.report_id and p.round_id = ${id} and p.state = 'returned' and a.key_figure_id = ${figure}`.execute(
    trx,
  )
}
