import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { findStatutes } from '#domains/statutes/index.ts'
import { association, firstLanguage } from '#platform/association.ts'
import { localeOf } from '#platform/i18n.ts'
import { listSaid, listSigners, type MinutesDocument } from '../minutes/index.ts'
import { listItems, type Meeting } from '../queries.ts'
import { readHall } from '../voting/asking.ts'
import { resultView } from '../voting/words.ts'
import { listRoll, type RollEntry } from './roll-queries.ts'
import { textsOf } from './texts.ts'
import { titleOf, whenOf } from './words.ts'

const l = localeOf(firstLanguage)

/** The minutes of an annual meeting as they stand now. In the association's first language, like the meeting. */
export async function composeMinutes(db: Kysely<Database>, meeting: Meeting): Promise<MinutesDocument> {
  const t = textsOf(l).minutes
  const [items, said, signers, roll, hall, statutes] = await Promise.all([
    listItems(db, meeting.id),
    listSaid(db, meeting.id),
    listSigners(db, meeting.id),
    listRoll(db, meeting.id),
    readHall({ db }, meeting),
    meeting.statutesId === null ? undefined : findStatutes(db, meeting.statutesId),
  ])
  const resultsOf = (itemId: number) =>
    hall.ballots
      .filter(({ ballot }) => ballot.item.id === itemId)
      .flatMap(({ ballot, course }) => course.judged.map((judged) => resultView(l, ballot, judged)))
  return {
    title: t.title(titleOf(l, meeting)),
    association: association.name[l.language],
    heldOn: meeting.heldOn,
    facts: [
      { label: t.when, value: whenOf(l, meeting) },
      { label: t.where, value: [meeting.place, meeting.onlineAddress].filter(Boolean).join(', ') || '–' },
      ...(meeting.calledAt ? [{ label: t.called, value: l.date(meeting.calledAt) }] : []),
      ...(statutes ? [{ label: t.statutes, value: statutes.adopted[l.language] }] : []),
    ],
    present: presentOf(roll),
    quorum: t.roll(roll.filter(({ withdrawnAt }) => withdrawnAt === null).length, membersIn(roll)),
    items: items.map((item) => ({
      id: item.id,
      number: item.ordinal,
      paragraph: item.paragraph,
      title: item.title,
      background: item.text,
      said: said.get(item.id)?.text ?? '',
      decision: item.decision,
      lines: resultsOf(item.id).map(({ headline, lines, notes }) =>
        t.vote(headline, l.list(lines.map(({ label, votes }) => `${label}: ${votes}`)), notes.join(' ')),
      ),
      documents: [],
    })),
    signers: signers.map(({ part, name }) => ({ part, name })),
    madeUp: meeting.madeUp,
  }
}

/** The voting roll, a line for each member; votes that were taken back are told. */
function presentOf(roll: RollEntry[]): MinutesDocument['present'] {
  const t = textsOf(l).minutes
  const lines = roll.map(({ organisationName, personName, byProxy, withdrawnAt, withdrawnWhy }) => {
    const who = byProxy ? t.byProxy(organisationName, personName) : `${organisationName}: ${personName}`
    return withdrawnAt === null ? who : t.withdrawn(who, withdrawnWhy)
  })
  return lines.length > 0 ? [{ label: t.rollTitle, people: lines }] : []
}

const membersIn = (roll: RollEntry[]): number =>
  new Set(roll.filter(({ withdrawnAt }) => withdrawnAt === null).map((entry) => entry.organisationCode)).size
