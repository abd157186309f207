import { localOf } from '#platform/days.ts'
import type { Participant } from './participant-queries.ts'

/** The day on which somebody got a place from the waiting list, in Stockholm. */
export function movedUpOn({ movedUpAt }: Participant): string | null {
  return movedUpAt && localOf(movedUpAt).day
}
