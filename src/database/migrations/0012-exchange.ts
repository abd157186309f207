import { type Kysely, sql } from 'kysely'

/** What members learn from and meet at: good examples, events and news. Each is told in Swedish, English or both. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table good_example (
      id bigint generated always as identity primary key,
      organisation_code text not null references organisation (code),
      state text not null default 'draft' check (state in ('draft', 'published')),
      year integer check (year between 1980 and 2100),
      criteria integer[] not null default '{}' check (criteria <@ '{1,2,3,4}'),
      sdgs integer[] not null default '{}' check (sdgs <@ '{1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17}'),
      contact_id bigint references person (id),
      published_at timestamptz,
      hidden_at timestamptz,
      hidden_reason text not null default '',
      made_up boolean not null default false,
      version integer not null default 1,
      written_by bigint references person (id),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check ((state = 'published') = (published_at is not null)),
      check (state = 'draft' or year is not null),
      check ((hidden_at is null) = (hidden_reason = ''))
    );
    create index good_example_published on good_example (published_at desc, id desc)
      where state = 'published' and hidden_at is null;
    create index good_example_organisation on good_example (organisation_code);
    comment on column good_example.year is 'The year of the measure, marked in the charts of the key figures';
    comment on column good_example.version is 'Counts the savings; whoever saves over an older one is refused';
    comment on column good_example.hidden_at is 'The secretariat has taken it off the site; the reason is told to those who wrote it';

    create table good_example_text (
      example_id bigint not null references good_example (id) on delete cascade,
      language text not null check (language in ('sv', 'en')),
      title text not null,
      summary text not null default '',
      problem text not null default '',
      action text not null default '',
      cost text not null default '',
      duration text not null default '',
      result text not null default '',
      differently text not null default '',
      search tsvector generated always as (
        case language
          when 'en' then setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', summary), 'B')
            || to_tsvector('english', problem || ' ' || action || ' ' || result || ' ' || differently)
          else setweight(to_tsvector('swedish', title), 'A') || setweight(to_tsvector('swedish', summary), 'B')
            || to_tsvector('swedish', problem || ' ' || action || ' ' || result || ' ' || differently)
        end) stored,
      primary key (example_id, language)
    );
    create index good_example_text_search on good_example_text using gin (search);

    create table good_example_figure (
      example_id bigint not null references good_example (id) on delete cascade,
      key_figure_id text not null references key_figure (id),
      primary key (example_id, key_figure_id)
    );
    create index good_example_figure_figure on good_example_figure (key_figure_id);

    create table good_example_link (
      example_id bigint not null references good_example (id) on delete cascade,
      ordinal integer not null,
      label text not null,
      address text not null check (address ~ '^https?://'),
      primary key (example_id, ordinal)
    );

    create table event (
      id bigint generated always as identity primary key,
      uid uuid not null unique default gen_random_uuid(),
      kind text not null
        check (kind in ('seminar', 'training', 'network-meeting', 'conference', 'board-meeting', 'annual-meeting')),
      form text not null check (form in ('on-site', 'online', 'both')),
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      place text not null default '',
      open_to text not null check (open_to in ('everyone', 'members', 'board')),
      price_ore integer not null default 0 check (price_ore >= 0),
      register_at text not null default '',
      register_by date,
      published_at timestamptz,
      cancelled_at timestamptz,
      cancel_reason text not null default '',
      sequence integer not null default 0,
      made_up boolean not null default false,
      written_by bigint references person (id),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check (starts_at < ends_at),
      check (kind <> 'board-meeting' or open_to = 'board'),
      check (form = 'online' or place <> ''),
      check (cancelled_at is null or published_at is not null)
    );
    create index event_starts on event (starts_at);
    comment on column event.uid is 'Names the event in calendars, for ever';
    comment on column event.sequence is 'Counts changes of time, place and cancellation, so that calendars take the newer one';
    comment on column event.open_to is 'Who may come; what is open to the board is shown to the network only';
    comment on column event.register_at is 'Web address or mail address; empty when nobody needs to register';

    create table event_text (
      event_id bigint not null references event (id) on delete cascade,
      language text not null check (language in ('sv', 'en')),
      title text not null,
      summary text not null,
      programme text not null default '',
      primary key (event_id, language)
    );
    comment on column event_text.programme is 'Markdown';

    create table news_item (
      id bigint generated always as identity primary key,
      slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
      publish_at timestamptz,
      announced_at timestamptz,
      hidden_at timestamptz,
      hidden_reason text not null default '',
      made_up boolean not null default false,
      version integer not null default 1,
      written_by bigint references person (id),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check ((hidden_at is null) = (hidden_reason = ''))
    );
    create index news_item_publish on news_item (publish_at desc, id desc) where hidden_at is null;
    comment on column news_item.publish_at is 'Null for a draft; may lie ahead';
    comment on column news_item.announced_at is 'When the program saw that its hour had come, and let kept pages go';

    create table news_text (
      news_id bigint not null references news_item (id) on delete cascade,
      language text not null check (language in ('sv', 'en')),
      title text not null,
      lead text not null,
      body text not null,
      primary key (news_id, language)
    );
    comment on column news_text.body is 'Markdown';

    create trigger audited after insert or update or delete on good_example for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on good_example_text for each row execute function write_audit('example_id', 'language');
    create trigger audited after insert or delete on good_example_figure for each row execute function write_audit('example_id', 'key_figure_id');
    create trigger audited after insert or update or delete on good_example_link for each row execute function write_audit('example_id', 'ordinal');
    create trigger audited after insert or update or delete on event for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on event_text for each row execute function write_audit('event_id', 'language');
    create trigger audited after insert or update or delete on news_item for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on news_text for each row execute function write_audit('news_id', 'language');

    -- Every saving touches the row itself; what only its writers see leaves the kept pages alone.
    create trigger published_new after insert on good_example for each row
      when (new.state = 'published') execute function mark_public_change();
    create trigger published after update on good_example for each row
      when (old.state = 'published' or new.state = 'published') execute function mark_public_change();
    create trigger published_new after insert on event for each row
      when (new.published_at is not null) execute function mark_public_change();
    create trigger published after update on event for each row
      when (old.published_at is not null or new.published_at is not null) execute function mark_public_change();
    create trigger published_new after insert on news_item for each row
      when (new.publish_at is not null) execute function mark_public_change();
    create trigger published after update on news_item for each row
      when (old.publish_at is not null or new.publish_at is not null) execute function mark_public_change();
  `.execute(db)
}
