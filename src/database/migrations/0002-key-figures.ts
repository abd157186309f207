import { type Kysely, sql } from 'kysely'

/** The catalogue of key figures and the one table of values, which only grows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table key_figure_set (
      id text primary key,
      name_sv text not null,
      name_en text not null,
      decided_year integer,
      decided_on date,
      decision_sv text not null,
      decision_en text not null
    );
    comment on table key_figure_set is 'What one meeting decided; own figures beside the decided ones form a set too';

    create table key_figure (
      id text primary key check (id ~ '^[a-z0-9-]+$'),
      set_id text not null references key_figure_set (id),
      ordinal integer not null,
      number text not null,
      name_sv text not null,
      name_en text not null,
      explanation_sv text not null,
      explanation_en text not null,
      unit_sv text not null,
      unit_en text not null,
      decimals integer not null check (decimals between 0 and 6),
      direction text not null check (direction in ('up', 'down')),
      scope text not null check (scope in ('place', 'organisation')),
      numerator_sv text,
      numerator_en text,
      denominator_sv text,
      denominator_en text,
      producer_sv text not null,
      producer_en text not null,
      reported_by text not null check (reported_by in ('national', 'reporter')),
      plausible_min double precision,
      plausible_max double precision,
      target_value double precision,
      target_year integer,
      target_by_sv text,
      target_by_en text,
      class_limits double precision[],
      criteria integer[] not null,
      sdgs integer[] not null,
      replaces text[] not null default '{}',
      certainty text not null default 'decided' check (certainty in ('decided', 'published', 'inferred')),
      values_note_sv text,
      values_note_en text,
      check ((target_value is null) = (target_year is null))
    );
    comment on column key_figure.class_limits is 'Limits between status classes, best class first';
    comment on column key_figure.values_note_sv is 'How the values at hand differ from the definition, said wherever they show';

    create table key_figure_break (
      key_figure_id text not null references key_figure (id),
      year integer not null,
      reason_sv text not null,
      reason_en text not null,
      primary key (key_figure_id, year)
    );
    comment on table key_figure_break is 'From this year on another method or definition: nothing is compared across it';

    create table key_figure_value (
      id bigint generated always as identity primary key,
      key_figure_id text not null references key_figure (id),
      organisation_code text not null references organisation (code),
      year integer not null check (year between 1900 and 2200),
      value double precision,
      missing_reason text check (missing_reason in ('not-reported', 'not-applicable', 'not-measured', 'confidential')),
      status text not null check (status in ('preliminary', 'final')),
      basis text not null check (basis in ('published', 'computed', 'estimated', 'made-up')),
      deviation_sv text,
      deviation_en text,
      source_id text not null references source (id),
      reported_by text not null default '',
      revision_sv text,
      revision_en text,
      known_from timestamptz not null,
      known_until timestamptz check (known_until > known_from),
      check ((value is null) = (missing_reason is not null)),
      check ((revision_sv is null) = (revision_en is null))
    );
    comment on table key_figure_value is 'One row for each reading. A correction adds a row and closes the one before; nothing is overwritten';
    comment on column key_figure_value.deviation_sv is 'Why this value is shown but left out of trend and rank';
    comment on column key_figure_value.reported_by is 'Who gave the value, in words';

    create unique index key_figure_value_current
      on key_figure_value (key_figure_id, organisation_code, year) where known_until is null;
    create index key_figure_value_organisation on key_figure_value (organisation_code) where known_until is null;
    create index key_figure_value_history on key_figure_value (key_figure_id, known_from);

    create function key_figure_value_keeps_history() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'A reading is never deleted; add a correction instead';
      end if;
      if old.known_until is not null
         or (to_jsonb(old) - 'known_until') is distinct from (to_jsonb(new) - 'known_until') then
        raise exception 'A reading is never changed; close it and add a new one';
      end if;
      return new;
    end $$;
    create trigger key_figure_value_keeps_history
      before update or delete on key_figure_value
      for each row execute function key_figure_value_keeps_history();
  `.execute(db)
}
