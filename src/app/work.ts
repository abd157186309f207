import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { clientConfig } from '#database/connect.ts'
import type { OpenDatabase } from '#database/open.ts'
import { association } from '#platform/association.ts'
import { type Config, ConfigError } from '#platform/config.ts'
import { zone } from '#platform/days.ts'
import { log } from '#platform/log.ts'
import { startPostman } from '#platform/mail/deliver.ts'
import { openMailDoor } from '#platform/mail/receive-door.ts'
import { createSecrets } from '#platform/secrets.ts'
import { dayInStockholm } from './day.ts'
import { domains } from './domains.ts'
import { releaseFilesJob } from './files-command.ts'
import { gathered } from './gathered.ts'

const jobs = [...domains.flatMap(({ jobs: own = [] }) => own), releaseFilesJob]

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
    ? startPostman(db, config.smtpUrl, { name: association.name.sv, address: config.mailFrom })
    : undefined
  const boss = new PgBoss({ ...connection, application_name: 'ekokommun', schema: 'jobs', max: 3 })
  boss.on('error', (error) => log.error({ err: error }, 'a job could not be reached'))
  await boss.start()
  const secrets = createSecrets(secret)
  for (const { name, schedule, run } of jobs) {
    await boss.createQueue(name, { policy: 'short', retryLimit: 3, retryBackoff: true })
    await boss.work(name, async () => {
      const now = new Date()
      await run({ db, config, secrets, gathered, now, today: dayInStockholm(now) })
    })
    await boss.schedule(name, schedule, null, { tz: zone })
  }
  const names = new Set(jobs.map(({ name }) => name))
  const stopListening = await listen(connection, {
    mail: () => postman?.wake(),
    job: (name) => {
      if (names.has(name)) void boss.send(name, null).catch(() => {})
    },
  })
  const door = config.mailInPort
    ? await openMailDoor(
        {
          letterboxes: gathered.letterboxes,
          context: () => {
            const now = new Date()
            return { db, config, secrets, now, today: dayInStockholm(now) }
          },
        },
        config.mailInPort,
      ).catch((error: Error) => {
        throw new ConfigError(`MAIL_IN_PORT=${config.mailInPort} cannot be listened on: ${error.message}`)
      })
    : undefined
  return {
    stop: async () => {
      await door?.close()
      await stopListening()
      await postman?.stop()
      await boss.stop({ graceful: true, timeout: 3000 })
    },
  }
}

/** Hears whenever any process puts a mail in the outbox or asks for a job. A break in the line is mended. */
async function listen(
  connection: OpenDatabase['connection'],
  heard: { mail: () => void; job: (name: string) => void },
) {
  let client: pg.Client | undefined
  let stopped = false
  const connect = async () => {
    const next = new pg.Client({ ...clientConfig(connection), keepAlive: true })
    next.on('notification', ({ channel, payload = '' }) =>
      channel === 'mail' ? heard.mail() : heard.job(payload),
    )
    next.on('error', () => {})
    await next.connect()
    next.on('end', retry)
    await next.query('listen mail')
    await next.query('listen job')
    client = next
    heard.mail()
  }
  const retry = () => {
    client = undefined
    if (!stopped) setTimeout(() => void connect().catch(retry), retryListeningMs).unref()
  }
  await connect()
  return async () => {
    stopped = true
    await client?.end()
  }
}
