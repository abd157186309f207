import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { clientConfig } from '../../src/database/connect.ts'
import { type DatabaseServer, startCluster } from './cluster.ts'

async function ask(server: DatabaseServer, sql: string): Promise<unknown> {
  const client = new pg.Client(clientConfig(server.connection))
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('What is committed on the primary is seen on the standby, which takes over when the primary is killed', async () => {
  const { primary, standby, close } = await startCluster({
    loadedFolder: inject('loadedFolder'),
    synchronous: true,
  })
  onTestFinished(close)
  await ask(primary, 'create table kept (what text)')
  await ask(primary, `insert into kept values ('acknowledged')`)
  expect(await ask(standby, 'select what from kept')).toEqual({ what: 'acknowledged' })
  await expect(ask(standby, 'delete from kept')).rejects.toMatchObject({ code: '25006' })

  await primary.kill()
  expect(await primary.pid()).toBeUndefined()
  await standby.promote()
  await ask(standby, `insert into kept values ('after')`)
  expect(await ask(standby, 'select count(*)::int as count from kept')).toEqual({ count: 2 })
}, 60_000)
