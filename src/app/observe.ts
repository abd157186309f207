import type { Kysely } from 'kysely'
import { poolState } from '#database/connect.ts'
import type { Database } from '#database/tables.ts'
import { readReadings } from '#domains/operations/index.ts'
import { type Config, ConfigError } from '#platform/config.ts'
import { log } from '#platform/log.ts'
import { logRequests } from '#platform/observe/access-log.ts'
import { type Reading, startMetrics } from '#platform/observe/metrics.ts'
import { openMetricsDoor } from '#platform/observe/metrics-door.ts'
import { startTracing } from '#platform/observe/otel.ts'
import { logSlowQueries } from '#platform/observe/slow-queries.ts'

/** Begins to tell what the program does, as the settings say: the log at once, spans when somebody collects them. */
export async function startObserving({ observe }: Config): Promise<() => Promise<void>> {
  log.level = observe.logLevel
  const stopRequests = logRequests()
  const stopTracing = observe.tracing && (await startTracing(observe.tracing))
  return async () => {
    stopRequests()
    await stopTracing?.()
  }
}

/** Begins to log slow queries: once the facts are loaded, which takes its time and nobody waits for. */
export function watchQueries({ observe }: Config): () => Promise<void> {
  const stop = logSlowQueries(observe.slowQueryMs)
  return async () => stop()
}

/** So long the figures of the database are kept, however many ask. */
const keptMs = 10_000
/** A database that is away must not take the figures of the process with it. */
const patienceMs = 3000

/** Opens the door for Prometheus, when the settings name one. */
export async function startMetricsDoor(
  db: Kysely<Database>,
  config: Config,
): Promise<(() => Promise<void>) | undefined> {
  const { metrics: asked } = config.observe
  if (!asked) return undefined
  let kept: { at: number; readings: Reading[] } = { at: 0, readings: [] }
  const ofDatabase = async () => {
    if (Date.now() - kept.at < keptMs) return kept.readings
    const slow = new Promise<Reading[]>((resolve) => setTimeout(() => resolve([]), patienceMs).unref())
    const read = readReadings(db, config, new Date()).catch((error: unknown) => {
      log.warn({ err: error }, 'the figures of the database cannot be read now')
      return []
    })
    const readings = await Promise.race([read, slow])
    if (readings.length > 0) kept = { at: Date.now(), readings }
    return readings
  }
  const metrics = await startMetrics(async () => [...poolReadings(), ...(await ofDatabase())])
  const door = await openMetricsDoor(metrics, asked).catch((error: Error) => {
    throw new ConfigError(`METRICS_PORT=${asked.port} cannot be listened on: ${error.message}`)
  })
  return async () => {
    await door.close()
    metrics.stop()
  }
}

function poolReadings(): Reading[] {
  const { open, idle, waiting } = poolState()
  return [
    {
      name: 'ekokommun_pool_connections',
      help: 'Connections of this process to the database',
      values: [
        { labels: { state: 'used' }, value: open - idle },
        { labels: { state: 'idle' }, value: idle },
      ],
    },
    {
      name: 'ekokommun_pool_waiting',
      help: 'Queries of this process that wait for a connection',
      values: [{ value: waiting }],
    },
  ]
}
