import { type Kysely, sql } from 'kysely'

/**
 * Remembers every target that a member has had, so that a report can be shown as it was known on a day; and keeps the
 * forms of others that a member's report fills in too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table organisation_target_history (
      id bigint generated always as identity primary key,
      organisation_code text not null references organisation (code),
      key_figure_id text not null references key_figure (id),
      value double precision not null,
      year integer not null,
      decision text not null,
      made_up boolean not null,
      known_from timestamptz not null default date_trunc('milliseconds', now()),
      known_until timestamptz
    );
    comment on table organisation_target_history is 'Every target that a member has had, with when it held; written by a trigger only';
    create unique index organisation_target_history_open on organisation_target_history (organisation_code, key_figure_id)
      where known_until is null;

    insert into organisation_target_history
      (organisation_code, key_figure_id, value, year, decision, made_up, known_from)
    select t.organisation_code, t.key_figure_id, t.value, t.year, t.decision, t.made_up,
      coalesce((select date_trunc('milliseconds', max(a.at)) from audit_entry a where a.table_name = 'organisation_target'
        and a.after ->> 'organisation_code' = t.organisation_code
        and a.after ->> 'key_figure_id' = t.key_figure_id), date_trunc('milliseconds', now()))
    from organisation_target t;

    create function remember_target() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        update organisation_target_history set known_until = date_trunc('milliseconds', now())
        where organisation_code = old.organisation_code and key_figure_id = old.key_figure_id and known_until is null;
      end if;
      if tg_op <> 'DELETE' then
        insert into organisation_target_history (organisation_code, key_figure_id, value, year, decision, made_up)
        values (new.organisation_code, new.key_figure_id, new.value, new.year, new.decision, new.made_up);
      end if;
      return null;
    end $$;
    create trigger remembered after insert or update or delete on organisation_target
      for each row execute function remember_target();

    create table form (
      id text primary key,
      ordinal integer not null,
      title_sv text not null,
      title_en text not null,
      issuer text not null,
      address text not null,
      public_sv text not null,
      public_en text not null,
      assumed_sv text not null,
      assumed_en text not null,
      columns jsonb not null,
      rows jsonb not null
    );
    comment on table form is 'Forms of others that members send anyway: which of our figures goes where. From reference/forms';
  `.execute(db)
}
