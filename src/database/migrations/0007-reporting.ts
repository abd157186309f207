import { type Kysely, sql } from 'kysely'

/** Rounds in which members report their own key figures, their reports with every step, and their comments. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table key_figure_value add column comment text not null default '';
    comment on column key_figure_value.comment is 'What the organisation says of its value, shown wherever the value shows';

    create trigger published after insert or update on key_figure_value
      for each statement execute function mark_public_change();

    create table organisation_target (
      organisation_code text not null references organisation (code),
      key_figure_id text not null references key_figure (id),
      value double precision not null,
      year integer not null check (year between 2000 and 2100),
      decision text not null check (decision <> ''),
      made_up boolean not null default false,
      set_by bigint references person (id),
      primary key (organisation_code, key_figure_id)
    );
    comment on table organisation_target is 'What a member has decided to reach itself, beside the national target of a figure';
    create trigger audited after insert or update or delete on organisation_target for each row execute function write_audit('organisation_code', 'key_figure_id');
    create trigger published after insert or update or delete on organisation_target
      for each statement execute function mark_public_change();

    create table reporting_round (
      id bigint generated always as identity primary key,
      year integer not null unique check (year between 1990 and 2200),
      due_on date not null,
      opened_at timestamptz not null default now(),
      opened_by bigint references person (id),
      closed_at timestamptz,
      made_up boolean not null default false
    );
    comment on table reporting_round is 'The secretariat asks the members for a year''s values; due_on is the day they are wanted';

    create table reporting_round_figure (
      round_id bigint not null references reporting_round (id),
      key_figure_id text not null references key_figure (id),
      primary key (round_id, key_figure_id)
    );

    create table report (
      id bigint generated always as identity primary key,
      round_id bigint not null references reporting_round (id),
      organisation_code text not null references organisation (code),
      state text not null default 'open'
        check (state in ('open', 'submitted', 'returned', 'approved', 'verified', 'published')),
      version integer not null default 0,
      reminded_on date,
      unique (round_id, organisation_code)
    );
    comment on column report.version is 'Counts the steps; whoever acts on an older one is refused';

    create table report_answer (
      report_id bigint not null references report (id),
      key_figure_id text not null references key_figure (id),
      value double precision,
      numerator double precision,
      denominator double precision,
      missing_reason text check (missing_reason in ('not-reported', 'not-applicable', 'not-measured', 'confidential')),
      comment text not null default '',
      version integer not null default 1,
      answered_by bigint references person (id),
      answered_at timestamptz not null default now(),
      primary key (report_id, key_figure_id),
      check ((value is null) = (missing_reason is not null)),
      check ((numerator is null) = (denominator is null))
    );

    create table report_step (
      id bigint generated always as identity primary key,
      report_id bigint not null references report (id),
      step text not null,
      to_state text not null,
      text text not null default '',
      by_person bigint references person (id),
      at timestamptz not null default now()
    );
    create index report_step_report on report_step (report_id);
    create trigger report_step_frozen before update or delete on report_step
      for each row execute function refuse_change();

    create table report_approval (organisation_code text primary key references organisation (code));
    comment on table report_approval is 'Members whose contact official approves a report before it goes to the secretariat';

    create trigger audited after insert or update or delete on reporting_round for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on report for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on report_answer for each row execute function write_audit('report_id', 'key_figure_id');
    create trigger audited after insert or delete on report_approval for each row execute function write_audit('organisation_code');
  `.execute(db)
}
