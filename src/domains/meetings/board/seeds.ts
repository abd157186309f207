import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { statutesOn } from '#domains/statutes/index.ts'
import { addDays, instantOf } from '#platform/days.ts'
import { writeDocument } from '../minutes/document.ts'
import { rulesOf } from '../minutes/index.ts'
import { insertDocument } from '../minutes/write-queries.ts'
import { findMeeting, listItems, type Meeting } from '../queries.ts'
import type { Standing } from '../tables.ts'
import { addFormalities, addOwnItem } from './agenda.ts'
import { composeMinutes } from './compose.ts'
import { insertReservation, insertTask, recordDecision, takeParagraph } from './decision-queries.ts'
import { insertItems } from './item-queries.ts'
import { replaceAttendance } from './plan-queries.ts'
import { listBoard } from './queries.ts'

/** An item of a meeting that was held. */
export interface Story {
  title: string
  standing?: Standing | undefined
  text?: string
  said?: string
  decision: string
  outcome?: string
  show?: { inFavour: number; against: number; abstained: number } | undefined
  reservation?: string | undefined
  task?: string | undefined
}

/** What a demonstration makes up of its board: a meeting whose minutes are approved, and one to come. */
export interface BoardStory {
  past: {
    heldOn: string
    /** `{chair}` and `{adjuster}` stand for their names. */
    items: Story[]
  }
  coming: { heldOn: string; onlineAddress: string; item: { title: string; text: string } }
}

/** How many decisions of the year came before; their minutes are on paper. */
const before = 30

/** The two meetings of a board, with agenda and minutes. All made up and marked so. */
export async function demonstrateBoard(
  trx: Transaction<Database>,
  { past, coming }: BoardStory = ourBoard,
): Promise<void> {
  await sql`insert into board_paragraph (year, number) select 2026, n from generate_series(1, ${before}) as n
    on conflict do nothing`.execute(trx)
  await holdPastMeeting(trx, past)
  await planComingMeeting(trx, coming)
}

async function planComingMeeting(
  trx: Transaction<Database>,
  { heldOn, onlineAddress, item }: BoardStory['coming'],
): Promise<void> {
  const meeting = await meetingOn(trx, heldOn)
  await trx
    .updateTable('meeting')
    .set({
      starts_at: instantOf(heldOn, '10:00'),
      ends_at: instantOf(heldOn, '12:30'),
      form: 'online',
      place: '',
      online_address: onlineAddress,
    })
    .where('id', '=', meeting.id)
    .execute()
  await addFormalities(trx, { meetingId: meeting.id, today: '2026-11-20' })
  await addOwnItem(trx, meeting.id, { ...item, kind: 'decision' })
  const applications = await trx
    .selectFrom('application as a')
    .innerJoin('organisation as o', 'o.code', 'a.organisation_code')
    .where('a.meeting_id', '=', meeting.id)
    .where('a.state', '=', 'on-agenda')
    .select(['a.id', 'o.name', 'a.recommendation_text as text'])
    .execute()
  await insertItems(
    trx,
    meeting.id,
    applications.map(({ id, name, text }) => ({
      title: `Ansökan om medlemskap: ${name}`,
      text: `**Expertgruppens rekommendation: Godkänn**\n\n${text}`,
      kind: 'decision' as const,
      business: { kind: 'application', id: String(id) },
      madeUp: true,
    })),
  )
  // What ends the meeting comes last.
  await sql`
    update meeting_item i set ordinal = o.ordinal from (
      select id, row_number() over (order by coalesce(standing in ('next-meeting', 'closing'), false), ordinal) as ordinal
      from meeting_item where meeting_id = ${meeting.id}) as o
    where i.id = o.id`.execute(trx)
}

async function holdPastMeeting(
  trx: Transaction<Database>,
  { heldOn, items: told }: BoardStory['past'],
): Promise<void> {
  const { id } = await meetingOn(trx, heldOn)
  const at = (time: string) => instantOf(heldOn, time) ?? new Date(heldOn)
  const { id: statutesId } = await statutesOn(trx, heldOn)
  await trx
    .updateTable('meeting')
    .set({
      state: 'closed',
      starts_at: at('13:00'),
      ends_at: at('16:00'),
      statutes_id: statutesId,
      called_at: new Date(`${addDays(heldOn, -14)}T08:15:00Z`),
      opened_at: at('13:04'),
      closed_at: at('15:42'),
    })
    .where('id', '=', id)
    .execute()
  const board = await listBoard(trx, heldOn)
  const members = board.filter(({ role }) => role === 'board-chair' || role === 'board-member')
  const [chair, adjuster] = members
  const away = members.at(-1)
  const substitute = board.find(({ role }) => role === 'board-substitute')
  const secretary = board.find(({ role }) => role === 'secretariat')
  if (!chair || !adjuster || !away || !substitute || !secretary) return
  const there = [...members.filter((one) => one !== away), substitute, secretary]
  await replaceAttendance(
    trx,
    id,
    there.map(({ personId, name, role }) => ({
      personId,
      name,
      capacity: role === 'board-substitute' ? 'substitute' : role === 'secretariat' ? 'adjoined' : 'member',
      inPlaceOf: role === 'board-substitute' ? away.personId : null,
    })),
  )
  const signers = [
    { meeting_id: id, person_id: chair.personId, part: 'chair' as const },
    { meeting_id: id, person_id: adjuster.personId, part: 'adjuster' as const },
  ]
  await trx.insertInto('minutes_signer').values(signers).execute()
  const stories = told.map((story) => ({
    ...story,
    decision: story.decision.replace('{chair}', chair.name).replace('{adjuster}', adjuster.name),
  }))
  await insertItems(
    trx,
    id,
    stories.map(({ title, text = '', standing = null }) => ({
      title,
      text,
      kind: standing ? 'formality' : 'decision',
      standing,
      madeUp: true,
    })),
  )
  const items = await listItems(trx, id)
  for (const [order, story] of stories.entries()) {
    const item = items[order]
    if (!item) continue
    await recordDecision(trx, {
      itemId: item.id,
      outcome: story.outcome ?? 'noted',
      decision: story.decision,
      paragraph: await takeParagraph(trx, Number(heldOn.slice(0, 4)), {
        itemId: item.id,
        voters: members.length,
      }),
      openToAll: true,
      now: at('14:00'),
      show: story.show ? { ...story.show, tieBrokenBy: null } : null,
    })
    if (story.said) {
      await trx
        .insertInto('minutes_text')
        .values({ item_id: item.id, version: 1, text: story.said, written_by: secretary.personId })
        .execute()
    }
    if (story.reservation) {
      await insertReservation(trx, {
        itemId: item.id,
        personId: members[3]?.personId ?? adjuster.personId,
        text: story.reservation,
      })
    }
    if (story.task) {
      await insertTask(trx, {
        itemId: item.id,
        personId: secretary.personId,
        what: story.task,
        dueOn: addDays(heldOn, 78),
      })
    }
  }
  await trx.updateTable('meeting_task').set({ made_up: true }).execute()
  await approve(trx, id, [chair, adjuster])
}

