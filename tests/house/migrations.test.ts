import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { faultsOfMigration } from '../support/locking-migrations.ts'

const folder = 'src/database/migrations'
/** Those before are frozen; they ran where nobody was served. */
const watchedFrom = '0032'

describe('A migration runs while the version before still serves', () => {
  const watched = readdirSync(folder).filter((name) => name >= watchedFrom)

  test.each(watched)('%s holds no large table and takes nothing away', (name) => {
    expect(faultsOfMigration(readFileSync(`${folder}/${name}`, 'utf8'))).toEqual([])
  })

  test.each([
    'create index value_by_year on key_figure_value (year)',
    'create unique index one on organisation (code)',
    'CREATE INDEX one\n ON audit_entry (at)',
    'drop index mail_due',
    'alter table key_figure_value alter column value type numeric',
    'alter table mail alter subject set not null',
    'alter table key_figure_value add constraint above check (value >= 0)',
    'alter table mail add foreign key (person_id) references person (id)',
    'alter table organisation add column folded text generated always as (lower(name)) stored',
    'alter table key_figure_value add column by bigint references person (id)',
    'alter table search_text drop column names',
    'alter table event rename column title to name',
    'drop table news',
    'update key_figure_value set comment = null',
    'lock table mail in exclusive mode',
    'create index concurrently one on organisation (name)',
  ])('refuses: %s', (statement) => {
    expect(faultsOfMigration(`await sql\`\n    ${statement}\`.execute(db)`)).not.toEqual([])
  })

  test.each([
    'create table anything (code text not null references organisation (code)); create index one on anything (code)',
    'alter table key_figure_value add column note text',
    `alter table organisation add column large boolean not null default false`,
    'alter table key_figure_value add constraint above check (value >= 0) not valid',
    'alter table key_figure_value validate constraint above',
    'create index event_by_day on event (day)',
    'update mail set failure = null where id = 1',
    `alter table news drop column old; insert into schema_need (migration) values ('0040-new')`,
  ])('allows: %s', (statement) => {
    expect(faultsOfMigration(`await sql\`\n    ${statement}\`.execute(db)`)).toEqual([])
  })

  test('allows an index that is made concurrently, after what an earlier try has left is gone', () => {
    expect(
      faultsOfMigration(`export const online = true
        await sql\`drop index \${concurrently} if exists one\`.execute(db)
        await sql\`create index \${concurrently} one on organisation (name)\`.execute(db)`),
    ).toEqual([])
  })
})
