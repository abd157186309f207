import { type Kysely, sql } from 'kysely'

/** The board at work: who came, what was decided and by how many, what follows, and minutes that nobody can change unseen. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table meeting
      add column ends_at timestamptz,
      add column cancel_reason text not null default '',
      add column late_notice_agreed boolean not null default false,
      add column recalled_at timestamptz,
      add column attendance_note text not null default '';
    comment on column meeting.late_notice_agreed is 'The notice was late, and everyone has agreed to hold the meeting all the same';
    comment on column meeting.attendance_note is 'Who came later or left earlier, in words';
    comment on column meeting.recalled_at is 'When those who were called were last told of a change';
    alter table meeting_item
      add column standing text check (standing in
        ('opening', 'adjusters', 'agenda', 'previous-minutes', 'economy', 'next-meeting', 'closing')),
      add column open_to_all boolean not null default true,
      add constraint meeting_item_standing unique (meeting_id, standing);
    comment on column meeting_item.standing is 'A formality of every board meeting; null for the rest';
    comment on column meeting_item.open_to_all is 'Whether the decision stands in the list that everyone may read';

    create table board_attendance (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      person_id bigint references person (id),
      name text not null default '',
      capacity text not null check (capacity in ('member', 'substitute', 'adjoined')),
      in_place_of bigint references person (id),
      unique (meeting_id, person_id),
      unique (meeting_id, in_place_of),
      check (person_id is not null or (capacity = 'adjoined' and name <> '')),
      check (in_place_of is null or capacity = 'substitute')
    );
    comment on table board_attendance is 'Who is present. A substitute has a vote only in the place of a member';
    comment on column board_attendance.name is 'Of an adjoined person without a place in the register';

    create table board_paragraph (
      year integer not null,
      number integer not null check (number > 0),
      item_id bigint unique references meeting_item (id),
      voters integer,
      primary key (year, number)
    );
    comment on table board_paragraph is 'The numbers of the board''s decisions, which run through the year; without an item for decisions from before';
    comment on column board_paragraph.voters is 'How many with a vote took part in the decision';
    insert into board_paragraph (year, number)
    select distinct extract(year from decided_on)::integer, (regexp_match(paragraph, '[1-9]\\d{0,4}'))[1]::integer
    from application where decided_on is not null and paragraph ~ '[1-9]'
    on conflict do nothing;

    create table meeting_item_partial (
      item_id bigint not null references meeting_item (id) on delete cascade,
      person_id bigint not null references person (id),
      reason text not null default '',
      primary key (item_id, person_id)
    );
    comment on table meeting_item_partial is 'Who is partial (jäv) in an item and takes no part in it';
    create table meeting_item_show (
      item_id bigint primary key references meeting_item (id) on delete cascade,
      in_favour integer not null check (in_favour >= 0),
      against integer not null check (against >= 0),
      abstained integer not null check (abstained >= 0),
      tie_broken_by text check (tie_broken_by in ('chair', 'lot')),
      check (in_favour > against or tie_broken_by is not null)
    );
    comment on table meeting_item_show is 'A vote by show of hands on what was decided';
    create table meeting_item_reservation (
      id bigint generated always as identity primary key,
      item_id bigint not null references meeting_item (id) on delete cascade,
      person_id bigint not null references person (id),
      text text not null default '',
      unique (item_id, person_id)
    );
    create table meeting_item_file (
      id bigint generated always as identity primary key,
      item_id bigint not null references meeting_item (id) on delete cascade,
      name text not null,
      media_type text not null,
      standard text not null,
      size integer not null check (size between 1 and 26214400),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      uploaded_by bigint not null references person (id),
      uploaded_at timestamptz not null default now(),
      unique (item_id, sha256)
    );
    create table meeting_item_file_content (
      file_id bigint primary key references meeting_item_file (id) on delete cascade,
      content bytea not null
    );
    create table meeting_task (
      id bigint generated always as identity primary key,
      item_id bigint not null references meeting_item (id) on delete cascade,
      person_id bigint not null references person (id),
      what text not null check (what <> ''),
      due_on date not null,
      done_at timestamptz,
      made_up boolean not null default false
    );
    create index meeting_task_item on meeting_task (item_id);
    create index meeting_task_open on meeting_task (person_id) where done_at is null;
    comment on table meeting_task is 'What somebody is to do after a decision';

    create table board_calendar (
      person_id bigint primary key references person (id),
      token text not null unique check (length(token) >= 20),
      made_at timestamptz not null default now()
    );
    comment on table board_calendar is 'The secret address of a person''s calendar of the board; a new token ends the old address';

    create table minutes_text (
      item_id bigint not null references meeting_item (id) on delete cascade,
      version integer not null check (version > 0),
      text text not null,
      written_by bigint references person (id),
      written_at timestamptz not null default clock_timestamp(),
      primary key (item_id, version)
    );
    comment on table minutes_text is 'What was said on an item: every version that was saved. The last one stands';
    create table minutes_signer (
      meeting_id bigint not null references meeting (id),
      person_id bigint not null references person (id),
      part text not null check (part in ('chair', 'adjuster')),
      primary key (meeting_id, person_id)
    );
    create unique index minutes_signer_chair on minutes_signer (meeting_id) where part = 'chair';
    comment on table minutes_signer is 'Who approves the minutes: who led the meeting, and the adjusters';
    create table minutes_document (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      content text not null,
      sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
      frozen_by bigint references person (id),
      frozen_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      made_up boolean not null default false
    );
    create unique index minutes_document_one on minutes_document (meeting_id) where withdrawn_at is null;
    comment on table minutes_document is 'The minutes as they were handed over to be approved. A withdrawn one was changed before everyone had approved it';
    create table minutes_signature (
      document_id bigint not null references minutes_document (id),
      person_id bigint not null references person (id),
      part text not null check (part in ('chair', 'adjuster')),
      name text not null,
      sha256 text not null,
      signed_at timestamptz not null default now(),
      primary key (document_id, person_id)
    );
    comment on table minutes_signature is 'Who approved which document, by its hash';
    create table minutes_note (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      text text not null check (text <> ''),
      written_by bigint references person (id),
      written_at timestamptz not null default now()
    );
    comment on table minutes_note is 'A correction of approved minutes, beside them';

    -- Who puts the record of one person into another's changes no word of it.
    create function keep_minutes() returns trigger language plpgsql as $$
    declare
      before jsonb := case when tg_op = 'INSERT' then '{}' else to_jsonb(old) end;
      after jsonb := case when tg_op = 'DELETE' then '{}' else to_jsonb(new) end;
      names text[] := array['person_id', 'in_place_of', 'written_by', 'frozen_by'];
      approved boolean;
    begin
      if tg_op = 'UPDATE' and before - names = after - names then return new; end if;
      if tg_table_name = 'minutes_document' and tg_op = 'UPDATE' and before -> 'withdrawn_at' = 'null'
        and before - 'withdrawn_at' = after - 'withdrawn_at' then
        approved := (select state = 'approved' from meeting where id = old.meeting_id);
      elsif tg_table_name in ('minutes_document', 'minutes_signature', 'minutes_note', 'minutes_text') and tg_op <> 'INSERT' then
        approved := tg_table_name <> 'minutes_text' or tg_op = 'UPDATE'
          or exists (select from meeting_item i join meeting m on m.id = i.meeting_id where m.state = 'approved'
            and i.id = (before ->> 'item_id')::bigint);
      elsif tg_table_name = 'minutes_note' then
        approved := false;
      elsif tg_table_name = 'meeting' then
        approved := before ->> 'state' = 'approved';
      elsif coalesce(before, '{}') ? 'meeting_id' or after ? 'meeting_id' then
        approved := exists (select from meeting where state = 'approved'
          and id in ((before ->> 'meeting_id')::bigint, (after ->> 'meeting_id')::bigint));
      elsif tg_table_name = 'minutes_signature' then
        approved := exists (select from minutes_document d join meeting m on m.id = d.meeting_id
          where d.id = new.document_id and m.state = 'approved');
      else
        approved := exists (select from meeting_item i join meeting m on m.id = i.meeting_id where m.state = 'approved'
          and i.id in ((before ->> 'item_id')::bigint, (after ->> 'item_id')::bigint));
      end if;
      if approved then raise exception 'Approved minutes never change: % of % is refused', tg_op, tg_table_name; end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$;
    comment on function keep_minutes is 'Refuses every change of what approved minutes rest on, and of what was ever signed or saved';
  `.execute(db)
  const kept = [
    'meeting',
    'meeting_item',
    'board_attendance',
    'meeting_item_partial',
    'meeting_item_show',
    'meeting_item_reservation',
    'meeting_item_file',
    'minutes_text',
    'minutes_signer',
    'minutes_document',
    'minutes_signature',
    'minutes_note',
  ]
  for (const table of kept) {
    await sql`create trigger kept before insert or update or delete on ${sql.table(table)}
      for each row execute function keep_minutes()`.execute(db)
  }
  const audited: Record<string, string[]> = {
    board_attendance: ['id'],
    board_paragraph: ['year', 'number'],
    meeting_item_partial: ['item_id', 'person_id'],
    meeting_item_show: ['item_id'],
    meeting_item_reservation: ['id'],
    meeting_item_file: ['id'],
    meeting_task: ['id'],
    minutes_text: ['item_id', 'version'],
    minutes_signer: ['meeting_id', 'person_id'],
    minutes_document: ['id'],
    minutes_signature: ['document_id', 'person_id'],
    minutes_note: ['id'],
  }
  for (const [table, keys] of Object.entries(audited)) {
    await sql`create trigger audited after insert or update or delete on ${sql.table(table)}
      for each row execute function write_audit(${sql.join(keys.map((key) => sql.lit(key)))})`.execute(db)
  }
  await sql`
    -- Applications that stand on the agenda of a meeting are items of it.
    insert into meeting_item (meeting_id, ordinal, title, text, business_kind, business_id, made_up)
    select a.meeting_id, row_number() over (partition by a.meeting_id order by a.id), 'Ansökan om medlemskap: ' || o.name,
      a.recommendation_text, 'application', a.id::text, a.made_up
    from application a join organisation o on o.code = a.organisation_code where a.state = 'on-agenda';

    -- A membership is found by its application.
    create view search_of_board_decision as
    select i.id as key, case when i.open_to_all then 'everyone' else 'members' end as audience, 'decision' as kind,
      null::text as organisation_code, m.held_on as happened_on, extract(year from m.held_on)::integer as year,
      i.made_up or m.made_up as made_up, null::tstzmultirange as shown_during,
      case when i.open_to_all then '/styrelse/beslut#beslut-' || i.id
        else '/styrelse/moten/' || m.id || '/protokoll#arende-' || i.id end as address,
      jsonb_build_object('sv', jsonb_build_object('title', i.title,
        'lead', 'Styrelsen ' || m.held_on || ' § ' || i.paragraph, 'body', i.decision)) as texts,
      'styrelsebeslut protokoll board decision minutes' as names
    from meeting_item i join meeting m on m.id = i.meeting_id
    where m.organ = 'board' and m.state = 'approved' and i.paragraph is not null and i.standing is null
      and coalesce(i.business_kind, '') <> 'application';
    insert into search_source (name, held_in, key_column) values ('board_decision', 'meeting_item', 'id');
    create trigger found_board after insert or delete or update of title, decision, paragraph, open_to_all on meeting_item
      for each row execute function search_changed('board_decision', 'id');
    create function search_of_meeting_changed() returns trigger language plpgsql as $$
    begin
      perform refresh_search('board_decision', id::text) from (select id from meeting_item where meeting_id = new.id order by id) as i;
      return null;
    end $$;
    create trigger found_board after update of state, held_on on meeting for each row execute function search_of_meeting_changed();

    -- Nothing of the board is public before its minutes are approved.
    create trigger published_board after update of state on meeting for each statement execute function mark_public_change();
  `.execute(db)
}
