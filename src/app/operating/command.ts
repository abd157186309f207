import type { OpenDatabase } from '#database/open.ts'
import type { Config } from '#platform/config.ts'
import type { Secrets } from '#platform/secrets.ts'

/** A command for whoever runs the program. It meets the database as it is: nothing is migrated or loaded before. */
export interface OperatingCommand {
  name: string
  summary: string
  usage: string[]
  /** Does it and gives the exit code. */
  operate: (context: OperatingContext) => Promise<number>
}

/** `db` and `connection` are the owner's, who may read and make everything. */
export interface OperatingContext extends Pick<OpenDatabase, 'db' | 'connection' | 'asOwner'> {
  /** The connection of the role that serves, which the command has open too. */
  web: OpenDatabase['db']
  /** Whether the embedded database is ours alone; false beside a running program and for an outside one. */
  alone: boolean
  config: Config
  secrets: Secrets
  args: string[]
  now: () => Date
  print: (line: string) => void
  remark: (line: string) => void
  /** Asks the person at the terminal; undefined when nobody is there. */
  ask: (question: string) => Promise<string | undefined>
  signal: AbortSignal
}

/** A command was called in a wrong way. */
export const wrongUse = 2
