import { pino } from 'pino'
import { withoutSecrets } from './without-secrets.ts'

/** The program's own account of what went wrong, one JSON object a line on standard error. */
export const log = pino(
  { level: process.env.LOG_LEVEL || 'warn', base: null, hooks: { streamWrite: withoutSecrets } },
  pino.destination(2),
)
