import type { Kysely } from 'kysely'
import type { Config } from './config.ts'
import type { Gathered } from './http/context.ts'
import type { Secrets } from './secrets.ts'

/** A command for the terminal: `ekokommun name …`. */
export interface Command<D> {
  name: string
  /** What it does, in one line. */
  summary: string
  /** How it is called, one line for each way. */
  usage: string[]
  /** The exit code when it could not begin or broke off; 1 unless said. */
  failed?: number
  /** Runs on the database as it is found; else it is brought up to date first when no program runs on it. */
  asItIs?: boolean
  /** Does it and gives the exit code: 0 when all went well, 2 when it was called in a wrong way. */
  run: (context: CommandContext<D>) => Promise<number>
}

export interface CommandContext<D> {
  db: Kysely<D>
  /** Runs what alters tables in the name of their owner. */
  asOwner: <T>(run: (owner: Kysely<D>) => Promise<T>) => Promise<T>
  config: Config
  secrets: Secrets
  gathered: Gathered<D>
  /** What stands after the name of the command. */
  args: string[]
  now: () => Date
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  /** One line of the answer, on standard output. */
  print: (line: string) => void
  /** One line beside the answer, on standard error. */
  remark: (line: string) => void
  /** Aborted when the person at the terminal wants it to end. */
  signal: AbortSignal
}
