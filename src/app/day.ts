import { zone } from '#platform/days.ts'

/** The day of a time in Stockholm, `YYYY-MM-DD`. */
export function dayInStockholm(time: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(time.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}
