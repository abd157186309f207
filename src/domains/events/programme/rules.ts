import { localOf } from '#platform/days.ts'

interface Span {
  startsAt: Date
  endsAt: Date
}

/** Sessions by day in Stockholm, in the order in which they begin; those that begin together in the order given. */
export function daysOf<Session extends Span>(sessions: Session[]): { day: string; sessions: Session[] }[] {
  const days = new Map<string, Session[]>()
  const sorted = [...sessions].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  for (const session of sorted) {
    const { day } = localOf(session.startsAt)
    days.set(day, [...(days.get(day) ?? []), session])
  }
  return [...days].map(([day, those]) => ({ day, sessions: those }))
}

/** Whether something lies within the time of an event. */
export function isWithin(part: Span, whole: Span): boolean {
  return part.startsAt >= whole.startsAt && part.endsAt <= whole.endsAt
}

const hour = 3_600_000

/** How many hours the sessions cover, to the nearest half; what runs side by side counts once. */
export function hoursOf(sessions: Span[]): number {
  let covered = 0
  let until = Number.NEGATIVE_INFINITY
  const sorted = [...sessions].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  for (const { startsAt, endsAt } of sorted) {
    const from = Math.max(startsAt.getTime(), until)
    covered += Math.max(0, endsAt.getTime() - from)
    until = Math.max(until, endsAt.getTime())
  }
  return Math.round((covered / hour) * 2) / 2
}

/** What stands where there is no portrait: the first letters of the first and the last name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('sv') ?? '').join('')
}
