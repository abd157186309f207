import { type Kysely, sql } from 'kysely'

/**
 * Looks for what fits in fewer and narrower steps, each planned once for a connection, and marks the words near where
 * they stand. What a contact card is found by follows the names of its subjects.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop function search_candidates;
    create type search_narrowing as (kind text, year integer, organisation_code text, language text);
    comment on type search_narrowing is 'What hits are narrowed by; what is null does not narrow';
    create type search_candidate as
      (id bigint, kind text, year integer, organisation_code text, languages text[], happened_on date, titled integer);
    comment on type search_candidate is 'What fits, and how: 2 by the words of its title, 1 by their beginnings, 0 by its text';

    create function fits_narrowing(c search_candidate, n search_narrowing) returns boolean language sql immutable as $$
      select (n.kind is null or c.kind = n.kind) and (n.year is null or c.year = n.year)
        and (n.organisation_code is null or c.organisation_code = n.organisation_code)
        and (n.language is null or n.language = any(c.languages))
    $$;

    create function search_candidates(words tsquery, beginnings tsquery, audiences text[], codes text[], at timestamptz,
      narrowing search_narrowing, most integer) returns search_candidate[]
    -- A scan of the table would unpack every text; the planner does not know how dear that is.
    language plpgsql stable set enable_seqscan = off set jit = off set max_parallel_workers_per_gather = 0
    set plan_cache_mode = force_generic_plan as $$
    declare
      this_year integer := extract(year from at);
      newest tsquery := search_years(this_year, this_year + 2);
      recent tsquery := search_years(this_year - 3, this_year + 2);
      step record;
      found search_candidate[] := '{}';
      candidates search_candidate[] := '{}';
    begin
      if narrowing.year is not null then
        newest := search_years(narrowing.year, narrowing.year);
        recent := newest;
        words := words && newest;
        beginnings := beginnings && newest;
      end if;
      -- Of common words, the latest years hold more than can be weighed; then their beginnings need not be looked for either.
      for step in
        select * from (values (words && newest, null::tsquery, 0), (words && recent, null, 0), (words, null, 0),
          (beginnings && newest, null, 0), (beginnings, null, 0),
          (null, words, 2), (null, beginnings && recent, 1), (null, beginnings, 1)) as s (in_text, in_title, titled)
      loop
        continue when cardinality(found) >= most and step.titled < 2;
        found := array(
          select (t.id, t.kind, t.year, t.organisation_code, t.languages, t.happened_on, step.titled)::search_candidate
          from search_text t where (t.search @@ step.in_text or t.title_search @@ step.in_title)
            and t.audience = any(audiences)
            and (t.audience <> 'organisation' or codes is null or t.organisation_code = any(codes))
            and (t.shown_during is null or t.shown_during @> at)
            and (narrowing.kind is null or t.kind = narrowing.kind)
            and (narrowing.year is null or t.year = narrowing.year)
            and (narrowing.organisation_code is null or t.organisation_code = narrowing.organisation_code)
            and (narrowing.language is null or narrowing.language = any(t.languages))
          order by t.happened_on desc nulls last, t.id desc limit most);
        candidates := candidates || found;
      end loop;
      return array(select distinct on (id) c from unnest(candidates) as c order by id, titled desc);
    end $$;
    comment on function search_candidates is 'What fits and may be seen: the newest, at least so many if there are, and the newest that fit by their title';

    create function search_facets(weighed search_candidate[], narrowing search_narrowing) returns json
    language plpgsql stable set jit = off set plan_cache_mode = force_generic_plan as $$
    begin
      -- Each is counted under the others, so that every choice shown leads somewhere.
      return (
        with fitting as materialized (
          select kind, year, organisation_code, languages,
            coalesce(kind = narrowing.kind, narrowing.kind is null) as of_kind,
            coalesce(year = narrowing.year, narrowing.year is null) as of_year,
            coalesce(organisation_code = narrowing.organisation_code, narrowing.organisation_code is null) as of_organisation,
            coalesce(narrowing.language = any(languages), narrowing.language is null) as of_language
          from unnest(weighed))
        select json_build_object(
          'kinds', (select coalesce(json_object_agg(kind, count), '{}') from (
            select kind, count(*) from fitting where of_year and of_organisation and of_language group by kind) as k),
          'years', (select coalesce(json_agg(json_build_object('year', year, 'count', count) order by year desc), '[]') from (
            select year, count(*) from fitting where year is not null and of_kind and of_organisation and of_language group by year) as y),
          'organisations', (select coalesce(json_agg(json_build_object('code', code, 'name', name, 'count', count)
              order by name collate "sv-SE-x-icu"), '[]') from (
            select organisation_code as code, count(*) from fitting where of_kind and of_year and of_language group by organisation_code) as w
            join organisation using (code)),
          'languages', (select coalesce(json_object_agg(language, count), '{}') from (
            select language, count(*) from fitting, unnest(languages) as language where of_kind and of_year and of_organisation
            group by language) as l)));
    end $$;
    comment on function search_facets is 'How many there are of each kind, year, organisation and language';

    create function search_stems(query tsquery) returns text language sql immutable as $$
      select '\\m(' || string_agg(distinct regexp_replace(stem, 'i$', '[iy]'), '|') || ')'
      from regexp_matches(query::text, '''([^'']+)''', 'g') as found (stems), unnest(stems) as stem
    $$;
    comment on function search_stems is 'A pattern of what words that fit begin with, in both languages';
    create function search_surroundings(said text, stems text) returns text language sql immutable as $$
      -- To mark all of a long text takes long, and no more than this is shown.
      select case when place > 200 then regexp_replace(substr(said, place - 150, 600), '^\\S*\\s+', '') else left(said, 600) end
      from regexp_instr(said, stems, 1, 1, 0, 'i') as place
    $$;
    comment on function search_surroundings is 'As much of a text as is shown, round the first word that may fit';
    create function search_hits(candidates search_candidate[], query tsquery, in_language text, compared integer, skipped integer,
      most integer, marks text) returns json
    language plpgsql stable set jit = off set plan_cache_mode = force_generic_plan as $$
    declare
      stems text := search_stems(query);
    begin
      return (
        with ordered as (
          select id, row_number() over (order by titled desc, happened_on desc nulls last, id) as place from unnest(candidates)),
        ranked as (
          select id, place, case when place <= compared
            then (select ts_rank(t.search, query, 1) from search_text t where t.id = ordered.id) else -1 end as rank
          from ordered),
        best as (
          select id, row_number() over (order by rank desc, place) as place from ranked
          order by place limit most offset skipped),
        shown as (
          select t.*, b.place, told, t.texts -> told as said,
            (case told when 'en' then 'english' else 'swedish' end)::regconfig as config
          from best b join search_text t using (id)
          cross join lateral (select case when in_language = any(t.languages) then in_language else t.languages[1] end as told) as l
          offset 0)
        select coalesce(json_agg(json_build_object('kind', s.kind, 'address', s.address, 'language', told,
          'title', ts_headline(config, said ->> 'title', query, marks || ',HighlightAll=true'),
          'text', ts_headline(config,
            search_surroundings(concat_ws(' ', nullif(said ->> 'lead', ''), said ->> 'body'), stems), query,
            marks || ',MaxFragments=1,MaxWords=32,MinWords=20'),
          'organisation', o.name, 'happenedOn', s.happened_on, 'madeUp', s.made_up, 'audience', s.audience) order by place), '[]')
        from shown s left join organisation o on o.code = s.organisation_code and s.kind <> 'organisation');
    end $$;
    comment on function search_hits is 'A page of hits in one language each: those with the words in their title first, then the newest; so many of them compared word by word';

    create function contact_subject_renamed() returns trigger language plpgsql as $$
    begin
      perform refresh_contact_search(person_id) from
        (select person_id from person_subject where subject_id = new.id order by 1) as p;
      return null;
    end $$;
    create trigger searchable after update of name_sv, name_en on subject for each row
      when ((old.name_sv, old.name_en) is distinct from (new.name_sv, new.name_en)) execute function contact_subject_renamed();
  `.execute(db)
}
