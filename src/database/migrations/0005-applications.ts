import { type Kysely, sql } from 'kysely'

/** Applications for membership, their documents, the expert group's views, the board's meetings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table board_meeting (
      id bigint generated always as identity primary key,
      held_on date not null,
      title text not null default '',
      place text not null default '',
      made_up boolean not null default false
    );
    create index board_meeting_held_on on board_meeting (held_on);

    create table application (
      id bigint generated always as identity primary key,
      organisation_code text not null references organisation (code),
      state text not null default 'draft' check (state in ('draft', 'submitted', 'incomplete', 'in-review',
        'recommended', 'on-agenda', 'deferred', 'approved', 'approved-with-conditions', 'rejected', 'withdrawn', 'member')),
      version integer not null default 0,
      started_by bigint not null references person (id),
      started_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      submitted_at timestamptz,
      answers jsonb not null default '{}',
      review_due_on date,
      review_reminders integer not null default 0,
      recommendation text check (recommendation in ('approve', 'approve-with-conditions', 'defer', 'reject')),
      recommendation_text text not null default '',
      meeting_id bigint references board_meeting (id),
      decided_on date,
      paragraph text not null default '',
      decision_text text not null default '',
      member_since date,
      made_up boolean not null default false,
      check (state not in ('approved', 'approved-with-conditions', 'rejected', 'member')
        or (decided_on is not null and paragraph <> '' and meeting_id is not null)),
      check (state <> 'member' or member_since is not null),
      check (state not in ('recommended', 'on-agenda') or recommendation is not null)
    );
    create unique index application_open on application (organisation_code)
      where state not in ('member', 'rejected', 'withdrawn');
    create index application_state on application (state);
    comment on column application.version is 'Counts the steps; who acts on an older one is told what happened';
    comment on column application.decision_text is 'Conditions, or the reason to defer or reject';

    create table application_step (
      id bigint generated always as identity primary key,
      application_id bigint not null references application (id),
      step text not null,
      from_state text,
      to_state text not null,
      by_person bigint references person (id),
      at timestamptz not null default clock_timestamp(),
      text text not null default '',
      data jsonb not null default '{}'
    );
    create index application_step_application on application_step (application_id, id);
    comment on table application_step is 'Who took which step and when. Only ever grows';
    create trigger application_step_frozen before update or delete on application_step
      for each row execute function refuse_change();

    create table application_file (
      id bigint generated always as identity primary key,
      application_id bigint not null references application (id) on delete cascade,
      kind text not null check (kind in ('decision', 'programme', 'other')),
      name text not null,
      media_type text not null,
      standard text not null,
      size integer not null check (size between 1 and 26214400),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      uploaded_by bigint not null references person (id),
      uploaded_at timestamptz not null default now()
    );
    create index application_file_application on application_file (application_id);
    comment on column application_file.standard is 'What the content is: PDF, PDF/A-2B, DOCX, ODT';
    create table application_file_content (
      file_id bigint primary key references application_file (id) on delete cascade,
      content bytea not null
    );
    comment on table application_file_content is 'Beside its file, so that lists and the log never carry it';

    create table application_review (
      application_id bigint not null references application (id) on delete cascade,
      person_id bigint not null references person (id),
      answers jsonb not null default '{}',
      changed_at timestamptz not null default now(),
      given_at timestamptz,
      primary key (application_id, person_id)
    );
    comment on table application_review is 'One reviewer''s own view along the four criteria';

    create table application_conflict (
      application_id bigint not null references application (id) on delete cascade,
      person_id bigint not null references person (id),
      reason text not null,
      declared_at timestamptz not null default now(),
      primary key (application_id, person_id)
    );
    comment on table application_conflict is 'Who has said to be partial (jäv) and takes no part';

    create trigger audited after insert or update or delete on board_meeting for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on application for each row execute function write_audit('id');
    create trigger audited after insert on application_step for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on application_file for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on application_review for each row execute function write_audit('application_id', 'person_id');
    create trigger audited after insert or update or delete on application_conflict for each row execute function write_audit('application_id', 'person_id');
  `.execute(db)
}
