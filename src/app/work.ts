import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { clientConfig } from '#database/connect.ts'
import type { OpenDatabase } from '#database/open.ts'
import type { Config } from '#platform/config.ts'
import { log } from '#platform/log.ts'
import { type Postman, startPostman } from '#platform/mail/deliver.ts'
import { createSecrets } from '#platform/secrets.ts'
import { dayInStockholm } from './day.ts'
import { domains } from './domains.ts'
import { gathered } from './gathered.ts'

/** What runs beside the web: the post, and jobs by the clock. */
export interface Work {
  stop(): Promise<void>
}

const retryListeningMs = 1000

/** Starts the postman, when there is a mail server, and the recurring jobs of all domains. */
export async function startWork(
  { db, connection }: OpenDatabase,
  config: Config,
  secret: string,
): Promise<Work> {
  const postman = config.smtpUrl
    ? startPostman(db, config.smtpUrl, { name: 'Sveriges Ekokommuner', address: config.mailFrom })
    : undefined
  const stopListening = postman ? await listenForMail(connection, postman) : async () => {}
  const boss = new PgBoss({ ...connection, application_name: 'ekokommun', schema: 'jobs', max: 3 })
  boss.on('error', (error) => log.error({ err: error }, 'a job could not be reached'))
  await boss.start()
  const secrets = createSecrets(secret)
  for (const { name, schedule, run } of domains.flatMap(({ jobs = [] }) => jobs)) {
    await boss.createQueue(name, { policy: 'short', retryLimit: 3, retryBackoff: true })
    await boss.work(name, async () => {
      const now = new Date()
      await run({ db, config, secrets, gathered, now, today: dayInStockholm(now) })
    })
    await boss.schedule(name, schedule, null, { tz: 'Europe/Stockholm' })
  }
  return {
    stop: async () => {
      await stopListening()
      await postman?.stop()
      await boss.stop({ graceful: true, timeout: 3000 })
    },
  }
}

/** Wakes the postman whenever any process puts a mail in the outbox. */
async function listenForMail(connection: OpenDatabase['connection'], postman: Postman) {
  let client: pg.Client | undefined
  let stopped = false
  const listen = async () => {
    const next = new pg.Client({ ...clientConfig(connection), keepAlive: true })
    next.on('notification', postman.wake)
    next.on('error', () => {})
    await next.connect()
    next.on('end', retry)
    await next.query('listen mail')
    client = next
    postman.wake()
  }
  const retry = () => {
    client = undefined
    if (!stopped) setTimeout(() => void listen().catch(retry), retryListeningMs).unref()
  }
  await listen()
  return async () => {
    stopped = true
    await client?.end()
  }
}
