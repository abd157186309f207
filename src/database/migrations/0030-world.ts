import { type Kysely, sql } from 'kysely'

/** Partner networks, their municipalities and history; cooperation projects, visits, series of conferences, open exchange. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table partner_network (
      id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
      name text not null check (name <> ''),
      country text not null check (country ~ '^[A-Z]{2}$'),
      founded integer check (founded between 1900 and 2200),
      partner_since integer check (partner_since between 1980 and 2200),
      website text not null default '',
      contact text not null default '',
      email text not null default '',
      lead_sv text not null check (lead_sv <> ''),
      lead_en text not null check (lead_en <> ''),
      history_sv text not null default '',
      history_en text not null default '',
      source text not null check (source <> ''),
      source_address text not null default '',
      kept_by text not null default 'association' check (kept_by in ('reference', 'association')),
      hidden_at timestamptz,
      made_up boolean not null default false,
      version integer not null default 1
    );
    comment on table partner_network is 'Networks of municipalities elsewhere that the association works with';
    comment on column partner_network.country is 'ISO 3166-1 alpha-2';
    comment on column partner_network.partner_since is 'The first year of the cooperation; null when it is not known';
    comment on column partner_network.history_sv is 'Markdown';
    comment on column partner_network.kept_by is 'Once the secretariat has changed it, the file of facts leaves it alone';

    create table partner_municipality (
      id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
      network_id text references partner_network (id),
      name text not null check (name <> ''),
      country text not null check (country ~ '^[A-Z]{2}$'),
      since_year integer check (since_year between 1980 and 2200),
      website text not null default '',
      text_sv text not null default '',
      text_en text not null default '',
      source text not null check (source <> ''),
      source_address text not null default '',
      kept_by text not null default 'association' check (kept_by in ('reference', 'association')),
      hidden_at timestamptz,
      made_up boolean not null default false,
      version integer not null default 1
    );
    create index partner_municipality_network on partner_municipality (network_id);
    comment on column partner_municipality.since_year is 'The year in which it became an eco-municipality';

    create table partner_milestone (
      id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
      year integer not null check (year between 1900 and 2200),
      network_id text references partner_network (id),
      title_sv text not null check (title_sv <> ''),
      title_en text not null check (title_en <> ''),
      text_sv text not null default '',
      text_en text not null default '',
      source text not null check (source <> ''),
      source_address text not null default '',
      kept_by text not null default 'association' check (kept_by in ('reference', 'association')),
      hidden_at timestamptz,
      made_up boolean not null default false,
      version integer not null default 1
    );
    create index partner_milestone_network on partner_milestone (network_id);
    comment on table partner_milestone is 'The history of eco-municipalities in the world, year by year';

    create table cooperation_project (
      id bigint generated always as identity primary key,
      organisation_code text not null references organisation (code),
      name text not null check (name <> ''),
      begins integer not null check (begins between 1980 and 2200),
      ends integer check (ends between 1980 and 2200),
      amount numeric(14, 2) check (amount >= 0),
      currency text not null default 'SEK' check (currency ~ '^[A-Z]{3}$'),
      funder text not null default '',
      other_partners text not null default '',
      lead_sv text not null default '',
      lead_en text not null default '',
      results_sv text not null default '',
      results_en text not null default '',
      published_at timestamptz,
      hidden_at timestamptz,
      hidden_reason text not null default '',
      made_up boolean not null default false,
      version integer not null default 1,
      written_by bigint references person (id),
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now(),
      check (ends >= begins),
      check (lead_sv <> '' or lead_en <> '')
    );
    create index cooperation_project_organisation on cooperation_project (organisation_code);
    create index cooperation_project_writer on cooperation_project (written_by);
    comment on column cooperation_project.organisation_code is 'Whose project it is: a member, or the association itself';
    comment on column cooperation_project.results_sv is 'Markdown';
    create table cooperation_project_member (
      project_id bigint not null references cooperation_project (id) on delete cascade,
      organisation_code text not null references organisation (code),
      primary key (project_id, organisation_code)
    );
    create index cooperation_project_member_organisation on cooperation_project_member (organisation_code);
    create table cooperation_project_partner (
      project_id bigint not null references cooperation_project (id) on delete cascade,
      network_id text not null references partner_network (id),
      primary key (project_id, network_id)
    );
    create index cooperation_project_partner_network on cooperation_project_partner (network_id);
    create table cooperation_project_link (
      project_id bigint not null references cooperation_project (id) on delete cascade,
      ordinal integer not null,
      label text not null check (label <> ''),
      address text not null check (address ~ '^https?://'),
      primary key (project_id, ordinal)
    );

    create table visit_request (
      id bigint generated always as identity primary key,
      name text not null check (name <> ''),
      email text not null check (email <> ''),
      organisation text not null check (organisation <> ''),
      country text not null check (country ~ '^[A-Z]{2}$'),
      people integer not null check (people between 1 and 500),
      earliest date not null,
      latest date not null,
      wishes text not null check (wishes <> ''),
      visit_language text not null check (visit_language in ('sv', 'en', 'fi', 'other')),
      tongue text not null check (tongue ~ '^[a-z]{2}$'),
      state text not null default 'unconfirmed'
        check (state in ('unconfirmed', 'waiting', 'asked', 'accepted', 'declined', 'withdrawn')),
      reply text not null default '',
      asked_at timestamptz not null default now(),
      confirmed_at timestamptz,
      answered_at timestamptz,
      answered_by bigint references person (id),
      host_code text references organisation (code),
      made_up boolean not null default false,
      check (latest >= earliest),
      check ((state = 'accepted') = (host_code is not null)),
      check ((state in ('accepted', 'declined', 'withdrawn')) = (answered_at is not null))
    );
    create index visit_request_open on visit_request (confirmed_at) where state in ('waiting', 'asked');
    create index visit_request_answerer on visit_request (answered_by);
    comment on table visit_request is 'Somebody who wants to come and see; forgotten some time after the visit or the no';
    comment on column visit_request.state is 'unconfirmed until the link in the mail was followed; waiting for the secretariat; asked: a member has it';
    comment on column visit_request.tongue is 'The language of the page and so of the mails';
    comment on column visit_request.reply is 'What the host or the secretariat answers, told to who asked';
    create table visit_request_subject (
      request_id bigint not null references visit_request (id) on delete cascade,
      subject_id text not null references subject (id),
      primary key (request_id, subject_id)
    );
    create table visit_request_figure (
      request_id bigint not null references visit_request (id) on delete cascade,
      key_figure_id text not null references key_figure (id),
      primary key (request_id, key_figure_id)
    );
    create table visit_host_asked (
      request_id bigint not null references visit_request (id) on delete cascade,
      person_id bigint not null references person (id),
      organisation_code text not null references organisation (code),
      reasons jsonb not null default '[]',
      asked_at timestamptz not null default now(),
      state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'not-needed')),
      answered_at timestamptz,
      note text not null default '',
      primary key (request_id, person_id),
      check ((state = 'asked') = (answered_at is null))
    );
    create index visit_host_asked_person on visit_host_asked (person_id);
    comment on table visit_host_asked is 'Who at a member was asked to receive a visit, and why';
    comment on column visit_host_asked.note is 'What the member tells the secretariat when it cannot';

    create table translation_wish (
      id bigint generated always as identity primary key,
      example_id bigint not null references good_example (id) on delete cascade,
      asked_by text not null default '',
      asked_at timestamptz not null default now(),
      told_at timestamptz,
      made_up boolean not null default false
    );
    create index translation_wish_example on translation_wish (example_id);
    comment on table translation_wish is 'Readers elsewhere who want a good example in English';
    comment on column translation_wish.asked_by is 'The network or municipality that asks, never a person';
    comment on column translation_wish.told_at is 'When the author was told; several wishes close together are told once';

    create table event_series (
      id text primary key check (id ~ '^[a-z0-9-]{1,60}$'),
      name_sv text not null check (name_sv <> ''),
      name_en text not null check (name_en <> ''),
      lead_sv text not null default '',
      lead_en text not null default '',
      kept_by text not null default 'association' check (kept_by in ('reference', 'association')),
      made_up boolean not null default false
    );
    comment on table event_series is 'Conferences that come back';
    create table event_series_past (
      series_id text not null references event_series (id) on delete cascade,
      year integer not null check (year between 1900 and 2200),
      place text not null check (place <> ''),
      text_sv text not null default '',
      text_en text not null default '',
      source text not null check (source <> ''),
      primary key (series_id, year)
    );
    comment on table event_series_past is 'Meetings of a series before the program kept its events';
    alter table event add column series_id text references event_series (id) on delete set null;
    create index event_of_series on event (series_id) where series_id is not null;

    create table exchange_key (
      id bigint generated always as identity primary key,
      public_key text not null unique,
      sealed_private_key text not null,
      made_at timestamptz not null default now(),
      retired_at timestamptz
    );
    create unique index exchange_key_current on exchange_key ((true)) where retired_at is null;
    comment on table exchange_key is 'The Ed25519 keys that exported documents are signed with; one at a time';
    comment on column exchange_key.public_key is 'The 32 bytes in base64url, as in a JWK';
    create table exchange_offer (
      kind text primary key check (kind in ('good-examples', 'key-figures')),
      offered boolean not null default false,
      changed_at timestamptz not null default now()
    );
    insert into exchange_offer (kind) values ('good-examples'), ('key-figures');
    comment on table exchange_offer is 'What other networks may subscribe to; nothing until the secretariat says so';
    create table exchange_subscription (
      id bigint generated always as identity primary key,
      address text not null unique check (address ~ '^https?://'),
      name text not null check (name <> ''),
      country text not null check (country ~ '^[A-Z]{2}$'),
      fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
      network_id text references partner_network (id),
      began_at timestamptz not null default now(),
      began_by bigint references person (id),
      made_up boolean not null default false
    );
    create index exchange_subscription_person on exchange_subscription (began_by);
    create index exchange_subscription_network on exchange_subscription (network_id);
    comment on column exchange_subscription.fingerprint is 'The JWK thumbprint (RFC 7638) of the only key that is believed, in hexadecimal digits';
    create table exchange_document (
      subscription_id bigint not null references exchange_subscription (id) on delete cascade,
      kind text not null check (kind in ('good-examples', 'key-figures')),
      tried_at timestamptz,
      fault text,
      fault_detail text not null default '',
      fetched_at timestamptz,
      issued_at timestamptz,
      content jsonb,
      primary key (subscription_id, kind),
      check ((content is null) = (issued_at is null))
    );
    comment on table exchange_document is 'What a subscription has brought of each kind it asks for, as it was signed; never read by our own rankings or means';

    create trigger audited after insert or update or delete on partner_network for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on partner_municipality for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on partner_milestone for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on cooperation_project for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on visit_host_asked for each row execute function write_audit('request_id', 'person_id');
    create trigger audited after insert or update or delete on event_series for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on exchange_offer for each row execute function write_audit('kind');
    create trigger audited after insert or update or delete on exchange_subscription for each row execute function write_audit('id');

    create trigger published after insert or update or delete on partner_network for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on partner_municipality for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on partner_milestone for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on cooperation_project for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on cooperation_project_member for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on cooperation_project_partner for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on cooperation_project_link for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on event_series for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on event_series_past for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on exchange_key for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on exchange_offer for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on exchange_subscription for each statement execute function mark_public_change();
    create trigger published after update of content on exchange_document for each statement execute function mark_public_change();

    create view search_of_partner_network as
    select n.id as key, case when n.hidden_at is null then 'everyone' else 'office' end as audience, 'page' as kind,
      null::text as organisation_code, null::date as happened_on, null::integer as year, n.made_up,
      null::tstzmultirange as shown_during,
      case when n.hidden_at is null then '/internationellt/natverk/' else '/kansli/internationellt/natverk/' end || n.id as address,
      jsonb_build_object(
        'sv', jsonb_build_object('title', n.name, 'lead', n.lead_sv, 'body', n.history_sv),
        'en', jsonb_build_object('title', n.name, 'lead', n.lead_en, 'body', n.history_en)) as texts,
      concat_ws(' ', 'partnernätverk vänort partner network', n.country, (select string_agg(m.name, ' ' order by m.name)
        from partner_municipality m where m.network_id = n.id and m.hidden_at is null)) as names
    from partner_network n;
    create view search_of_cooperation_project as
    select p.id as key, case when p.hidden_at is not null then 'office' when p.published_at is null then 'organisation'
        else 'everyone' end as audience, 'page' as kind,
      p.organisation_code, null::date as happened_on, p.begins as year, p.made_up, null::tstzmultirange as shown_during,
      case when p.published_at is null or p.hidden_at is not null then '/mina-sidor/projekt/' else '/internationellt/projekt/' end
        || p.id as address,
      (case when p.lead_sv = '' then '{}' else jsonb_build_object('sv',
        jsonb_build_object('title', p.name, 'lead', p.lead_sv, 'body', p.results_sv)) end)
      || (case when p.lead_en = '' then '{}' else jsonb_build_object('en',
        jsonb_build_object('title', p.name, 'lead', p.lead_en, 'body', p.results_en)) end) as texts,
      concat_ws(' ', 'samarbetsprojekt cooperation project', p.funder, p.other_partners,
        (select string_agg(o.name, ' ' order by o.name) from cooperation_project_member m
          join organisation o on o.code = m.organisation_code where m.project_id = p.id)) as names
    from cooperation_project p;
    insert into search_source (name, held_in, key_column) values
      ('partner_network', 'partner_network', 'id'), ('cooperation_project', 'cooperation_project', 'id');
    create trigger found after insert or update or delete on partner_network for each row execute function search_changed('partner_network', 'id');
    create trigger found after insert or update or delete on partner_municipality for each row execute function search_changed('partner_network', 'network_id');
    create trigger found after insert or update or delete on cooperation_project for each row execute function search_changed('cooperation_project', 'id');
    create trigger found after insert or delete on cooperation_project_member for each row execute function search_changed('cooperation_project', 'project_id');
  `.execute(db)
}
