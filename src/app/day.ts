import { zone } from '#platform/days.ts'

/** No zone begins its day elsewhere than at a quarter. */
const quarterMs = 900_000
let last = { quarter: Number.NaN, day: '' }

/** The day of a time in Stockholm, `YYYY-MM-DD`. */
export function dayInStockholm(time: Date): string {
  const quarter = Math.floor(time.getTime() / quarterMs)
  if (last.quarter !== quarter) last = { quarter, day: dayOf(time) }
  return last.day
}

function dayOf(time: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(time.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}
