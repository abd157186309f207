import { log } from '../log.ts'
import { requestAnswered } from './topics.ts'

/** Asked for so often, and saying so little, that they would bury the rest. */
const quiet = /^\/(healthz|readyz|assets\/)/

/** Logs a line for each request: pattern, status and time. Neither who asked nor the address that was asked for. */
export function logRequests(): () => void {
  return requestAnswered.listen(({ method, route, status, ms }) => {
    const level = quiet.test(route) ? 'debug' : 'info'
    log[level]({ method, route, status, ms: Math.round(ms * 10) / 10 }, 'request')
  })
}
