import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { connectionStringOf } from '../../../tests/support/connection-string.ts'
import { databaseOn, onServer } from '../../../tests/support/global-setup.ts'
import { readConfig } from '../../platform/config.ts'
import { listSpoiltIndexes } from '../check/queries.ts'
import { connect } from '../connect.ts'
import { DatabaseFailure } from '../failure.ts'
import { migrate } from '../migrate.ts'
import { openDatabase } from '../open.ts'

const server = inject('server')
const mark = randomBytes(4).toString('hex')
const [owner, web] = [`owner_${mark}`, `web_${mark}`]

/** An outside PostgreSQL as an operator would make it: two roles, neither of them a superuser. */
beforeAll(async () => {
  await onServer(
    server,
    `create role ${owner} login password 'o'`,
    `create role ${web} login password 'w'`,
    `create database eko_${mark} owner ${owner} template template0`,
    `create database other_${mark} owner ${owner} template template0`,
  )
  return async () => {
    await onServer(
      server,
      `drop database eko_${mark} with (force)`,
      `drop database other_${mark} with (force)`,
      `drop role ${web}`,
      `drop role ${owner}`,
    )
  }
})

function address(role: string, password: string, database = `eko_${mark}`): string {
  const url = new URL(connectionStringOf(databaseOn(server, database)))
  url.username = role
  url.password = password
  return url.href
}

const open = (served: string, owned: string) =>
  openDatabase(
    readConfig({ DATABASE_URL: served, DATABASE_OWNER_URL: owned }),
    () => {},
    () => {},
  )

describe('an outside database with two roles', () => {
  test('is migrated by its owner and served by the other, with its jobs', async () => {
    const database = await open(address(web, 'w'), address(owner, 'o'))
    onTestFinished(database.close)
    expect(await database.asOwner(migrate)).toContain('0035-roles')
    await sql`update data_version set version = version`.execute(database.db)
    await expect(sql`update invoice set total_ore = 1`.execute(database.db)).rejects.toThrow(
      'permission denied',
    )
    const boss = new PgBoss({
      connectionString: address(web, 'w'),
      schema: 'jobs',
      createSchema: false,
      max: 2,
    })
    await boss.start()
    await boss.createQueue('test')
    expect(await boss.send('test', null)).toBeTruthy()
    await boss.stop({ graceful: false })
    // A start later on finds all of it, and changes nothing.
    expect(await database.asOwner(migrate)).toEqual([])
  })

  test('does not call its indexes spoilt where their owner may not look through them', async () => {
    const own = connect({ connectionString: address(owner, 'o') })
    const superuser = connect(databaseOn(server, `eko_${mark}`))
    onTestFinished(async () => {
      await Promise.all([own.destroy(), superuser.destroy()])
    })
    await sql`create table looked_through (id int primary key)`.execute(own)
    expect(await listSpoiltIndexes(own)).toBeUndefined()
    await sql`create extension amcheck`.execute(superuser)
    expect(await listSpoiltIndexes(own)).toBeUndefined()
    await sql`grant execute on function bt_index_check(regclass) to ${sql.id(owner)}`.execute(superuser)
    expect(await listSpoiltIndexes(own)).toEqual([])
    await sql`drop extension amcheck; drop table looked_through`.execute(superuser)
  })

  test('hands the queue over that its owner once made, and refuses who would have to be the other', async () => {
    const legacy = `legacy_${mark}`
    await onServer(server, `create database ${legacy} owner ${owner} template template0`)
    onTestFinished(() => onServer(server, `drop database ${legacy} with (force)`))
    const alone = new PgBoss({ connectionString: address(owner, 'o', legacy), schema: 'jobs', max: 2 })
    await alone.start()
    await alone.createQueue('test')
    await alone.stop({ graceful: false })
    const database = await open(address(web, 'w', legacy), address(owner, 'o', legacy))
    onTestFinished(database.close)
    await expect(database.asOwner(migrate)).rejects.toThrow(`grant ${web} to ${owner}`)
    await onServer(server, `grant ${web} to ${owner}`)
    await database.asOwner(migrate)
    const boss = new PgBoss({
      connectionString: address(web, 'w', legacy),
      schema: 'jobs',
      createSchema: false,
      max: 2,
    })
    await boss.start()
    expect(await boss.send('test', null)).toBeTruthy()
    await boss.stop({ graceful: false })
    await onServer(server, `revoke ${web} from ${owner}`)
  })

  test.each([
    ['the same role', () => [address(owner, 'o'), address(owner, 'o')] as const, 'may act as'],
    ['two databases', () => [address(web, 'w'), address(owner, 'o', `other_${mark}`)] as const, 'same one'],
    [
      'a superuser',
      () => [connectionStringOf(databaseOn(server, `eko_${mark}`)), address(owner, 'o')] as const,
      'superuser',
    ],
    [
      'a wrong password',
      () => [address(web, 'wrong'), address(owner, 'o')] as const,
      'DATABASE_URL cannot be used',
    ],
    [
      'a wrong owner',
      () => [address(web, 'w'), address(owner, 'wrong')] as const,
      'DATABASE_OWNER_URL cannot be used',
    ],
  ])('is refused with %s', async (_, addresses, reason) => {
    const [served, owned] = addresses()
    const opening = open(served, owned)
    await expect(opening).rejects.toThrow(DatabaseFailure)
    await expect(opening).rejects.toThrow(reason)
  })

  test('needs both settings', () => {
    expect(() => readConfig({ DATABASE_OWNER_URL: 'postgres://a@b/c' })).toThrow('DATABASE_OWNER_URL')
  })
})
