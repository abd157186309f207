import { association } from './association.ts'

/** The day so many days later, or earlier when negative. Days are `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** How many days from one day to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days
}

/** Where the days of the association begin and end. */
export const zone = association.country.time_zone

/**
 * The instant of a day (`YYYY-MM-DD`) and a time (`HH:MM`) where the association is; null when there is no such day or time. A
 * time that the clocks jump over counts as the one after the jump, one that comes twice as the first.
 */
export function instantOf(day: string, time: string): Date | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return null
  try {
    return new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds)
  } catch {
    return null
  }
}

/** The day and time where the association is of an instant. */
export function localOf(instant: Date): { day: string; time: string; offset: string } {
  const local = Temporal.Instant.from(instant.toISOString()).toZonedDateTimeISO(zone)
  return {
    day: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    offset: local.offset,
  }
}
