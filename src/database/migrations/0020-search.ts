import { type Kysely, sql } from 'kysely'

/**
 * One table of everything that can be searched. The database keeps it itself, so that nothing in it is stale or lost:
 * for each source a view says what is found and by whom, and triggers on the house's own tables draw its rows anew.
 * A new house adds a row of `search_source`, a view `search_of_…` with the same columns, and its triggers.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_source (
      name text primary key check (name ~ '^[a-z_]+$'),
      held_in text not null,
      key_column text not null
    );
    comment on table search_source is 'What search_text is drawn from by a view; held_in is the table whose row is locked meanwhile';

    create table search_text (
      id bigint generated always as identity primary key,
      source text not null,
      key text not null,
      audience text not null check (audience in ('everyone', 'visitors', 'members', 'organisation', 'office')),
      kind text not null check (kind in
        ('organisation', 'key-figure', 'person', 'example', 'question', 'event', 'news', 'decision', 'page')),
      organisation_code text,
      happened_on date,
      year integer,
      made_up boolean not null,
      shown_during tstzmultirange,
      languages text[] not null,
      address text not null,
      title_search tsvector not null,
      search tsvector not null,
      texts jsonb not null,
      names text not null,
      unique (source, key, audience)
    ) with (toast_tuple_target = 256);
    alter table search_text alter search set storage external, alter texts set storage external;
    comment on table search_text is 'Everything that can be searched, kept by triggers; never written by hand';
    comment on column search_text.audience is 'Who finds it: everyone; visitors, who see less of something than members do; members of the network; the organisation that wrote it; the secretariat, which finds everything but what is for visitors';
    comment on column search_text.shown_during is 'When it is found; null is always';
    comment on column search_text.texts is 'For each language what it is told in: title, lead, body without the marks of Markdown';
    comment on column search_text.names is 'Names and words that lead here and stand in no text';
    create index search_text_search on search_text using gin (search) with (gin_pending_list_limit = 256);
    create index search_text_title on search_text using gin (title_search) with (gin_pending_list_limit = 256);
    create index search_text_organisation on search_text (organisation_code);

    create table search_word (
      word text collate "C" not null,
      for_everyone boolean not null,
      folded text not null,
      primary key (word, for_everyone)
    );
    comment on table search_word is 'Every word that everyone, or the network, may read, to find the nearest one to a misspelt word; cleaned every night';
    create index search_word_trigrams on search_word using gin (folded gin_trgm_ops);

    create function nearest_words(typed text, only_for_everyone boolean) returns table (word text, alike real)
    -- To compare trigrams word by word takes longer than the planner knows.
    language sql stable set enable_seqscan = off as $$
      select w.word, max(similarity(w.folded, fold_word(typed))) from search_word w
      where w.folded % fold_word(typed) and (w.for_everyone or not only_for_everyone) group by w.word
    $$;

    create function search_vector(texts jsonb, names text) returns tsvector language sql immutable as $$
      select setweight(to_tsvector('swedish', coalesce(texts #>> '{sv,title}', '')), 'A')
        || setweight(to_tsvector('english', coalesce(texts #>> '{en,title}', '')), 'A')
        || setweight(to_tsvector('swedish', names), 'B')
        || setweight(to_tsvector('swedish', coalesce(texts #>> '{sv,lead}', '')), 'C')
        || setweight(to_tsvector('english', coalesce(texts #>> '{en,lead}', '')), 'C')
        || to_tsvector('swedish', coalesce(texts #>> '{sv,body}', ''))
        || to_tsvector('english', coalesce(texts #>> '{en,body}', ''))
    $$;
    create function search_words(texts jsonb, names text) returns tsvector language sql immutable as $$
      select to_tsvector('simple', concat_ws(' ', names,
        texts #>> '{sv,title}', texts #>> '{sv,lead}', texts #>> '{sv,body}',
        texts #>> '{en,title}', texts #>> '{en,lead}', texts #>> '{en,body}'))
    $$;
    create function is_search_word(word text) returns boolean language sql immutable as $$
      select length(word) between 3 and 40 and word !~ '[0-9/.@]'
    $$;
    create function without_marks(markdown text) returns text language sql immutable as $$
      select regexp_replace(regexp_replace(markdown, '\\]\\([^)]*\\)', '', 'g'), '[][#*_>\u0060]+', '', 'g')
    $$;
    create function search_fill() returns trigger language plpgsql as $$
    begin
      new.texts := (select jsonb_object_agg(language, told || jsonb_build_object('body', without_marks(told ->> 'body')))
        from jsonb_each(new.texts) as t (language, told));
      new.search := search_vector(new.texts, new.names) || array_to_tsvector(array['z' || coalesce(new.year, 0)]);
      new.title_search := to_tsvector('swedish', coalesce(new.texts #>> '{sv,title}', ''))
        || to_tsvector('english', coalesce(new.texts #>> '{en,title}', '')) || array_to_tsvector(array['z' || coalesce(new.year, 0)]);
      new.languages := array(select jsonb_object_keys(new.texts) order by 1 desc);
      return new;
    end $$;
    create trigger filled before insert or update on search_text for each row execute function search_fill();

    create function draw_search(source search_source, keys text[]) returns void language plpgsql as $$
    begin
      execute format('insert into search_text (source, key, audience, kind, organisation_code, happened_on, year, made_up,
          shown_during, address, texts, names)
        select %L, key::text, audience, kind, organisation_code, happened_on, year, made_up, shown_during, address,
          texts::jsonb, coalesce(names, '''')
        from %I where texts::jsonb <> ''{}''', source.name, 'search_of_' || source.name)
        || case when keys is null then '' else format(' and key = any(%L)', keys) end;
    end $$;
    comment on function draw_search is 'Draws what is not drawn yet: the rows of these things, or of all things of a source';

    create unlogged table search_pending (
      transaction xid8 not null default pg_current_xact_id(),
      source text not null,
      key text not null,
      primary key (transaction, source, key)
    );
    comment on table search_pending is 'What a transaction has changed and draws anew once, when it ends: however many rows of a thing it changes. Empty between transactions';
    create function refresh_search(source_name text, of_key text) returns void language sql as $$
      select set_config('search.pending', 'yes', true);
      insert into search_pending (source, key) select source_name, of_key where of_key is not null on conflict do nothing
    $$;
    comment on function refresh_search is 'Lets the rows of one thing be drawn anew when the transaction ends';
    create function draw_pending() returns trigger language plpgsql as $$
    declare
      drawn_from search_source;
      keys text[];
    begin
      -- Once for all of them: looking through what is done already, thousands of times, would take minutes.
      if current_setting('search.pending', true) is distinct from 'yes' then return null; end if;
      perform set_config('search.pending', '', true);
      for drawn_from in
        select * from search_source
        where name in (select source from search_pending where transaction = pg_current_xact_id()) order by name
      loop
        keys := array(select key from search_pending
          where transaction = pg_current_xact_id() and source = drawn_from.name order by key);
        -- Two who change parts of one thing at once wait for each other here, so that the later one sees both changes.
        execute format('select from %1$I where %2$I = any(%3$L) order by %2$I for no key update',
          drawn_from.held_in, drawn_from.key_column, keys);
        delete from search_text where source = drawn_from.name and key = any(keys);
        perform draw_search(drawn_from, keys);
        insert into search_word (word, for_everyone, folded)
        select distinct word, t.audience <> 'members', fold_word(word)
        from search_text t cross join unnest(tsvector_to_array(search_words(t.texts, t.names))) as word
        where t.source = drawn_from.name and t.key = any(keys) and t.audience in ('everyone', 'visitors', 'members')
          and is_search_word(word)
        order by 1 on conflict do nothing;
      end loop;
      delete from search_pending where transaction = pg_current_xact_id();
      return null;
    end $$;
    create constraint trigger drawn after insert on search_pending deferrable initially deferred
      for each row execute function draw_pending();
    create function rebuild_search() returns void language plpgsql as $$
    begin
      lock table search_text in access exclusive mode;
      -- An index of words is made at once many times faster than text by text.
      drop index search_text_search, search_text_title;
      delete from search_text where source in (select name from search_source);
      perform draw_search(s, null) from search_source s;
      create index search_text_search on search_text using gin (search) with (gin_pending_list_limit = 256);
      create index search_text_title on search_text using gin (title_search) with (gin_pending_list_limit = 256);
      delete from search_word;
      insert into search_word (word, for_everyone, folded)
      select word, true, fold_word(word) from ts_stat(
        'select search_words(texts, names) from search_text where audience in (''everyone'', ''visitors'')') where is_search_word(word)
      union all select word, false, fold_word(word) from ts_stat(
        'select search_words(texts, names) from search_text where audience = ''members''') where is_search_word(word);
    end $$;
    comment on function rebuild_search is 'Draws everything anew that is drawn by views';

    create function search_changed() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        perform refresh_search(tg_argv[0], to_jsonb(old) ->> tg_argv[1]);
      end if;
      if tg_op = 'INSERT' or (tg_op = 'UPDATE' and to_jsonb(new) -> tg_argv[1] <> to_jsonb(old) -> tg_argv[1]) then
        perform refresh_search(tg_argv[0], to_jsonb(new) ->> tg_argv[1]);
      end if;
      return null;
    end $$;
    create function search_years(first integer, last integer) returns tsquery language sql immutable as $$
      select string_agg('z' || year, '|')::tsquery from generate_series(first, last) as year
    $$;
    create function search_candidates(words tsquery, beginnings tsquery, audiences text[], codes text[], at timestamptz,
      most integer, of_kind text, of_year integer, of_organisation text, of_language text)
    returns table (id bigint, kind text, year integer, organisation_code text, languages text[], happened_on date, titled real)
    -- A scan of the table would unpack every text; the planner does not know how dear that is.
    language plpgsql stable set enable_seqscan = off set jit = off set max_parallel_workers_per_gather = 0 as $$
    declare
      newest constant text := 'select c.id, c.kind, c.year, c.organisation_code, c.languages, c.happened_on, ts_rank(c.title_search, $10)
        from (select t.* from search_text t where t.%s @@ $1
            and t.audience = any($2) and (t.audience <> ''organisation'' or $3 is null or t.organisation_code = any($3))
            and (t.shown_during is null or t.shown_during @> $4)
            and ($5 is null or t.kind = $5) and ($6 is null or t.year = $6)
            and ($7 is null or t.organisation_code = $7) and ($8 is null or $8 = any(t.languages))
          order by t.happened_on desc nulls last, t.id desc limit $9) as c';
      this_year integer := extract(year from at);
      nearest tsquery := search_years(coalesce(of_year, this_year), coalesce(of_year, this_year + 2));
      recent tsquery := search_years(coalesce(of_year, this_year - 3), coalesce(of_year, this_year + 2));
      steps tsquery[] := array[words && nearest, words && recent, beginnings && recent, beginnings];
      searched text;
      step tsquery;
      found integer;
    begin
      -- Of a common word, the recent years alone hold more than can be weighed, and its beginnings need not be looked for.
      foreach searched in array array['search', 'title_search'] loop
        foreach step in array steps loop
          return query execute format(newest, searched)
            using step, audiences, codes, at, of_kind, of_year, of_organisation, of_language, most, beginnings;
          get diagnostics found = row_count;
          exit when found = most;
        end loop;
        -- What fits less often has all been found by now, whether in the title or not.
        exit when found < most;
      end loop;
    end $$;
    comment on function search_candidates is 'What fits and may be seen: at most so many, the newest, then as many more that fit by their title. May give one several times';
    create function days_in_stockholm(days daterange) returns tstzrange language sql stable as $$
      select tstzrange(lower(days)::timestamp at time zone 'Europe/Stockholm', upper(days)::timestamp at time zone 'Europe/Stockholm')
    $$;

    create view search_of_organisation as
    select o.code as key, 'everyone' as audience, 'organisation' as kind, o.code as organisation_code,
      null::date as happened_on, null::integer as year, coalesce(p.made_up, false) as made_up,
      null::tstzmultirange as shown_during, '/kommuner/' || o.code as address,
      jsonb_build_object(
        'sv', jsonb_build_object('title', o.name, 'lead', coalesce(k.name, ''), 'body', coalesce(p.presentation_sv, '')),
        'en', jsonb_build_object('title', o.name, 'lead', coalesce(k.name, ''), 'body', coalesce(p.presentation_en, ''))) as texts,
      concat_ws(' ', o.code, p.programme_title, case o.kind when 'region' then 'region' else 'kommun municipality' end) as names
    from organisation o left join organisation_profile p on p.organisation_code = o.code
    left join county k on k.code = o.county_code
    where o.kind in ('municipality', 'region');

    create view search_of_key_figure as
    select f.id as key, 'everyone' as audience, 'key-figure' as kind, w.owner_code as organisation_code,
      null::date as happened_on, null::integer as year, coalesce(w.made_up, false) as made_up,
      null::tstzmultirange as shown_during, '/nyckeltal/' || f.id as address,
      jsonb_build_object(
        'sv', jsonb_build_object('title', f.name_sv || case when w.owner_code is null then '' else ' (eget nyckeltal)' end,
          'lead', f.unit_sv, 'body', concat_ws(' ', f.explanation_sv, f.numerator_sv, f.denominator_sv, f.values_note_sv)),
        'en', jsonb_build_object('title', f.name_en || case when w.owner_code is null then '' else ' (a member’s own key figure)' end,
          'lead', f.unit_en, 'body', concat_ws(' ', f.explanation_en, f.numerator_en, f.denominator_en, f.values_note_en))) as texts,
      concat_ws(' ', f.id, f.number, o.name, 'nyckeltal') as names
    from key_figure f left join own_figure w on w.key_figure_id = f.id left join organisation o on o.code = w.owner_code
    where w.hidden_at is null;

    -- People of the network as members see them; and the contact people who chose to be seen by everyone.
    create view search_of_person as
    select c.person_id as key, 'members' as audience, 'person' as kind, post.organisation_code,
      null::date as happened_on, null::integer as year, c.made_up or p.made_up as made_up, post.shown_during,
      '/kontakter/person/' || c.person_id as address,
      jsonb_build_object('sv', jsonb_build_object('title', p.name, 'lead', concat_ws(', ', nullif(p.title, ''), post.names),
        'body', concat_ws(E'\n', c.knows, c.helps_with))) as texts,
      (select string_agg(s.name_sv || ' ' || s.name_en, ' ' order by s.id)
        from person_subject ps join subject s on s.id = ps.subject_id where ps.person_id = c.person_id) as names
    from contact_card c join person p on p.id = c.person_id
    cross join lateral (
      select min(o.code) as organisation_code, string_agg(distinct o.name, ', ') as names,
        range_agg(days_in_stockholm(daterange(a.since, a.until) * coalesce(daterange(m.since, m.until), '(,)'))) as shown_during
      from appointment a join organisation o on o.code = a.organisation_code
      left join membership m on m.organisation_code = o.code
      where a.person_id = c.person_id and a.role <> 'applicant' and (o.kind = 'association' or m.id is not null)) as post
    where c.shown_to <> 'nobody' and p.erased_at is null and post.shown_during is not null
    union all
    select c.person_id, 'visitors', 'person', post.organisation_code, null, null, c.made_up or p.made_up, post.shown_during,
      '/kommuner/' || post.organisation_code,
      jsonb_build_object('sv', jsonb_build_object('title', p.name, 'lead', concat_ws(', ', nullif(p.title, ''), post.names), 'body', '')),
      null
    from contact_card c join person p on p.id = c.person_id
    cross join lateral (
      select min(o.code) as organisation_code, string_agg(distinct o.name, ', ') as names,
        range_agg(days_in_stockholm(daterange(a.since, a.until) * daterange(m.since, m.until))) as shown_during
      from appointment a join organisation o on o.code = a.organisation_code
      join membership m on m.organisation_code = o.code
      where a.person_id = c.person_id and a.role in ('contact-politician', 'contact-official')
        and o.kind in ('municipality', 'region')) as post
    where c.shown_to = 'everyone' and p.erased_at is null and post.shown_during is not null;

    create view search_of_example as
    select e.id as key,
      case when e.state = 'published' and e.hidden_at is null then 'everyone' else 'organisation' end as audience,
      'example' as kind, e.organisation_code, e.published_at::date as happened_on, e.year, e.made_up,
      null::tstzmultirange as shown_during,
      case when e.state = 'published' and e.hidden_at is null then '/exempel/' else '/mina-sidor/exempel/' end || e.id as address,
      (select coalesce(jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'lead', t.summary, 'body',
          concat_ws(E'\n', t.problem, t.action, t.cost, t.duration, t.result, t.differently))), '{}')
        from good_example_text t where t.example_id = e.id) as texts,
      concat_ws(' ', o.name, (select string_agg(f.name_sv || ' ' || f.name_en, ' ' order by f.id)
        from good_example_figure g join key_figure f on f.id = g.key_figure_id where g.example_id = e.id)) as names
    from good_example e join organisation o on o.code = e.organisation_code;

    -- Visitors find a question that everyone may read, by the answers that everyone may read.
    create view search_of_question as
    select q.id as key, r.audience, 'question' as kind, q.organisation_code,
      (q.asked_at at time zone 'Europe/Stockholm')::date as happened_on,
      extract(year from q.asked_at at time zone 'Europe/Stockholm')::integer as year, q.made_up,
      null::tstzmultirange as shown_during, '/fragor/' || q.id as address,
      jsonb_build_object(q.language, jsonb_build_object('title', q.title, 'lead', '', 'body', concat_ws(E'\n', q.body,
        (select string_agg(a.body, E'\n' order by a.id = q.accepted_answer_id desc nulls last, a.id) from answer a
          where a.question_id = q.id and a.hidden_at is null and (r.audience <> 'visitors' or a.audience = 'everyone'))))) as texts,
      concat_ws(' ', o.name, (select string_agg(s.name_sv || ' ' || s.name_en, ' ' order by s.id)
        from question_subject qs join subject s on s.id = qs.subject_id where qs.question_id = q.id)) as names
    from question q left join organisation o on o.code = q.organisation_code
    cross join lateral (
      select 'members' as audience where q.hidden_at is null
      union all select 'visitors' where q.hidden_at is null and q.audience = 'everyone'
      union all select 'office' where q.hidden_at is not null) as r;

    create view search_of_event as
    select e.id as key, case when e.published_at is null then 'office' when e.open_to = 'board' then 'members'
        else 'everyone' end as audience,
      'event' as kind, null::text as organisation_code, (e.starts_at at time zone 'Europe/Stockholm')::date as happened_on,
      extract(year from e.starts_at at time zone 'Europe/Stockholm')::integer as year, e.made_up,
      null::tstzmultirange as shown_during,
      case when e.published_at is null then '/kansli/evenemang/' else '/evenemang/' end || e.id as address,
      (select coalesce(jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'lead', t.summary, 'body', t.programme)),
        '{}') from event_text t where t.event_id = e.id) as texts,
      concat_ws(' ', e.place, case e.kind when 'seminar' then 'seminarium' when 'training' then 'utbildning training'
        when 'network-meeting' then 'nätverksträff meeting' when 'conference' then 'konferens conference'
        when 'board-meeting' then 'styrelsemöte board' else 'årsmöte annual meeting' end) as names
    from event e;

    -- News before its hour is the secretariat's alone.
    create view search_of_news as
    select n.id as key, a.audience, 'news' as kind, null::text as organisation_code,
      (n.publish_at at time zone 'Europe/Stockholm')::date as happened_on,
      extract(year from n.publish_at at time zone 'Europe/Stockholm')::integer as year, n.made_up, a.shown_during,
      case when n.publish_at is null then '/kansli/nyheter/' || n.id else '/nyheter/' || n.slug end as address,
      (select coalesce(jsonb_object_agg(t.language, jsonb_build_object('title', t.title, 'lead', t.lead, 'body', t.body)), '{}')
        from news_text t where t.news_id = n.id) as texts,
      null::text as names
    from news_item n cross join lateral (
      select 'everyone' as audience, tstzmultirange(tstzrange(n.publish_at, null)) as shown_during
        where n.publish_at is not null and n.hidden_at is null
      union all
      select 'office', case when n.publish_at is null or n.hidden_at is not null then null
          else tstzmultirange(tstzrange(null, n.publish_at)) end
        where n.publish_at is null or n.hidden_at is not null or n.publish_at > now()) as a;

    create view search_of_application as
    select a.id as key, case when a.state = 'rejected' then 'office' else 'everyone' end as audience, 'decision' as kind,
      a.organisation_code, a.decided_on as happened_on, extract(year from a.decided_on)::integer as year, a.made_up,
      null::tstzmultirange as shown_during,
      case when a.state = 'rejected' then '/kansli/ansokningar/' || a.id else '/kommuner/' || a.organisation_code end as address,
      jsonb_build_object(
        'sv', jsonb_build_object('title', case when a.state = 'rejected' then 'Nej till medlemskap: ' else 'Ja till medlemskap: ' end
          || o.name, 'lead', 'Styrelsens beslut, ' || a.paragraph, 'body', ''),
        'en', jsonb_build_object('title', case when a.state = 'rejected' then 'No to membership: ' else 'Yes to membership: ' end
          || o.name, 'lead', 'Decision of the board, ' || a.paragraph, 'body', '')) as texts,
      'ansökan application' as names
    from application a join organisation o on o.code = a.organisation_code
    where a.state in ('approved', 'approved-with-conditions', 'member', 'rejected');

    create view search_of_catalogue_decision as
    select d.id as key, 'everyone' as audience, 'decision' as kind, null::text as organisation_code,
      d.decided_on as happened_on, extract(year from d.decided_on)::integer as year, d.made_up,
      null::tstzmultirange as shown_during, '/nyckeltal#beslut' as address,
      jsonb_build_object(
        'sv', jsonb_build_object('title', 'Beslut om nyckeltalen: ' || d.meeting, 'lead', d.paragraph, 'body', c.sv),
        'en', jsonb_build_object('title', 'Decision on the key figures: ' || d.meeting, 'lead', d.paragraph, 'body', c.en)) as texts,
      'nyckeltal key figures' as names
    from catalogue_decision d cross join lateral (
      select string_agg(x.name_sv, ', ' order by x.name_sv) as sv, string_agg(x.name_en, ', ' order by x.name_en) as en from (
        select name_sv, name_en from key_figure_set where decision_id = d.id
        union select name_sv, name_en from key_figure where decision_id = d.id
        union select f.name_sv, f.name_en from key_figure_break b join key_figure f on f.id = b.key_figure_id
          where b.decision_id = d.id) as x) as c;

    create view search_of_figure_set as
    select s.id as key, 'everyone' as audience, 'decision' as kind, null::text as organisation_code,
      s.decided_on as happened_on, coalesce(s.decided_year, extract(year from s.decided_on)::integer) as year, false as made_up,
      null::tstzmultirange as shown_during, '/nyckeltal#beslut' as address,
      jsonb_build_object(
        'sv', jsonb_build_object('title', s.name_sv, 'lead', s.decision_sv, 'body', ''),
        'en', jsonb_build_object('title', s.name_en, 'lead', s.decision_en, 'body', '')) as texts,
      'beslut årsmöte decision annual meeting' as names
    from key_figure_set s where s.decided_year is not null or s.decided_on is not null;

    insert into search_source (name, held_in, key_column) values
      ('organisation', 'organisation', 'code'), ('key_figure', 'key_figure', 'id'), ('person', 'contact_card', 'person_id'),
      ('example', 'good_example', 'id'), ('question', 'question', 'id'), ('event', 'event', 'id'), ('news', 'news_item', 'id'),
      ('application', 'application', 'id'), ('catalogue_decision', 'catalogue_decision', 'id'),
      ('figure_set', 'key_figure_set', 'id');

    create trigger found after insert or update or delete on organisation for each row execute function search_changed('organisation', 'code');
    create trigger found after insert or update or delete on organisation_profile
      for each row execute function search_changed('organisation', 'organisation_code');
    create trigger found after insert or update or delete on key_figure for each row execute function search_changed('key_figure', 'id');
    create trigger found after insert or update or delete on own_figure for each row execute function search_changed('key_figure', 'key_figure_id');
    -- Name, title, appointments and subjects reach the card through what it is searched by.
    create trigger found after update or delete on contact_card for each row execute function search_changed('person', 'person_id');
    create trigger found after update of erased_at, made_up on person for each row execute function search_changed('person', 'id');
    create trigger found after insert or update or delete on good_example for each row execute function search_changed('example', 'id');
    create trigger found after insert or update or delete on good_example_text for each row execute function search_changed('example', 'example_id');
    create trigger found after insert or update or delete on good_example_figure for each row execute function search_changed('example', 'example_id');
    create trigger found after insert or delete or update of title, body, language, organisation_code, audience, accepted_answer_id,
      hidden_at, made_up on question for each row execute function search_changed('question', 'id');
    create trigger found after insert or delete or update of body, audience, hidden_at on answer
      for each row execute function search_changed('question', 'question_id');
    create trigger found after insert or delete on question_subject for each row execute function search_changed('question', 'question_id');
    create trigger found after insert or delete or update of kind, starts_at, open_to, place, published_at, made_up on event
      for each row execute function search_changed('event', 'id');
    create trigger found after insert or update or delete on event_text for each row execute function search_changed('event', 'event_id');
    create trigger found after insert or delete or update of slug, publish_at, hidden_at, made_up on news_item
      for each row execute function search_changed('news', 'id');
    create trigger found after insert or update or delete on news_text for each row execute function search_changed('news', 'news_id');
    create trigger found after insert or delete or update of state, decided_on, paragraph on application
      for each row execute function search_changed('application', 'id');
    create trigger found after insert or update or delete on catalogue_decision
      for each row execute function search_changed('catalogue_decision', 'id');
    create trigger found after insert or update or delete on key_figure_set for each row execute function search_changed('figure_set', 'id');
    create trigger found_decision after insert or update or delete on key_figure_set
      for each row execute function search_changed('catalogue_decision', 'decision_id');
    create trigger found_decision after insert or update or delete on key_figure
      for each row execute function search_changed('catalogue_decision', 'decision_id');
    create trigger found_decision after insert or update or delete on key_figure_break
      for each row execute function search_changed('catalogue_decision', 'decision_id');

    create function search_of_members_changed() returns trigger language plpgsql as $$
    declare
      code text := coalesce(to_jsonb(new) ->> 'organisation_code', to_jsonb(old) ->> 'organisation_code');
    begin
      perform refresh_search('person', person_id::text) from
        (select distinct person_id from appointment where organisation_code = code order by 1) as p;
      return null;
    end $$;
    create trigger found after insert or update or delete on membership for each row execute function search_of_members_changed();

    create function search_of_renamed() returns trigger language plpgsql as $$
    begin
      perform refresh_search(source, key) from
        (select distinct source, key from search_text where organisation_code = new.code and source <> 'organisation' order by 1, 2) as t;
      return null;
    end $$;
    create trigger renamed after update of name on organisation for each row
      when (old.name is distinct from new.name) execute function search_of_renamed();

    create function search_of_figure_renamed() returns trigger language plpgsql as $$
    begin
      perform refresh_search('example', example_id::text) from
        (select example_id from good_example_figure where key_figure_id = new.id order by 1) as e;
      return null;
    end $$;
    create trigger renamed after update of name_sv, name_en on key_figure for each row
      when ((old.name_sv, old.name_en) is distinct from (new.name_sv, new.name_en)) execute function search_of_figure_renamed();
    create function search_of_subject_renamed() returns trigger language plpgsql as $$
    begin
      perform refresh_search('person', person_id::text) from
        (select person_id from person_subject where subject_id = new.id order by 1) as p;
      perform refresh_search('question', question_id::text) from
        (select question_id from question_subject where subject_id = new.id order by 1) as q;
      return null;
    end $$;
    create trigger renamed after update of name_sv, name_en on subject for each row
      when ((old.name_sv, old.name_en) is distinct from (new.name_sv, new.name_en)) execute function search_of_subject_renamed();

    select rebuild_search();
  `.execute(db)
}
