import { type Kysely, sql } from 'kysely'

/** People who log in, how they do so, what they did, and the mail that leaves. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create extension if not exists pg_trgm;
    create extension if not exists btree_gist;

    alter table person
      add column email text check (email = trim(email) and email like '%_@_%'),
      add column language text not null default 'sv' check (language in ('sv', 'en')),
      add column title text not null default '',
      add column phone text not null default '',
      add column email_failed_at timestamptz,
      add column email_failure text,
      add column erased_at timestamptz,
      add column created_at timestamptz not null default now();
    create unique index person_email on person (lower(email));
    comment on column person.email_failed_at is 'The mail server refused the address for good; cleared when it is corrected';

    create table session (
      id bigint generated always as identity primary key,
      token_hash text not null unique,
      person_id bigint not null references person (id) on delete cascade,
      means text not null check (means in ('mail-link', 'passkey', 'organisation', 'demo')),
      device text not null,
      needs_code boolean not null default false,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      expires_at timestamptz not null
    );
    create index session_person on session (person_id);
    comment on column session.token_hash is 'SHA-256 of the cookie; who reads the table cannot log in with it';
    comment on column session.needs_code is 'True until the second factor is given; such a session opens nothing else';

    create table one_time_token (
      hash text primary key,
      purpose text not null,
      person_id bigint references person (id) on delete cascade,
      data jsonb not null default '{}',
      expires_at timestamptz not null
    );
    comment on table one_time_token is 'Links in mails and steps of a login; the row is deleted by its use';

    create table passkey (
      id text primary key,
      person_id bigint not null references person (id) on delete cascade,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null default '{}',
      name text not null,
      created_at timestamptz not null default now(),
      last_used_at timestamptz
    );
    create index passkey_person on passkey (person_id);

    create table second_factor (
      person_id bigint primary key references person (id) on delete cascade,
      sealed_secret text not null,
      confirmed_at timestamptz,
      last_step bigint not null default 0
    );
    comment on column second_factor.last_step is 'The newest time step whose code was used, so that no code works twice';

    create table recovery_code (
      hash text primary key,
      person_id bigint not null references person (id) on delete cascade
    );

    create table identity_provider (
      organisation_code text primary key references organisation (code),
      email_domain text not null unique check (email_domain = lower(email_domain)),
      issuer text not null,
      client_id text not null,
      sealed_client_secret text not null,
      admits_all boolean not null default false
    );
    comment on table identity_provider is 'An organisation''s own OpenID Connect provider, such as Entra ID';
    comment on column identity_provider.admits_all is 'Whether everyone who can log in there becomes a member user here';

    create table identity (
      issuer text not null,
      subject text not null,
      person_id bigint not null references person (id) on delete cascade,
      primary key (issuer, subject)
    );

    create table rate_limit (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    );

    create table seat (
      id bigint generated always as identity primary key,
      organisation_code text not null references organisation (code),
      role text not null,
      unique (organisation_code, role)
    );
    comment on table seat is 'What stays when the person goes: promises and tasks hang on the seat';
    insert into seat (organisation_code, role) select distinct organisation_code, role from appointment;
    alter table appointment
      add foreign key (organisation_code, role) references seat (organisation_code, role),
      drop constraint appointment_check,
      add check (until >= since),
      add exclude using gist (
        organisation_code with =, role with =, daterange(since, until) with &&
      ) where (role in ('contact-politician', 'contact-official', 'invoice-recipient', 'delegate')),
      add exclude using gist (
        person_id with =, organisation_code with =, role with =, daterange(since, until) with &&
      );
    create index appointment_person on appointment (person_id);
    create index appointment_organisation on appointment (organisation_code, role);

    create table promise (
      id bigint generated always as identity primary key,
      seat_id bigint not null references seat (id),
      text text not null,
      due_on date,
      made_on date not null,
      made_by bigint references person (id),
      kept_on date
    );
    create index promise_seat on promise (seat_id);

    create table mail (
      id bigint generated always as identity primary key,
      kind text not null,
      person_id bigint references person (id),
      letter_id bigint,
      recipient text not null,
      reply_to text,
      subject text not null,
      plain text not null,
      html text not null,
      unsubscribe text,
      created_at timestamptz not null default now(),
      next_try_at timestamptz not null default now(),
      tries integer not null default 0,
      claimed_at timestamptz,
      handed_at timestamptz,
      sent_at timestamptz,
      given_up_at timestamptz,
      failure text
    );
    create index mail_due on mail (next_try_at) where sent_at is null and given_up_at is null;
    create unique index mail_letter on mail (letter_id, person_id) where letter_id is not null;
    create index mail_person on mail (person_id);
    comment on column mail.claimed_at is 'A sender works on it';
    comment on column mail.handed_at is 'The last byte was about to leave: whether it arrived is unknown until sent_at is set';

    create table audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz not null default clock_timestamp(),
      actor_id bigint,
      actor_name text not null,
      action text not null,
      table_name text not null,
      row_key text not null,
      before jsonb,
      after jsonb
    );
    create index audit_entry_row on audit_entry (table_name, row_key);
    create index audit_entry_at on audit_entry (at);
    create index audit_entry_actor on audit_entry (actor_id);
    comment on table audit_entry is 'Who did what and when, before and after. Only ever grows';

    create function write_audit() returns trigger language plpgsql as $$
    declare
      old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - '{sealed_secret,sealed_client_secret,logo,search}'::text[] end;
      new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - '{sealed_secret,sealed_client_secret,logo,search}'::text[] end;
      key_columns text[] := tg_argv;
      subject jsonb := coalesce(new_row, old_row);
    begin
      if old_row = new_row then return null; end if;
      insert into audit_entry (actor_id, actor_name, action, table_name, row_key, before, after) values (
        nullif(current_setting('ekokommun.actor_id', true), '')::bigint,
        coalesce(nullif(current_setting('ekokommun.actor_name', true), ''), 'Ekokommun'),
        coalesce(nullif(current_setting('ekokommun.action', true), ''), lower(tg_op)),
        tg_table_name,
        (select string_agg(subject ->> key_column, ' ' order by position)
          from unnest(key_columns) with ordinality as k (key_column, position)),
        old_row, new_row);
      return null;
    end $$;

    create function refuse_change() returns trigger language plpgsql as $$
    begin
      if current_setting('ekokommun.erasing', true) = 'yes' and tg_op <> 'TRUNCATE' then
        return case when tg_op = 'DELETE' then old else new end;
      end if;
      raise exception 'The audit log only grows: % is refused', tg_op;
    end $$;
    create trigger audit_entry_frozen before update or delete on audit_entry
      for each row execute function refuse_change();
    create trigger audit_entry_kept before truncate on audit_entry
      for each statement execute function refuse_change();

    create function erase_from_audit(erased bigint) returns void language plpgsql as $$
    begin
      perform set_config('ekokommun.erasing', 'yes', true);
      update audit_entry set before = null, after = null
        where (table_name = 'person' and row_key = erased::text)
          or (table_name in ('contact_card', 'person_subject') and split_part(row_key, ' ', 1) = erased::text);
      update audit_entry set actor_name = '' where actor_id = erased;
      perform set_config('ekokommun.erasing', '', true);
    end $$;
    create function forget_old_audit(oldest timestamptz) returns void language plpgsql as $$
    begin
      perform set_config('ekokommun.erasing', 'yes', true);
      delete from audit_entry where at < oldest;
      perform set_config('ekokommun.erasing', '', true);
    end $$;

    create trigger audited after insert or update or delete on person for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on appointment for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on promise for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on membership for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on identity_provider for each row execute function write_audit('organisation_code');
    create trigger audited after insert or update or delete on second_factor for each row execute function write_audit('person_id');

    create function mark_public_change() returns trigger language plpgsql as $$
    declare
      next bigint;
    begin
      update data_version set version = version + 1 returning version into next;
      perform pg_notify('data_version', next::text);
      return null;
    end $$;
    create trigger published after insert or update or delete on membership
      for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on appointment
      for each statement execute function mark_public_change();
    create trigger published after update of name, title, email, phone on person
      for each statement execute function mark_public_change();

    create function announce_mail() returns trigger language plpgsql as $$
    begin
      perform pg_notify('mail', '');
      return null;
    end $$;
    create trigger announced after insert on mail for each statement execute function announce_mail();
  `.execute(db)
}
