import { type Kysely, sql } from 'kysely'

/** What members tell of themselves, the contact network, letters to members, and the yearly renewal of people. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table organisation drop constraint organisation_kind_check,
      add constraint organisation_kind_check check (kind in ('municipality', 'region', 'partner', 'association'));

    alter table membership
      add column kind text not null default 'full' check (kind in ('full', 'observer')),
      add column decision text not null default '',
      add column notice_given_on date,
      add column end_reason text not null default '',
      add exclude using gist (organisation_code with =, daterange(since, until) with &&);
    comment on column membership.decision is 'Who decided, when and in which paragraph';

    create table organisation_profile (
      organisation_code text primary key references organisation (code),
      organisation_number text unique check (organisation_number ~ '^[0-9]{6}-[0-9]{4}$'),
      address text not null default '',
      postal_code text not null default '',
      city text not null default '',
      email text not null default '',
      phone text not null default '',
      website text not null default '',
      einvoice_address text not null default '',
      social_links text[] not null default '{}',
      programme_title text not null default '',
      programme_address text not null default '',
      programme_adopted_on date,
      presentation_sv text not null default '',
      presentation_en text not null default '',
      logo bytea,
      logo_alt text not null default '',
      made_up boolean not null default false,
      updated_at timestamptz not null default now()
    );
    comment on column organisation_profile.einvoice_address is 'Peppol participant, scheme and identifier: 0007:2120001234';
    comment on column organisation_profile.logo is 'WebP, re-encoded here from what was uploaded';

    create table subject (
      id text primary key check (id ~ '^[a-z0-9-]+$'),
      name_sv text not null,
      name_en text not null,
      ordinal integer not null default 0,
      retired_on date
    );
    create table subject_key_figure (
      subject_id text not null references subject (id),
      figure_id text not null references key_figure (id),
      primary key (subject_id, figure_id)
    );
    create table subject_criterion (
      subject_id text not null references subject (id),
      criterion integer not null check (criterion between 1 and 4),
      primary key (subject_id, criterion)
    );

    create table contact_card (
      person_id bigint primary key references person (id) on delete cascade,
      knows text not null default '',
      helps_with text not null default '',
      languages text[] not null default '{sv}',
      may_be_asked boolean not null default true,
      shown_to text not null default 'members' check (shown_to in ('nobody', 'members', 'everyone')),
      email_shown_to text not null default 'nobody' check (email_shown_to in ('nobody', 'members', 'everyone')),
      phone_shown_to text not null default 'nobody' check (phone_shown_to in ('nobody', 'members', 'everyone')),
      made_up boolean not null default false,
      updated_at timestamptz not null default now(),
      search tsvector not null default ''
    );
    create index contact_card_search on contact_card using gin (search);

    create index person_alphabetical on person (name collate "sv-SE-x-icu", id) where erased_at is null;

    create table person_subject (
      person_id bigint not null references person (id) on delete cascade,
      subject_id text not null references subject (id),
      primary key (person_id, subject_id)
    );
    create index person_subject_subject on person_subject (subject_id);

    create table contact_word (
      word text primary key,
      folded text not null
    );
    comment on table contact_word is 'Every word of the cards, to find the nearest one to a misspelt word; cleaned every night';
    create index contact_word_trigrams on contact_word using gin (folded gin_trgm_ops);

    create function contact_text(who bigint) returns text language sql stable as $$
      select concat_ws(' ', p.name, p.title,
        (select string_agg(distinct concat_ws(' ', o.name, k.name), ' ')
          from appointment a join organisation o on o.code = a.organisation_code
          left join county k on k.code = o.county_code
          where a.person_id = p.id and (a.until is null or a.until > current_date)),
        (select string_agg(s.name_sv || ' ' || s.name_en, ' ')
          from person_subject ps join subject s on s.id = ps.subject_id where ps.person_id = p.id),
        c.knows, c.helps_with)
      from person p join contact_card c on c.person_id = p.id where p.id = who
    $$;
    create function fold_word(word text) returns text language sql immutable as
      $$ select translate(lower(word), 'åäöæøéèëüáà', 'aaoaoeeeuaa') $$;
    create function refresh_contact_search(who bigint) returns void language sql as $$
      update contact_card set search = to_tsvector('swedish', contact_text(who)) where person_id = who;
      insert into contact_word (word, folded)
      select w, fold_word(w) from unnest(tsvector_to_array(to_tsvector('simple', contact_text(who)))) as w
      where length(w) between 3 and 40 on conflict do nothing;
    $$;
    create function contact_changed() returns trigger language plpgsql as $$
    declare
      who bigint := case when tg_op = 'DELETE' then (to_jsonb(old) ->> tg_argv[0])::bigint else (to_jsonb(new) ->> tg_argv[0])::bigint end;
    begin
      if tg_table_name = 'appointment' and tg_op = 'INSERT' then
        insert into contact_card (person_id) values (who) on conflict do nothing;
      end if;
      perform refresh_contact_search(who);
      return null;
    end $$;
    create trigger searchable after insert or update or delete on appointment
      for each row execute function contact_changed('person_id');
    create trigger searchable after insert or delete on person_subject
      for each row execute function contact_changed('person_id');
    create trigger searchable after update of name, title on person
      for each row execute function contact_changed('id');
    create trigger searchable after insert or update of knows, helps_with on contact_card
      for each row execute function contact_changed('person_id');
    insert into contact_card (person_id) select distinct person_id from appointment;

    create table contact_message (
      id bigint generated always as identity primary key,
      sender_id bigint not null references person (id),
      subject text not null,
      body text not null,
      recipients integer not null,
      sent_at timestamptz not null default now()
    );
    create index contact_message_sender on contact_message (sender_id, sent_at);

    create table letter (
      id bigint generated always as identity primary key,
      kind text not null check (kind in ('news', 'invitations', 'key-figures', 'association')),
      subject text not null default '',
      body text not null default '',
      audience jsonb not null default '{}',
      state text not null default 'draft' check (state in ('draft', 'scheduled', 'queued')),
      send_at timestamptz,
      queued_at timestamptz,
      made_by bigint references person (id),
      made_at timestamptz not null default now()
    );
    alter table mail add foreign key (letter_id) references letter (id);

    create table unsubscription (
      person_id bigint not null references person (id) on delete cascade,
      kind text not null,
      since timestamptz not null default now(),
      primary key (person_id, kind)
    );

    create table renewal (
      id bigint generated always as identity primary key,
      reason text not null,
      started_at timestamptz not null default now(),
      started_by bigint references person (id),
      due_on date not null,
      closed_at timestamptz
    );
    create unique index renewal_open on renewal ((true)) where closed_at is null;
    create table renewal_organisation (
      renewal_id bigint not null references renewal (id),
      organisation_code text not null references organisation (code),
      answered_at timestamptz,
      answered_by bigint references person (id),
      reminded_at timestamptz,
      reminders integer not null default 0,
      primary key (renewal_id, organisation_code)
    );

    create table import_draft (
      id bigint generated always as identity primary key,
      made_by bigint references person (id),
      made_at timestamptz not null default now(),
      file_name text not null,
      unknown_columns text[] not null default '{}',
      rows jsonb not null,
      done_at timestamptz
    );
    comment on table import_draft is 'Rows of a file as they were read, between preview and confirmation; dropped after 30 days';

    create table distinct_people (
      person_a bigint not null references person (id) on delete cascade,
      person_b bigint not null references person (id) on delete cascade,
      primary key (person_a, person_b),
      check (person_a < person_b)
    );
    comment on table distinct_people is 'Pairs that look like doubles and are two people, as somebody decided';

    create trigger audited after insert or update or delete on distinct_people for each row execute function write_audit('person_a', 'person_b');
    create trigger audited_partner after insert or update on organisation for each row
      when (new.kind = 'partner') execute function write_audit('code');
    create trigger audited after insert or update or delete on organisation_profile for each row execute function write_audit('organisation_code');
    create trigger audited after insert or update or delete on subject for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on contact_card for each row execute function write_audit('person_id');
    create trigger audited after insert or update or delete on letter for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on renewal for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on renewal_organisation for each row execute function write_audit('renewal_id', 'organisation_code');
    create trigger published after insert or update or delete on organisation_profile
      for each statement execute function mark_public_change();
    create trigger published after update of shown_to, email_shown_to, phone_shown_to, knows, helps_with on contact_card
      for each statement execute function mark_public_change();
  `.execute(db)
}
