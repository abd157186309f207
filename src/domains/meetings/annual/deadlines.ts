import {
  breachesOfNotice,
  documentsBy,
  motionsBy,
  noticeBy,
  type RuleName,
  type StatuteRules,
} from '#domains/statutes/index.ts'

/** What must have happened by a day. */
export type Duty = 'latest' | 'motions' | 'notice' | 'documents'

/** A day that the statutes give, with the paragraph, and how it stands. */
export interface Deadline {
  duty: Duty
  rule: RuleName
  paragraph: number
  /** The last day, `YYYY-MM-DD`. */
  latest: string
  state: 'done' | 'waits' | 'late'
}

/** A meeting as the statutes see it. */
export interface Planned {
  heldOn: string
  extra: boolean
  /** Days of what has happened, or null. */
  calledOn: string | null
  documentsOn: string | null
}

/** Every day that the statutes give for an annual meeting, the earliest first. An extra one has its notice alone. */
export function deadlinesOf(rules: StatuteRules, meeting: Planned, today: string): Deadline[] {
  const { heldOn, extra, calledOn, documentsOn } = meeting
  const stateOf = (latest: string, happened: string | null): Deadline['state'] =>
    happened !== null ? (happened > latest ? 'late' : 'done') : today > latest ? 'late' : 'waits'
  const notice = noticeBy(rules, extra ? 'extra' : 'annual', heldOn)
  const called: Deadline = { duty: 'notice', ...notice, state: stateOf(notice.latest, calledOn) }
  if (extra) return [called]
  const motions = motionsBy(rules, heldOn)
  const documents = documentsBy(rules, heldOn)
  const latest = `${heldOn.slice(0, 4)}-${rules.annual_meeting_by.value}`
  const all: Deadline[] = [
    { duty: 'motions', ...motions, state: today > motions.latest ? 'done' : 'waits' },
    called,
    { duty: 'documents', ...documents, state: stateOf(documents.latest, documentsOn) },
    {
      duty: 'latest',
      rule: 'annual_meeting_by',
      paragraph: rules.annual_meeting_by.paragraph,
      latest,
      state: heldOn > latest ? 'late' : heldOn <= today ? 'done' : 'waits',
    },
  ]
  return all.toSorted((a, b) => a.latest.localeCompare(b.latest))
}

/** What planning a meeting on a day would break; today is the first day on which its notice could be sent. */
export function breachesOfPlan(
  rules: StatuteRules,
  { heldOn, extra }: Pick<Planned, 'heldOn' | 'extra'>,
  today: string,
) {
  return breachesOfNotice(rules, { kind: extra ? 'extra' : 'annual', heldOn, sentOn: today })
}
