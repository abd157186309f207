import { type Kysely, sql } from 'kysely'

/** How the program itself is doing: its processes, its disk day by day, and mails that somebody has taken care of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table program_process (
      id uuid primary key,
      host text not null,
      pid integer not null,
      version text not null,
      works boolean not null,
      serves boolean not null,
      started_at timestamptz not null default now(),
      seen_at timestamptz not null default now());
    comment on table program_process is 'The processes of the program; each says twice a minute that it is there';

    create table disk_measure (
      day date primary key,
      database_bytes bigint not null,
      free_bytes bigint,
      total_bytes bigint);
    comment on column disk_measure.free_bytes is 'Free on the disk of the data folder; null where it could not be read';

    alter table mail add column let_go_at timestamptz;
    comment on column mail.let_go_at is 'The secretariat has seen that it did not arrive, and leaves it at that';
  `.execute(db)
}
