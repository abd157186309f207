import { patienceNow } from './patience.ts'

/**
 * Why the database could not do what was asked, as people are told: it is `away`, it is `full` or takes no writes just
 * now, or another change was in the way (`busy`). With `saved` it says what became of the work: nothing of it is saved,
 * or nobody knows.
 */
export interface Outage {
  why: 'away' | 'full' | 'busy'
  saved: 'nothing' | 'unknown'
}

/** The line to the database broke, or was never had. */
export class LineLost extends Error {
  /** Whether the statement may have been carried out all the same. */
  readonly unknown: boolean

  constructor(message: string, { unknown, cause }: { unknown: boolean; cause?: unknown }) {
    super(message, { cause })
    this.unknown = unknown
  }
}

const lostCodes = /^(08...|57P0[1-5]|25P0[34]|53300|E(?!RR_)[A-Z_]+)$/
const lostWords = /^(Connection terminated|Query read timeout|timeout e|Client (has|was)|Connection ended)/
/** Disk or memory is full, the disk fails, or the server only reads. */
const fullCodes = /^(53[124]..|53000|58...|25006)$/
/** Two changes waited for each other, or one waited too long: the database chose to drop this one. */
const busyCodes = /^(40001|40P01|55P03|57014)$/

/** Whether the line is gone with this error; what was on its way may have arrived. */
export function isLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isLost)
  if (!(error instanceof Error)) return false
  return lostCodes.test(codeOf(error)) || lostWords.test(error.message)
}

/** Whether nothing was heard in time: the statement takes too long, or the line is dead without a word. */
export function isSilent(error: unknown): boolean {
  return error instanceof Error && error.message === 'Query read timeout'
}

/** What to tell of an error; undefined when it is not the database's, but a fault of ours. */
export function outageOf(error: unknown): Outage | undefined {
  const why = whyOf(error)
  if (!why) return undefined
  const unknown = (error instanceof LineLost && error.unknown) || patienceNow()?.saved === true
  return { why, saved: unknown ? 'unknown' : 'nothing' }
}

/** Whether the database itself undid the whole transaction because of others, so that it may be run again. */
export function isUndone(error: unknown): boolean {
  return /^40(001|P01)$/.test(codeOf(error))
}

/** Whether a server was reached that only reads: after a fail-over, the line leads to the wrong one. */
export function isReadOnly(error: unknown): boolean {
  return codeOf(error) === '25006'
}

function whyOf(error: unknown): Outage['why'] | undefined {
  const code = codeOf(error)
  if (fullCodes.test(code)) return 'full'
  if (busyCodes.test(code)) return 'busy'
  return error instanceof LineLost ? 'away' : undefined
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
