import { type Kysely, sql } from 'kysely'

/** What people follow, how often they want mail, and which mail has come in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index key_figure_value_known on key_figure_value (known_from);

    create table following (
      person_id bigint not null references person (id),
      organisation_code text references organisation (code),
      key_figure_id text references key_figure (id),
      since timestamptz not null default now(),
      stopped boolean not null default false,
      check (num_nonnulls(organisation_code, key_figure_id) = 1),
      unique nulls not distinct (person_id, organisation_code, key_figure_id),
      check (not stopped or organisation_code is not null)
    );
    comment on table following is 'Organisations and key figures whose news a person wants to see';
    comment on column following.stopped is 'One''s own organisation is followed from the start; such a row says that it no longer is';

    create table following_digest (
      person_id bigint primary key references person (id),
      rhythm text not null check (rhythm in ('daily', 'weekly')),
      told_until timestamptz not null default now()
    );
    comment on table following_digest is 'Who wants what has happened by mail too; without a row it stands on the own page only';
    comment on column following_digest.told_until is 'Everything that happened before this moment has been told of';

    create table question_mail_choice (
      person_id bigint primary key references person (id),
      asked text not null check (asked in ('at-once', 'daily', 'weekly', 'never')),
      others text not null check (others in ('at-once', 'daily', 'weekly', 'never'))
    );
    comment on table question_mail_choice is 'How often a person wants mail of questions; without a row, what the program holds to be usual';
    comment on column question_mail_choice.asked is 'Of questions that the person is asked';

    alter table mail add column thread text check (thread ~ '^[a-z0-9-]+$');
    comment on column mail.thread is 'Mails of the same thread name the same mail as the one they follow, so that mail programs keep them together';

    create table received_mail (
      id bigint generated always as identity primary key,
      received_at timestamptz not null default now(),
      letterbox text not null,
      person_id bigint references person (id),
      message_id text not null,
      bytes integer not null,
      refused text
    );
    create unique index received_mail_once on received_mail (person_id, message_id) where refused is null;
    create index received_mail_newest on received_mail (received_at desc);
    comment on table received_mail is 'Every mail that came to the program: taken once, or refused and why. Neither its text nor a stranger''s address is kept';
    comment on column received_mail.person_id is 'Whose address it was sent to';

    create trigger audited after insert or update or delete on following for each row
      execute function write_audit('person_id', 'organisation_code', 'key_figure_id');
    create trigger audited after insert or update or delete on question_mail_choice for each row
      execute function write_audit('person_id');
  `.execute(db)
}
