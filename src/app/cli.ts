import type { Kysely } from 'kysely'
import { type Connection, connect } from '#database/connect.ts'
import { DatabaseFailure } from '#database/failure.ts'
import { openForCommand } from '#database/open.ts'
import type { Database } from '#database/tables.ts'
import type { Command } from '#platform/command.ts'
import { ConfigError, readConfig } from '#platform/config.ts'
import { FilesAway, openFileStore } from '#platform/files/store/index.ts'
import { log } from '#platform/log.ts'
import { ReferenceFault } from '#platform/reference/fault.ts'
import { createSecrets, readSecret } from '#platform/secrets.ts'
import { withoutSecrets } from '#platform/without-secrets.ts'
import { dayInStockholm } from './day.ts'
import { domains } from './domains.ts'
import { filesCommand } from './files-command.ts'
import { gathered } from './gathered.ts'
import { migrateCommand } from './migrate-command.ts'
import { askAtTerminal } from './operating/ask.ts'
import { backupCommand } from './operating/backup-command.ts'
import { checkCommand } from './operating/check-command.ts'
import type { OperatingCommand } from './operating/command.ts'
import { restoreCommand } from './operating/restore-command.ts'
import { prepare } from './prepare.ts'
import { receiveCommand } from './receive-command.ts'

const commands: (Command<Database> | OperatingCommand)[] = [
  ...domains.flatMap(({ commands: own = [] }) => own),
  receiveCommand,
  migrateCommand,
  backupCommand,
  restoreCommand,
  checkCommand,
  filesCommand,
]
/** What the operator can mend: said in plain words, without a stack. */
const told = [ConfigError, DatabaseFailure, ReferenceFault, FilesAway]

const print = (line: string) => process.stdout.write(`${line}\n`)
const remark = (line: string) => process.stderr.write(`${line}\n`)

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ending.abort())
// Whoever read our output may be gone; that is no reason to die without stopping the database.
for (const output of [process.stdout, process.stderr]) output.on('error', () => ending.abort())

const [name, ...args] = process.argv.slice(2)
const command = commands.find((one) => one.name === name)
if (command && !args.some((word) => word === '--help' || word === '-h')) {
  process.exitCode = await run(command)
} else {
  const asked = command ? [command] : commands
  const isHelp = command !== undefined || name === undefined || ['help', '--help', '-h'].includes(name)
  if (!isHelp) remark(`There is no command “${name}”.`)
  const say = isHelp ? print : remark
  for (const { summary, usage } of asked) {
    for (const line of usage) say(`  ekokommun ${line}`)
    say(`      ${summary}`)
  }
  process.exitCode = isHelp ? 0 : 2
}

/** Those who look after the database meet all of it, as its owner. */
async function withOwner(
  owner: Connection,
  act: (own: Kysely<Database>) => Promise<number>,
): Promise<number> {
  const own = connect(owner, 2)
  return act(own).finally(() => own.destroy())
}

/** Opens the database, runs the command on it and closes it again. */
async function run(command: Command<Database> | OperatingCommand): Promise<number> {
  try {
    const config = readConfig(process.env)
    log.level = config.observe.logLevel
    await openFileStore(config)
    const { db, owner, alone, asOwner, close } = await openForCommand(
      config,
      () => {},
      () => ending.abort(),
    )
    try {
      const secrets = createSecrets(await readSecret(config))
      const now = () => new Date()
      if ('operate' in command) {
        const { signal } = ending
        const mine = { alone, asOwner, web: db, config, secrets, args, now, print, remark, signal }
        return await withOwner(owner, (own) =>
          command.operate({ ...mine, db: own, connection: owner, ask: askAtTerminal }),
        )
      }
      if (alone && !command.asItIs) await asOwner((own) => prepare(own, config, () => {}))
      const today = dayInStockholm(now())
      return await command.run({
        db,
        asOwner,
        config,
        secrets,
        gathered,
        args,
        now,
        today,
        print,
        remark,
        signal: ending.signal,
      })
    } finally {
      await close()
    }
  } catch (error) {
    const plain = error instanceof Error && told.some((kind) => error instanceof kind)
    remark(
      plain ? withoutSecrets(error.message) : String(error instanceof Error ? (error.stack ?? error) : error),
    )
    return ('failed' in command && command.failed) || 1
  }
}
