import { type Kysely, sql } from 'kysely'

/** What held for one association only: four criteria, and a population that is counted each year. Another has a census in ten. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table subject_criterion drop constraint subject_criterion_criterion_check;
    alter table fee_schedule drop constraint fee_schedule_check;
    alter table fee_schedule add constraint fee_schedule_check check (population_year between year - 15 and year);
    alter table subject_criterion add constraint subject_criterion_criterion_check check (criterion between 1 and 12);
  `.execute(db)
}
