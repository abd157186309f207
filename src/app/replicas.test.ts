import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { connect } from '#database/connect.ts'
import { bumpDataVersion } from '#database/data-version.ts'
import { type FollowedVersion, followDataVersion } from '#database/follow-data-version.ts'
import { followReplicas, type Replicas } from '#database/replicas/follow.ts'
import { readFrom } from '#database/replicas/reading.ts'
import type { Database } from '#database/tables.ts'
import { createSignals } from '#platform/http/signals.ts'
import { testApp } from '../../tests/support/app.ts'
import { type Cluster, startCluster } from '../../tests/support/cluster.ts'
import { get, post } from '../../tests/support/login.ts'
import { domains } from './domains.ts'

let cluster: Cluster
let primary: Kysely<Database>
let standby: Kysely<Database>
let version: FollowedVersion
let replicas: Replicas
let app: ReturnType<typeof testApp>
let slug = ''

beforeAll(async () => {
  cluster = await startCluster({ loadedFolder: inject('loadedFolder') })
  primary = connect(cluster.primary.connection)
  standby = connect(cluster.standby.connection, 2)
  const signals = createSignals()
  version = await followDataVersion({ db: primary, connection: cluster.primary.connection }, signals)
  replicas = await followReplicas({
    // The second one is away from the beginning.
    addresses: [cluster.standby.address, 'postgres://nobody@127.0.0.1:9/nothing'],
    primary,
    mostBehindMs: 60_000,
  })
  app = testApp(primary, 'demo', undefined, undefined, { signals, dataVersion: version.current, replicas })
  slug = (await primary.selectFrom('news_item').select('slug').orderBy('id').executeTakeFirstOrThrow()).slug
}, 60_000)
beforeEach(async () => {
  await sql`select pg_wal_replay_resume()`.execute(standby)
  await vi.waitFor(async () => expect(await shownTo('')).toContain(await titleNow()), { timeout: 10_000 })
})
afterAll(async () => {
  await replicas?.stop()
  await version?.stop()
  await Promise.all([primary?.destroy(), standby?.destroy()])
  await cluster?.close()
})

/** From now on the standby takes in what it is sent, but shows nothing of it. */
const holdBack = () => sql`select pg_wal_replay_pause()`.execute(standby)
const shownTo = async (cookie: string) => (await get(app, '/nyheter', cookie)).text()
const titleNow = async () =>
  (
    await primary
      .selectFrom('news_text as t')
      .innerJoin('news_item as n', 'n.id', 't.news_id')
      .where('n.slug', '=', slug)
      .where('t.language', '=', 'sv')
      .select('t.title')
      .executeTakeFirstOrThrow()
  ).title

/** Gives a piece of news another title, as another process would. */
async function retitle(title: string): Promise<void> {
  await primary.transaction().execute(async (trx) => {
    await sql`update news_text set title = ${title} where language = 'sv'
      and news_id = (select id from news_item where slug = ${slug})`.execute(trx)
    await bumpDataVersion(trx)
  })
}

/** Logs in and gives back all cookies by their names. */
async function logIn(konto: string): Promise<Record<string, string>> {
  const response = await post(app, '/demo/logga-in', { konto })
  const pairs = response.headers.getSetCookie().map((line) => line.split(';')[0]?.split('=') ?? [])
  return Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]))
}

describe('a page that only reads', () => {
  test('comes from a replica, and never stays old when the replica is new', async () => {
    const old = await titleNow()
    await holdBack()
    await retitle('Först på den ena servern')
    await vi.waitFor(async () => expect(version.current()).not.toContain('unheard'))
    expect(await shownTo('')).toContain(old)
    expect(await shownTo('')).not.toContain('Först på den ena servern')
    await sql`select pg_wal_replay_resume()`.execute(standby)
    await vi.waitFor(async () => expect(await shownTo('')).toContain('Först på den ena servern'))
  })

  test('shows at once what the same browser has written', async () => {
    await holdBack()
    await retitle('Det jag just sparade')
    const cookies = await logIn('kansli')
    expect(decodeURIComponent(cookies['__Host-written'] ?? '')).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/)
    expect(await shownTo('')).not.toContain('Det jag just sparade')
    expect(await shownTo(`__Host-written=${cookies['__Host-written']}`)).toContain('Det jag just sparade')
    await sql`select pg_wal_replay_resume()`.execute(standby)
  })

  test('is asked of the primary when the cookie is nonsense', async () => {
    await holdBack()
    await retitle('Påhittad kaka')
    expect(await shownTo('__Host-written=x')).toContain('Påhittad kaka')
  })

  test('is looked for on the primary before it is said to be missing', async () => {
    await holdBack()
    await primary.updateTable('news_item').set({ slug: 'alldeles-ny' }).where('slug', '=', slug).execute()
    slug = 'alldeles-ny'
    expect((await get(app, '/nyheter/alldeles-ny')).status).toBe(200)
    expect((await get(app, '/nyheter/finns-inte')).status).toBe(404)
  })

  test('comes from the primary where people have just been told of a change', async () => {
    await holdBack()
    const { rows } = await sql<{ id: number }>`
      insert into meeting (organ, held_on, title, state, opened_at, made_up)
      values ('annual-meeting', '2043-05-04', 'Årsmötet 2043', 'open', now(), true) returning id`.execute(
      primary,
    )
    await sql`insert into voting_room (meeting_id, open_to_all) values (${rows[0]?.id ?? 0}, true)`.execute(
      primary,
    )
    expect((await get(app, '/arsmote/2043/projektor')).status).toBe(200)
  })
})

