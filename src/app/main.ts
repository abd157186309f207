import { DatabaseFailure } from '#database/failure.ts'
import { followDataVersion } from '#database/follow-data-version.ts'
import { type OpenDatabase, openDatabase } from '#database/open.ts'
import { followReplicas, type Replicas } from '#database/replicas/follow.ts'
import { startHeartbeat } from '#domains/operations/index.ts'
import { AssociationFault } from '#platform/association.ts'
import { type Config, ConfigError, readConfig } from '#platform/config.ts'
import { openFileStore } from '#platform/files/store/index.ts'
import { readAssets } from '#platform/http/assets.ts'
import { createSignals } from '#platform/http/signals.ts'
import { log } from '#platform/log.ts'
import { outageOf } from '#platform/outage.ts'
import type { Progress } from '#platform/progress.ts'
import { ReferenceFault } from '#platform/reference/fault.ts'
import { readSecret } from '#platform/secrets.ts'
import { withoutSecrets } from '#platform/without-secrets.ts'
import { createApp } from './app.tsx'
import { type Health, onlyHealth } from './health.ts'
import { listen } from './listen.ts'
import { startMetricsDoor, startObserving, watchQueries } from './observe.ts'
import { prepare } from './prepare.ts'
import { startWork } from './work.ts'

/** What the operator can mend: said in plain words, without a stack. */
const told = [ConfigError, DatabaseFailure, ReferenceFault, AssociationFault]

const progress: Progress = (line) => console.log(line)

/** Closes what is open, last opened first; grows while the program starts. */
const closers: (() => Promise<unknown>)[] = []
let stopping: Promise<void> | undefined

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
// The starter's end closes this channel, in whatever way it ended, perhaps before we listened.
process.on('disconnect', () => void stop(0))
if (process.connected === false) await stop(0)
// Whoever read our output may be gone; that is no reason to die without stopping the database.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {})
process.on('uncaughtException', (error) => {
  if (outageOf(error)) {
    log.error({ err: error }, 'the database was away for something that nobody waits for')
    return
  }
  log.fatal({ err: error }, 'the program stops after a fault of its own')
  void stop(1)
})

try {
  await start(readConfig(process.env))
} catch (error) {
  if (error instanceof Error && told.some((kind) => error instanceof kind)) {
    console.error(withoutSecrets(error.message))
  } else if (!stopping) {
    console.error(error)
  }
  await stop(1)
}

async function start(config: Config): Promise<void> {
  closers.push(await startObserving(config))
  const assets = await readAssets('build')
  await openFileStore(config)
  const opening = openDatabase(config, progress, () => {
    if (!stopping) console.error('The database has stopped, and so does Ekokommun. Start it again.')
    void stop(1)
  })
  // Told to stop while it opens, the program waits for it: a server that just starts must be stopped too.
  closers.push(() =>
    opening.then(
      (open) => open.close(),
      () => {},
    ),
  )
  const database = await opening
  await database.asOwner((owner) => prepare(owner, config, progress))
  remarkOnRoles(config)
  closers.push(watchQueries(config))
  const signals = createSignals()
  const version = await followDataVersion(database, signals)
  closers.push(version.stop)
  const secret = await readSecret(config)
  if (config.work !== 'no') closers.push((await startWork(database, config, secret)).stop)
  const health: Health = { isStopping: () => stopping !== undefined }
  const parts = { db: database.db, config, assets, secret, dataVersion: version.current, signals, health }
  const app =
    config.work === 'only'
      ? onlyHealth(database.db, health)
      : createApp({ ...parts, replicas: await startReplicas(database, config), now: () => new Date() })
  const metrics = await startMetricsDoor(database.db, config)
  if (metrics) closers.push(metrics)
  closers.push(await startHeartbeat(database.db, config.work))
  const { port, close } = await listen(app.fetch, config)
  closers.push(close)
  const address = `http://localhost:${port}`
  await database.announce(address)
  progress(`Ekokommun is ready on ${address}`)
  if (config.mode === 'demo') {
    progress(
      'Demonstration: members, people and some values are made up and marked. MODE=production starts without them.',
    )
    progress(`Log in as anybody, without a password, on ${address}/demo`)
  }
}

/** One role for all is safe enough to try the program, not to keep an association's invoices and minutes. */
function remarkOnRoles({ mode, databaseUrl, databaseOwnerUrl }: Config): void {
  if (mode !== 'production' || !databaseUrl || databaseOwnerUrl) return
  log.warn(
    'DATABASE_URL owns the tables it serves from, so it may alter the audit log and issued invoices. Set DATABASE_OWNER_URL to keep the two apart; docs/security.md says how',
  )
}

async function startReplicas({ db }: OpenDatabase, config: Config): Promise<Replicas | undefined> {
  if (config.databaseReadUrls.length === 0) return undefined
  const replicas = await followReplicas({
    addresses: config.databaseReadUrls,
    primary: db,
    mostBehindMs: config.databaseReadLag * 1000,
  })
  closers.push(replicas.stop)
  return replicas
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
