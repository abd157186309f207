import { type Kysely, sql } from 'kysely'

/** Registration for events: places that cannot be overbooked, who comes, who waits, what they were asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table event
      add column registration text not null default 'none' check (registration in ('none', 'here', 'elsewhere')),
      add column places integer check (places between 0 and 100000),
      add column online_places integer check (online_places between 0 and 100000),
      add column waiting_list boolean not null default true,
      add column cancel_by date,
      add column guests_allowed boolean not null default false,
      add column answers_kept_days integer not null default 30 check (answers_kept_days between 0 and 365),
      add column practical text not null default '',
      add column online_address text not null default '' check (online_address = '' or online_address ~ '^https?://'),
      add column online_practical text not null default '';
    update event set registration = 'elsewhere' where register_at <> '';
    alter table event
      add check ((registration = 'elsewhere') = (register_at <> '')),
      add check (not guests_allowed or (open_to = 'everyone' and price_ore = 0));
    comment on column event.places is 'Places on site; null: no limit';
    comment on column event.online_places is 'Places online; null: no limit';
    comment on column event.cancel_by is 'The last day on which cancelling costs nothing; null: it never costs';
    comment on column event.answers_kept_days is 'So many days after the event what participants answered is deleted';
    comment on column event.practical is 'Told to those who come on site, and to nobody else';
    comment on column event.online_address is 'Where the meeting is online; told to those who take part online, and to nobody else';
    comment on column event.online_practical is 'Told to those who take part online, and to nobody else';

    create table event_question (
      id bigint generated always as identity primary key,
      event_id bigint not null references event (id) on delete cascade,
      ordinal integer not null,
      kind text not null check (kind in ('text', 'choice', 'yes-no')),
      label_sv text not null check (label_sv <> ''),
      label_en text not null default '',
      choices text[] not null default '{}',
      required boolean not null default false,
      sensitive boolean not null default false,
      unique (event_id, ordinal) deferrable initially deferred,
      check ((kind = 'choice') = (cardinality(choices) > 0))
    );
    comment on column event_question.sensitive is 'May tell of health or belief, as diet does; shown to the secretariat only';

    create table event_booking (
      id bigint generated always as identity primary key,
      event_id bigint not null references event (id),
      organisation_code text references organisation (code),
      made_by bigint references person (id),
      name text not null,
      email text not null,
      reference text not null default '',
      price_ore integer not null default 0 check (price_ore >= 0),
      made_up boolean not null default false,
      made_at timestamptz not null default now(),
      check (price_ore = 0 or organisation_code is not null)
    );
    create index event_booking_event on event_booking (event_id);
    create index event_booking_made_by on event_booking (made_by);
    comment on table event_booking is 'What was registered in one go, and who pays';
    comment on column event_booking.price_ore is 'For each participant, as it was when the booking was made';
    comment on column event_booking.reference is 'The buyer''s own reference for the invoice';

    create sequence event_queue;
    create table event_registration (
      id bigint generated always as identity primary key,
      event_id bigint not null references event (id),
      booking_id bigint not null references event_booking (id),
      person_id bigint references person (id),
      name text not null,
      email text not null,
      organisation_code text references organisation (code),
      organisation_name text not null default '',
      attends text not null check (attends in ('on-site', 'online')),
      state text not null check (state in ('placed', 'waiting', 'cancelled')),
      queue bigint not null default nextval('event_queue'),
      code text not null unique check (length(code) >= 20),
      language text not null default 'sv' check (language in ('sv', 'en')),
      shown_to_network boolean not null default false,
      chargeable boolean not null default false,
      invoice_id bigint references invoice (id),
      checked_in_at timestamptz,
      checked_in_by bigint references person (id),
      registered_at timestamptz not null default now(),
      moved_up_at timestamptz,
      cancelled_at timestamptz,
      reminded_week_at timestamptz,
      reminded_day_at timestamptz,
      made_up boolean not null default false,
      check ((state = 'cancelled') = (cancelled_at is not null)),
      check (state <> 'waiting' or not chargeable)
    );
    alter sequence event_queue owned by event_registration.queue;
    create unique index event_registration_once on event_registration (event_id, lower(email))
      where state <> 'cancelled' and email <> '';
    create index event_registration_line on event_registration (event_id, attends, state, queue);
    create index event_registration_booking on event_registration (booking_id);
    create index event_registration_person on event_registration (person_id);
    comment on column event_registration.queue is 'The order of arrival, given while the event is held';
    comment on column event_registration.code is 'Opens the participant''s own page and stands in the QR code; cannot be guessed';
    comment on column event_registration.chargeable is 'Whether the participant is to be paid for: has a place, or cancelled it too late';
    comment on column event_registration.invoice_id is 'The invoice that the participant stands on';

    create table event_answer (
      registration_id bigint not null references event_registration (id) on delete cascade,
      question_id bigint not null references event_question (id) on delete cascade,
      answer text not null check (answer <> ''),
      primary key (registration_id, question_id)
    );

    create table event_feed (
      person_id bigint primary key references person (id),
      token text not null unique check (length(token) >= 20),
      made_at timestamptz not null default now()
    );
    comment on table event_feed is 'The secret address of a person''s own calendar; a new token ends the old address';

    -- No writer can overbook: whoever takes a place holds the event and counts, and so does whoever takes places away.
    create function hold_event_places() returns trigger language plpgsql as $$
    declare
      held event;
    begin
      select * into held from event
        where id = case when tg_table_name = 'event' then (to_jsonb(new) ->> 'id')::bigint
          else (to_jsonb(new) ->> 'event_id')::bigint end
        for no key update;
      if (select count(*) from event_registration r
          where r.event_id = held.id and r.state = 'placed' and r.attends = 'on-site') > held.places
        or (select count(*) from event_registration r
          where r.event_id = held.id and r.state = 'placed' and r.attends = 'online') > held.online_places
      then
        raise exception 'Event % has no such place left', held.id
          using errcode = 'check_violation', constraint = 'event_places_hold';
      end if;
      return null;
    end $$;
    create trigger places_hold after insert or update of state, attends, event_id on event_registration
      for each row when (new.state = 'placed') execute function hold_event_places();
    create trigger places_hold after update of places, online_places on event
      for each row execute function hold_event_places();

    -- The log tells that something changed, without what must be possible to forget: names, addresses, answers, codes.
    create function write_registration_audit() returns trigger language plpgsql as $$
    declare
      kept_out text[] := '{name,email,organisation_name,code,answer,token,reference}';
      old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
      new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
      subject jsonb := coalesce(new_row, old_row);
    begin
      if old_row = new_row then return null; end if;
      insert into audit_entry (actor_id, actor_name, action, table_name, row_key, before, after) values (
        nullif(current_setting('ekokommun.actor_id', true), '')::bigint,
        coalesce(nullif(current_setting('ekokommun.actor_name', true), ''), 'Ekokommun'),
        coalesce(nullif(current_setting('ekokommun.action', true), ''), lower(tg_op)),
        tg_table_name,
        (select string_agg(subject ->> key_column, ' ' order by position)
          from unnest(tg_argv) with ordinality as k (key_column, position)),
        old_row - kept_out, new_row - kept_out);
      return null;
    end $$;
    create trigger audited after insert or update or delete on event_question for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on event_booking for each row execute function write_registration_audit('id');
    create trigger audited after insert or update or delete on event_registration for each row execute function write_registration_audit('id');
    create trigger audited after insert or update or delete on event_answer for each row execute function write_registration_audit('registration_id', 'question_id');
    create trigger audited after insert or update or delete on event_feed for each row execute function write_registration_audit('person_id');
  `.execute(db)
}
