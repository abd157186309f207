import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { connect } from '../../../src/database/connect.ts'
import type { Database } from '../../../src/database/tables.ts'
import { type Cluster, startCluster } from '../../support/cluster.ts'
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

/** Starts everything. `loadedFolder` spares the loading of the demonstration. */
export async function openSite(loadedFolder?: string): Promise<Site> {
  const top = await freshFolder()
  const home = await installIn(join(top, 'ekokommun'))
  const cluster = await startCluster({ loadedFolder, synchronous: true })
  const balancer = await startBalancer(cluster.primary.port)
  const post = await openPostOffice()
  const database = new URL(cluster.primary.address)
  database.port = String(balancer.port)
  let closing = false
  const envOfFirstWeb: Record<string, string> = {}
  const settings = {
    DATABASE_URL: database.href,
    DATA_DIR: join(top, 'data'),
    BASE_URL: 'http://127.0.0.1',
    SECRET: secret,
    SMTP_URL: post.address,
    LOG_LEVEL: 'fatal',
  }
  const watch = async (own: () => Record<string, string>): Promise<Watched> => {
    const watched: Watched = { program: start(home, { ...settings, ...own() }), address: '', restarts: 0 }
    watched.address = await watched.program.ready()
    const port = new URL(watched.address).port
    const again = async () => {
      await watched.program.end()
      if (closing) return
      watched.restarts += 1
      // As a service manager: a start that fails, since the database is away, is tried again.
      await pause(200)
      watched.program = start(home, { ...settings, ...own(), PORT: port })
      void again()
    }
    void again()
    return watched
  }
  const first = await watch(() => ({ WORK: 'no', ...envOfFirstWeb }))
  const second = await watch(() => ({ WORK: 'no' }))
  const worker = await watch(() => ({ WORK: 'only' }))
  let truth = connect(cluster.primary.connection, 3)
  return {
    cluster,
    balancer,
    post,
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
    close: async () => {
      closing = true
      for (const { program } of [first, second, worker]) program.tell('SIGKILL')
      for (const { program } of [first, second, worker]) await program.end()
      await balancer.close()
      await post.goAway()
      await truth.destroy()
      await cluster.close()
      await clear([top])
    },
  }
}
