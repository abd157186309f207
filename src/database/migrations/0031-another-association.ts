import { type Kysely, sql } from 'kysely'

/** What held for one association only: four criteria. Another one has as many as its file says. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table subject_criterion drop constraint subject_criterion_criterion_check;
    alter table subject_criterion add constraint subject_criterion_criterion_check check (criterion between 1 and 12);
  `.execute(db)
}
