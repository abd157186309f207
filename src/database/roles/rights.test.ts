import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadedDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { act } from '../act.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await loadedDatabase()
})
afterAll(() => database.drop())

const asWeb = (statement: string) => sql.raw(statement).execute(database.db)
const refused = { code: '42501' }

describe('the role that serves', () => {
  test.each([
    ['audit_entry', "set actor_name = 'x'"],
    ['invoice', 'set total_ore = 1'],
    ['invoice_file', "set content = ''"],
    ['payment', 'set amount_ore = 1'],
    ['allocation', 'set amount_ore = 1'],
    ['ballot_paper', "set choice = '{1}'"],
    ['minutes_document', "set content = ''"],
    ['minutes_signature', "set sha256 = ''"],
    ['minutes_text', "set text = ''"],
    ['minutes_note', "set text = ''"],
    ['advocacy_version', "set note = ''"],
    ['advocacy_sent', "set text = ''"],
    ['advocacy_sent_file', "set pdf = ''"],
    ['key_figure_value', 'set value = 1'],
    ['kolada_kpi', 'set number = 1'],
    ['kysely_migration', "set name = ''"],
  ])('may neither change, delete nor empty %s, nor switch off what guards it', async (table, change) => {
    await expect(asWeb(`update ${table} ${change}`)).rejects.toMatchObject(refused)
    await expect(asWeb(`delete from ${table}`)).rejects.toMatchObject(refused)
    await expect(asWeb(`truncate ${table} cascade`)).rejects.toMatchObject(refused)
    await expect(asWeb(`alter table ${table} disable trigger user`)).rejects.toMatchObject(refused)
    await expect(asWeb(`drop table ${table} cascade`)).rejects.toMatchObject(refused)
  })

  test.each([
    'create table public.own (id int)',
    "create function public.own() returns int language sql as 'select 1'",
    'create or replace function public.write_audit() returns trigger language plpgsql as $$ begin return null; end $$',
    'drop function public.refuse_change() cascade',
    'create trigger own before insert on public.mail for each row execute function public.announce_mail()',
    'create temporary table fake (id int); create trigger t after insert on fake for each row execute function write_audit()',
    "insert into audit_entry (actor_name, action, table_name, row_key) values ('a', 'b', 'c', 'd')",
    "set session_replication_role = 'replica'",
    'set role ekokommun',
    'alter role ekokommun_web superuser',
    "copy (select 1) to program 'id'",
    "select pg_read_file('/etc/passwd')",
    'create schema own',
    'alter table person add column own int',
    'create index own on person (name)',
    "select note_blanked('x', 1)",
  ])('may not: %s', async (statement) => {
    await expect(asWeb(statement)).rejects.toMatchObject(refused)
  })

  test('changes nothing through a view, which acts in the name of its owner', async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
        and has_table_privilege(oid, 'insert, update, delete')`.execute(database.db)
    expect(rows).toEqual([])
  })

  test('owns nothing', async () => {
    const { rows } = await sql`select relname from pg_class where relowner = current_user::regrole
      union all select proname from pg_proc where proowner = current_user::regrole`.execute(database.db)
    expect(rows).toEqual([])
  })

  test('finds no function that runs as the owner and looks where others may write', async () => {
    const { rows } =
      await sql`select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
      and not coalesce(proconfig, '{}') @> '{"search_path=public, pg_temp"}'`.execute(database.db)
    expect(rows).toEqual([])
  })
})

describe('the log', () => {
  const entries = async () => {
    const { rows } = await sql<{ count: number }>`select count(*) from audit_entry`.execute(database.db)
    return rows[0]?.count ?? 0
  }

  test('is written all the same, by what the owner made', async () => {
    const before = await entries()
    await act(database.db, { personId: 1, name: 'Ada' }, 'test.rename', async (trx) => {
      await trx.updateTable('person').set({ title: 'Ekolog' }).where('id', '=', 1).execute()
    })
    expect(await entries()).toBe(before + 1)
  })

  test('is blanked only for who is erased and what is gone, and only after ten years dropped', async () => {
    await expect(asWeb('select erase_from_audit(1)')).rejects.toThrow('is not erased')
    await expect(asWeb('select forget_old_audit(now())')).rejects.toThrow('ten years')
    await expect(asWeb('select forget_application_in_audit(id) from application limit 1')).rejects.toThrow(
      'stays in the log',
    )
  })

  test('says what was blanked in it', async () => {
    await sql`update person set erased_at = now(), email = null where id = 1`.execute(database.db)
    await asWeb('select erase_from_audit(1)')
    const noted = await database.db
      .selectFrom('audit_entry')
      .select(['row_key', 'after'])
      .where('action', '=', 'audit.blank')
      .execute()
    expect(noted).toEqual([{ row_key: 'person 1', after: { entries: expect.any(Number) } }])
  })
})