async function approve(
  trx: Transaction<Database>,
  meetingId: number,
  [chair, adjuster]: { personId: number; name: string }[],
): Promise<void> {
  const meeting = await findMeeting(trx, meetingId)
  if (!meeting || !chair || !adjuster) return
  const content = writeDocument(await composeMinutes(trx, meeting, await rulesOf(trx, meeting)))
  await insertDocument(trx, {
    meetingId,
    content,
    personId: null,
    now: new Date('2026-09-24T07:30:00Z'),
    madeUp: true,
  })
  await sql`
    insert into minutes_signature (document_id, person_id, part, name, sha256, signed_at)
    select d.id, p.id, s.part, p.name, d.sha256, s.at::timestamptz
    from minutes_document d cross join (values
      (${chair.personId}::bigint, 'chair', '2026-09-25 09:12Z'),
      (${adjuster.personId}::bigint, 'adjuster', '2026-09-28 18:40Z')) as s (person_id, part, at)
    join person p on p.id = s.person_id where d.meeting_id = ${meetingId}`.execute(trx)
  await trx.updateTable('meeting').set({ state: 'approved' }).where('id', '=', meetingId).execute()
}

/** The meeting of a day: made already for the applications that it decides on, or made now. */
async function meetingOn(trx: Transaction<Database>, heldOn: string): Promise<Meeting> {
  const there = await trx
    .selectFrom('meeting')
    .where('organ', '=', 'board')
    .where('held_on', '=', heldOn)
    .select('id')
    .executeTakeFirst()
  const { id } = there ?? (await insertMeeting(trx, heldOn))
  const meeting = await findMeeting(trx, id)
  if (!meeting) throw new Error('The meeting is gone.')
  return meeting
}

function insertMeeting(trx: Transaction<Database>, heldOn: string): Promise<{ id: number }> {
  return trx
    .insertInto('meeting')
    .values({ organ: 'board', held_on: heldOn, made_up: true })
    .returning('id')
    .executeTakeFirstOrThrow()
}

const ourItems: Story[] = [
  { title: 'Mötets öppnande', standing: 'opening', decision: '{chair} öppnade mötet.' },
  {
    title: 'Val av justerare',
    standing: 'adjusters',
    decision: 'Att justera protokollet utöver ordföranden valdes {adjuster}.',
  },
  { title: 'Godkännande av dagordningen', standing: 'agenda', decision: 'Dagordningen fastställdes.' },
  {
    title: 'Vårens nätverksträff',
    text: 'Kansliet föreslår att träffen hålls på plats i Karlskrona i mars 2027, med måltider och upphandling som tema.',
    said: 'Styrelsen talade om resor och om vem som kan delta. En ledamot begärde omröstning.',
    decision: 'Styrelsen beslutar att nätverksträffen hålls på plats i Karlskrona i mars 2027.',
    outcome: 'adopted',
    show: { inFavour: 6, against: 2, abstained: 1 },
    reservation: 'Nätverksträffen bör hållas på nätet även i vår.',
    task: 'Boka lokal i Karlskrona och bjud in medlemmarna',
  },
  {
    title: 'Ny handledning för nyckeltalen',
    text: 'Expertgruppen har skrivit ett utkast som gör det lättare att rapportera energi i egna byggnader.',
    said: 'Utkastet har prövats av fyra medlemmar.',
    decision: 'Styrelsen beslutar att handledningen skickas till medlemmarna.',
    outcome: 'adopted',
  },
  { title: 'Mötets avslutande', standing: 'closing', decision: 'Ordföranden avslutade mötet.' },
]

const ourBoard: BoardStory = {
  past: { heldOn: '2026-09-17', items: ourItems },
  coming: {
    heldOn: '2026-12-10',
    onlineAddress: 'https://mote.example/styrelsen',
    item: {
      title: 'Inriktning för verksamheten 2027',
      text: 'Kansliet föreslår tre teman: energi i egna byggnader, måltider och naturvård. Förslaget går vidare till årsmötet.\n\n**Förslag till beslut:** styrelsen ställer sig bakom inriktningen.',
    },
  },
}
