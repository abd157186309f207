import { type Kysely, sql } from 'kysely'

/**
 * What a good example holds beside its story: subjects, pictures, documents, what colleagues say of the draft, which
 * example it was learned from, and what readers report.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table good_example_subject (
      example_id bigint not null references good_example (id) on delete cascade,
      subject_id text not null references subject (id),
      primary key (example_id, subject_id)
    );
    create index good_example_subject_subject on good_example_subject (subject_id);

    create table good_example_picture (
      id bigint generated always as identity primary key,
      example_id bigint not null references good_example (id) on delete cascade,
      ordinal integer not null,
      alt_sv text not null default '',
      alt_en text not null default '',
      width integer not null check (width > 0),
      height integer not null check (height > 0),
      small_width integer not null check (small_width > 0),
      small_height integer not null check (small_height > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      uploaded_by bigint references person (id),
      uploaded_at timestamptz not null default now(),
      unique (example_id, ordinal) deferrable initially deferred,
      unique (example_id, sha256),
      check (alt_sv <> '' or alt_en <> '')
    );
    comment on column good_example_picture.alt_sv is 'What the picture shows, for those who do not see it; needed in one language';
    comment on column good_example_picture.sha256 is 'Of the large one; a part of its address, which therefore never means anything else';
    create table good_example_picture_content (
      picture_id bigint primary key references good_example_picture (id) on delete cascade,
      large bytea not null,
      small bytea not null
    );
    comment on table good_example_picture_content is 'WebP, drawn here from what was uploaded; beside its row, so that lists and the log never carry it';

    create table good_example_document (
      id bigint generated always as identity primary key,
      example_id bigint not null references good_example (id) on delete cascade,
      title text not null,
      name text not null,
      media_type text not null,
      standard text not null,
      size integer not null check (size between 1 and 26214400),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      uploaded_by bigint references person (id),
      uploaded_at timestamptz not null default now(),
      unique (example_id, sha256)
    );
    comment on column good_example_document.standard is 'What the content is: PDF, PDF/A-2B, DOCX, ODT';
    create table good_example_document_content (
      document_id bigint primary key references good_example_document (id) on delete cascade,
      content bytea not null
    );

    create table good_example_peer (
      example_id bigint not null references good_example (id) on delete cascade,
      person_id bigint not null references person (id),
      asked_by bigint references person (id),
      asked_at timestamptz not null default now(),
      answered_at timestamptz,
      primary key (example_id, person_id)
    );
    create index good_example_peer_person on good_example_peer (person_id);
    comment on table good_example_peer is 'Colleagues who are asked to comment on a draft, and may read it therefore';
    comment on column good_example_peer.answered_at is 'When the colleague said to be done, with or without a comment';

    create table good_example_comment (
      id bigint generated always as identity primary key,
      example_id bigint not null references good_example (id) on delete cascade,
      part text not null check (part in ('whole', 'title', 'summary', 'problem', 'action', 'cost', 'duration', 'result',
        'differently', 'facts', 'pictures')),
      body text not null check (body <> ''),
      written_by bigint references person (id),
      written_at timestamptz not null default now(),
      dealt_with_at timestamptz,
      dealt_with_by bigint references person (id)
    );
    create index good_example_comment_example on good_example_comment (example_id);
    comment on table good_example_comment is 'What colleagues say of a draft; forgotten three months after it was published';

    create table good_example_kin (
      example_id bigint not null references good_example (id) on delete cascade,
      after_id bigint not null references good_example (id) on delete cascade,
      said_by bigint references person (id),
      said_at timestamptz not null default now(),
      primary key (example_id, after_id),
      check (example_id <> after_id)
    );
    create index good_example_kin_after on good_example_kin (after_id);
    comment on table good_example_kin is 'We did this too: an example, and the one that it was learned from';

    create table good_example_report (
      id bigint generated always as identity primary key,
      example_id bigint not null references good_example (id) on delete cascade,
      reported_by bigint references person (id),
      reason text not null check (reason <> ''),
      reported_at timestamptz not null default now(),
      closed_at timestamptz,
      closed_by bigint references person (id)
    );
    create index good_example_report_open on good_example_report (example_id) where closed_at is null;

    create trigger audited after insert or delete on good_example_subject for each row execute function write_audit('example_id', 'subject_id');
    create trigger audited after insert or update or delete on good_example_picture for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on good_example_document for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on good_example_peer for each row execute function write_audit('example_id', 'person_id');
    create trigger audited after insert or update or delete on good_example_comment for each row execute function write_audit('id');
    create trigger audited after insert or update or delete on good_example_kin for each row execute function write_audit('example_id', 'after_id');
    create trigger audited after insert or update or delete on good_example_report for each row execute function write_audit('id');

    -- Who learned from whom shows on both pages and on those of the whole family.
    create trigger published after insert or update or delete on good_example_kin for each statement execute function mark_public_change();
  `.execute(db)
}
