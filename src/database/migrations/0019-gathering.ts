import { type Kysely, sql } from 'kysely'

/** What happens around an event: sessions and speakers, materials, the door, the evaluation, certificates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table event_session (
      id bigint generated always as identity primary key,
      event_id bigint not null references event (id) on delete cascade,
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      room text not null default '',
      online_address text not null default '' check (online_address = '' or online_address ~ '^https://'),
      made_up boolean not null default false,
      check (starts_at < ends_at)
    );
    create index event_session_event on event_session (event_id, starts_at);
    comment on column event_session.online_address is 'Shown to those who have registered only';

    create table event_session_text (
      session_id bigint not null references event_session (id) on delete cascade,
      language text not null check (language in ('sv', 'en')),
      title text not null check (title <> ''),
      description text not null default '',
      primary key (session_id, language)
    );
    comment on column event_session_text.description is 'Markdown';

    create table event_speaker (
      id bigint generated always as identity primary key,
      event_id bigint not null references event (id) on delete cascade,
      name text not null check (name <> ''),
      title text not null default '',
      organisation text not null default '',
      about_sv text not null default '',
      about_en text not null default '',
      person_id bigint references person (id),
      made_up boolean not null default false
    );
    create index event_speaker_event on event_speaker (event_id);
    create index event_speaker_person on event_speaker (person_id) where person_id is not null;
    comment on column event_speaker.person_id is 'The person of the network who speaks, if it is one';

    create table event_portrait (
      speaker_id bigint primary key references event_speaker (id) on delete cascade,
      webp bytea not null,
      consented_on date not null
    );
    comment on table event_portrait is 'There is none without consent; taking the consent back deletes the picture';

    create table event_session_speaker (
      session_id bigint not null references event_session (id) on delete cascade,
      speaker_id bigint not null references event_speaker (id) on delete cascade,
      primary key (session_id, speaker_id)
    );
    create index event_session_speaker_speaker on event_session_speaker (speaker_id);

    create table event_material (
      id bigint generated always as identity primary key,
      event_id bigint not null references event (id) on delete cascade,
      session_id bigint references event_session (id) on delete set null,
      kind text not null check (kind in ('document', 'recording')),
      title text not null check (title <> ''),
      open_to text not null check (open_to in ('everyone', 'members', 'participants')),
      address text not null default '' check (address = '' or address ~ '^https://'),
      captioned boolean,
      file_name text not null default '',
      media_type text not null default '',
      standard text not null default '',
      size integer not null default 0,
      added_by bigint references person (id),
      added_at timestamptz not null default now(),
      made_up boolean not null default false,
      check ((kind = 'recording') = (address <> '')),
      check ((kind = 'recording') = (captioned is not null)),
      check ((kind = 'document') = (file_name <> ''))
    );
    create index event_material_event on event_material (event_id);
    comment on column event_material.captioned is 'Whether a recording has captions, which the Act (2018:1937) asks for';

    create table event_material_content (
      material_id bigint primary key references event_material (id) on delete cascade,
      content bytea not null
    );
    comment on table event_material_content is 'Beside its material, so that lists and the log never carry it';

    create table event_door (
      event_id bigint primary key references event (id) on delete cascade,
      key text not null,
      made_by bigint references person (id),
      made_at timestamptz not null default now()
    );
    comment on table event_door is 'What makes the link of the helpers at the door good; a new key ends the old link';

    create table event_evaluation (
      event_id bigint primary key references event (id) on delete cascade,
      invited_at timestamptz,
      closes_on date,
      answered integer not null default 0,
      published_at timestamptz,
      conclusion text not null default '',
      made_up boolean not null default false,
      check ((invited_at is null) = (closes_on is null))
    );
    comment on column event_evaluation.conclusion is 'What the secretariat says of the results, for members';

    create table event_evaluation_question (
      id bigint generated always as identity primary key,
      event_id bigint not null references event_evaluation (event_id) on delete cascade,
      ordinal integer not null,
      kind text not null check (kind in ('mark', 'words')),
      text_sv text not null check (text_sv <> ''),
      text_en text not null default '',
      unique (event_id, ordinal)
    );
    comment on table event_evaluation_question is 'The event''s own questions, beside those that every event is asked';

    create table event_evaluation_ticket (
      hash text primary key,
      event_id bigint not null references event_evaluation (event_id) on delete cascade
    );
    comment on table event_evaluation_ticket is
      'One for each participant who may answer, without saying whose it is; answering deletes it';

    create table event_evaluation_answer (
      event_id bigint not null references event_evaluation (event_id) on delete cascade,
      question text not null,
      mark integer check (mark between 1 and 5),
      words text,
      check ((mark is null) <> (words is null))
    );
    create index event_evaluation_answer_event on event_evaluation_answer (event_id);
    comment on table event_evaluation_answer is
      'One answer to one question. No person, no time, and nothing that ties the answers of one sheet together';

    create table training_certificate (
      id bigint generated always as identity primary key,
      code text not null unique check (length(code) >= 20),
      event_id bigint not null references event (id),
      registration_id bigint unique references event_registration (id) on delete set null,
      person_id bigint references person (id),
      name text not null check (name <> ''),
      organisation text not null default '',
      hours numeric(4, 1) not null check (hours > 0),
      programme jsonb not null,
      issued_on date not null,
      issued_by bigint references person (id),
      withdrawn_at timestamptz,
      made_up boolean not null default false
    );
    create index training_certificate_event on training_certificate (event_id);
    create index training_certificate_person on training_certificate (person_id) where person_id is not null;
    comment on column training_certificate.code is 'Names the certificate where it is verified; it opens nothing else';
    comment on column training_certificate.programme is 'Title, day and sessions as they were when it was issued';

    create trigger audited after insert or update or delete on event_session for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on event_session_text for each row execute function write_audit('session_id', 'language');
    create trigger audited after insert or update or delete on event_speaker for each row execute function write_audit('id');
    create trigger audited after insert or delete on event_session_speaker for each row execute function write_audit('session_id', 'speaker_id');
    create trigger audited after insert or update or delete on event_material for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on event_evaluation_question for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on training_certificate for each row execute function write_audit('id');
    -- Who answers an evaluation is nobody's to know, so neither tickets nor answers nor their count are logged.
    create trigger audited_new after insert on event_evaluation for each row execute function write_audit('event_id');
    create trigger audited after update of invited_at, published_at, conclusion on event_evaluation
      for each row execute function write_audit('event_id');
    -- The key opens the door, so the log has the hour and the hand alone.
    create function audit_door() returns trigger language plpgsql as $$
    begin
      insert into audit_entry (actor_id, actor_name, action, table_name, row_key, before, after) values (
        nullif(current_setting('ekokommun.actor_id', true), '')::bigint,
        coalesce(nullif(current_setting('ekokommun.actor_name', true), ''), 'Ekokommun'),
        coalesce(nullif(current_setting('ekokommun.action', true), ''), lower(tg_op)),
        tg_table_name, new.event_id::text, null, jsonb_build_object('made_at', new.made_at));
      return null;
    end $$;
    create trigger audited after insert or update on event_door for each row execute function audit_door();

    -- What stands on the page of an event. Evaluations and certificates are on no page that is kept.
    create trigger published after insert or update or delete on event_session
      for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on event_session_text
      for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on event_speaker
      for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on event_portrait
      for each statement execute function mark_public_change();
    create trigger published after insert or delete on event_session_speaker
      for each statement execute function mark_public_change();
    create trigger published after insert or update or delete on event_material
      for each statement execute function mark_public_change();
  `.execute(db)
}
