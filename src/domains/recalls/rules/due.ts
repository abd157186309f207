import { zone } from '#platform/days.ts'

/** When notices leave: so many days after the day of the correction, at an hour of Stockholm's day. */
export interface Departure {
  afterDays: number
  atHour: number
}

/** Everything that was corrected before this moment may be told of now. */
export function dueUntil(now: Date, { afterDays, atHour }: Departure): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const days = afterDays - 1 + (here.hour >= atHour ? 0 : 1)
  const start = here.toPlainDate().subtract({ days }).toZonedDateTime(zone)
  return new Date(start.epochMilliseconds)
}

/** When the notices about a day's corrections leave. */
export function leavesAt(day: string, { afterDays, atHour }: Departure): Date {
  const leaves = Temporal.PlainDate.from(day).add({ days: afterDays })
  const hour = Temporal.PlainTime.from({ hour: atHour })
  return new Date(leaves.toZonedDateTime({ timeZone: zone, plainTime: hour }).epochMilliseconds)
}

/** Whether notices about a day's corrections may have left already, by the clock or because they were let go. */
export function hasLeft(
  day: string,
  setting: Departure & { releasedUntil: Date | null },
  now: Date,
): boolean {
  const over = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return leavesAt(day, setting).getTime() <= now.getTime() || (setting.releasedUntil?.getTime() ?? 0) >= over
}
