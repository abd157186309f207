/** A role held during a time, on one of two records of the same person. */
export interface HeldPeriod {
  id: number
  /** Whether it stands on the record that stays. */
  kept: boolean
  organisationCode: string
  role: string
  /** First day, `YYYY-MM-DD`. */
  since: string
  /** First day without it; null while it lasts. */
  until: string | null
}

/** What becomes of the periods when two records become one. */
export interface JoinedPeriods {
  /** Periods that stay, with the time they cover now. */
  stay: { id: number; since: string; until: string | null }[]
  /** Periods that another one covers. */
  go: number[]
}

/**
 * Joins the roles of two records of one person: where the same role in the same organisation overlaps, one period
 * covers both. Every day on which either record held a role is still covered, and no other day.
 */
export function joinPeriods(periods: HeldPeriod[]): JoinedPeriods {
  const result: JoinedPeriods = { stay: [], go: [] }
  const groups = Map.groupBy(periods, ({ organisationCode, role }) => `${organisationCode} ${role}`)
  for (const group of groups.values()) {
    const ordered = group.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.id - b.id))
    let run: HeldPeriod[] = []
    let end: string | null = ''
    const close = () => {
      const [first] = run
      if (!first) return
      const survivor = run.find(({ kept }) => kept) ?? first
      result.stay.push({ id: survivor.id, since: first.since, until: end })
      result.go.push(...run.filter(({ id }) => id !== survivor.id).map(({ id }) => id))
    }
    for (const period of ordered) {
      if (run.length > 0 && end !== null && period.since >= end) {
        close()
        run = []
        end = ''
      }
      run.push(period)
      end = run.length === 1 ? period.until : later(end, period.until)
    }
    close()
  }
  return result
}

function later(a: string | null, b: string | null): string | null {
  return a === null || b === null ? null : a > b ? a : b
}
