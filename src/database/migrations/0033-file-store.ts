import { type Kysely, sql } from 'kysely'

/**
 * Lets files lie outside the database. Each table that holds files gets a reference beside the bytes; old rows stay
 * as they are, and a program of the version before goes on with them. Nothing is rewritten.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table file_content (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      size integer not null check (size >= 0),
      place text not null check (place <> ''),
      kept_at timestamptz not null default now()
    );
    comment on table file_content is 'Files whose bytes lie outside the database. A row stands only once its bytes are safe';
    comment on column file_content.place is 'Where the bytes lie: a folder, or s3://host/bucket';

    create table file_released (
      sha256 text not null,
      place text not null,
      released_at timestamptz not null default clock_timestamp(),
      primary key (sha256, place)
    );
    comment on table file_released is 'Bytes that perhaps nobody refers to any more; a job looks and removes them';

    -- From the first file outside on, a program that knows of none would give out empty ones: it refuses to start.
    create function need_file_store() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $$
    begin
      insert into schema_need (migration) values ('0033-file-store') on conflict do nothing;
      return null;
    end $$;
    create trigger needed after insert on file_content for each statement execute function need_file_store();

    create function release_file() returns trigger language plpgsql as $$
    begin
      insert into file_released (sha256, place)
        select sha256, place from file_content where sha256 = to_jsonb(old) ->> (tg_argv[0] || '_sha256')
        on conflict do nothing;
      perform pg_notify('job', 'remove-released-files');
      return null;
    end $$;
  `.execute(db)
  for (const [table, column] of owners) {
    const bytes = sql.ref(column)
    const sum = sql.ref(`${column}_sha256`)
    const name = (of: string) => sql.ref(`${table}_${column}_${of}`)
    const set = column === 'logo' ? sql`<= 1` : sql`= 1`
    await sql`
      alter table ${sql.table(table)}
        alter column ${bytes} drop not null,
        add column ${sum} text references file_content (sha256),
        add constraint ${name('once')} check (num_nonnulls(${bytes}, ${sum}) ${set}) not valid;
      comment on column ${sql.ref(`${table}.${column}_sha256`)} is 'Set instead of the bytes when they lie outside the database';
      create index ${name('outside')} on ${sql.table(table)} (${sum}) where ${sum} is not null;
      create trigger ${name('deleted')} after delete on ${sql.table(table)} for each row
        when (old.${sum} is not null) execute function release_file(${sql.lit(column)});
      create trigger ${name('changed')} after update of ${bytes}, ${sum} on ${sql.table(table)} for each row
        when (old.${sum} is not null and old.${sum} is distinct from new.${sum}) execute function release_file(${sql.lit(column)});
    `.execute(db)
  }

  // What never changes may lie elsewhere, as long as it is the same.
  await sql`
    drop trigger frozen on invoice_file;
    create trigger frozen before delete on invoice_file for each row execute function refuse_finance_change();
    create trigger frozen_content before update on invoice_file for each row
      when ((old.invoice_id, old.format, old.made_at, coalesce(old.content_sha256, encode(sha256(old.content), 'hex')))
        is distinct from
        (new.invoice_id, new.format, new.made_at, coalesce(new.content_sha256, encode(sha256(new.content), 'hex'))))
      execute function refuse_finance_change();

    drop trigger advocacy_sent_file_kept on advocacy_sent_file;
    create trigger advocacy_sent_file_kept before delete on advocacy_sent_file for each row execute function refuse_change();
    create trigger advocacy_sent_file_content_kept before update on advocacy_sent_file for each row
      when ((old.matter_id, coalesce(old.pdf_sha256, encode(sha256(old.pdf), 'hex')))
        is distinct from (new.matter_id, coalesce(new.pdf_sha256, encode(sha256(new.pdf), 'hex'))))
      execute function refuse_change();
  `.execute(db)
}

/** Every table that holds files, and its column of bytes. */
const owners = [
  ['organisation_profile', 'logo'],
  ['application_file_content', 'content'],
  ['invoice_file', 'content'],
  ['good_example_picture_content', 'large'],
  ['good_example_picture_content', 'small'],
  ['good_example_document_content', 'content'],
  ['event_portrait', 'webp'],
  ['event_material_content', 'content'],
  ['news_picture_content', 'webp'],
  ['meeting_item_file_content', 'content'],
  ['advocacy_document_content', 'content'],
  ['advocacy_sent_file', 'pdf'],
] as const
