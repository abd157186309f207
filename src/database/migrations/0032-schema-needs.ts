import { type Kysely, sql } from 'kysely'

/** What a program must know to run on this schema: a migration that takes something away names the one before it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table schema_need (migration text primary key, since timestamptz not null default now());
    comment on table schema_need is
      'Migrations that a program must know to run here; a contracting migration adds the expanding one that it completes'
  `.execute(db)
}
