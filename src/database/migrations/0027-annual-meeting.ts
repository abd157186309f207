import { type Kysely, sql } from 'kysely'

/** The annual meeting: notice, motions, proposals, nominations, delegates with proxies, the frozen roll, the floor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table meeting
      add column documents_published_at timestamptz,
      add column roll_frozen_at timestamptz;
    comment on column meeting.documents_published_at is 'From then on motions, proposals and nominations are open to all';
    comment on column meeting.roll_frozen_at is 'From then on every change of the voting roll is noted in roll_change';

    create table meeting_notice (
      meeting_id bigint not null references meeting (id),
      person_id bigint not null references person (id),
      sent_at timestamptz not null,
      primary key (meeting_id, person_id)
    );
    create index meeting_notice_person on meeting_notice (person_id);
    comment on table meeting_notice is 'Who was sent the notice of a meeting; nobody gets it twice';

    create table motion (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      organisation_code text not null references organisation (code),
      title text not null check (title <> ''),
      text text not null,
      written_by bigint references person (id),
      handed_in_at timestamptz not null,
      withdrawn_at timestamptz,
      opinion text check (opinion in ('adopt', 'reject', 'answered')),
      opinion_text text not null default '',
      opinion_at timestamptz,
      outcome text check (outcome in ('adopt', 'reject', 'answered')),
      decision text not null default '',
      version integer not null default 0,
      made_up boolean not null default false,
      check ((opinion is null) = (opinion_at is null))
    );
    create index motion_meeting on motion (meeting_id);
    create index motion_written_by on motion (written_by);
    comment on column motion.text is 'Markdown';
    comment on column motion.opinion is 'What the board recommends the meeting to do';
    create table motion_demand (
      motion_id bigint not null references motion (id) on delete cascade,
      ordinal smallint not null check (ordinal > 0),
      text text not null check (text <> ''),
      primary key (motion_id, ordinal)
    );

    create table annual_proposal (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      kind text not null
        check (kind in ('activity-plan', 'budget', 'fee', 'key-figure-set', 'statutes', 'dissolution', 'other')),
      title text not null check (title <> ''),
      text text not null,
      business_kind text,
      business_id text,
      withdrawn_at timestamptz,
      outcome text,
      version integer not null default 0,
      made_up boolean not null default false,
      check ((business_kind is null) = (business_id is null)),
      check ((business_kind is not null) = (kind in ('fee', 'key-figure-set', 'statutes')))
    );
    create index annual_proposal_meeting on annual_proposal (meeting_id);
    create unique index annual_proposal_business on annual_proposal (meeting_id, business_kind, business_id)
      where business_kind is not null and withdrawn_at is null;
    comment on column annual_proposal.business_kind is 'The house whose room changes when the meeting says yes, with business_id';

    create table nomination (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      post text not null check (post in ('chair', 'member', 'substitute', 'auditor', 'nomination-committee')),
      name text not null check (name <> ''),
      email text,
      party text not null default '',
      part_of_country text not null default '',
      organisation_code text references organisation (code),
      presentation text not null default '',
      person_id bigint references person (id),
      proposed boolean not null default false,
      nominated_by bigint references person (id),
      nominated_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      elected_at timestamptz,
      made_up boolean not null default false
    );
    create index nomination_meeting on nomination (meeting_id, post);
    create index nomination_person on nomination (person_id);
    create index nomination_nominated_by on nomination (nominated_by);
    comment on column nomination.proposed is 'The nomination committee proposes this candidate';

    create table delegate_choice (
      meeting_id bigint not null references meeting (id),
      organisation_code text not null references organisation (code),
      place smallint not null check (place > 0),
      person_id bigint not null references person (id),
      named_by bigint references person (id),
      named_at timestamptz not null,
      primary key (meeting_id, organisation_code, place)
    );
    create index delegate_choice_person on delegate_choice (person_id);
    create index delegate_choice_named_by on delegate_choice (named_by);
    comment on table delegate_choice is 'Whom a member sends for one of its votes instead of the contact person';

    create table proxy (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      organisation_code text not null references organisation (code),
      place smallint not null check (place > 0),
      to_person_id bigint not null references person (id),
      given_by bigint references person (id),
      given_at timestamptz not null,
      revoked_at timestamptz
    );
    create unique index proxy_once on proxy (meeting_id, organisation_code, place) where revoked_at is null;
    create index proxy_to on proxy (to_person_id);
    create index proxy_given_by on proxy (given_by);
    comment on table proxy is 'One of a member''s votes that a delegate carries for somebody else';

    create table meeting_registration (
      meeting_id bigint not null references meeting (id),
      person_id bigint not null references person (id),
      organisation_code text references organisation (code),
      attends text not null default 'on-site' check (attends in ('on-site', 'online')),
      registered_at timestamptz not null,
      checked_at timestamptz,
      checked_by bigint references person (id),
      primary key (meeting_id, person_id)
    );
    create index meeting_registration_person on meeting_registration (person_id);
    create index meeting_registration_checked_by on meeting_registration (checked_by);
    comment on column meeting_registration.checked_at is 'When the secretariat found the credential to be good';

    create table roll_change (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      entry_id bigint not null references voting_roll_entry (id),
      change text not null check (change in ('added', 'withdrawn', 'restored')),
      why text not null,
      at timestamptz not null default now(),
      noted_by text not null
    );
    create index roll_change_meeting on roll_change (meeting_id);
    comment on table roll_change is 'Every change of a voting roll after it was frozen, written by the database itself';
    create function note_roll_change() returns trigger language plpgsql as $$
    begin
      if not exists (select from meeting where id = new.meeting_id and roll_frozen_at is not null) then return null; end if;
      if tg_op = 'UPDATE' and (old.withdrawn_at is null) = (new.withdrawn_at is null) then return null; end if;
      insert into roll_change (meeting_id, entry_id, change, why, noted_by) values (new.meeting_id, new.id,
        case when tg_op = 'INSERT' then 'added' when new.withdrawn_at is null then 'restored' else 'withdrawn' end,
        case when new.withdrawn_at is null then coalesce(nullif(current_setting('ekokommun.roll_why', true), ''), '') else new.withdrawn_why end,
        coalesce(nullif(current_setting('ekokommun.actor_name', true), ''), 'Ekokommun'));
      return null;
    end $$;
    create trigger noted after insert or update on voting_roll_entry for each row execute function note_roll_change();
    create function hold_frozen_roll() returns trigger language plpgsql as $$
    begin
      if not exists (select from meeting where id = old.meeting_id and roll_frozen_at is not null) then
        return case when tg_op = 'DELETE' then old else new end;
      end if;
      if tg_op = 'DELETE' then
        raise exception 'The voting roll is frozen: a vote can be withdrawn, not deleted';
      end if;
      if (old.meeting_id, old.organisation_code, old.place) is distinct from (new.meeting_id, new.organisation_code, new.place) then
        raise exception 'The voting roll is frozen: a vote cannot go to another member';
      end if;
      return new;
    end $$;
    create trigger held before update or delete on voting_roll_entry for each row execute function hold_frozen_roll();

    create table speaking_request (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      item_id bigint references meeting_item (id),
      person_id bigint not null references person (id),
      organisation_code text references organisation (code),
      kind text not null check (kind in ('floor', 'order')),
      asked_at timestamptz not null,
      spoken_at timestamptz,
      withdrawn_at timestamptz
    );
    create unique index speaking_request_once on speaking_request (meeting_id, person_id, kind)
      where spoken_at is null and withdrawn_at is null;
    create index speaking_request_waiting on speaking_request (meeting_id) where spoken_at is null and withdrawn_at is null;
    create index speaking_request_item on speaking_request (item_id);
    create index speaking_request_person on speaking_request (person_id);

    create table fee_proposal (
      id bigint generated always as identity primary key,
      year integer not null check (year between 1995 and 2200),
      fixed_ore bigint not null check (fixed_ore >= 0),
      municipality_rate_ore integer not null check (municipality_rate_ore >= 0),
      region_rate_ore integer not null check (region_rate_ore >= 0),
      cap_inhabitants integer check (cap_inhabitants > 0),
      population_year integer not null,
      joining text not null check (joining in ('whole-year', 'by-month', 'free')),
      leaving text not null check (leaving in ('whole-year', 'by-month')),
      observer_percent integer not null check (observer_percent between 0 and 100),
      due_days integer not null check (due_days between 1 and 120),
      reason text not null,
      outcome text check (outcome in ('adopt', 'reject')),
      decision text not null default '',
      decided_on date,
      version integer not null default 0,
      made_up boolean not null default false,
      check ((outcome is null) = (decided_on is null))
    );
    comment on table fee_proposal is 'Terms of a fee that wait for a meeting; when it says yes they become the year''s schedule';

    alter table fee_schedule add column link text not null default '';
    comment on column fee_schedule.link is 'Address of the meeting that decided it, without the language';

    alter table statutes add column reason text not null default '', add column rejected_on date;
    comment on column statutes.reason is 'Why a change is proposed, in Markdown';
    create table statutes_adoption (
      statutes_id text not null references statutes (id),
      meeting_id bigint not null references meeting (id),
      meeting text not null,
      decided_on date not null,
      paragraph text not null,
      link text not null,
      primary key (statutes_id, meeting_id)
    );
    comment on table statutes_adoption is 'The meetings that have said yes to a version; it takes as many as the statutes in force say';

    create trigger audited after insert or update or delete on motion for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on motion_demand for each row execute function write_audit('motion_id', 'ordinal');
    create trigger audited after insert or update or delete on annual_proposal for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on nomination for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on delegate_choice for each row execute function write_audit('meeting_id', 'organisation_code', 'place');
    create trigger audited after insert or update or delete on proxy for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on meeting_registration for each row execute function write_audit('meeting_id', 'person_id');
    create trigger audited after insert or update or delete on fee_proposal for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on statutes_adoption for each row execute function write_audit('statutes_id', 'meeting_id');
    create or replace trigger published after insert or update or delete on meeting for each statement execute function mark_public_change();
    create or replace trigger published after insert or update or delete on meeting_item for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on motion for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on annual_proposal for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on nomination for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on fee_proposal for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on statutes_adoption for each statement execute function mark_public_change();

    -- What an annual meeting has decided, and motions from the day when all may read them.
    create view search_of_annual_decision as
    select i.id as key, 'everyone' as audience, 'decision' as kind, null::text as organisation_code,
      m.held_on as happened_on, extract(year from m.held_on)::integer as year, i.made_up or m.made_up as made_up,
      null::tstzmultirange as shown_during,
      '/arsmote/' || extract(year from m.held_on) || case when m.extra then '-extra-' || m.id else '' end || '#arende-' || i.id as address,
      jsonb_build_object(
        'sv', jsonb_build_object('title', i.title, 'lead', 'Årsmötet ' || extract(year from m.held_on) || ' § ' || i.paragraph, 'body', i.decision),
        'en', jsonb_build_object('title', i.title, 'lead', 'Annual meeting ' || extract(year from m.held_on) || ' § ' || i.paragraph, 'body', i.decision)) as texts,
      'beslut årsmöte decision annual meeting' as names
    from meeting_item i join meeting m on m.id = i.meeting_id
    where m.organ = 'annual-meeting' and i.paragraph is not null and i.kind in ('decision', 'election');
    create view search_of_motion as
    select o.id as key, 'everyone' as audience, 'decision' as kind, o.organisation_code,
      (m.documents_published_at at time zone 'Europe/Stockholm')::date as happened_on, extract(year from m.held_on)::integer as year,
      o.made_up, null::tstzmultirange as shown_during,
      '/arsmote/' || extract(year from m.held_on) || case when m.extra then '-extra-' || m.id else '' end || '/motioner/' || o.id as address,
      jsonb_build_object('sv', jsonb_build_object('title', 'Motion: ' || o.title, 'lead', '', 'body', o.text)) as texts,
      'motion årsmöte annual meeting' as names
    from motion o join meeting m on m.id = o.meeting_id
    where m.documents_published_at is not null and o.withdrawn_at is null;
    insert into search_source (name, held_in, key_column) values
      ('annual_decision', 'meeting_item', 'id'), ('motion', 'motion', 'id');
    create trigger found_annual after insert or delete or update of title, decision, paragraph on meeting_item
      for each row execute function search_changed('annual_decision', 'id');
    create trigger found after insert or delete or update of title, text, withdrawn_at on motion
      for each row execute function search_changed('motion', 'id');
    create function find_motions_of_meeting() returns trigger language plpgsql as $$
    begin
      perform refresh_search('motion', id::text) from motion where meeting_id = new.id;
      return null;
    end $$;
    create trigger found_motions after update of documents_published_at, held_on on meeting
      for each row execute function find_motions_of_meeting();
  `.execute(db)
}
