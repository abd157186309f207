import { type Kysely, sql } from 'kysely'

/**
 * Speaking with one voice: consultations and own initiatives, the sections that are sent to those who know, the text in
 * versions with what members say of each paragraph, who endorses it, what was sent, and what became of each demand.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table advocacy_matter (
      id bigint generated always as identity primary key,
      kind text not null check (kind in ('consultation', 'initiative')),
      title text not null check (title <> ''),
      counterpart text not null check (counterpart <> ''),
      reference text not null default '',
      summary text not null check (summary <> ''),
      language text not null default 'sv' check (language in ('sv', 'en')),
      deadline date,
      state text not null default 'preparing' check (state in
        ('preparing', 'drafting', 'proposed', 'adopted', 'sent', 'closed')),
      closed_reason text not null default '',
      created_by bigint references person (id),
      created_at timestamptz not null default now(),
      proposed_at timestamptz,
      adopted_on date,
      adopted_at_meeting text not null default '',
      adopted_paragraph text not null default '',
      adopted_address text not null default '',
      adopted_text text not null default '',
      reservations text not null default '',
      returned_reason text not null default '',
      made_up boolean not null default false,
      version integer not null default 1,
      check (state <> 'closed' or closed_reason <> ''),
      check (state <> 'proposed' or proposed_at is not null),
      check (state not in ('adopted', 'sent') or adopted_on is not null)
    );
    create index advocacy_matter_state on advocacy_matter (state, deadline);
    comment on table advocacy_matter is 'Something the association speaks up about: a consultation that it answers, or an initiative of its own';
    comment on column advocacy_matter.counterpart is 'Who asks, for a consultation; whom it is addressed to, for an initiative';
    comment on column advocacy_matter.reference is 'The reference number of the counterpart';
    comment on column advocacy_matter.deadline is 'When the answer must be in; an initiative may have none';
    comment on column advocacy_matter.adopted_address is 'The page of the meeting, when it was held in the program';
    comment on column advocacy_matter.adopted_text is 'How the board worded its decision; empty when it only said yes';
    comment on column advocacy_matter.reservations is 'Who of the board had another opinion, and which; empty when nobody had';
    comment on column advocacy_matter.returned_reason is 'Why the board sent it back to be worked on; empty when it did not, or since it was laid before it again';
    comment on column advocacy_matter.version is 'Counts the changes of title, counterpart, summary and deadline, so that nobody writes over what they have not seen';

    create table advocacy_document (
      id bigint generated always as identity primary key,
      matter_id bigint not null references advocacy_matter (id) on delete cascade,
      title text not null,
      name text not null,
      media_type text not null,
      standard text not null,
      size integer not null check (size between 1 and 26214400),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      uploaded_by bigint references person (id),
      uploaded_at timestamptz not null default now(),
      unique (matter_id, sha256)
    );
    create table advocacy_document_content (
      document_id bigint primary key references advocacy_document (id) on delete cascade,
      content bytea not null
    );

    create table advocacy_section (
      id bigint generated always as identity primary key,
      matter_id bigint not null references advocacy_matter (id) on delete cascade,
      ordinal integer not null,
      title text not null check (title <> ''),
      body text not null default '',
      question_id bigint unique references question (id),
      unique (matter_id, ordinal) deferrable initially deferred
    );
    comment on table advocacy_section is 'A part of what is asked, sent to members who know as a question of its own';
    comment on column advocacy_section.question_id is 'The question that it was sent as; null until then';

    create table advocacy_version (
      matter_id bigint not null references advocacy_matter (id) on delete cascade,
      number integer not null check (number > 0),
      paragraphs jsonb not null,
      in_substance boolean not null,
      note text not null default '',
      written_by bigint references person (id),
      written_at timestamptz not null default now(),
      primary key (matter_id, number)
    );
    comment on table advocacy_version is 'The text of the response as it has been, version by version; only grows';
    comment on column advocacy_version.paragraphs is 'In order: id, which stays while the paragraph is changed, and text in Markdown';
    comment on column advocacy_version.in_substance is 'It says something else than the version before, so that who endorsed that one is asked again';

    create table advocacy_comment (
      id bigint generated always as identity primary key,
      matter_id bigint not null references advocacy_matter (id) on delete cascade,
      version integer not null,
      paragraph integer not null,
      body text not null check (body <> ''),
      written_by bigint references person (id),
      organisation_code text references organisation (code),
      written_at timestamptz not null default now(),
      dealt_with_at timestamptz,
      dealt_with_by bigint references person (id),
      made_up boolean not null default false,
      foreign key (matter_id, version) references advocacy_version (matter_id, number)
    );
    create index advocacy_comment_matter on advocacy_comment (matter_id);
    comment on column advocacy_comment.paragraph is 'The id of the paragraph that it is about';
    comment on column advocacy_comment.version is 'The version that was read';

    create table advocacy_endorsement (
      id bigint generated always as identity primary key,
      matter_id bigint not null references advocacy_matter (id) on delete cascade,
      organisation_code text not null references organisation (code),
      version integer not null,
      delegation text not null check (delegation <> ''),
      decided_by text not null check (decided_by <> ''),
      decided_on date not null,
      endorsed_by bigint references person (id),
      endorsed_at timestamptz not null default now(),
      confirmed_at timestamptz,
      withdrawn_at timestamptz,
      withdrawn_by bigint references person (id),
      made_up boolean not null default false,
      foreign key (matter_id, version) references advocacy_version (matter_id, number)
    );
    create unique index advocacy_endorsement_once on advocacy_endorsement (matter_id, organisation_code) where withdrawn_at is null;
    create index advocacy_endorsement_organisation on advocacy_endorsement (organisation_code);
    comment on table advocacy_endorsement is 'That an organisation stands behind a version of the text, under which delegation, until it is withdrawn';
    comment on column advocacy_endorsement.version is 'The version that was read and endorsed, or confirmed since';

    create table advocacy_demand (
      id bigint generated always as identity primary key,
      matter_id bigint not null references advocacy_matter (id) on delete cascade,
      ordinal integer not null,
      text text not null check (text <> ''),
      outcome text not null default 'waiting' check (outcome in ('waiting', 'law', 'practice', 'rejected')),
      outcome_on date,
      source_title text not null default '',
      source_address text not null default '',
      note text not null default '',
      followed_by bigint references person (id),
      followed_at timestamptz,
      unique (matter_id, ordinal) deferrable initially deferred,
      check ((outcome = 'waiting') = (outcome_on is null)),
      check (outcome = 'waiting' or source_title <> '')
    );
    comment on table advocacy_demand is 'One thing that a response asks for, and what became of it, with the source';

    create table advocacy_sent (
      matter_id bigint primary key references advocacy_matter (id),
      version integer not null,
      sent_at timestamptz not null,
      text text not null,
      weight jsonb not null,
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      search tsvector generated always as (to_tsvector('swedish', text)) stored,
      foreign key (matter_id, version) references advocacy_version (matter_id, number)
    );
    comment on table advocacy_sent is 'What was sent, as it was sent; never changes';
    comment on column advocacy_sent.text is 'Markdown, with the key figures as they were that day';
    comment on column advocacy_sent.weight is 'The weight of the voice as it was counted that day';
    comment on column advocacy_sent.sha256 is 'Of the PDF';
    create table advocacy_sent_file (
      matter_id bigint primary key references advocacy_sent (matter_id),
      pdf bytea not null
    );

    create trigger advocacy_version_kept before update or delete on advocacy_version
      for each row execute function refuse_change();
    create trigger advocacy_sent_kept before update or delete on advocacy_sent for each row execute function refuse_change();
    create trigger advocacy_sent_file_kept before update or delete on advocacy_sent_file for each row execute function refuse_change();

    create function advocacy_refuse_after_sending() returns trigger language plpgsql as $$
    declare
      matter bigint := case when tg_op = 'DELETE' then old.matter_id else new.matter_id end;
    begin
      if current_setting('ekokommun.erasing', true) is distinct from 'yes'
        and exists (select from advocacy_sent where matter_id = matter) then
        raise exception 'The response of matter % has been sent: nothing of it changes any more', matter;
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$;
    create trigger sealed before insert on advocacy_version for each row execute function advocacy_refuse_after_sending();
    create trigger sealed before insert or update or delete on advocacy_endorsement
      for each row execute function advocacy_refuse_after_sending();
    create trigger sealed before insert or delete or update of matter_id, ordinal, text on advocacy_demand
      for each row execute function advocacy_refuse_after_sending();

    create trigger audited after insert or update or delete on advocacy_matter for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on advocacy_document for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on advocacy_section for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on advocacy_version for each row execute function write_audit('matter_id', 'number');
    create trigger audited after insert or update or delete on advocacy_comment for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on advocacy_endorsement for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on advocacy_demand for each row execute function write_audit('id');
    create trigger audited after insert on advocacy_sent for each row execute function write_audit('matter_id');

    -- Visitors read what has been sent, and what became of it.
    create trigger published after insert on advocacy_sent for each statement execute function mark_public_change();
    create trigger published after update of outcome, outcome_on, source_title, source_address, note on advocacy_demand
      for each statement execute function mark_public_change();

    create view search_of_advocacy as
    select m.id as key,
      case m.state when 'sent' then 'everyone' when 'preparing' then 'office' else 'members' end as audience,
      'decision' as kind, null::text as organisation_code,
      coalesce((s.sent_at at time zone 'Europe/Stockholm')::date, m.adopted_on) as happened_on,
      extract(year from coalesce(s.sent_at, m.created_at) at time zone 'Europe/Stockholm')::integer as year, m.made_up,
      null::tstzmultirange as shown_during, '/paverkan/' || m.id as address,
      jsonb_build_object(m.language, jsonb_build_object('title', m.title, 'lead', m.summary, 'body', coalesce(s.text, ''))) as texts,
      concat_ws(' ', m.counterpart, m.reference,
        case m.kind when 'consultation' then 'remiss remissvar consultation' else 'skrivelse initiativ initiative' end) as names
    from advocacy_matter m left join advocacy_sent s on s.matter_id = m.id;
    insert into search_source (name, held_in, key_column) values ('advocacy', 'advocacy_matter', 'id');
    create trigger found after insert or delete or update of title, summary, counterpart, reference, state, adopted_on, made_up
      on advocacy_matter for each row execute function search_changed('advocacy', 'id');
    create trigger found after insert on advocacy_sent for each row execute function search_changed('advocacy', 'matter_id');
  `.execute(db)
}
