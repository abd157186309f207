import { can } from '#domains/accounts/index.ts'
import { fewestOf, type StatuteRules } from '#domains/statutes/index.ts'
import type { Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import { isHandedOver, listSigners, rulesOf } from '../minutes/index.ts'
import { listItems, type Meeting, type MeetingItem } from '../queries.ts'
import { waitingForBoard } from './asked.ts'
import type { DecideFault } from './decide.ts'
import { type C, tooLate } from './meeting-of.ts'
import { ItemPage } from './pages/item.tsx'
import {
  listAttendance,
  listBoard,
  listFiles,
  listPartial,
  listReservations,
  listShows,
  listTasks,
} from './queries.ts'
import type { Show } from './rules/show.ts'
import type { FormBack } from './show-meeting.tsx'
import { textsOf } from './texts.ts'

interface Place {
  meeting: Meeting
  item: MeetingItem
}

/** The page of an item. */
export async function showItem(
  c: C,
  { meeting, item }: Place,
  form: FormBack = {},
  status: 200 | 409 | 422 | 503 = 200,
): Promise<Response> {
  const { db, locale: l, actor } = c.var
  const { id } = meeting
  const [items, board, attendance, partial, shows, reservations, tasks, files, signers, rules, locked] =
    await Promise.all([
      listItems(db, id),
      listBoard(db, meeting.heldOn),
      listAttendance(db, id),
      listPartial(db, id),
      listShows(db, id),
      listReservations(db, id),
      listTasks(db, id),
      listFiles(db, id),
      listSigners(db, id),
      rulesOf(db, meeting),
      isHandedOver(db, id),
    ])
  const business =
    item.business && item.paragraph === null
      ? (await waitingForBoard(c)).find(
          (one) => one.kind === item.business?.kind && one.id === item.business.id,
        )
      : undefined
  const at = items.findIndex((one) => one.id === item.id)
  const noted = partial.filter(({ itemId }) => itemId === item.id)
  const known = (business?.partial ?? []).filter(
    ({ personId }) => !noted.some((one) => one.personId === personId),
  )
  const nameOf = (personId: number) => board.find((one) => one.personId === personId)?.name
  return page(
    c,
    { title: item.title, description: item.title, noIndex: true },
    <ItemPage
      l={l}
      meeting={meeting}
      item={item}
      number={at + 1}
      before={items[at - 1]}
      after={items[at + 1]}
      business={business}
      board={board}
      attendance={attendance}
      partial={[
        ...noted,
        ...known.flatMap(({ personId, why }) => {
          const name = nameOf(personId)
          return name ? [{ itemId: item.id, personId, name, reason: why }] : []
        }),
      ]}
      show={shows.find(({ item_id }) => item_id === item.id)}
      reservations={reservations.filter(({ itemId }) => itemId === item.id)}
      tasks={tasks.filter(({ itemId }) => itemId === item.id)}
      files={files.filter(({ item_id }) => item_id === item.id)}
      signers={signers}
      rules={rules}
      locked={locked || meeting.state === 'approved' || meeting.state === 'cancelled'}
      mayEdit={can(actor, 'board.edit')}
      mayDecide={can(actor, 'board.decide')}
      reader={actor?.personId ?? 0}
      about={form.about}
      typed={form.typed ?? {}}
      errors={form.errors ?? {}}
      done={c.req.query('klart')}
    />,
    status,
  )
}

/** A vote by show of hands, when any number was typed. */
export function showOf(typed: {
  inFavour?: number | undefined
  against?: number | undefined
  abstained?: number | undefined
  tie?: 'chair' | 'lot' | undefined
}): Show | null {
  const { inFavour, against, abstained, tie } = typed
  if (inFavour === undefined && against === undefined && abstained === undefined) return null
  return {
    inFavour: inFavour ?? 0,
    against: against ?? 0,
    abstained: abstained ?? 0,
    tieBrokenBy: tie ?? null,
  }
}

const fieldOf: Partial<Record<DecideFault, string>> = {
  'outcome-missing': 'outcome-0',
  'decision-missing': 'decision',
  'show-many': 'inFavour',
  'show-lost': 'inFavour',
  'show-tie': 'tie-0',
  'show-tie-falls': 'inFavour',
  'show-no-tie': 'tie-0',
}

/** What to answer when a decision could not be taken: the form again, or that it is too late, or why a house refuses. */
export async function decideFault(
  c: C,
  place: Place,
  typed: Typed,
  fault: DecideFault | undefined,
  rules: StatuteRules,
  refusal: string,
): Promise<Response> {
  const t = textsOf(c.var.locale)
  if (fault === 'partial') throw new Problem(403, t.partialProblem)
  if (fault === 'item-decided') throw tooLate(c, place.meeting, t.itemDecided)
  const { board_quorum: quorum, board_members: members, board_tie: tie } = rules
  const sentences: Partial<Record<DecideFault, string>> = {
    quorum: t.noQuorum(fewestOf(quorum.value, members.value), members.value, quorum.paragraph),
    'show-tie': t.tieMissing(tie.paragraph),
    'show-tie-falls': t.tieFalls(tie.paragraph),
  }
  const message = fault === undefined ? refusal : (sentences[fault] ?? fault)
  const field = (fault && fieldOf[fault]) ?? 'outcome-0'
  const status = fault === 'item-changed' || fault === 'not-open' || fault === undefined ? 409 : 422
  return showItem(c, place, { about: 'beslut', typed, errors: { [field]: message } }, status)
}
