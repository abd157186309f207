import { zone } from '#platform/days.ts'

/** How often somebody wants mail of a kind. */
export const rhythms = ['at-once', 'daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/** The hour of Stockholm's day at which gathered mail leaves; once a week it does so on a Monday. */
const hour = 7

/** Everything that happened before this moment may be told of now: the last time that mail of the rhythm left. */
export function dueBefore(rhythm: Exclude<Rhythm, 'never'>, now: Date): Date {
  if (rhythm === 'at-once') return now
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const today = here.toPlainDate()
  const day = rhythm === 'weekly' ? today.subtract({ days: today.dayOfWeek - 1 }) : today
  const left = departure(day)
  return left.getTime() <= now.getTime()
    ? left
    : departure(day.subtract({ days: rhythm === 'weekly' ? 7 : 1 }))
}

function departure(day: Temporal.PlainDate): Date {
  const leaves = day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour }) })
  return new Date(leaves.epochMilliseconds)
}
