import type { Locale } from '#platform/i18n.ts'
import type { DataTable } from '#platform/table-files.ts'
import type { Question } from './event-queries.ts'
import type { Participant } from './participant-queries.ts'
import { textsOf } from './texts.ts'

/** Everybody who has registered for an event, with their answers, as a table to take along. */
export function participantTable(
  participants: Participant[],
  questions: Question[],
  answers: Map<number, Map<number, string>>,
  { l, title, today, eventId }: { l: Locale; title: string; today: string; eventId: number },
): DataTable {
  const texts = textsOf(l)
  const t = texts.office
  return {
    name: `anmalda-${eventId}-${today}`,
    columns: [
      { key: 'name', label: t.name },
      { key: 'email', label: t.email },
      { key: 'organisation', label: t.organisation },
      { key: 'attends', label: t.attends },
      { key: 'state', label: t.state },
      { key: 'registered', label: t.registered },
      { key: 'cancelled', label: t.cancelled },
      ...questions.map(({ id, sv }) => ({ key: `q${id}`, label: sv })),
    ],
    rows: participants.map((one) => [
      one.name,
      one.email,
      one.organisationName,
      texts.attends[one.attends],
      one.inLine === null ? texts.stateTags[one.state] : `${texts.stateTags.waiting} (${one.inLine})`,
      l.moment(one.registeredAt),
      one.cancelledAt && l.moment(one.cancelledAt),
      ...questions.map(({ id }) => answers.get(one.id)?.get(id) ?? null),
    ]),
    notes: [t.fileNote(title, l.date(today))],
  }
}
