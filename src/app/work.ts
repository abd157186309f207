import { PgBoss } from 'pg-boss'
import { clientConfig } from '#database/connect.ts'
import type { OpenDatabase } from '#database/open.ts'
import { openLine } from '#database/open-line.ts'
import type { Database } from '#database/tables.ts'
import { association } from '#platform/association.ts'
import { type Config, ConfigError } from '#platform/config.ts'
import { zone } from '#platform/days.ts'
import type { JobContext } from '#platform/http/context.ts'
import { log } from '#platform/log.ts'
import { startPostman } from '#platform/mail/deliver.ts'
import { openMailDoor } from '#platform/mail/receive-door.ts'
import { observeJob } from '#platform/observe/jobs.ts'
import { patiently } from '#platform/patience.ts'
import { createSecrets } from '#platform/secrets.ts'
import { dayInStockholm } from './day.ts'
import { domains } from './domains.ts'
import { gathered } from './gathered.ts'

const jobs = domains.flatMap(({ jobs: own = [] }) => own)

/** What runs beside the web: the post, and jobs by the clock. */
export interface Work {
  stop(): Promise<void>
}

/** What a job is sent with: nothing by the clock. */
type Asked = Pick<JobContext<Database>, 'woken'> | null

/** No statement of a job takes longer; one that does hangs on a dead line. */
const longestStatementMs = 10 * 60_000

/** Makes the queue of each job and says when it runs, unless an earlier start has said just that. */
async function arrange(boss: PgBoss): Promise<void> {
  const [queues, schedules] = await Promise.all([boss.getQueues(), boss.getSchedules()])
  const there = new Set(queues.map(({ name }) => name))
  const planned = new Map(schedules.map(({ name, cron, timezone }) => [name, `${cron} ${timezone}`]))
  for (const { name, schedule } of jobs) {
    if (!there.has(name)) await boss.createQueue(name, { policy: 'short', retryLimit: 3, retryBackoff: true })
    if (planned.get(name) !== `${schedule} ${zone}`) await boss.schedule(name, schedule, null, { tz: zone })
  }
}

/** Starts the postman, when there is a mail server, and the recurring jobs of all domains. */
export async function startWork(
  { db, connection }: Pick<OpenDatabase, 'db' | 'connection'>,
  config: Config,
  secret: string,
): Promise<Work> {
  const postman = config.smtpUrl
    ? startPostman(db, config.smtpUrl, { name: association.name.sv, address: config.mailFrom })
    : undefined
  // The library hands on to its pool what it does not know itself.
  // Its schema is made with our own tables, since that is the owner's right.
  const settings = {
    ...clientConfig(connection),
    query_timeout: 60_000,
    schema: 'jobs',
    createSchema: false,
    max: 3,
  }
  const boss = new PgBoss(settings)
  boss.on('error', (error) => log.error({ err: error }, 'a job could not be reached'))
  await boss.start()
  const secrets = createSecrets(secret)
  await arrange(boss)
  const ending = new AbortController()
  for (const { name, run } of jobs) {
    await boss.work<Asked>(name, ([job]) =>
      observeJob(name, () => {
        const now = new Date()
        const woken = job?.data?.woken
        const today = dayInStockholm(now)
        const context = { db, config, secrets, gathered, now, today, woken, signal: ending.signal }
        return patiently(longestStatementMs, () => run(context))
      }),
    )
  }
  const names = new Set(jobs.map(({ name }) => name))
  // Whichever process puts a mail in the outbox or asks for a job, it is heard here.
  const line = await openLine(connection, ['mail', 'job'], {
    heard: (channel, said) => {
      if (channel === 'mail') return postman?.wake()
      const [name = '', id] = said.split(' ')
      if (names.has(name)) void boss.send(name, { woken: true }, id ? { id } : {}).catch(() => {})
    },
    opened: () => postman?.wake(),
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
      ending.abort()
      await door?.close()
      await line.close()
      await postman?.stop()
      await boss.stop({ graceful: true, timeout: 3000 })
    },
  }
}
