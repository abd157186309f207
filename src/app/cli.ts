import { DatabaseFailure } from '#database/failure.ts'
import { openForCommand } from '#database/open.ts'
import type { Database } from '#database/tables.ts'
import type { Command } from '#platform/command.ts'
import { ConfigError, readConfig } from '#platform/config.ts'
import { log } from '#platform/log.ts'
import { ReferenceFault } from '#platform/reference/fault.ts'
import { createSecrets, readSecret } from '#platform/secrets.ts'
import { withoutSecrets } from '#platform/without-secrets.ts'
import { dayInStockholm } from './day.ts'
import { domains } from './domains.ts'
import { gathered } from './gathered.ts'
import { migrateCommand } from './migrate-command.ts'
import { prepare } from './prepare.ts'
import { receiveCommand } from './receive-command.ts'

const commands = [...domains.flatMap(({ commands: own = [] }) => own), receiveCommand, migrateCommand]
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

/** Opens the database, runs the command on it and closes it again. */
async function run({ run: runCommand, failed = 1, asItIs = false }: Command<Database>): Promise<number> {
  try {
    const config = readConfig(process.env)
    log.level = config.observe.logLevel
    const { db, alone, asOwner, close } = await openForCommand(
      config,
      () => {},
      () => ending.abort(),
    )
    try {
      if (alone && !asItIs) await asOwner((owner) => prepare(owner, config, () => {}))
      const secrets = createSecrets(await readSecret(config))
      const now = () => new Date()
      const today = dayInStockholm(now())
      return await runCommand({
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
    const expected =
      error instanceof ConfigError || error instanceof DatabaseFailure || error instanceof ReferenceFault
    remark(
      expected
        ? withoutSecrets(error.message)
        : String(error instanceof Error ? (error.stack ?? error) : error),
    )
    return failed
  }
}
