import { type Kysely, sql } from 'kysely'

/**
 * Comparison among more organisations than fit into memory: statistics, trends and places that are computed ahead, and
 * a list of what has to be computed anew. None of it is filled while the association is small.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table comparison_state (
      only_row boolean primary key default true check (only_row),
      large boolean not null default false,
      day date
    );
    insert into comparison_state default values;
    comment on table comparison_state is 'Whether comparisons are computed ahead, which they are in a large association only; and for which day memberships were last looked at';

    create table comparison_touched (
      id bigint generated always as identity primary key,
      key_figure_id text not null,
      year integer,
      organisation_code text,
      trends boolean not null default true,
      touched_at timestamptz not null default now()
    );
    create index comparison_touched_figure on comparison_touched (key_figure_id);
    comment on table comparison_touched is 'Values that changed since the comparison was computed. Without a year: every year; without an organisation: all; without trends: statistics alone';

    create table comparison_statistic (
      key_figure_id text not null references key_figure (id),
      among text not null,
      year integer not null,
      count integer not null,
      mean double precision not null,
      weighted_mean double precision,
      q1 double precision not null,
      median double precision not null,
      q3 double precision not null,
      min double precision not null,
      max double precision not null,
      steps double precision[] not null,
      below integer[] not null,
      made_up boolean not null,
      computed_at timestamptz not null default now(),
      primary key (key_figure_id, among, year)
    );
    comment on table comparison_statistic is 'The values of a figure and year in a large group, summed up';
    comment on column comparison_statistic.steps is 'Some hundred of the values in order, each once; below says how many of the group are lower';

    create table comparison_way (
      key_figure_id text not null references key_figure (id),
      among text not null,
      year integer not null,
      right_way integer not null,
      wrong_way integer not null,
      unchanged integer not null,
      too_few integer not null,
      computed_at timestamptz not null default now(),
      primary key (key_figure_id, among)
    );
    comment on table comparison_way is 'How many of a large group go which way, seen from the latest year';

    create table comparison_trend (
      key_figure_id text not null,
      organisation_code text not null,
      word text not null check (word in ('right', 'wrong', 'unchanged', 'too-few')),
      slope double precision not null,
      primary key (key_figure_id, organisation_code)
    );
    create index comparison_trend_right on comparison_trend (key_figure_id, slope, organisation_code) where word = 'right';
    comment on table comparison_trend is 'Which way each organisation goes in each figure, seen from the latest year';

    create table similarity_place (
      organisation_code text primary key references organisation (code) on delete cascade,
      kind text not null,
      place point not null
    );
    create index similarity_place_near on similarity_place using gist (place);
    comment on table similarity_place is 'Logarithms of population and of inhabitants per square kilometre, to find those alike';

    create table similarity_spread (
      kind text primary key,
      population double precision not null,
      density double precision not null,
      stale boolean not null default false
    );
    comment on table similarity_spread is 'Standard deviations of the places of a kind';

    create trigger published after insert or update or delete on comparison_statistic
      for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on comparison_way
      for each statement execute function mark_public_change();

    create function touch_comparison() returns trigger language plpgsql as $$
    begin
      -- Whoever begins to compute ahead holds this alone, and so waits for values that are on their way.
      perform pg_advisory_xact_lock_shared(hashtext('comparison_state'));
      if exists (select from comparison_state where large) then
        insert into comparison_touched (key_figure_id, year, organisation_code)
        select distinct key_figure_id, year, organisation_code from changed;
        perform pg_notify('job', 'refresh-comparisons');
      end if;
      return null;
    end $$;
    create trigger touched_added after insert on key_figure_value
      referencing new table as changed for each statement execute function touch_comparison();
    create trigger touched_closed after update on key_figure_value
      referencing new table as changed for each statement execute function touch_comparison();

    create function touch_comparison_of_figure() returns trigger language plpgsql as $$
    begin
      if exists (select from comparison_state where large) then
        insert into comparison_touched (key_figure_id)
        values (to_jsonb(case when tg_op = 'DELETE' then old else new end) ->> tg_argv[0]);
        perform pg_notify('job', 'refresh-comparisons');
      end if;
      return null;
    end $$;
    create trigger touched after insert or update or delete on key_figure_break
      for each row execute function touch_comparison_of_figure('key_figure_id');
    create trigger touched after update on key_figure
      for each row when (old.direction is distinct from new.direction)
      execute function touch_comparison_of_figure('id');

    create function touch_every_comparison() returns trigger language plpgsql as $$
    begin
      if exists (select from comparison_state where large) then
        insert into comparison_touched (key_figure_id, trends) select id, false from key_figure;
        perform pg_notify('job', 'refresh-comparisons');
      end if;
      return null;
    end $$;
    create trigger touched after insert or update or delete on membership
      for each statement execute function touch_every_comparison();
    create trigger touched after insert or update or delete on population
      for each statement execute function touch_every_comparison();

    create function place_for_similarity(codes text[]) returns void language sql as $$
      insert into similarity_place (organisation_code, kind, place)
      select o.code, o.kind, point(log(p.inhabitants), log(p.inhabitants / o.land_area_km2))
      from organisation o
      cross join lateral (
        select inhabitants::float8 from population where organisation_code = o.code order by year desc limit 1) p
      where o.code = any(codes) and o.land_area_km2 is not null and o.kind in ('municipality', 'region')
      on conflict (organisation_code) do update set kind = excluded.kind, place = excluded.place;
      update similarity_spread set stale = true where not stale
        and kind in (select kind from organisation where code = any(codes));
    $$;
    create function place_by_population() returns trigger language plpgsql as $$
    begin
      perform place_for_similarity(array(select distinct organisation_code from changed));
      return null;
    end $$;
    create function place_by_area() returns trigger language plpgsql as $$
    begin
      perform place_for_similarity(array(select code from changed));
      if tg_op = 'UPDATE' and exists (select from comparison_state where large) then
        insert into comparison_touched (key_figure_id, trends) select id, false from key_figure;
        perform pg_notify('job', 'refresh-comparisons');
      end if;
      return null;
    end $$;
    create trigger placed_added after insert on population
      referencing new table as changed for each statement execute function place_by_population();
    create trigger placed_changed after update on population
      referencing new table as changed for each statement execute function place_by_population();
    create trigger placed_added after insert on organisation
      referencing new table as changed for each statement execute function place_by_area();
    create trigger placed_changed after update on organisation
      referencing new table as changed for each statement execute function place_by_area();

    select place_for_similarity(array(select code from organisation));
  `.execute(db)
}
