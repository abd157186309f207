import { type Kysely, sql } from 'kysely'

/** Whose figure is where ours comes from, every import with what it changed, and files with their columns. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table key_figure_value add column source_status text not null default '';
    comment on column key_figure_value.source_status is 'What the source itself says beside its value, word for word';

    create table key_figure_origin (
      key_figure_id text not null references key_figure (id),
      adapter text not null check (adapter in ('kolada', 'file')),
      foreign_id text not null check (foreign_id <> ''),
      factor double precision not null default 1 check (factor <> 0),
      unchanged boolean not null default true,
      over_members boolean not null default false,
      active boolean not null default true,
      edited boolean not null default false,
      note_sv text not null default '',
      note_en text not null default '',
      primary key (key_figure_id, adapter, foreign_id),
      check (not unchanged or factor = 1)
    );
    comment on table key_figure_origin is 'Whose figure ours is taken from';
    comment on column key_figure_origin.unchanged is 'Our values are theirs as they stand, so the figure is theirs too';
    comment on column key_figure_origin.over_members is 'Theirs wins over what a member has reported itself';
    comment on column key_figure_origin.edited is 'Changed by a person: the reference files leave it alone';
    create trigger audited_new after insert on key_figure_origin for each row
      when (new.edited) execute function write_audit('key_figure_id', 'adapter', 'foreign_id');
    create trigger audited after update or delete on key_figure_origin for each row
      execute function write_audit('key_figure_id', 'adapter', 'foreign_id');
    create trigger published after insert or update or delete on key_figure_origin
      for each statement execute function mark_public_change();

    create trigger published after insert or update or delete on population
      for each statement execute function mark_public_change();

    create table population_table (
      id text primary key check (id ~ '^[A-Za-z0-9]+$'),
      contents text not null check (contents <> ''),
      basis text not null check (basis in ('published', 'perturbed')),
      since_year integer not null check (since_year between 1950 and 2200),
      until_year integer check (until_year >= since_year)
    );
    comment on table population_table is 'The tables of Statistics Sweden that hold the population, each for its years';
    create trigger audited after insert or update or delete on population_table for each row execute function write_audit('id');
    insert into population_table (id, contents, basis, since_year, until_year) values
      ('TAB638', 'BE0101N1', 'published', 1990, 2024),
      ('TAB6471', '000007SF', 'perturbed', 2025, null);

    create table import_mapping (
      name text primary key check (name <> ''),
      mapping jsonb not null,
      changed_at timestamptz not null default now()
    );
    comment on table import_mapping is 'What the columns of a file mean, to be used again when the next one comes';
    create trigger audited after insert or update or delete on import_mapping for each row execute function write_audit('name');

    create table import_file (
      id bigint generated always as identity primary key,
      file_name text not null,
      sheets jsonb not null,
      mapping_name text not null default '',
      mapping jsonb,
      skips_faulty boolean not null default false,
      made_by bigint references person (id),
      made_at timestamptz not null default now()
    );

    create table import_run (
      id bigint generated always as identity primary key,
      adapter text not null check (adapter in ('kolada', 'scb', 'file')),
      started_by text not null check (started_by in ('nightly', 'button', 'command')),
      person_id bigint references person (id),
      figure_id text references key_figure (id),
      file_id bigint references import_file (id) on delete set null,
      file_name text not null default '',
      dry boolean not null default false,
      fresh boolean not null default false,
      state text not null default 'waiting' check (state in ('waiting', 'running', 'stopped', 'done', 'failed')),
      error text not null default '',
      asked_at timestamptz not null default now(),
      started_at timestamptz,
      ended_at timestamptz
    );
    create index import_run_adapter on import_run (adapter, id desc);
    comment on column import_run.dry is 'Only tells what would change';
    comment on column import_run.fresh is 'Asks for everything, also what the source says has not changed';

    create table import_run_item (
      run_id bigint not null references import_run (id) on delete cascade,
      item text not null,
      ordinal integer not null,
      state text not null default 'waiting' check (state in ('waiting', 'done', 'unchanged', 'failed')),
      rows integer not null default 0,
      added integer not null default 0,
      corrected integer not null default 0,
      confirmed integer not null default 0,
      withdrawn integer not null default 0,
      kept integer not null default 0,
      message text not null default '',
      ended_at timestamptz,
      primary key (run_id, item)
    );
    comment on table import_run_item is 'One key figure or table of a run; what is done stays done when the run is killed';

    create table import_change (
      run_id bigint not null references import_run (id) on delete cascade,
      ordinal integer not null,
      item text not null,
      key_figure_id text,
      organisation_code text not null,
      year integer not null,
      kind text not null,
      before double precision,
      before_missing text,
      after double precision,
      after_missing text,
      primary key (run_id, item, ordinal)
    );
    comment on table import_change is 'The first changes of each item of a run, to be looked at';

    create table import_answer (
      adapter text not null,
      address text not null,
      item text not null,
      etag text not null default '',
      last_modified text not null default '',
      primary key (adapter, item, address)
    );
    comment on table import_answer is 'What a source said of an answer that is taken in, to ask only for what has changed';
  `.execute(db)
}
