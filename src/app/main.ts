import { serve } from '@hono/node-server'
import { DatabaseFailure } from '#database/failure.ts'
import { followDataVersion } from '#database/follow-data-version.ts'
import { migrate } from '#database/migrate.ts'
import { type OpenDatabase, openDatabase } from '#database/open.ts'
import { type Config, ConfigError, readConfig } from '#platform/config.ts'
import { readAssets } from '#platform/http/assets.ts'
import { log } from '#platform/log.ts'
import { type Progress, step } from '#platform/progress.ts'
import { ReferenceFault } from '#platform/reference/fault.ts'
import { createApp } from './app.tsx'
import { loadDemonstration, loadReference } from './load.ts'

const progress: Progress = (line) => console.log(line)

/** Closes what is open, last opened first; grows while the program starts. */
const closers: (() => Promise<unknown>)[] = []
let stopping: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
// The starter's end closes this channel, in whatever way it ended.
process.on('disconnect', () => void stop(0))

try {
  await start(readConfig(process.env))
} catch (error) {
  if (error instanceof ConfigError || error instanceof DatabaseFailure || error instanceof ReferenceFault) {
    console.error(error.message)
  } else if (!stopping) {
    console.error(error)
  }
  await stop(1)
}

async function start(config: Config): Promise<void> {
  const assets = await readAssets('build')
  const database = await openDatabase(config, progress)
  closers.push(database.close)
  await prepare(database, config)
  const version = await followDataVersion(database)
  closers.push(version.stop)
  const app = createApp({
    db: database.db,
    config,
    assets,
    dataVersion: version.current,
    now: () => new Date(),
  })
  const port = await listen(app.fetch, config)
  const address = `http://localhost:${port}`
  await database.announce(address)
  progress(`Ekokommun is ready on ${address}`)
  if (config.mode === 'demo') {
    progress(
      'Demonstration: members, people and some values are made up and marked. MODE=production starts without them.',
    )
  }
}

async function prepare({ db }: OpenDatabase, config: Config): Promise<void> {
  await step(progress, 'Preparing the tables', () => migrate(db))
  await step(progress, 'Loading the reference facts', () => loadReference(db, progress))
  if (config.mode === 'demo') {
    await step(progress, 'Loading the demonstration association', () => loadDemonstration(db, progress))
  }
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, ({ port }) => resolve(port))
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE'
      reject(
        taken
          ? new ConfigError(`Port ${config.port} is taken. Choose another one: PORT=3001 npm start`)
          : error,
      )
    })
    closers.push(
      () =>
        new Promise((closed) => {
          server.close(closed)
          if ('closeIdleConnections' in server) server.closeIdleConnections()
          setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
        }),
    )
  })
}

/** Web server first, then connections, then the database. Runs once, however often it is asked for. */
async function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    if (code === 0) progress('Stopping …')
    for (const close of closers.reverse()) {
      await close().catch((error: unknown) => log.error({ err: error }, 'could not close in an orderly way'))
    }
    process.exit(code)
  })()
  await stopping
}
