import { type Kysely, sql } from 'kysely'

/** What was corrected between two moments, why in the secretariat's words, and who wants to be told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index key_figure_value_closed on key_figure_value (known_until) where known_until is not null;

    create function key_figure_corrections(since timestamptz, until timestamptz)
    returns table (key_figure_id text, organisation_code text, year integer, before_id bigint, after_id bigint)
    language sql stable as $$
      select b.key_figure_id, b.organisation_code, b.year, b.id, a.id
      from key_figure_value b
      left join key_figure_value a on a.key_figure_id = b.key_figure_id and a.organisation_code = b.organisation_code
        and a.year = b.year and a.known_from <= until and (a.known_until is null or a.known_until > until)
      where b.known_from <= since and b.known_until > since and b.known_until <= until
        and (b.value, b.missing_reason) is distinct from (a.value, a.missing_reason)
        and (b.value is not null or a.id is not null)
        and (b.basis <> 'made-up' or a.id is null or a.basis = 'made-up')
    $$;
    comment on function key_figure_corrections is 'What was known at one moment and is something else, or withdrawn, at another. A made-up value that gives way to a real one was never known, so it is not corrected';

    create table revision_explanation (
      day date not null,
      key_figure_id text not null references key_figure (id),
      organisation_code text not null default '',
      text_sv text not null check (text_sv <> ''),
      text_en text not null default '',
      written_by bigint references person (id),
      primary key (day, key_figure_id, organisation_code)
    );
    comment on table revision_explanation is 'Why values of a figure were corrected on a day, in the secretariat''s words; of one organisation, or of all when the code is empty';
    create trigger audited after insert or update or delete on revision_explanation for each row
      execute function write_audit('day', 'key_figure_id', 'organisation_code');
    create trigger published after insert or update or delete on revision_explanation
      for each statement execute function mark_public_change();

    create table follower (
      id bigint generated always as identity primary key,
      person_id bigint unique references person (id),
      email text,
      language text not null default 'sv' check (language in ('sv', 'en')),
      since timestamptz not null default now(),
      check ((person_id is null) = (email is not null))
    );
    create unique index follower_email on follower (lower(email));
    comment on table follower is 'Who wants to be told of corrections: somebody with an account, or an address alone';

    create table follow (
      id bigint generated always as identity primary key,
      follower_id bigint not null references follower (id) on delete cascade,
      kind text not null check (kind in ('saved', 'cited', 'embedded', 'subscribed')),
      extent text not null check (extent in ('chosen', 'chosen-year', 'all', 'all-year')),
      address text not null,
      place text not null default '',
      seen_at timestamptz not null,
      asked_at timestamptz not null default now(),
      confirmed_at timestamptz,
      unique (follower_id, kind, extent, address, place)
    );
    comment on column follow.address is 'The page as it was seen, without the host: what is followed is read from it';
    comment on column follow.seen_at is 'The values known at this moment have been seen or told of';
    create index follow_seen on follow (seen_at) where confirmed_at is not null;

    create table follow_scope (
      follow_id bigint not null references follow (id) on delete cascade,
      key_figure_id text references key_figure (id),
      organisation_code text references organisation (code),
      year integer,
      unique nulls not distinct (follow_id, key_figure_id, organisation_code, year)
    );
    comment on table follow_scope is 'Which values a follow is about; what is null does not narrow';

    create table recall_notice (
      id bigint generated always as identity primary key,
      follower_id bigint references follower (id) on delete set null,
      until timestamptz not null,
      queued_at timestamptz not null default now(),
      unique (follower_id, until)
    );
    comment on table recall_notice is 'A follower was told of everything corrected until a moment, in one mail';

    create table recall_notice_part (
      notice_id bigint not null references recall_notice (id),
      day date not null,
      kind text not null,
      corrections integer not null,
      primary key (notice_id, day, kind)
    );

    create table recall_setting (
      only_row boolean primary key default true check (only_row),
      leave_after_days integer not null default 1 check (leave_after_days between 1 and 14),
      leave_at_hour integer not null default 7 check (leave_at_hour between 0 and 23),
      released_until timestamptz
    );
    comment on column recall_setting.released_until is 'What was corrected until then may leave at once';
    insert into recall_setting default values;
    create trigger audited after update on recall_setting for each row execute function write_audit('only_row');
  `.execute(db)
}
