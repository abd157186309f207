import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { findStatutes, reaches, type StatuteRules } from '#domains/statutes/index.ts'
import { association, firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import { listSaid, listSigners, type MinutesDocument } from '../minutes/index.ts'
import { listItems, type Meeting, type MeetingItem } from '../queries.ts'
import {
  type Attendance,
  listAttendance,
  listFiles,
  listPartial,
  listReservations,
  listShows,
  listTasks,
  listVoters,
} from './queries.ts'
import { votersOf } from './rules/quorum.ts'
import { textsOf } from './texts.ts'
import { whenOf } from './when.ts'

const l = localeOf(firstLanguage)

/** The minutes of a board meeting as they stand now. In the association's first language, like the meeting. */
export async function composeMinutes(
  db: Kysely<Database>,
  meeting: Meeting,
  rules: StatuteRules,
): Promise<MinutesDocument> {
  const { id } = meeting
  const [items, said, attendance, partial, shows, reservations, tasks, files, signers, voters] =
    await Promise.all([
      listItems(db, id),
      listSaid(db, id),
      listAttendance(db, id),
      listPartial(db, id),
      listShows(db, id),
      listReservations(db, id),
      listTasks(db, id),
      listFiles(db, id),
      listSigners(db, id),
      listVoters(db, id),
    ])
  const most = Math.max(votersOf(attendance).length, ...voters.map((one) => one.voters))
  const t = textsOf(l).minutes
  const of = <T extends { itemId: number }>(all: T[], item: MeetingItem) =>
    all.filter(({ itemId }) => itemId === item.id)
  return {
    title: t.title(l.date(meeting.heldOn)),
    association: association.name[l.language],
    heldOn: meeting.heldOn,
    facts: await factsOf(db, meeting),
    present: presentOf(attendance, meeting.attendanceNote),
    quorum: quorumOf(voters.length > 0 ? Math.min(...voters.map((one) => one.voters)) : most, rules),
    items: items.map((item) => {
      const show = shows.find(({ item_id }) => item_id === item.id)
      return {
        id: item.id,
        number: item.ordinal,
        paragraph: item.paragraph,
        title: item.title,
        background: item.text,
        said: said.get(item.id)?.text ?? '',
        decision: item.decision,
        lines: [
          ...of(voters, item)
            .filter((one) => one.voters < most)
            .map((one) => t.voters(one.voters)),
          ...of(partial, item).map(({ name, reason }) => t.partial(name, reason)),
          ...(show ? [t.show(show.in_favour, show.against, show.abstained)] : []),
          ...(show?.tie_broken_by ? [t.tie[show.tie_broken_by]] : []),
          ...of(reservations, item).map(({ name, text }) => t.reservation(name, text)),
          ...of(tasks, item).map(({ what, name, dueOn }) => t.task(what, name, l.date(dueOn))),
        ],
        documents: files
          .filter((file) => file.item_id === item.id)
          .map(({ name, sha256 }) => ({ name, sha256 })),
      }
    }),
    signers: signers.map(({ part, name }) => ({ part, name })),
    madeUp: meeting.madeUp,
  }
}

async function factsOf(db: Kysely<Database>, meeting: Meeting): Promise<MinutesDocument['facts']> {
  const t = textsOf(l).minutes
  const { calledAt, statutesId, lateNoticeAgreed, place, onlineAddress, form, openedAt, closedAt } = meeting
  const statutes = statutesId === null ? undefined : await findStatutes(db, statutesId)
  return [
    { label: t.facts.when, value: whenOf(meeting, l) },
    {
      label: t.facts.where,
      value: [place, onlineAddress].filter(Boolean).join(', ') || textsOf(l).forms[form],
    },
    ...(openedAt && closedAt
      ? [{ label: t.facts.held, value: `${l.clock(openedAt)}–${l.clock(closedAt)}` }]
      : []),
    ...(calledAt
      ? [
          {
            label: t.facts.called,
            value: [l.date(calledAt), lateNoticeAgreed ? t.lateAgreed : ''].filter(Boolean).join('. '),
          },
        ]
      : []),
    ...(statutes ? [{ label: t.facts.statutes, value: statutes.adopted[l.language] }] : []),
  ]
}

function presentOf(attendance: Attendance[], note: string): MinutesDocument['present'] {
  const t = textsOf(l).minutes
  const groups = (['member', 'substitute', 'adjoined'] as const).flatMap((capacity) => {
    const people = attendance
      .filter((one) => one.capacity === capacity)
      .map(({ name, inPlaceOfName }) => (inPlaceOfName ? t.inPlaceOf(name, inPlaceOfName) : name))
    return people.length > 0 ? [{ label: t.capacities[capacity], people }] : []
  })
  return note ? [...groups, { label: t.during, people: [note] }] : groups
}

/** Of the decision that fewest took part in. */
function quorumOf(voters: number, rules: StatuteRules): string {
  const { board_quorum: quorum, board_members: members } = rules
  const enough = reaches(quorum.value, voters, members.value)
  return textsOf(l).minutes.quorum(voters, members.value, enough, quorum.paragraph)
}
