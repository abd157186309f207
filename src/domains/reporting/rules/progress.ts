import type { ReportState } from '../rules.ts'

/** What progress counts: where a report stands and when it came. */
export interface Progressed {
  name: string
  countyCode: string
  state: ReportState
  /** The day when it was sent in for the first time, `YYYY-MM-DD`. */
  deliveredOn: string | null
}

/** How far a round has come. */
export interface Progress {
  all: number
  delivered: number
  verified: number
  published: number
  /** Sent in after the due day. */
  late: number
  /** How many had sent in by each day from the opening to today, the due day or the last one that came. */
  days: { day: string; delivered: number }[]
  /** Per county, by its name's code order. */
  counties: { code: string; name: string; delivered: number; all: number }[]
  /** The names of those who have sent in, as they came. */
  thanked: string[]
}

/** Counts a round. A report that was sent back has been sent in once, and keeps its day and its thanks. */
export function progressOf(
  round: { openedOn: string; dueOn: string },
  reports: Progressed[],
  countyNames: Map<string, string>,
  today: string,
): Progress {
  const came = reports
    .filter((report): report is Progressed & { deliveredOn: string } => report.deliveredOn !== null)
    .toSorted((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : a.deliveredOn > b.deliveredOn ? 1 : 0))
  const counties = new Map<string, { delivered: number; all: number }>()
  for (const { countyCode, deliveredOn } of reports) {
    const county = counties.get(countyCode) ?? { delivered: 0, all: 0 }
    county.all += 1
    if (deliveredOn !== null) county.delivered += 1
    counties.set(countyCode, county)
  }
  const marks = [
    round.openedOn,
    ...came.map(({ deliveredOn }) => deliveredOn),
    today > round.openedOn ? today : round.openedOn,
  ]
  const days = [...new Set(marks)].sort()
  return {
    all: reports.length,
    delivered: came.length,
    verified: reports.filter(({ state }) => state === 'verified' || state === 'published').length,
    published: reports.filter(({ state }) => state === 'published').length,
    late: came.filter(({ deliveredOn }) => deliveredOn > round.dueOn).length,
    days: days.map((day) => ({
      day,
      delivered: came.filter(({ deliveredOn }) => deliveredOn <= day).length,
    })),
    counties: [...counties]
      .map(([code, count]) => ({ code, name: countyNames.get(code) ?? code, ...count }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    thanked: came.map(({ name }) => name),
  }
}
