import { type Kysely, sql } from 'kysely'

/** Rounds for one kind of organisation, questions on single answers, and why a published value is corrected. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table reporting_round
      add column kind text not null default 'municipality' check (kind in ('municipality', 'region')),
      add column corrections_only boolean not null default false;
    alter table reporting_round drop constraint reporting_round_year_key;
    alter table reporting_round add constraint reporting_round_year_kind_key unique (year, kind);
    comment on column reporting_round.closed_at is 'From then on only what is sent back or corrected can be answered';
    comment on column reporting_round.corrections_only is 'Nobody was asked: a member wanted to correct a published value of the year';

    alter table report_answer
      add column reason text not null default '',
      add column question text not null default '',
      add column asked_at timestamptz,
      add check ((question = '') = (asked_at is null));
    comment on column report_answer.reason is 'Why a value that was published is another now, in the member''s words';
    comment on column report_answer.question is 'What the secretariat asks of this figure; answered when the answer is saved again';
  `.execute(db)
}
