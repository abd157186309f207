import { pino } from 'pino'
import { withoutSecrets } from './without-secrets.ts'

const level = process.env.LOG_LEVEL || 'warn'

/** The program's own account of what went wrong, one JSON object a line on standard error. */
export const log = pino(
  { level: isLevel(level) ? level : 'warn', base: null, hooks: { streamWrite: withoutSecrets } },
  pino.destination(2),
)

/** A wrong level is told by the settings; until then the log goes on. */
function isLevel(name: string): boolean {
  return name === 'silent' || name in pino.levels.values
}