describe('every page', () => {
  test('is answered by a replica, or by the primary where it writes, to the office and to visitors', async () => {
    const failures: unknown[] = []
    const watched: Replicas = {
      ...replicas,
      choose: (upTo) => {
        const chosen = replicas.choose(upTo)
        return chosen && { ...chosen, failed: (error) => failures.push(error) }
      },
    }
    const reading = testApp(primary, 'demo', undefined, undefined, {
      signals: createSignals(),
      dataVersion: version.current,
      replicas: watched,
    })
    const office = `__Host-session=${(await logIn('kansli'))['__Host-session']}`
    const pages = domains
      .flatMap(({ routes }) => routes.routes)
      .filter(({ method, path }) => method === 'GET' && !/[:*]/.test(path))
    const paths = [...new Set(pages.map(({ path }) => path))]
    expect(paths.length).toBeGreaterThan(100)
    for (const path of paths) {
      for (const cookie of ['', office]) {
        const answer = await get(reading, path, cookie)
        await answer.arrayBuffer()
        expect(`${path} ${answer.status}`).not.toMatch(/ 5\d\d$/)
      }
    }
    expect(failures).toEqual([])
  }, 120_000)
})

describe('who somebody is', () => {
  test('is asked of the primary: a session that has ended opens nothing, however late the replica is', async () => {
    const session = `__Host-session=${(await logIn('kansli'))['__Host-session']}`
    await vi.waitFor(async () => expect((await get(app, '/mina-sidor', session)).status).toBe(200))
    await holdBack()
    await primary.deleteFrom('session').execute()
    expect((await get(app, '/mina-sidor', session)).status).toBe(303)
  })
})

describe('a request on a replica', () => {
  test('goes over to the primary to write, and reads there what it wrote', async () => {
    await holdBack()
    for (const write of [insert, insertInTransaction, insertWithin]) {
      const failures: unknown[] = []
      const { db, hasWritten } = readFrom(standby, primary, (error) => failures.push(error))
      await db.selectFrom('data_version').selectAll().execute()
      expect(hasWritten()).toBe(false)
      await write(db, write.name)
      expect(hasWritten()).toBe(true)
      expect(
        await db.selectFrom('loaded_file').where('path', '=', write.name).selectAll().execute(),
      ).toHaveLength(1)
      expect(failures).toEqual([])
    }
  })

  test('is answered by the primary when the query is cancelled on the replica', async () => {
    const failures: unknown[] = []
    const { db } = readFrom(standby, primary, (error) => failures.push(error))
    const cancelledThere = sql<{ at: boolean }>`
      select case when pg_is_in_recovery() then 1 / (random() * 0)::int else 1 end as at`
    expect((await cancelledThere.execute(db)).rows).toEqual([{ at: 1 }])
    expect(failures).toHaveLength(1)
  })

  test('tells a fault of its own as it is', async () => {
    const { db } = readFrom(standby, primary, () => {})
    await expect(sql`select 1 / 0`.execute(db)).rejects.toThrow('division by zero')
  })
})

describe('a replica', () => {
  test('that is too far behind is left alone, and taken in again', async () => {
    const strict = await followReplicas({ addresses: [cluster.standby.address], primary, mostBehindMs: 500 })
    try {
      expect(strict.choose(0n)).toBeDefined()
      await holdBack()
      await retitle('Långt efter')
      await vi.waitFor(() => expect(strict.choose(0n)).toBeUndefined())
      await sql`select pg_wal_replay_resume()`.execute(standby)
      await vi.waitFor(() => expect(strict.choose(0n)).toBeDefined())
    } finally {
      await strict.stop()
    }
  })

  test('that dies costs no answer, and is read from again when it is back', async () => {
    await cluster.standby.kill()
    for (let i = 0; i < 5; i += 1) expect((await get(app, '/nyheter')).status).toBe(200)
    await vi.waitFor(() => expect(replicas.choose(0n)).toBeUndefined())
    expect((await get(app, '/nyheter')).status).toBe(200)
    await cluster.standby.start()
    await vi.waitFor(() => expect(replicas.choose(0n)).toBeDefined(), { timeout: 10_000 })
  })
})

test('While the primary is away visitors go on reading', async () => {
  await cluster.primary.stop()
  for (let i = 0; i < 10; i += 1) {
    expect((await get(app, '/nyheter')).status).toBe(200)
    await pause(300)
  }
  await cluster.primary.start()
}, 30_000)

async function insert(db: Kysely<Database>, path: string): Promise<void> {
  await db.insertInto('loaded_file').values({ path, hash: '' }).execute()
}

async function insertInTransaction(db: Kysely<Database>, path: string): Promise<void> {
  await db.transaction().execute((trx) => insert(trx, path))
}

/** As the houses write it that need more than one thing at once. */
async function insertWithin(db: Kysely<Database>, path: string): Promise<void> {
  await sql`with made as (insert into loaded_file values (${path}, '') returning path) select path from made`.execute(
    db,
  )
}
