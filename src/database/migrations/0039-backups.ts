import { type Kysely, sql } from 'kysely'

/** What the program remembers of its backups, for those who look after it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table backup_run (
      id bigint generated always as identity primary key,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      file text not null,
      bytes bigint check (bytes > 0),
      rows bigint check (rows >= 0),
      fault text,
      check ((bytes is null) = (rows is null)),
      check (bytes is null or (finished_at is not null and fault is null))
    );
    comment on table backup_run is 'Each time a backup was begun. Whole when it has bytes, failed when it has a fault, else under way or killed';
  `.execute(db)
}
