import { type Kysely, sql } from 'kysely'

/** Which forms have been sent, so that the same one sent again does nothing and gets the same answer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sent_once (
      person_id bigint not null references person (id) on delete cascade,
      form text not null,
      key uuid not null,
      at timestamptz not null default now(),
      answer text,
      primary key (person_id, form, key)
    );
    create index sent_once_at on sent_once (at);
    comment on column sent_once.form is 'The path that the form was sent to';
    comment on column sent_once.answer is 'Where its sender was led; empty until the answer is made';
  `.execute(db)
}
