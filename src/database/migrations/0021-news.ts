import { type Kysely, sql } from 'kysely'

/** Pictures in the news, what members propose for it, and the members' magazine. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table news_item add column proposed_by_organisation text references organisation (code);

    create table news_proposal (
      id bigint generated always as identity primary key,
      organisation_code text not null references organisation (code),
      proposed_by bigint references person (id),
      language text not null check (language in ('sv', 'en')),
      title text not null check (title <> ''),
      body text not null check (body <> ''),
      proposed_at timestamptz not null default now(),
      state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
      reason text not null default '',
      decided_at timestamptz,
      news_id bigint references news_item (id) on delete set null,
      told_at timestamptz,
      made_up boolean not null default false,
      check ((state = 'waiting') = (decided_at is null)),
      check ((state = 'declined') = (reason <> ''))
    );
    create index news_proposal_waiting on news_proposal (proposed_at) where state = 'waiting';
    create index news_proposal_person on news_proposal (proposed_by);
    create index news_proposal_untold on news_proposal (news_id) where state = 'accepted' and told_at is null;
    comment on column news_proposal.body is 'Markdown';
    comment on column news_proposal.reason is 'Why the secretariat declined, told to who proposed';
    comment on column news_proposal.told_at is 'When who proposed was told that the news had come out, or that it will not';

    create table magazine_issue (
      id bigint generated always as identity primary key,
      year integer not null check (year between 1980 and 2200),
      number integer not null check (number between 1 and 99),
      title text not null check (title <> ''),
      lead text not null check (lead <> ''),
      language text not null check (language in ('sv', 'en')),
      publish_at timestamptz,
      announced_at timestamptz,
      made_up boolean not null default false,
      version integer not null default 1,
      written_by bigint references person (id),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      unique (year, number)
    );
    comment on table magazine_issue is 'An issue of the members'' magazine: a draft until its hour comes';

    create table magazine_article (
      id bigint generated always as identity primary key,
      issue_id bigint not null references magazine_issue (id) on delete cascade,
      ordinal integer not null,
      news_id bigint references news_item (id),
      example_id bigint references good_example (id),
      title text not null default '',
      lead text not null default '',
      body text not null default '',
      byline text not null default '',
      unique (issue_id, ordinal) deferrable initially deferred,
      check (num_nonnulls(news_id, example_id) <= 1),
      check ((num_nonnulls(news_id, example_id) = 0) = (title <> '' and body <> ''))
    );
    create index magazine_article_news on magazine_article (news_id) where news_id is not null;
    comment on table magazine_article is 'Written for the magazine in Markdown, or a piece of news or a good example that is chosen for it';

    create table news_picture (
      id bigint generated always as identity primary key,
      news_id bigint references news_item (id) on delete cascade,
      proposal_id bigint references news_proposal (id) on delete cascade,
      issue_id bigint references magazine_issue (id) on delete cascade,
      is_lead boolean not null default false,
      alt text not null check (alt <> ''),
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      uploaded_by bigint references person (id),
      uploaded_at timestamptz not null default now(),
      check (num_nonnulls(news_id, proposal_id, issue_id) = 1)
    );
    create index news_picture_news on news_picture (news_id);
    create index news_picture_issue on news_picture (issue_id);
    create unique index news_picture_lead on news_picture (coalesce(news_id, 0), coalesce(issue_id, 0), coalesce(proposal_id, 0)) where is_lead;
    comment on column news_picture.alt is 'What the picture shows, for those who do not see it';
    comment on column news_picture.sha256 is 'A part of its address, which therefore never means anything else and cannot be guessed';
    create table news_picture_content (
      picture_id bigint primary key references news_picture (id) on delete cascade,
      webp bytea not null
    );
    comment on table news_picture_content is 'WebP, drawn here from what was uploaded; beside its row, so that lists and the log never carry it';

    create trigger audited after insert or update or delete on news_proposal for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on magazine_issue for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on magazine_article for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on news_picture for each row execute function write_audit('id');

    create trigger published_new after insert on magazine_issue for each row
      when (new.publish_at is not null) execute function mark_public_change();
    create trigger published after update on magazine_issue for each row
      when (old.publish_at is not null or new.publish_at is not null) execute function mark_public_change();

    create view search_of_magazine as
    select i.id as key, a.audience, 'news' as kind, null::text as organisation_code,
      (i.publish_at at time zone 'Europe/Stockholm')::date as happened_on, i.year, i.made_up, a.shown_during,
      case when i.publish_at is null then '/kansli/nyheter/tidning/' || i.id
        else '/nyheter/tidning/' || i.year || '-' || i.number end as address,
      jsonb_build_object(i.language, jsonb_build_object('title', i.title, 'lead', i.lead, 'body', coalesce(
        (select string_agg(concat_ws(E'\\n', m.title, m.lead, m.body), E'\\n' order by m.ordinal)
          from magazine_article m where m.issue_id = i.id and m.title <> ''), ''))) as texts,
      concat_ws(' ', 'medlemstidning tidning magazine', i.year, i.number) as names
    from magazine_issue i cross join lateral (
      select 'everyone' as audience, tstzmultirange(tstzrange(i.publish_at, null)) as shown_during where i.publish_at is not null
      union all
      select 'office', case when i.publish_at is not null then tstzmultirange(tstzrange(null, i.publish_at)) end
        where i.publish_at is null or i.publish_at > now()) as a;
    insert into search_source (name, held_in, key_column) values ('magazine', 'magazine_issue', 'id');
    create trigger found after insert or update or delete on magazine_issue for each row execute function search_changed('magazine', 'id');
    create trigger found after insert or update or delete on magazine_article for each row execute function search_changed('magazine', 'issue_id');
  `.execute(db)
}
