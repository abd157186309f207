import { type Kysely, sql } from 'kysely'

/** The statutes with their versions, and what every meeting has: its agenda and the roll of those who may vote. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table statutes (
      id text primary key check (id ~ '^[a-z0-9-]+$'),
      in_force_from date unique,
      adopted_sv text not null,
      adopted_en text not null,
      paragraphs jsonb not null,
      rules jsonb not null,
      assumed boolean not null default false,
      kept_by text not null default 'reference' check (kept_by in ('reference', 'association')),
      version integer not null default 0,
      made_up boolean not null default false
    );
    comment on table statutes is 'The versions of the statutes. The one in force is the last whose day has come';
    comment on column statutes.in_force_from is 'Null: a proposal that no meeting has adopted yet';
    comment on column statutes.rules is 'What the program goes by, each with the number of its paragraph';
    comment on column statutes.assumed is 'Not the association''s real statutes, but written after what is known of its practice';

    alter table board_meeting rename to meeting;
    alter index board_meeting_held_on rename to meeting_held_on;
    alter table meeting
      add column organ text not null default 'board' check (organ in ('board', 'annual-meeting')),
      add column extra boolean not null default false,
      add column state text not null default 'planned'
        check (state in ('planned', 'called', 'open', 'closed', 'approved', 'cancelled')),
      add column starts_at timestamptz,
      add column form text not null default 'on-site' check (form in ('on-site', 'online', 'both')),
      add column online_address text not null default '',
      add column statutes_id text references statutes (id),
      add column called_at timestamptz,
      add column opened_at timestamptz,
      add column closed_at timestamptz,
      add column version integer not null default 0;
    comment on table meeting is 'The meetings of the board and the annual meetings';
    comment on column meeting.statutes_id is 'The statutes that the meeting stands under, set when it is called';
    create unique index meeting_annual on meeting (extract(year from held_on))
      where organ = 'annual-meeting' and not extra and state <> 'cancelled';
    -- The version of the program before this one goes on writing here while it is replaced.
    create view board_meeting as select id, held_on, title, place, made_up from meeting where organ = 'board';

    create table meeting_item (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      ordinal integer not null,
      title text not null check (title <> ''),
      text text not null default '',
      kind text not null default 'decision' check (kind in ('formality', 'information', 'decision', 'election')),
      business_kind text,
      business_id text,
      outcome text,
      decision text not null default '',
      paragraph integer check (paragraph > 0),
      decided_at timestamptz,
      version integer not null default 0,
      made_up boolean not null default false,
      unique (meeting_id, ordinal) deferrable initially deferred,
      unique (meeting_id, paragraph),
      check ((business_kind is null) = (business_id is null))
    );
    create unique index meeting_item_business on meeting_item (business_kind, business_id, meeting_id)
      where business_kind is not null;
    comment on column meeting_item.business_kind is 'What the item decides in another house, with business_id: application 12, fee-proposal 3';
    comment on column meeting_item.outcome is 'What was decided, in the words of the business: approve, reject, adopt …';
    comment on column meeting_item.paragraph is 'The number of the decision; runs through the year for the board, through the meeting for an annual meeting';

    create table voting_roll_entry (
      id bigint generated always as identity primary key,
      meeting_id bigint not null references meeting (id),
      organisation_code text not null references organisation (code),
      place smallint not null check (place > 0),
      person_id bigint not null references person (id),
      by_proxy boolean not null default false,
      checked_at timestamptz not null default now(),
      withdrawn_at timestamptz,
      withdrawn_why text not null default ''
    );
    create unique index voting_roll_entry_once on voting_roll_entry (meeting_id, organisation_code, place)
      where withdrawn_at is null;
    create index voting_roll_entry_person on voting_roll_entry (person_id);
    comment on table voting_roll_entry is 'One row is one vote. A member with two votes has places 1 and 2; somebody with a proxy stands in more rows';

    create trigger audited after insert or update or delete on statutes for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on meeting_item for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on voting_roll_entry for each row execute function write_audit('id');
    create trigger published after insert or update or delete on statutes for each statement execute function mark_public_change();
  `.execute(db)
}
