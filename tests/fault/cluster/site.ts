import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { connect } from '../../../src/database/connect.ts'
import type { Database } from '../../../src/database/tables.ts'
import { type Cluster, startCluster } from '../../support/cluster.ts'
import { type S3Server, startS3 } from '../../support/s3-server.ts'
import { clear, freshFolder, installIn, type Program, start } from '../program.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'
import { type Balancer, startBalancer } from './proxy.ts'

export const secret = 'a secret of the fault tests that is long enough'

/** A process of the program that is started again when it ends, as a service manager does. */
export interface Watched {
  program: Program
  address: string
  /** How often it had to be started again. */
  restarts: number
}

/** The program as it runs in production: two web processes, a worker, a primary and its standby. */
export interface Site {
  cluster: Cluster
  balancer: Balancer
  post: PostOffice
  store: S3Server
  webs: Watched[]
  worker: Watched
  /** A connection of the harness's own, straight to the server that is the primary now. */
  truth: () => Kysely<Database>
  /** Makes the standby the primary; the former one must never come back. */
  failOver(): Promise<void>
  /** Extra settings of the first web process, from its next start on. */
  envOfFirstWeb: Record<string, string>
  close(): Promise<void>
}

/** Starts everything. `loadedFolder` spares the loading of the demonstration. What fails on the way leaves nothing. */
export async function openSite(loadedFolder?: string): Promise<Site> {
  const closers: (() => unknown)[] = []
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    return await open(closers, close, loadedFolder)
  } catch (error) {
    await close()
    throw error
  }
}

async function open(
  closers: (() => unknown)[],
  close: () => Promise<void>,
  loadedFolder: string | undefined,
): Promise<Site> {
  const top = await freshFolder()
  closers.push(() => clear([top]))
  const [home, cluster] = await Promise.all([
    installIn(join(top, 'ekokommun')),
    startCluster({ loadedFolder, synchronous: true }).then((started) => {
      closers.push(started.close)
      return started
    }),
  ])
  const balancer = await startBalancer(cluster.primary.port)
  closers.push(balancer.close)
  const post = await openPostOffice()
  closers.push(post.goAway)
  const store = await startS3(join(top, 'store'))
  closers.push(store.away)
  const database = new URL(cluster.primary.address)
  database.port = String(balancer.port)
  const envOfFirstWeb: Record<string, string> = {}
  const settings = {
    DATABASE_URL: database.href,
    DATA_DIR: join(top, 'data'),
    BASE_URL: 'http://127.0.0.1',
    SECRET: secret,
    SMTP_URL: post.address,
    FILE_STORE: store.setting,
    LOG_LEVEL: 'fatal',
  }
  const watch = (own: () => Record<string, string>) =>
    watched(closers, home, () => ({ ...settings, ...own() }))
  // The first one brings the database up to date; the others find it so.
  const first = await watch(() => ({ WORK: 'no', ...envOfFirstWeb }))
  const [second, worker] = await Promise.all([watch(() => ({ WORK: 'no' })), watch(() => ({ WORK: 'only' }))])
  let truth = connect(cluster.primary.connection, 3)
  closers.push(() => truth.destroy())
  return {
    cluster,
    balancer,
    post,
    store,
    webs: [first, second],
    worker,
    truth: () => truth,
    envOfFirstWeb,
    failOver: async () => {
      await cluster.primary.kill()
      await cluster.standby.promote()
      balancer.leadTo(cluster.standby.port)
      await truth.destroy()
      truth = connect(cluster.standby.connection, 3)
    },
    close,
  }
}

/** Starts a process and starts it again whenever it ends, as a service manager does. */
async function watched(
  closers: (() => unknown)[],
  home: string,
  settings: () => Record<string, string>,
): Promise<Watched> {
  const one: Watched = { program: start(home, settings()), address: '', restarts: 0 }
  let closing = false
  closers.push(async () => {
    closing = true
    one.program.tell('SIGKILL')
    await one.program.end()
  })
  one.address = await firstReady(one.program)
  const { port } = new URL(one.address)
  const again = async () => {
    for (;;) {
      await one.program.end()
      if (closing) return
      one.restarts += 1
      // A start that fails, since the database is away, is tried again too.
      await pause(200)
      one.program = start(home, { ...settings(), PORT: port })
    }
  }
  void again()
  return one
}

/** The first start of all loads the demonstration, which takes its time on a busy machine. */
async function firstReady(program: Program): Promise<string> {
  for (let patience = 5; ; patience -= 1) {
    try {
      return await program.ready()
    } catch (error) {
      if (program.ended || patience === 0) throw error
    }
  }
}
